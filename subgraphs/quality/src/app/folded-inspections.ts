import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { SUPPLIER_ONBOARDED_V1 } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import { factsKnown, spanOf, type FactSpan } from '@sightline/kit/facts/facts-known';
import type { ContributionSource } from '@sightline/kit/figures/contribution';
import type { FigureGround } from '@sightline/kit/figures/figure-ground';
import { foldedPin, knownUntil } from '@sightline/kit/figures/figure-pin';
import { foldedAt } from '@sightline/kit/figures/folded-past';
import { foldSteps } from '@sightline/kit/figures/fold-steps';
import { eachInTurns } from '@sightline/kit/figures/in-turns';
import { JudgedRows } from '@sightline/kit/figures/judged-rows';
import { memorySource } from '@sightline/kit/figures/memory-source';
import type { FoldSteps } from '@sightline/kit/figures/shared-folds';
import { historiesAt, visibleLotIds } from '../data/inspection-history';
import { judgeContexts } from '../data/reference.repository';
import type { JudgeContext } from '../domain/contribution-of-inspection';
import { foldInspection } from '../domain/fold-inspection';
import type { Inspection } from '../domain/inspection-lot';
import { judgeInspection } from '../domain/judge-inspection';

interface FoldedInspection {
  inspection: Inspection;
  context: JudgeContext;
  span: FactSpan;
}

const judged = new JudgedRows<FoldedInspection>();

/** The goods as they were and as the books had them at an instant, folded out of their facts and judged by a definition. */
export function foldedInspections(
  ground: FigureGround,
  pos: number,
  definition: MetricDefinition,
  instant: RequestInstant,
): Promise<ContributionSource> {
  const pin = foldedPin(pos, instant);
  return ground.keep(JSON.stringify(['judged', definition.id, pin]), async () => {
    const all = await inspectionsAt(ground, pos, instant);
    const rows = await judged.of(all.values(), definition.id, ({ inspection, context }) =>
      judgeInspection(inspection, definition, context),
    );
    return memorySource(rows, pin);
  });
}

function inspectionsAt(
  ground: FigureGround,
  pos: number,
  instant: RequestInstant,
): Promise<ReadonlyMap<string, FoldedInspection>> {
  const inspections = { what: 'inspections', ids: visibleLotIds, steps: (at: RequestInstant) => stepsOf(ground, at) };
  return foldedAt(ground, inspections, pos, instant);
}

const stepsOf = (ground: FigureGround, instant: RequestInstant): FoldSteps<FoldedInspection> =>
  foldSteps<FoldedInspection>(ground, {
    subjectType: 'InspectionLot',
    unsettling: [SUPPLIER_ONBOARDED_V1, PLANT_REGISTERED_V1],
    ids: visibleLotIds,
    fold: async (manager, ids, until) => {
      const found = new Map<string, { inspection: Inspection; span: FactSpan }>();
      const histories = await historiesAt(manager, ids, await knownUntil(manager, until, instant));
      await eachInTurns(histories, ([id, events]) => {
        // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what the
        // stored contributions include.
        const inspection = foldInspection(isPresent(instant) ? events : factsKnown(events, instant));
        if (inspection !== null) found.set(id, { inspection, span: spanOf(events) });
      });
      const contextOf = await judgeContexts(
        manager,
        [...found.values()].map(({ inspection }) => inspection),
      );
      return new Map(
        [...found].map(([id, { inspection, span }]) => [id, { inspection, context: contextOf(inspection), span }]),
      );
    },
  });
