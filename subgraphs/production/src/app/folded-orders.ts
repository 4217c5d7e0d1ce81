import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import { factsKnown, spanOf, type FactSpan } from '@sightline/kit/facts/facts-known';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { FigureGround } from '@sightline/kit/figures/figure-ground';
import { knownUntil } from '@sightline/kit/figures/figure-pin';
import { foldedAt } from '@sightline/kit/figures/folded-past';
import { foldSteps } from '@sightline/kit/figures/fold-steps';
import { eachInTurns } from '@sightline/kit/figures/in-turns';
import type { FoldSteps } from '@sightline/kit/figures/shared-folds';
import { judgeContexts } from '../data/plant.repository';
import { historiesOf, visibleOrderIds } from '../data/work-order-history';
import { foldWorkOrder } from '../domain/fold-work-order';
import { judgeOrder } from '../domain/judge-order';
import type { WorkOrder } from '../domain/work-order';

interface FoldedOrder {
  contributions: readonly Contribution[];
  span: FactSpan;
}

/** What work orders come to as they were and as the books had them at an instant: folded out of their facts and judged. */
export async function foldedOrders(
  ground: FigureGround,
  pos: number,
  instant: RequestInstant,
): Promise<readonly Contribution[]> {
  const orders = { what: 'orders', ids: visibleOrderIds, steps: (at: RequestInstant) => stepsOf(ground, at) };
  const rows = await foldedAt(ground, orders, pos, instant);
  return [...rows.values()].flatMap(({ contributions }) => contributions);
}

const stepsOf = (ground: FigureGround, instant: RequestInstant): FoldSteps<FoldedOrder> =>
  foldSteps<FoldedOrder>(ground, {
    subjectType: 'WorkOrder',
    unsettling: [PLANT_REGISTERED_V1],
    ids: visibleOrderIds,
    fold: async (manager, ids, until) => {
      const found = new Map<string, { order: WorkOrder; span: FactSpan }>();
      await eachInTurns(await historiesOf(manager, ids, await knownUntil(manager, until, instant)), ([id, events]) => {
        // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what the
        // stored contributions include.
        const order = foldWorkOrder(isPresent(instant) ? events : factsKnown(events, instant));
        if (order !== null) found.set(id, { order, span: spanOf(events) });
      });
      const contextOf = await judgeContexts(
        manager,
        [...found.values()].map(({ order }) => order),
      );
      return new Map(
        [...found].map(([id, { order, span }]) => [id, { contributions: judgeOrder(order, contextOf(order)), span }]),
      );
    },
  });
