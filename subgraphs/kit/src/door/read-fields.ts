import type { When } from '@sightline/contracts/events/envelope';
import { textFault } from '@sightline/contracts/fact-texts';
import type { ExternalKey } from '@sightline/contracts/identities';
import { nameOfOtherOrigin } from '@sightline/contracts/simulated';
import { isDayText, isInstantText } from '@sightline/contracts/site-day';
import {
  readSourceEnvelope,
  readWhen,
  type SourceEnvelopeInput,
  type StampedSource,
} from '@sightline/contracts/source-envelope';
import { isDecimal, isNegative, isZero } from '../decimal/decimal';
import { ok, refuse, type Result } from '../result/result';
import type { FieldRefusal } from './field-refusals';

/** An optional field of an input: GraphQL leaves it out or sends null, which mean the same. */
export type Optional<Value> = Value | null | undefined;

/** Origin and stamps of a fact whose every text can be kept, or the refusal of its envelope or of a text. */
export function readEnvelope(
  input: { source: SourceEnvelopeInput },
  timeZone: string | null,
): Result<StampedSource, FieldRefusal> {
  const read = readSourceEnvelope(input.source, timeZone);
  if (!read.ok) return refuse({ kind: 'EnvelopeRefused', code: read.code, field: read.field, message: read.message });
  const foreign = nameOfOtherOrigin(input);
  if (foreign !== null)
    return refuse({
      kind: 'EnvelopeRefused',
      code: 'ORIGIN_MIXED',
      field: foreign,
      message: 'A simulated fact cannot be about a row of a real source, nor a real fact about a simulated one.',
    });
  // The envelope has judged its own texts.
  const fault = textFault(input, 'source');
  return fault === null ? ok(read.value) : refuse({ kind: 'TextRefused', ...fault });
}

/** Text without blanks around it; null when there is none. A source that sends "" says nothing. */
export function readText(text: Optional<string>): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** A text that has to be there. */
export function readNeededText(field: string, text: Optional<string>): Result<string, FieldRefusal> {
  const read = readText(text);
  return read === null ? refuse({ kind: 'TextMissing', field }) : ok(read);
}

/** A date of the calendar or null; refuses a text that is none, and a placeholder such as 9999-12-31. */
export function readDay(field: string, text: Optional<string>): Result<string | null, FieldRefusal> {
  if (text == null) return ok(null);
  return isDayText(text) ? ok(text) : refuse({ kind: 'DateInvalid', field, text });
}

/** An instant with offset, or null. */
export function readInstant(field: string, text: Optional<string>): Result<string | null, FieldRefusal> {
  if (text == null) return ok(null);
  return isInstantText(text) ? ok(text) : refuse({ kind: 'DateInvalid', field, text });
}

/** A stamp that may be missing, given as an instant or as a day, not both. */
export function readOptionalWhen(
  field: string,
  at: Optional<string>,
  on: Optional<string>,
  timeZone: string | null,
): Result<When | null, FieldRefusal> {
  if (at == null && on == null) return ok(null);
  const read = readWhen(field, at, on, timeZone);
  if (read.ok) return ok(read.value);
  if (read.code === 'TIME_AMBIGUOUS') return refuse({ kind: 'TimeAmbiguous', field });
  return refuse({ kind: 'DateInvalid', field: read.field, text: at ?? on ?? '' });
}

/** An exact decimal of 0 or more; null when none was given. */
export function readQuantity(field: string, text: Optional<string>): Result<string | null, FieldRefusal> {
  if (text == null) return ok(null);
  return isDecimal(text) && !isNegative(text) ? ok(text) : refuse({ kind: 'QuantityInvalid', field, text });
}

/** An exact decimal above 0 that has to be there. */
export function readNeededQuantity(field: string, text: Optional<string>): Result<string, FieldRefusal> {
  const read = readQuantity(field, text);
  if (!read.ok) return read;
  return read.value === null || isZero(read.value)
    ? refuse({ kind: 'QuantityInvalid', field, text: text ?? '' })
    : ok(read.value);
}

/** A name given by an outside system: system, type and value, none of them blank. */
export function readExternalId(key: ExternalKey, field: readonly string[]): Result<ExternalKey, FieldRefusal> {
  const [sourceSystemId, type, value] = [readText(key.sourceSystemId), readText(key.type), readText(key.value)];
  if (sourceSystemId === null || type === null || value === null) return refuse({ kind: 'ExternalIdInvalid', field });
  return ok({ sourceSystemId, type, value });
}

/** External ids, each with system, type and value. */
export function readExternalIds(keys: Optional<readonly ExternalKey[]>): Result<readonly ExternalKey[], FieldRefusal> {
  const read: ExternalKey[] = [];
  for (const [index, key] of (keys ?? []).entries()) {
    const one = readExternalId(key, ['externalIds', String(index)]);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
}
