import type { LineMilestone, MilestonePayload, PartyName } from '@sightline/contracts/events/purchase-order-line.v1';
import { purchaseOrderLineIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { readDay, readEnvelope, readExternalIds, readText, type Optional } from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { readMovedQuantity } from './read-amounts';
import type { Refusal } from './refusals';

/** The input of recordPurchaseOrderLineEvents (ours, additive). */
export interface PurchaseOrderLineEventInput {
  source: SourceEnvelopeInput;
  purchaseOrderLine: ExternalKey;
  milestone: LineMilestone;
  quantity?: Optional<string>;
  /** The date promised, for COMMITTED, or for ACKNOWLEDGED when it promises one. */
  date?: Optional<string>;
  by?: Optional<PartyName>;
  reason?: Optional<string>;
  shipmentNumber?: Optional<string>;
}

export interface MilestoneFact extends StampedSource {
  /** Id of a line whose own key this is; a line that merely bears it among its external ids is found by the caller. */
  lineId: string;
  purchaseOrderLine: ExternalKey;
  payload: MilestonePayload;
}

/** Who usually reports a milestone, where the fact does not say. */
const usualParty: Readonly<Record<LineMilestone, PartyName>> = {
  CREATED: 'BUYER',
  SENT: 'BUYER',
  ACKNOWLEDGED: 'SUPPLIER',
  COMMITTED: 'SUPPLIER',
  SHIPPED: 'SUPPLIER',
  HANDED_OVER: 'SUPPLIER',
  ARRIVED: 'THIRD_PARTY',
  ACCEPTED: 'BUYER',
  AVAILABLE: 'BUYER',
  RETURNED: 'BUYER',
  CANCELLED: 'BUYER',
  CLOSED: 'BUYER',
};

/** Judges one milestone as it comes through the door. */
export function readMilestoneInput(
  input: PurchaseOrderLineEventInput,
  plantTimeZone: string | null,
): Result<MilestoneFact, Refusal> {
  const envelope = readEnvelope(input, plantTimeZone);
  if (!envelope.ok) return envelope;
  const keys = readExternalIds([input.purchaseOrderLine]);
  const purchaseOrderLine = keys.ok ? keys.value[0] : undefined;
  if (purchaseOrderLine === undefined) return refuse({ kind: 'TextMissing', field: 'purchaseOrderLine' });
  const quantity = readMovedQuantity(input.quantity, envelope.value.source.correctionOf !== null);
  if (!quantity.ok) return quantity;
  const date = readDay('date', input.date);
  if (!date.ok) return date;
  if (input.milestone === 'COMMITTED' && date.value === null) return refuse({ kind: 'CommitDateMissing' });
  if (date.value !== null && input.milestone !== 'COMMITTED' && input.milestone !== 'ACKNOWLEDGED') {
    return refuse({ kind: 'CommitDateMisplaced', milestone: input.milestone });
  }
  const { source, occurred, recorded } = envelope.value;
  return ok({
    source,
    occurred,
    recorded,
    lineId: purchaseOrderLineIdOf(purchaseOrderLine),
    purchaseOrderLine,
    payload: {
      milestone: input.milestone,
      quantity: quantity.value,
      date: date.value,
      by: input.by ?? usualParty[input.milestone],
      reason: readText(input.reason),
      shipmentNumber: readText(input.shipmentNumber),
    },
  });
}
