import type { EntityManager } from 'typeorm';
import { eventIdOfFact } from '@sightline/contracts/identities';
import { admitFacts, type DoorResult } from '@sightline/kit/door/admit-facts';
import { plantZonesOfLines } from '../data/line.repository';
import type { Refusal } from '../domain/refusals';
import { readMilestoneInput, type PurchaseOrderLineEventInput } from '../domain/validate-milestone-input';
import { applyLineFacts } from './apply-line-facts';
import { doorOutcome } from './send-purchase-order-lines';

/**
 * Takes in what happened to order lines between order and stock. A milestone of a line that is not known waits for it.
 *
 * @param now  instant of ingestion, RFC 3339
 */
export async function recordPurchaseOrderLineEvents(
  manager: EntityManager,
  inputs: readonly PurchaseOrderLineEventInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  const zoneOf = await plantZonesOfLines(
    manager,
    inputs.map((input) => input.purchaseOrderLine),
  );
  const readings = inputs.map((input) => readMilestoneInput(input, zoneOf(input.purchaseOrderLine)));
  return admitFacts(manager, inputs, readings, {
    kind: 'PURCHASE_ORDER_LINES',
    now,
    subjectIdOf: (fact) => fact.lineId,
    saidOf: (fact) => [fact.purchaseOrderLine, fact.payload],
    apply: async (facts) => {
      const applied = await applyLineFacts(
        manager,
        facts.map((fact) => ({
          kind: 'MILESTONE' as const,
          eventId: eventIdOfFact(fact.source),
          source: fact.source,
          occurred: fact.occurred,
          recorded: fact.recorded,
          purchaseOrderLine: fact.purchaseOrderLine,
          payload: fact.payload,
        })),
        now,
      );
      return applied.map((outcome, index) => doorOutcome(outcome, facts[index]!.lineId));
    },
  });
}
