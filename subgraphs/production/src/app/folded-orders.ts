import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import { factsKnown } from '@sightline/kit/facts/facts-known';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { FigureGround } from '@sightline/kit/figures/figure-ground';
import { instantKey, knownUntil } from '@sightline/kit/figures/figure-pin';
import { foldSteps } from '@sightline/kit/figures/fold-steps';
import { eachInTurns } from '@sightline/kit/figures/in-turns';
import { judgeContexts } from '../data/plant.repository';
import { historiesOf, visibleOrderIds } from '../data/work-order-history';
import { foldWorkOrder } from '../domain/fold-work-order';
import { judgeOrder } from '../domain/judge-order';
import type { WorkOrder } from '../domain/work-order';

/** What work orders come to as they were and as the books had them at an instant: folded out of their facts and judged. */
export async function foldedOrders(
  ground: FigureGround,
  pos: number,
  instant: RequestInstant,
): Promise<readonly Contribution[]> {
  const steps = foldSteps<readonly Contribution[]>(ground, {
    subjectType: 'WorkOrder',
    unsettling: [PLANT_REGISTERED_V1],
    ids: visibleOrderIds,
    fold: async (manager, ids, until) => {
      const found = new Map<string, WorkOrder>();
      await eachInTurns(await historiesOf(manager, ids, await knownUntil(manager, until, instant)), ([id, events]) => {
        // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what the
        // stored contributions include.
        const order = foldWorkOrder(isPresent(instant) ? events : factsKnown(events, instant));
        if (order !== null) found.set(id, order);
      });
      const contextOf = await judgeContexts(manager, [...found.values()]);
      return new Map([...found].map(([id, order]) => [id, judgeOrder(order, contextOf(order))]));
    },
  });
  const rows = await ground.folded(['orders', instantKey(instant)], pos, steps);
  return [...rows.values()].flat();
}
