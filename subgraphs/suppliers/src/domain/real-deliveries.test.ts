import {
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  LATENESS,
  ORDER_BOOK,
  RECORDED_LAG,
  systemDefinition,
  VOLUME_LINES,
  VOLUME_VALUE,
} from '@sightline/contracts/metric-definitions/system-definitions';
import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Aggregate, ContributionSource, Grouping, Population } from '@sightline/kit/figures/contribution';
import { sum } from '@sightline/kit/decimal/decimal';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { supplierIdOf } from '@sightline/contracts/identities';
import { foldLine } from './fold-line';
import { judgeLine, LINE_DEFINITIONS } from './judge-line';
import { judgeOrderBook, viewsOf, type LineViews } from './order-book';
import type { PurchaseOrderLine } from './purchase-order-line';
import { PLAIN_CONTEXT } from './testing/line-story';
import { expectedFigures, realDeliveries, realDeliveriesAreHere } from './testing/real-deliveries';

/** The parts of the expected figures that are compared. */
interface Expected {
  lines: number;
  orders: number;
  shipments: number;
  value_usd: number;
  lead_time_po_to_delivery_days: Spread & { excluded: Record<string, number> };
  on_time_lines: { n: number; on_time: number };
  on_time_usaid_window_minus14_plus7: { n: number; in_window: number };
  on_time_shipments?: { n: number; on_time: number };
  slip_delivered_minus_scheduled_days?: Spread;
  recorded_lag_days?: Spread & { p95_linear: number; p99_linear: number; excluded?: Record<string, number> };
  recorded_lag_days_delivered_from_2013_10_01?: Spread & { p95_linear: number };
}
interface Spread {
  n: number;
  mean?: number;
  median?: number;
  min?: number;
  max?: number;
  p90_linear?: number;
}
interface AsOfRow {
  as_of: string;
  [figure: string]: number | string;
}
/** A question: which rows, in which group of which grouping. */
interface Asked {
  grouping: Grouping;
  key: string | null;
  dims?: Population['dims'];
  basis?: WindowBasis;
  from?: string;
}

type Book = Record<keyof typeof ORDER_BOOK, number>;

interface ExpectedFile {
  overall: Expected;
  suppliers_only: Expected;
  as_of: readonly AsOfRow[];
  [group: string]: unknown;
}

// Thousands of lines are folded and judged: slow machines need more than the usual five seconds.
jest.setTimeout(120_000);

const WIDE = { from: '2006-01-01', to: '2015-12-31', asOfDay: '2026-01-01' };
const codes: Record<string, string> = {
  no_po_date_not_captured: 'PO_DATE_NOT_CAPTURED',
  no_po_date_from_rdc: 'TRANSFER_WITHOUT_PO_DATE',
  delivered_before_po_sent: 'DELIVERED_BEFORE_PO_SENT',
  recorded_before_delivered: 'RECORDED_BEFORE_RECEIVED',
};

const here = realDeliveriesAreHere();
const whenHere = here ? describe : describe.skip;

