import type { ExternalKey } from '@sightline/contracts/identities';
import type { WorkOrderEventKind } from '@sightline/contracts/events/work-order.v1';
import {
  fieldRefusalAsError,
  isFieldRefusal,
  quoted,
  refusalAsError,
  type FieldRefusal,
  type RefusalAsError,
} from '@sightline/kit/door/field-refusals';
import { match } from '@sightline/kit/result/result';

/** Every way in which production says no to a fact, or lets it wait. */
export type Refusal = FieldRefusal | OwnRefusal;

type OwnRefusal =
  | { kind: 'PlantCodeInvalid'; plantCode: string }
  | { kind: 'PlanInverted' }
  | { kind: 'QuantityNotExpected'; field: string; event: WorkOrderEventKind }
  | { kind: 'QuantityMissing'; event: WorkOrderEventKind }
  | { kind: 'PlanMissing' }
  | { kind: 'PlanNotExpected'; field: string; event: WorkOrderEventKind }
  | { kind: 'WorkOrderUnknown'; workOrder: ExternalKey };

/** The refusal in words; its code is stable and part of the API. */
export const refusalInWords = (refusal: Refusal): RefusalAsError =>
  isFieldRefusal(refusal)
    ? fieldRefusalAsError(refusal)
    : match<OwnRefusal, RefusalAsError>(refusal, {
        PlantCodeInvalid: ({ plantCode }) =>
          refusalAsError(
            'PLANT_CODE_INVALID',
            ['plantCode'],
            `${quoted(plantCode)} holds a slash, which parts plant and number in the names of work orders.`,
          ),
        PlanInverted: () =>
          refusalAsError('PLAN_INVERTED', ['plannedFinish'], 'The planned finish lies before the planned start.'),
        QuantityNotExpected: ({ field, event }) =>
          refusalAsError('QUANTITY_NOT_EXPECTED', [field], `${event} carries no ${field}.`),
        QuantityMissing: ({ event }) =>
          refusalAsError('QUANTITY_MISSING', ['quantity'], `${event} needs the quantity that it is about.`),
        PlanMissing: () =>
          refusalAsError('PLAN_MISSING', ['plannedFinish'], 'RESCHEDULED needs a new start or a new finish.'),
        PlanNotExpected: ({ field, event }) =>
          refusalAsError('PLAN_NOT_EXPECTED', [field], `${event} carries no ${field}; RESCHEDULED does.`),
        WorkOrderUnknown: ({ workOrder }) =>
          refusalAsError(
            'WORK_ORDER_UNKNOWN',
            ['workOrder'],
            `No work order is called ${quoted(workOrder.value)} yet; the fact waits for its release.`,
          ),
      });
