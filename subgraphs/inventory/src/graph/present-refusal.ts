import { userError, type FactResult, type UserError } from '@sightline/kit/graph/facts-payload';
import { match } from '@sightline/kit/result/result';
import type { Taken } from '../app/admit-facts';
import type { Refusal } from '../domain/refusals';

/** Foreign text in a message: short, its control characters visible. */
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A refusal as the API says it: a stable code and words. */
export const presentRefusal = (refusal: Refusal): UserError =>
  match<Refusal, UserError>(refusal, {
    EnvelopeRefused: ({ code, field, message }) => userError(code, field, message),
    TextRefused: ({ code, field, message }) => userError(code, field, message),
    IdempotencyKeyReused: ({ idempotencyKey }) =>
      userError(
        'IDEMPOTENCY_KEY_REUSED',
        ['source', 'idempotencyKey'],
        `${quoted(idempotencyKey)} has already been used for another fact; the first one stays.`,
      ),
    CorrectedFactUnknown: ({ correctionOf }) =>
      userError(
        'CORRECTED_FACT_UNKNOWN',
        ['source', 'correctionOf'],
        `No fact ${quoted(correctionOf)} is known that this one could correct.`,
      ),
    TextMissing: ({ field }) => userError('TEXT_MISSING', [field], `${field} is empty.`),
    QuantityInvalid: ({ text }) =>
      userError('QUANTITY_INVALID', ['quantity'], `${quoted(text)} is not a decimal number of 0 or more.`),
    UnitWithoutQuantity: () =>
      userError('UNIT_WITHOUT_QUANTITY', ['unitOfMeasure'], 'A unit says nothing without a quantity.'),
    TimeZoneUnknown: ({ timeZone }) =>
      userError(
        'TIME_ZONE_UNKNOWN',
        ['timeZone'],
        `${quoted(timeZone)} is not a time zone, such as Europe/Berlin or UTC.`,
      ),
    ExternalIdInvalid: ({ field }) =>
      userError('EXTERNAL_ID_INVALID', field, 'An external id needs its system, its type and its value.'),
  });

/** What became of a fact, as the API says it. */
export const presentTaken = (idempotencyKey: string, taken: Taken): FactResult =>
  taken.outcome === 'REFUSED'
    ? { idempotencyKey, outcome: 'REFUSED', subjectId: null, userErrors: [presentRefusal(taken.refusal)] }
    : { idempotencyKey, outcome: taken.outcome, subjectId: taken.subjectId, userErrors: [] };
