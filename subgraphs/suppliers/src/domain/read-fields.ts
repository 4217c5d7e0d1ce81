import type { When } from '@sightline/contracts/events/envelope';
import { textFault } from '@sightline/contracts/fact-texts';
import type { ExternalKey } from '@sightline/contracts/identities';
import { isDayText } from '@sightline/contracts/site-day';
import {
  readSourceEnvelope,
  readWhen,
  type SourceEnvelopeInput,
  type StampedSource,
} from '@sightline/contracts/source-envelope';
import { isDecimal, isNegative, isZero } from '@sightline/kit/decimal/decimal';
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

/** A date of the calendar or null; refuses a text that is none, and a placeholder such as 9999-12-31. */
export function readDay(field: string, text: Optional<string>): Result<string | null, Refusal> {
  if (text == null) return ok(null);
  return isDayText(text) ? ok(text) : refuse({ kind: 'DateInvalid', field, text });
}

/** A stamp that may be missing, given as an instant or as a day, not both. */
export function readOptionalWhen(
  field: string,
  at: Optional<string>,
  on: Optional<string>,
  timeZone: string | null,
): Result<When | null, Refusal> {
  if (at == null && on == null) return ok(null);
  const read = readWhen(field, at, on, timeZone);
  if (read.ok) return ok(read.value);
  if (read.code === 'TIME_AMBIGUOUS') return refuse({ kind: 'TimeAmbiguous', field });
  return refuse({ kind: 'DateInvalid', field: read.field, text: at ?? on ?? '' });
}

/** An ordered quantity: an exact decimal, not negative. 0 is one: the buyer set the line to zero. */
export function readQuantity(text: string): Result<string, Refusal> {
  return isDecimal(text) && !isNegative(text) ? ok(text) : refuse({ kind: 'QuantityInvalid', text });
}

/** A quantity that moved or was cancelled: more than 0, or null for all of the line. A correction may say 0: it did not happen. */
export function readMovedQuantity(text: Optional<string>, isCorrection: boolean): Result<string | null, Refusal> {
  if (text == null) return ok(null);
  const read = readQuantity(text);
  return read.ok && isZero(read.value) && !isCorrection ? refuse({ kind: 'QuantityInvalid', text }) : read;
}

/** Value and currency: both or neither. */
export function readMoney(
  value: Optional<string>,
  currency: Optional<string>,
): Result<{ value: string | null; currency: string | null }, Refusal> {
  const code = readText(currency);
  if (code !== null && !/^[A-Z]{3}$/.test(code)) return refuse({ kind: 'CurrencyInvalid', text: code });
  if (value == null) return ok({ value: null, currency: code });
  if (!isDecimal(value) || isNegative(value)) return refuse({ kind: 'ValueInvalid', text: value });
  return code === null ? refuse({ kind: 'CurrencyMissing' }) : ok({ value, currency: code });
}

/** External ids, each with system, type and value. */
export function readExternalIds(keys: Optional<readonly ExternalKey[]>): Result<readonly ExternalKey[], Refusal> {
  const read: ExternalKey[] = [];
  for (const [index, key] of (keys ?? []).entries()) {
    const [sourceSystemId, type, value] = [readText(key.sourceSystemId), readText(key.type), readText(key.value)];
    if (sourceSystemId === null || type === null || value === null) return refuse({ kind: 'ExternalIdInvalid', index });
    read.push({ sourceSystemId, type, value });
  }
  return ok(read);
}
