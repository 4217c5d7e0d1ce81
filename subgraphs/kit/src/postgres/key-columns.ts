import type { ExternalKey } from '@sightline/contracts/identities';
import { textArray } from './column-arrays';

/** Names as the columns of an unnest: source system, type, value. */
export const keyArrays = (keys: readonly ExternalKey[]): Buffer[] => [
  textArray(keys.map((key) => key.sourceSystemId)),
  textArray(keys.map((key) => key.type)),
  textArray(keys.map((key) => key.value)),
];

/** A name as one text. No text that can be stored holds a NUL. */
export const keyText = (key: ExternalKey): string => `${key.sourceSystemId}\u0000${key.type}\u0000${key.value}`;

/** One of each name, in the order of their texts: so that two commands that write them cannot wait for each other in a circle. */
export const distinctKeys = (keys: readonly ExternalKey[]): ExternalKey[] =>
  [...new Map(keys.map((key) => [keyText(key), key]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
