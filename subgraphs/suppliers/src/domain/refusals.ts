import type { TextFault } from '@sightline/contracts/fact-texts';
import type { EnvelopeRefusalCode } from '@sightline/contracts/source-envelope';
import { match } from '@sightline/kit/result/result';

/**
 * Every way in which suppliers says no to a fact. Each becomes one `userErrors` entry with a stable code.
 * `field` is the path within the fact's input.
 */
export type Refusal =
  | { kind: 'EnvelopeRefused'; code: EnvelopeRefusalCode; field: readonly string[]; message: string }
  | ({ kind: 'TextRefused' } & TextFault)
  | { kind: 'IdempotencyKeyReused'; idempotencyKey: string }
  | { kind: 'CorrectedFactUnknown'; correctionOf: string }
  | { kind: 'ImportUnknown'; importId: string }
  | { kind: 'ImportNotOpen'; importId: string }
  | { kind: 'SupplierUnknown'; supplierCode: string }
  | { kind: 'PurchaseOrderLineUnknown'; value: string }
  | { kind: 'SupplierMissing' }
  | { kind: 'SupplierOfTransfer'; supplierCode: string }
  | { kind: 'OrderNumberMissing' }
  | { kind: 'TextMissing'; field: string }
  | { kind: 'ScheduleNumberInvalid'; scheduleNumber: number }
  | { kind: 'QuantityInvalid'; text: string }
  | { kind: 'UnitMissing' }
  | { kind: 'ValueInvalid'; text: string }
  | { kind: 'CurrencyMissing' }
  | { kind: 'CurrencyInvalid'; text: string }
  | { kind: 'DateInvalid'; field: string; text: string }
  | { kind: 'TimeAmbiguous'; field: string }
  | { kind: 'ExternalIdInvalid'; index: number }
  | { kind: 'CommitDateMissing' }
  | { kind: 'CommitDateMisplaced'; milestone: string };

export interface RefusalAsError {
  /** Stable, part of the API. */
  code: string;
  field: readonly string[] | null;
  message: string;
}

const error = (code: string, field: readonly string[] | null, message: string): RefusalAsError => ({
  code,
  field,
  message,
});

/** Foreign text in a message: short, its control characters visible. */
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The refusal as the API says it. */
export const userErrorOf = (refusal: Refusal): RefusalAsError =>
  match<Refusal, RefusalAsError>(refusal, {
    EnvelopeRefused: ({ code, field, message }) => error(code, field, message),
    TextRefused: ({ code, field, message }) => error(code, field, message),
    IdempotencyKeyReused: ({ idempotencyKey }) =>
      error(
        'IDEMPOTENCY_KEY_REUSED',
        ['source', 'idempotencyKey'],
        `${quoted(idempotencyKey)} has already been used for another fact; the first one stays.`,
      ),
    CorrectedFactUnknown: ({ correctionOf }) =>
      error(
        'CORRECTED_FACT_UNKNOWN',
        ['source', 'correctionOf'],
        `No fact ${quoted(correctionOf)} is known that this one could correct.`,
      ),
    ImportUnknown: ({ importId }) =>
      error('IMPORT_UNKNOWN', ['source', 'importId'], `No import ${quoted(importId)} was begun.`),
    ImportNotOpen: ({ importId }) =>
      error('IMPORT_NOT_OPEN', ['source', 'importId'], `The import ${quoted(importId)} is sealed or dropped.`),
    SupplierUnknown: ({ supplierCode }) =>
      error(
        'SUPPLIER_UNKNOWN',
        ['supplierCode'],
        `No supplier has the code ${quoted(supplierCode)}; the line waits until it is onboarded.`,
      ),
    PurchaseOrderLineUnknown: ({ value }) =>
      error(
        'PURCHASE_ORDER_LINE_UNKNOWN',
        ['purchaseOrderLine'],
        `No order line is known as ${quoted(value)}; the fact waits for it.`,
      ),
    SupplierMissing: () =>
      error('SUPPLIER_MISSING', ['supplierCode'], 'A purchased line names its supplier; only a transfer has none.'),
    SupplierOfTransfer: ({ supplierCode }) =>
      error(
        'SUPPLIER_OF_TRANSFER',
        ['supplierCode'],
        `A transfer comes from a site of our own, not from the supplier ${quoted(supplierCode)}.`,
      ),
    OrderNumberMissing: () => error('ORDER_NUMBER_MISSING', ['orderNumber'], 'The order has no number.'),
    TextMissing: ({ field }) => error('TEXT_MISSING', [field], `${field} is empty.`),
    ScheduleNumberInvalid: ({ scheduleNumber }) =>
      error(
        'SCHEDULE_NUMBER_INVALID',
        ['scheduleNumber'],
        `${scheduleNumber} is not the number of a schedule; they begin with 1.`,
      ),
    QuantityInvalid: ({ text }) => error('QUANTITY_INVALID', ['quantity'], `${quoted(text)} is not a quantity.`),
    UnitMissing: () => error('UNIT_MISSING', ['unitOfMeasure'], 'The quantity has no unit.'),
    ValueInvalid: ({ text }) => error('VALUE_INVALID', ['value'], `${quoted(text)} is not an amount of money.`),
    CurrencyMissing: () => error('CURRENCY_MISSING', ['currency'], 'The value has no currency.'),
    CurrencyInvalid: ({ text }) => error('CURRENCY_INVALID', ['currency'], `${quoted(text)} is not an ISO 4217 code.`),
    DateInvalid: ({ field, text }) =>
      error(
        'DATE_INVALID',
        [field],
        `${quoted(text)} is not a date or instant of the calendar in the years 1900 to 9000.`,
      ),
    TimeAmbiguous: ({ field }) =>
      error(
        'TIME_AMBIGUOUS',
        [`${field}At`],
        `At most one of ${field}At and ${field}On can be given: an instant, or the day alone.`,
      ),
    ExternalIdInvalid: ({ index }) =>
      error(
        'EXTERNAL_ID_INVALID',
        ['externalIds', String(index)],
        'An external id needs its system, its type and its value.',
      ),
    CommitDateMissing: () => error('COMMIT_DATE_MISSING', ['date'], 'A commitment names the date committed to.'),
    CommitDateMisplaced: ({ milestone }) =>
      error(
        'COMMIT_DATE_MISPLACED',
        ['date'],
        `Only a commitment or an acknowledgement promises a date; ${milestone} has happened or not.`,
      ),
  });

/** What becomes of the fact: one that only waits for an earlier fact is parked, anything else refused. */
export const outcomeOf = (refusal: Refusal): 'PARKED' | 'REFUSED' =>
  refusal.kind === 'SupplierUnknown' || refusal.kind === 'PurchaseOrderLineUnknown' ? 'PARKED' : 'REFUSED';
