import type { ExternalKey } from '@sightline/contracts/identities';
import type { WorkOrderEventKind, WorkOrderReportPayload } from '@sightline/contracts/events/work-order.v1';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import {
  readEnvelope,
  readExternalId,
  readInstant,
  readQuantity,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { compareInstants } from '@sightline/kit/time/instant';
import type { Refusal } from './refusals';

/** The schema's WorkOrderEventInput. */
export interface WorkOrderEventInput {
  source: SourceEnvelopeInput;
  workOrder: ExternalKey;
  event: WorkOrderEventKind;
  quantity?: Optional<string>;
  scrappedQuantity?: Optional<string>;
  reworkedQuantity?: Optional<string>;
  mesState?: Optional<string>;
  erpState?: Optional<string>;
  plannedStart?: Optional<string>;
  plannedFinish?: Optional<string>;
  reason?: Optional<string>;
}

/** An event as read from an input. */
export interface ReportFact extends StampedSource {
  workOrder: ExternalKey;
  payload: WorkOrderReportPayload;
}

/** Which quantities an event carries; every other one is a mistake of the sender, and not silently dropped. */
const CARRIED: Readonly<Partial<Record<WorkOrderEventKind, readonly (keyof Quantities)[]>>> = {
  REPORTED: ['quantity', 'scrappedQuantity', 'reworkedQuantity'],
  COMPLETED: ['quantity', 'scrappedQuantity', 'reworkedQuantity'],
  POSTED: ['quantity'],
};

type Quantities = Pick<WorkOrderReportPayload, 'quantity' | 'scrappedQuantity' | 'reworkedQuantity'>;
type Plan = Pick<WorkOrderReportPayload, 'plannedStart' | 'plannedFinish'>;

/** @param timeZone  of the order's plant; null when it is not known */
export function readWorkOrderEventInput(
  input: WorkOrderEventInput,
  timeZone: string | null,
): Result<ReportFact, Refusal> {
  const stamped = readEnvelope(input, timeZone);
  if (!stamped.ok) return stamped;
  const workOrder = readExternalId(input.workOrder, ['workOrder']);
  if (!workOrder.ok) return workOrder;
  const quantities = readQuantities(input);
  if (!quantities.ok) return quantities;
  const plan = readPlan(input);
  if (!plan.ok) return plan;
  const { source, occurred, recorded } = stamped.value;
  return ok({
    source,
    occurred,
    recorded,
    workOrder: workOrder.value,
    payload: {
      event: input.event,
      quantity: quantities.value.quantity,
      scrappedQuantity: quantities.value.scrappedQuantity,
      reworkedQuantity: quantities.value.reworkedQuantity,
      mesState: readText(input.mesState),
      erpState: readText(input.erpState),
      plannedStart: plan.value.plannedStart,
      plannedFinish: plan.value.plannedFinish,
      reason: readText(input.reason),
    },
  });
}

function readQuantities(input: WorkOrderEventInput): Result<Quantities, Refusal> {
  const read: Quantities = { quantity: null, scrappedQuantity: null, reworkedQuantity: null };
  for (const field of ['quantity', 'scrappedQuantity', 'reworkedQuantity'] as const) {
    if (input[field] == null) continue;
    if (!(CARRIED[input.event] ?? []).includes(field))
      return refuse({ kind: 'QuantityNotExpected', field, event: input.event });
    const quantity = readQuantity(field, input[field]);
    if (!quantity.ok) return quantity;
    read[field] = quantity.value;
  }
  if (input.event === 'POSTED' && read.quantity === null) return refuse({ kind: 'QuantityMissing', event: 'POSTED' });
  return ok(read);
}

function readPlan(input: WorkOrderEventInput): Result<Plan, Refusal> {
  const read: Plan = { plannedStart: null, plannedFinish: null };
  for (const field of ['plannedStart', 'plannedFinish'] as const) {
    if (input[field] == null) continue;
    if (input.event !== 'RESCHEDULED') return refuse({ kind: 'PlanNotExpected', field, event: input.event });
    const instant = readInstant(field, input[field]);
    if (!instant.ok) return instant;
    read[field] = instant.value;
  }
  if (input.event === 'RESCHEDULED' && read.plannedStart === null && read.plannedFinish === null)
    return refuse({ kind: 'PlanMissing' });
  if (
    read.plannedStart !== null &&
    read.plannedFinish !== null &&
    compareInstants(read.plannedStart, read.plannedFinish) > 0
  )
    return refuse({ kind: 'PlanInverted' });
  return ok(read);
}
