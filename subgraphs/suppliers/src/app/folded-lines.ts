import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { SUPPLIER_ONBOARDED_V1 } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { ComparableSource } from '@sightline/kit/figures/comparison';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { FigureGround } from '@sightline/kit/figures/figure-ground';
import { foldedPin, instantKey, knownUntil } from '@sightline/kit/figures/figure-pin';
import { foldSteps, type FoldedKind } from '@sightline/kit/figures/fold-steps';
import { eachInTurns } from '@sightline/kit/figures/in-turns';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { judgeContexts } from '../data/judge-contexts';
import { historiesAt, visibleLineIds, type LineHistories } from '../data/line-history';
import type { JudgeContext } from '../domain/contribution-of-line';
import { factsKnown } from '../domain/facts-known';
import { foldLine } from '../domain/fold-line';
import { judgeLine } from '../domain/judge-line';
import { viewsOf, type LineViews } from '../domain/order-book';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';

export interface FoldedLine {
  line: PurchaseOrderLine;
  context: JudgeContext;
}
export interface FoldedViews {
  views: LineViews;
  context: JudgeContext;
}

const LINES = { subjectType: 'PurchaseOrderLine', unsettling: [SUPPLIER_ONBOARDED_V1, PLANT_REGISTERED_V1] };

/** Order lines folded out of their facts: for the past, and for definitions of which no contributions are kept. */
export class FoldedLines {
  constructor(private readonly ground: FigureGround) {}

  /** The lines as they were and as the books had them at an instant, by id. */
  at(pos: number, instant: RequestInstant): Promise<ReadonlyMap<string, FoldedLine>> {
    const kind: FoldedKind<FoldedLine> = {
      ...LINES,
      ids: visibleLineIds,
      fold: async (manager, ids, until) => {
        const lines = new Map<string, PurchaseOrderLine>();
        const histories = await historiesAt(manager, ids, await knownUntil(manager, until, instant));
        await eachInTurns(histories, ([id, events]) => {
          // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what
          // the stored contributions include.
          const line = foldLine(isPresent(instant) ? events : factsKnown(events, instant));
          if (line !== null) lines.set(id, line);
        });
        const contextOf = await judgeContexts(manager, [...lines.values()]);
        return new Map([...lines].map(([id, line]) => [id, { line, context: contextOf(line) }]));
      },
    };
    return this.ground.folded(['lines', instantKey(instant)], pos, foldSteps(this.ground, kind));
  }

  /** The lines as they were by all that is known, beside what the books had, by id. */
  viewsAt(pos: number, instant: RequestInstant): Promise<ReadonlyMap<string, FoldedViews>> {
    const kind: FoldedKind<FoldedViews> = {
      ...LINES,
      ids: visibleLineIds,
      fold: async (manager, ids, until) => {
        const all = await historiesAt(manager, ids, until);
        const readable =
          instant.knownBy === 'PLATFORM' && !isPresent(instant)
            ? await historiesAt(manager, ids, await knownUntil(manager, until, instant))
            : all;
        const found: [string, LineViews, PurchaseOrderLine][] = [];
        await eachInTurns(all, ([id, events]) => {
          const views = viewsIn(events, readable.get(id) ?? [], instant);
          const line = views.books ?? views.truth;
          if (line !== null) found.push([id, views, line]);
        });
        const contextOf = await judgeContexts(
          manager,
          found.map(([, , line]) => line),
        );
        return new Map(found.map(([id, views, line]) => [id, { views, context: contextOf(line) }]));
      },
    };
    return this.ground.folded(['views', instantKey(instant)], pos, foldSteps(this.ground, kind));
  }

  /** Lines judged by definitions, as a source of figures. */
  source(pos: number, definitions: readonly MetricDefinition[], instant: RequestInstant): Promise<ComparableSource> {
    const pin = foldedPin(pos, instant);
    const ids = definitions.map((definition) => definition.id);
    return this.ground.keep(JSON.stringify(['judged', ids, pin]), async () => {
      const lines = await this.at(pos, instant);
      const rows: Contribution[] = [];
      await eachInTurns(lines.values(), ({ line, context }) => {
        for (const definition of definitions) rows.push(...judgeLine(line, definition, context));
      });
      return memorySource(rows, pin);
    });
  }
}

type Events = LineHistories extends ReadonlyMap<string, infer Facts> ? Facts : never;

function viewsIn(events: Events, readable: Events, instant: RequestInstant): LineViews {
  if (!isPresent(instant)) return viewsOf(events, instant, readable);
  // The present is everything visible, whoever asks and when: what is kept for others must not hold a clock.
  const line = foldLine(events);
  return { truth: line, books: line };
}
