import type { EntityManager } from 'typeorm';
import { eventIdOfFact, WORK_ORDER_KEY_TYPE, workOrderIdOf, type ExternalKey } from '@sightline/contracts/identities';
import { admitFacts, type DoorOutcome, type DoorResult } from '@sightline/kit/door/admit-facts';
import { plantTimeZones } from '../data/plant.repository';
import { workOrderIdsByKey } from '../data/work-order-name.repository';
import { plantsOfOrders } from '../data/work-order.repository';
import { readWorkOrderEventInput, type WorkOrderEventInput } from '../domain/read-work-order-event-input';
import type { Refusal } from '../domain/refusals';
import { applyWorkOrderFacts } from './apply-work-order-facts';

/**
 * Takes in what MES and ERP report of work orders. An event of an order that is not released yet waits for it.
 *
 * @param now  instant of ingestion, RFC 3339
 */
export async function recordWorkOrderEvents(
  manager: EntityManager,
  inputs: readonly WorkOrderEventInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  const zoneOf = await plantZones(
    manager,
    inputs.map((input) => input.workOrder),
  );
  const readings = inputs.map((input) => readWorkOrderEventInput(input, zoneOf(input.workOrder)));
  return admitFacts(manager, inputs, readings, {
    kind: 'WORK_ORDERS',
    now,
    subjectIdOf: (fact) => idIfNatural(fact.workOrder),
    saidOf: (fact) => [fact.workOrder, fact.payload],
    apply: async (facts) => {
      const applied = await applyWorkOrderFacts(
        manager,
        facts.map(({ source, occurred, recorded, workOrder, payload }) => ({
          kind: 'REPORT',
          eventId: eventIdOfFact(source),
          source,
          occurred,
          recorded,
          workOrder,
          payload,
        })),
        now,
      );
      return applied.map(({ workOrderId }, index): DoorOutcome<Refusal> => {
        const { workOrder } = facts[index]!;
        return workOrderId === null
          ? {
              kind: 'PARKED',
              subjectId: idIfNatural(workOrder),
              refusal: { kind: 'WorkOrderUnknown', workOrder },
            }
          : { kind: 'APPLIED', subjectId: workOrderId };
      });
    },
  });
}

/** Plant and number make the id of an order, known before the order is; another name does not. */
const idIfNatural = (key: ExternalKey): string | null => (key.type === WORK_ORDER_KEY_TYPE ? workOrderIdOf(key) : null);

/** The time zone of the plant of a visible order, by a name of the order as it came in; null where it is not known. */
async function plantZones(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => string | null> {
  const idOf = await workOrderIdsByKey(manager, keys);
  const plants = await plantsOfOrders(manager, [...new Set(keys.flatMap((key) => idOf(key) ?? []))]);
  const zones = await plantTimeZones(manager, [...new Set(plants.values())]);
  return (key) => zones.get(plants.get(idOf(key) ?? '') ?? '') ?? null;
}
