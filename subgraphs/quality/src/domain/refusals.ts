import { fieldRefusalAsError, isFieldRefusal, quoted, refusalAsError } from '@sightline/kit/door/field-refusals';
import type { FieldRefusal, RefusalAsError } from '@sightline/kit/door/field-refusals';
import { match } from '@sightline/kit/result/result';

/** How quality says no to an inspection, or lets it wait, beside what every door says. */
export type InspectionRefusal =
  | { kind: 'DecisionMissing' }
  | { kind: 'DecisionMisplaced'; event: string }
  | { kind: 'DispositionMissing' }
  | { kind: 'ReasonMissing' }
  | { kind: 'SampleSizeInvalid'; sampleSize: number }
  | { kind: 'DefectsExceedSample'; defective: string; sampleSize: number }
  | { kind: 'DefectsExceedLot'; defective: string; lotQuantity: string }
  | { kind: 'QuantitiesDoNotAddUp'; lotQuantity: string }
  | { kind: 'UnitNotOfLot'; unitOfMeasure: string; lotUnit: string }
  | { kind: 'LotQuantityUnknown' }
  | { kind: 'LotUnknown' }
  | { kind: 'GoodsReceiptUnknown' }
  | { kind: 'PurchaseOrderLineUnknown' }
  | { kind: 'LotNotClosed' }
  | { kind: 'LotAlreadyDecided' };

export type Refusal = FieldRefusal | InspectionRefusal;

/** A refusal in the words of the API: a stable code, the field at fault, and a sentence. */
export const refusalInWords = (refusal: Refusal): RefusalAsError =>
  isFieldRefusal(refusal)
    ? fieldRefusalAsError(refusal)
    : match<InspectionRefusal, RefusalAsError>(refusal, {
        DecisionMissing: () => refusalAsError('DECISION_MISSING', ['decision'], 'DECIDED needs the decision.'),
        DecisionMisplaced: ({ event }) =>
          refusalAsError('DECISION_MISPLACED', ['decision'], `A decision comes with DECIDED, not with ${event}.`),
        DispositionMissing: () =>
          refusalAsError('DISPOSITION_MISSING', ['disposition'], 'DISPOSITIONED needs the disposition.'),
        ReasonMissing: () => refusalAsError('REASON_MISSING', ['reason'], 'A lot is not reopened without a reason.'),
        SampleSizeInvalid: ({ sampleSize }) =>
          refusalAsError('SAMPLE_SIZE_INVALID', ['sampleSize'], `A sample has 1 unit or more, not ${sampleSize}.`),
        DefectsExceedSample: ({ defective, sampleSize }) =>
          refusalAsError(
            'DEFECTS_EXCEED_SAMPLE',
            ['defectiveInSample'],
            `${quoted(defective)} defective units cannot be in a sample of ${sampleSize}.`,
          ),
        DefectsExceedLot: ({ defective, lotQuantity }) =>
          refusalAsError(
            'DEFECTS_EXCEED_LOT',
            ['defectiveAfterSort'],
            `${quoted(defective)} defective units cannot be in a lot of ${lotQuantity}.`,
          ),
        QuantitiesDoNotAddUp: ({ lotQuantity }) =>
          refusalAsError(
            'QUANTITIES_DO_NOT_ADD_UP',
            ['acceptedQuantity'],
            `Accepted and rejected have to make up the lot of ${lotQuantity}, as the decision says; in part means more than 0 of each.`,
          ),
        UnitNotOfLot: ({ unitOfMeasure, lotUnit }) =>
          refusalAsError(
            'UNIT_NOT_OF_LOT',
            ['unitOfMeasure'],
            `The lot is counted in ${lotUnit}; how many of those a ${quoted(unitOfMeasure)} has is not known.`,
          ),
        LotQuantityUnknown: () =>
          refusalAsError(
            'LOT_QUANTITY_UNKNOWN',
            ['lotQuantity'],
            'Neither this fact nor a receipt says how much there is, and in which unit.',
          ),
        LotUnknown: () =>
          refusalAsError(
            'INSPECTION_LOT_UNKNOWN',
            ['inspectionLot'],
            'No lot has this name yet; the fact waits for it.',
          ),
        GoodsReceiptUnknown: () =>
          refusalAsError(
            'GOODS_RECEIPT_UNKNOWN',
            ['goodsReceipt'],
            'The receipt is not known yet; the fact waits for it.',
          ),
        PurchaseOrderLineUnknown: () =>
          refusalAsError(
            'PURCHASE_ORDER_LINE_UNKNOWN',
            ['purchaseOrderLine'],
            'No order line has this name yet; the fact waits for it.',
          ),
        LotNotClosed: () =>
          refusalAsError('LOT_NOT_CLOSED', ['event'], 'Only a closed lot is reopened; the fact waits for its closing.'),
        LotAlreadyDecided: () =>
          refusalAsError(
            'LOT_ALREADY_DECIDED',
            ['event'],
            'The lot is decided on; another decision waits until it is reopened. To correct a decision, name it in correctionOf.',
          ),
      });
