import type { EntityManager } from 'typeorm';
import { eventIdOfFact, plantIdOf } from '@sightline/contracts/identities';
import { admitFacts, type DoorResult } from '@sightline/kit/door/admit-facts';
import { plantTimeZones } from '../data/plant.repository';
import { readWorkOrderInput, type WorkOrderInput } from '../domain/read-work-order-input';
import type { Refusal } from '../domain/refusals';
import { applyWorkOrderFacts } from './apply-work-order-facts';

/**
 * Takes in work orders as their sources release them. An order released again with other terms is a change of the same
 * order; reports that came before the release are applied behind it.
 *
 * @param now  instant of ingestion, RFC 3339
 */
export async function releaseWorkOrders(
  manager: EntityManager,
  inputs: readonly WorkOrderInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  const plantIdsOf = inputs.map((input) => plantIdOf(input.plantCode.trim()));
  const zones = await plantTimeZones(manager, [...new Set(plantIdsOf)]);
  const readings = inputs.map((input, index) => readWorkOrderInput(input, zones.get(plantIdsOf[index]!) ?? null));
  return admitFacts(manager, inputs, readings, {
    kind: 'WORK_ORDERS',
    now,
    subjectIdOf: (fact) => fact.workOrderId,
    saidOf: (fact) => fact.terms,
    apply: async (facts) => {
      const applied = await applyWorkOrderFacts(
        manager,
        facts.map(({ source, occurred, recorded, workOrderId, keys, terms }) => ({
          kind: 'RELEASE',
          eventId: eventIdOfFact(source),
          source,
          occurred,
          recorded,
          workOrderId,
          keys,
          terms,
        })),
        now,
      );
      return applied.map(({ workOrderId }, index) => ({
        kind: 'APPLIED',
        subjectId: workOrderId ?? facts[index]!.workOrderId,
      }));
    },
  });
}
