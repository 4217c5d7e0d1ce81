import { textFault } from '@sightline/contracts/fact-texts';
import type { ExternalKey } from '@sightline/contracts/identities';
import { readSourceEnvelope, type SourceEnvelopeInput, type StampedSource } from '@sightline/contracts/source-envelope';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** An optional field of an input: GraphQL leaves it out or sends null, which mean the same. */
export type Optional<Value> = Value | null | undefined;

/** Origin and stamps of a fact whose every text can be kept, or the refusal of its envelope or of a text. */
export function readEnvelope(
  input: { source: SourceEnvelopeInput },
  timeZone: string | null,
): Result<StampedSource, Refusal> {
  const read = readSourceEnvelope(input.source, timeZone);
  if (!read.ok) return refuse({ kind: 'EnvelopeRefused', code: read.code, field: read.field, message: read.message });
  // The envelope has judged its own texts.
  const fault = textFault(input, 'source');
  return fault === null ? ok(read.value) : refuse({ kind: 'TextRefused', ...fault });
}

/** Text without blanks around it; null when there is none. A source that sends "" says nothing. */
export function readText(text: Optional<string>): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** A name given by an outside system: system, type and value, none of them blank. */
export function readExternalId(key: ExternalKey, field: readonly string[]): Result<ExternalKey, Refusal> {
  const [sourceSystemId, type, value] = [readText(key.sourceSystemId), readText(key.type), readText(key.value)];
  if (sourceSystemId === null || type === null || value === null) return refuse({ kind: 'ExternalIdInvalid', field });
  return ok({ sourceSystemId, type, value });
}
