import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { SUPPLIER_ONBOARDED_V1 } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { ComparableSource } from '@sightline/kit/figures/comparison';
import type { Contribution, ContributionSource } from '@sightline/kit/figures/contribution';
import { spanOf, type FactSpan } from '@sightline/kit/facts/facts-known';
import type { FigureGround } from '@sightline/kit/figures/figure-ground';
import { foldedPin, knownUntil } from '@sightline/kit/figures/figure-pin';
import { foldedAt } from '@sightline/kit/figures/folded-past';
import { foldSteps } from '@sightline/kit/figures/fold-steps';
import { eachInTurns } from '@sightline/kit/figures/in-turns';
import { JudgedRows } from '@sightline/kit/figures/judged-rows';
import { memorySource } from '@sightline/kit/figures/memory-source';
import type { FoldSteps } from '@sightline/kit/figures/shared-folds';
import { inTime } from '@sightline/kit/figures/still-folding';
import { judgeContexts } from '../data/judge-contexts';
import { historiesAt, visibleLineIds, type LineHistories } from '../data/line-history';
import type { JudgeContext } from '../domain/contribution-of-line';
import { foldLine } from '../domain/fold-line';
import { judgeLine } from '../domain/judge-line';
import { judgeOrderBook, viewsOf, type LineViews } from '../domain/order-book';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';

/** A line with what judging it takes. */
export interface FoldedLine {
  line: PurchaseOrderLine;
  context: JudgeContext;
}

/** A line as it was beside what the books had of it. */
export interface FoldedViews {
  views: LineViews;
  context: JudgeContext;
  span: FactSpan;
}

const judged = new JudgedRows<FoldedViews>();

/** Order lines folded out of their facts: for the past, and for definitions of which no contributions are kept. */
export class FoldedLines {
  constructor(private readonly ground: FigureGround) {}

  /** The lines as they were by all that is known, beside what the books had, by id. */
  viewsAt(pos: number, instant: RequestInstant): Promise<ReadonlyMap<string, FoldedViews>> {
    const lines = { what: 'lines', ids: visibleLineIds, steps: (at: RequestInstant) => this.steps(at) };
    return foldedAt(this.ground, lines, pos, instant);
  }

  private steps(instant: RequestInstant): FoldSteps<FoldedViews> {
    return foldSteps<FoldedViews>(this.ground, {
      subjectType: 'PurchaseOrderLine',
      unsettling: [SUPPLIER_ONBOARDED_V1, PLANT_REGISTERED_V1],
      ids: visibleLineIds,
      fold: async (manager, ids, until) => {
        const all = await historiesAt(manager, ids, until);
        const knownTo = await knownUntil(manager, until, instant);
        const readable = knownTo === until ? all : await historiesAt(manager, ids, knownTo);
        const found: [string, LineViews, PurchaseOrderLine, FactSpan][] = [];
        await eachInTurns(all, ([id, events]) => {
          const views = viewsIn(events, readable.get(id) ?? [], instant);
          const line = views.books ?? views.truth;
          if (line !== null) found.push([id, views, line, spanOf(events)]);
        });
        const contextOf = await judgeContexts(
          manager,
          found.map(([, , line]) => line),
        );
        return new Map(found.map(([id, views, line, span]) => [id, { views, context: contextOf(line), span }]));
      },
    });
  }

  /** Some lines as the books had them at an instant, by id. */
  async some(ids: readonly string[], pos: number, instant: RequestInstant): Promise<ReadonlyMap<string, FoldedLine>> {
    const all = await this.viewsAt(pos, instant);
    return new Map(
      ids.flatMap((id) => {
        const { views, context } = all.get(id) ?? {};
        return views?.books && context ? [[id, { line: views.books, context }] as const] : [];
      }),
    );
  }

  /** Lines as the books had them, judged by definitions: a source of figures. */
  source(pos: number, definitions: readonly MetricDefinition[], instant: RequestInstant): Promise<ComparableSource> {
    const pin = foldedPin(pos, instant);
    const ids = definitions.map((definition) => definition.id);
    return this.judged(['judged', ids, pin], async () => {
      const all = await this.viewsAt(pos, instant);
      const rows: Contribution[][] = [];
      for (const definition of definitions)
        rows.push(
          await judged.of(all.values(), definition.id, ({ views, context }) =>
            views.books === null ? [] : judgeLine(views.books, definition, context),
          ),
        );
      return memorySource(rows.flat(), pin);
    });
  }

  /** Lines in one figure of the order book: a source of figures. */
  book(
    pos: number,
    definition: MetricDefinition,
    instant: RequestInstant,
    includeUndatedOrders: boolean,
  ): Promise<ContributionSource> {
    const pin = { ...foldedPin(pos, instant), undated: includeUndatedOrders ? 1 : 0 };
    return this.judged(['orderBook', definition.id, pin], async () => {
      const all = await this.viewsAt(pos, instant);
      const key = `${definition.id} ${pin.undated}`;
      const rows = await judged.of(all.values(), key, ({ views, context }) => {
        const row = judgeOrderBook(views, definition, { ...context, includeUndatedOrders });
        return row === null ? [] : [row];
      });
      return memorySource(rows, pin);
    });
  }

  /** Judges once in the request; like folding, it goes on when the request is over. */
  private judged<Made>(what: readonly unknown[], judge: () => Promise<Made>): Promise<Made> {
    return this.ground.keep(JSON.stringify(what), () => inTime(judge(), this.ground.context.msLeft()));
  }
}

type Events = LineHistories extends ReadonlyMap<string, infer Facts> ? Facts : never;

function viewsIn(events: Events, readable: Events, instant: RequestInstant): LineViews {
  if (!isPresent(instant)) return viewsOf(events, instant, readable);
  // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what the stored
  // contributions include. And what is kept for others must not hold a clock.
  const line = foldLine(events);
  return { truth: line, books: line };
}
