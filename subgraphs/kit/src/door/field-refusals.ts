import type { TextFault } from '@sightline/contracts/fact-texts';
import type { EnvelopeRefusalCode } from '@sightline/contracts/source-envelope';
import { match } from '../result/result';

/**
 * How every door says no to a fact that does not read well. A subgraph's own refusals stand beside these in its union.
 * `field` is the path within the fact's input.
 */
export type FieldRefusal =
  | { kind: 'EnvelopeRefused'; code: EnvelopeRefusalCode; field: readonly string[]; message: string }
  | ({ kind: 'TextRefused' } & TextFault)
  | { kind: 'IdempotencyKeyReused'; idempotencyKey: string }
  | { kind: 'CorrectedFactUnknown'; correctionOf: string }
  | { kind: 'TextMissing'; field: string }
  | { kind: 'QuantityInvalid'; field: string; text: string }
  | { kind: 'DateInvalid'; field: string; text: string }
  | { kind: 'TimeAmbiguous'; field: string }
  | { kind: 'TimeZoneUnknown'; timeZone: string }
  | { kind: 'ExternalIdInvalid'; field: readonly string[] };

/** A refusal as the API says it. */
export interface RefusalAsError {
  /** Stable, part of the API. */
  code: string;
  field: readonly string[] | null;
  message: string;
}

export const refusalAsError = (code: string, field: readonly string[] | null, message: string): RefusalAsError => ({
  code,
  field,
  message,
});

/** Foreign text in a message: short, its control characters visible. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

const FIELD_REFUSAL_KINDS: ReadonlySet<string> = new Set<FieldRefusal['kind']>([
  'EnvelopeRefused',
  'TextRefused',
  'IdempotencyKeyReused',
  'CorrectedFactUnknown',
  'TextMissing',
  'QuantityInvalid',
  'DateInvalid',
  'TimeAmbiguous',
  'TimeZoneUnknown',
  'ExternalIdInvalid',
]);

/** True for a refusal that every door knows, so that a subgraph words only its own. */
export const isFieldRefusal = <Other extends { kind: string }>(
  refusal: FieldRefusal | Other,
): refusal is FieldRefusal => FIELD_REFUSAL_KINDS.has(refusal.kind);

/** The refusal in words. */
export const fieldRefusalAsError = (refusal: FieldRefusal): RefusalAsError =>
  match<FieldRefusal, RefusalAsError>(refusal, {
    EnvelopeRefused: ({ code, field, message }) => refusalAsError(code, field, message),
    TextRefused: ({ code, field, message }) => refusalAsError(code, field, message),
    IdempotencyKeyReused: ({ idempotencyKey }) =>
      refusalAsError(
        'IDEMPOTENCY_KEY_REUSED',
        ['source', 'idempotencyKey'],
        `${quoted(idempotencyKey)} has already been used for another fact; the first one stays.`,
      ),
    CorrectedFactUnknown: ({ correctionOf }) =>
      refusalAsError(
        'CORRECTED_FACT_UNKNOWN',
        ['source', 'correctionOf'],
        `No fact ${quoted(correctionOf)} is known that this one could correct.`,
      ),
    TextMissing: ({ field }) => refusalAsError('TEXT_MISSING', [field], `${field} is empty.`),
    QuantityInvalid: ({ field, text }) =>
      refusalAsError('QUANTITY_INVALID', [field], `${quoted(text)} is not a decimal number that can stand here.`),
    DateInvalid: ({ field, text }) =>
      refusalAsError(
        'DATE_INVALID',
        [field],
        `${quoted(text)} is not a date or instant of the calendar in the years 1900 to 9000.`,
      ),
    TimeAmbiguous: ({ field }) =>
      refusalAsError(
        'TIME_AMBIGUOUS',
        [`${field}At`],
        `At most one of ${field}At and ${field}On can be given: an instant, or the day alone.`,
      ),
    TimeZoneUnknown: ({ timeZone }) =>
      refusalAsError(
        'TIME_ZONE_UNKNOWN',
        ['timeZone'],
        `${quoted(timeZone)} is not a time zone, such as Europe/Berlin or UTC.`,
      ),
    ExternalIdInvalid: ({ field }) =>
      refusalAsError('EXTERNAL_ID_INVALID', field, 'An external id needs its system, its type and its value.'),
  });
