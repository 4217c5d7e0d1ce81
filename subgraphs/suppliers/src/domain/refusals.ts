import {
  fieldRefusalAsError,
  isFieldRefusal,
  quoted,
  refusalAsError,
  type FieldRefusal,
  type RefusalAsError,
} from '@sightline/kit/door/field-refusals';
import { match } from '@sightline/kit/result/result';

/** How suppliers alone says no to a fact, or lets it wait. */
type OwnRefusal =
  | { kind: 'SupplierUnknown'; supplierCode: string }
  | { kind: 'PurchaseOrderLineUnknown'; value: string }
  | { kind: 'SupplierMissing' }
  | { kind: 'SupplierOfTransfer'; supplierCode: string }
  | { kind: 'OrderNumberMissing' }
  | { kind: 'ScheduleNumberInvalid'; scheduleNumber: number }
  | { kind: 'UnitMissing' }
  | { kind: 'ValueInvalid'; text: string }
  | { kind: 'CurrencyMissing' }
  | { kind: 'CurrencyInvalid'; text: string }
  | { kind: 'CommitDateMissing' }
  | { kind: 'CommitDateMisplaced'; milestone: string };

/** Every way in which suppliers says no to a fact. Each becomes one `userErrors` entry with a stable code. */
export type Refusal = FieldRefusal | OwnRefusal;

/** The refusal as the API says it. */
export const userErrorOf = (refusal: Refusal): RefusalAsError =>
  isFieldRefusal(refusal) ? fieldRefusalAsError(refusal) : ownRefusalAsError(refusal);

const ownRefusalAsError = (refusal: OwnRefusal): RefusalAsError =>
  match<OwnRefusal, RefusalAsError>(refusal, {
    SupplierUnknown: ({ supplierCode }) =>
      refusalAsError(
        'SUPPLIER_UNKNOWN',
        ['supplierCode'],
        `No supplier has the code ${quoted(supplierCode)}; the line waits until it is onboarded.`,
      ),
    PurchaseOrderLineUnknown: ({ value }) =>
      refusalAsError(
        'PURCHASE_ORDER_LINE_UNKNOWN',
        ['purchaseOrderLine'],
        `No order line is known as ${quoted(value)}; the fact waits for it.`,
      ),
    SupplierMissing: () =>
      refusalAsError(
        'SUPPLIER_MISSING',
        ['supplierCode'],
        'A purchased line names its supplier; only a transfer has none.',
      ),
    SupplierOfTransfer: ({ supplierCode }) =>
      refusalAsError(
        'SUPPLIER_OF_TRANSFER',
        ['supplierCode'],
        `A transfer comes from a site of our own, not from the supplier ${quoted(supplierCode)}.`,
      ),
    OrderNumberMissing: () => refusalAsError('ORDER_NUMBER_MISSING', ['orderNumber'], 'The order has no number.'),
    ScheduleNumberInvalid: ({ scheduleNumber }) =>
      refusalAsError(
        'SCHEDULE_NUMBER_INVALID',
        ['scheduleNumber'],
        `${scheduleNumber} is not the number of a schedule; they begin with 1.`,
      ),
    UnitMissing: () => refusalAsError('UNIT_MISSING', ['unitOfMeasure'], 'The quantity has no unit.'),
    ValueInvalid: ({ text }) =>
      refusalAsError('VALUE_INVALID', ['value'], `${quoted(text)} is not an amount of money.`),
    CurrencyMissing: () => refusalAsError('CURRENCY_MISSING', ['currency'], 'The value has no currency.'),
    CurrencyInvalid: ({ text }) =>
      refusalAsError('CURRENCY_INVALID', ['currency'], `${quoted(text)} is not an ISO 4217 code.`),
    CommitDateMissing: () =>
      refusalAsError('COMMIT_DATE_MISSING', ['date'], 'A commitment names the date committed to.'),
    CommitDateMisplaced: ({ milestone }) =>
      refusalAsError(
        'COMMIT_DATE_MISPLACED',
        ['date'],
        `Only a commitment or an acknowledgement promises a date; ${milestone} has happened or not.`,
      ),
  });