whenHere('ten years of real deliveries', () => {
  const deliveries = here ? realDeliveries() : [];
  const expected = here ? (expectedFigures() as ExpectedFile) : ({} as ExpectedFile);
  const lines = deliveries.map(({ events }) => foldLine(events)!);
  const source = sourceOver(lines);

  const population = (definitionId: string, asked: Asked): Population => ({
    ...WIDE,
    definitionId,
    basis: asked.basis ?? systemDefinition(definitionId).defaultBasis,
    from: asked.from ?? WIDE.from,
    dims: asked.dims ?? {},
  });
  // Every group of a dimension is asked for at once, as the API does it.
  const grouped = new Map<string, Promise<ReadonlyMap<string | null, Aggregate>>>();
  async function figure(definitionId: string, asked: Asked): Promise<Aggregate> {
    const question = JSON.stringify([definitionId, { ...asked, key: null }]);
    let groups = grouped.get(question);
    if (groups === undefined) {
      groups = source
        .aggregate(population(definitionId, asked), asked.grouping)
        .then((aggregates) => new Map(aggregates.map((aggregate) => [aggregate.key, aggregate])));
      grouped.set(question, groups);
    }
    // A group in which no row has a part in the figure is one of nothing.
    return (
      (await groups).get(asked.key) ?? {
        ...(await source.aggregate(population('none', asked), null))[0]!,
        key: asked.key,
      }
    );
  }
  const distinct = async (dimension: string, asked: Asked): Promise<number | undefined> =>
    (await source.countDistinct(population(VOLUME_LINES, asked), dimension, asked.grouping)).get(asked.key);

  function expectSpread(
    got: Aggregate,
    wanted: Spread & { p95_linear?: number; p99_linear?: number; excluded?: Record<string, number> },
  ) {
    expect(got.n).toBe(wanted.n);
    if (wanted.excluded !== undefined) {
      const counts = Object.entries(wanted.excluded)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => ({ code: codes[name], count }));
      expect([...got.exclusions].sort((a, b) => a.code.localeCompare(b.code))).toEqual(
        counts.sort((a, b) => a.code!.localeCompare(b.code!)),
      );
    }
    for (const [key, value] of [
      ['mean', wanted.mean],
      ['p50', wanted.median],
      ['p90', wanted.p90_linear],
      ['p95', wanted.p95_linear],
      ['p99', wanted.p99_linear],
      ['min', wanted.min],
      ['max', wanted.max],
    ] as const) {
      // The expected figures are rounded to four decimals.
      if (value !== undefined) expect(Math.abs(got[key]! - value)).toBeLessThan(0.000051);
    }
  }

  async function expectAll(wanted: Expected, asked: Asked) {
    const received = { ...asked, basis: 'RECEIVED' } as const;
    expectSpread(await figure('leadTime.sentToReceived@1', received), wanted.lead_time_po_to_delivery_days);
    const onTime = await figure(DEFAULT_ON_TIME, asked);
    expect([onTime.n, Number(onTime.numerator)]).toEqual([wanted.on_time_lines.n, wanted.on_time_lines.on_time]);
    const inWindow = await figure('onTime.window14_7@1', asked);
    expect(Number(inWindow.numerator)).toBe(wanted.on_time_usaid_window_minus14_plus7.in_window);
    expect((await figure(VOLUME_LINES, asked)).n).toBe(wanted.lines);
    expect(Number((await figure(VOLUME_VALUE, asked)).numerator)).toBeCloseTo(wanted.value_usd, 2);
    if (wanted.on_time_shipments !== undefined) {
      const shipments = await figure('onTime.shipment@1', asked);
      expect([shipments.n, Number(shipments.numerator)]).toEqual([
        wanted.on_time_shipments.n,
        wanted.on_time_shipments.on_time,
      ]);
    }
    if (wanted.slip_delivered_minus_scheduled_days !== undefined) {
      expectSpread(await figure(LATENESS, received), wanted.slip_delivered_minus_scheduled_days);
    }
    if (wanted.recorded_lag_days !== undefined)
      expectSpread(await figure(RECORDED_LAG, received), wanted.recorded_lag_days);
    if (wanted.recorded_lag_days_delivered_from_2013_10_01 !== undefined) {
      const since = await figure(RECORDED_LAG, { ...received, from: '2013-10-01' });
      expectSpread(since, wanted.recorded_lag_days_delivered_from_2013_10_01);
    }
  }

  it('have these figures overall', () => expectAll(expected.overall, { grouping: null, key: null }));
  it('have these figures for suppliers alone', () =>
    expectAll(expected.suppliers_only, { grouping: null, key: null, dims: { sourcing: ['PURCHASED'] } }));

  it('are so many orders and shipments', async () => {
    const all = { grouping: null, key: null };
    expect(await distinct('orderNumber', all)).toBe(expected.overall.orders);
    expect(await distinct('shipmentNumber', all)).toBe(expected.overall.shipments);
  });

  it.each([
    ['by_fulfil_via', 'sourcing', (key: string) => (key === 'From RDC' ? 'TRANSFER' : 'PURCHASED')],
    ['by_vendor', 'supplierId', (key: string) => (key === 'SCMS from RDC' ? null : supplierIdOf(key))],
    ['by_shipment_mode', 'shipmentMode', (key: string) => key],
    ['by_incoterm', 'incoterm', (key: string) => key],
    ['by_country', 'destinationCountry', (key: string) => key],
    ['by_product_group', 'productGroup', (key: string) => key],
    ['by_manufacturing_site', 'manufacturingSite', (key: string) => key],
  ])('have these figures %s', async (group, dimension, keyOf) => {
    const groups = Object.entries(expected[group] as Record<string, Expected>);
    expect(groups.length).toBeGreaterThan(1);
    for (const [key, wanted] of groups)
      await expectAll(wanted, { grouping: { by: 'dimension', dimension }, key: keyOf(key) });
  });

  it('have these figures by the year of delivery', async () => {
    for (const [year, wanted] of Object.entries(expected['by_delivered_year'] as Record<string, Expected>)) {
      await expectAll(wanted, { grouping: { by: 'bucket', bucket: 'YEAR' }, key: `${year}-01-01`, basis: 'RECEIVED' });
    }
  });

  it('have no OTIF, because nobody reported what was received', async () => {
    const otif = await figure(DEFAULT_OTIF, { grouping: null, key: null });
    expect(otif).toMatchObject({ n: 0, exclusions: [{ code: 'QUANTITY_NOT_REPORTED', count: 6104 }] });
  });

  describe('as the books had them', () => {
    const NOW = '2026-01-01T00:00:00Z';
    const day = here ? expected.as_of.map((row) => [row.as_of, row] as const) : [];

    it.each(day)('on %s', (asOfDay, row) => {
      const evening = `${asOfDay}T23:59:59Z`;
      const [known, all] = orderBooks(evening, evening);
      const [now, allNow] = orderBooks(evening, NOW);
      expect({
        as_of: asOfDay,
        ordered: known.ordered,
        delivered_true: now.delivered,
        delivered_known: known.delivered,
        open_true: now.open,
        open_known: known.open,
        delivered_but_unrecorded: known.deliveredUnrecorded,
        overdue_true: now.overdue,
        overdue_known: known.overdue,
        false_overdue: known.falselyOverdue,
        all_lines_overdue_true: allNow.overdue,
        all_lines_overdue_known: all.overdue,
        all_lines_false_overdue: all.falselyOverdue,
        all_lines_delivered_but_unrecorded: all.deliveredUnrecorded,
        all_lines_value_usd_delivered_but_unrecorded: all.deliveredUnrecordedValue,
      }).toEqual(row);
    });

    /** The book of the lines whose sent date is known, and the book of all. */
    function orderBooks(asOf: string, knownAt: string): readonly [Book, Book] {
      const views = deliveries.map(({ events }) => viewsOf(events, { asOf, knownAt, knownBy: 'SOURCE' }));
      return [bookOf(views, asOf, false), bookOf(views, asOf, true)];
    }

    function bookOf(views: readonly LineViews[], asOf: string, includeUndatedOrders: boolean): Book {
      const context = { ...PLAIN_CONTEXT, includeUndatedOrders };
      const figure = (definitionId: string): number => {
        const definition = systemDefinition(definitionId);
        const amounts: string[] = [];
        for (const view of views) {
          const row = judgeOrderBook(view, definition, context);
          const counts =
            row !== null && row.included && (row.countsFrom === null || row.countsFrom <= asOf.slice(0, 10));
          if (counts && row.numerator !== null) amounts.push(row.numerator);
        }
        return Number(sum(amounts));
      };
      return {
        ordered: figure(ORDER_BOOK.ordered),
        delivered: figure(ORDER_BOOK.delivered),
        open: figure(ORDER_BOOK.open),
        overdue: figure(ORDER_BOOK.overdue),
        deliveredUnrecorded: figure(ORDER_BOOK.deliveredUnrecorded),
        deliveredUnrecordedValue: figure(ORDER_BOOK.deliveredUnrecordedValue),
        falselyOverdue: figure(ORDER_BOOK.falselyOverdue),
      };
    }
  });
});

function sourceOver(lines: readonly PurchaseOrderLine[]): ContributionSource {
  const rows = lines.flatMap((line) =>
    LINE_DEFINITIONS.flatMap((definition) => judgeLine(line, definition, PLAIN_CONTEXT)),
  );
  return memorySource(rows, {});
}
