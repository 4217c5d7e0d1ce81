import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { presentInstant } from '@sightline/contracts/request-instant';

import { UNKNOWN_FRESHNESS } from '../freshness/freshness';
import { resolveWindow, type WindowRequest } from '../time/window';
import type { Contribution, ContributionSource } from './contribution';
import { audienceOf, contributionCursors, CursorRefused } from './contribution-cursor';
import { PageSizeRefused } from './contribution-page';
import { distribution, metricValue, populationOf, type FigureQuestion } from './figure';
import { groupedFigures, series, SeriesTooLong } from './grouped-figures';
import { memorySource } from './memory-source';

const NOW = '2024-06-30T12:00:00Z';
const definition: MetricDefinition = {
  id: 'onTime.lastCommit@1',
  metric: 'onTime',
  version: 1,
  party: 'SYSTEM',
  description: 'Received on or before the last commit.',
  formula: 'lines received on or before the last commit / lines due',
  unit: 'PERCENT',
  defaultBasis: 'DUE',
  clockEvent: 'RECEIVED',
  dueBasis: 'LAST_COMMIT',
  earlyDays: null,
  lateDays: 0,
  quantityLowPercent: null,
  quantityHighPercent: null,
  grain: 'LINE',
  dayMode: 'CALENDAR',
  partialRule: null,
  undelivered: 'FAIL_WHEN_DUE',
  supplierReschedule: 'REBASE',
  buyerReschedule: 'REBASE',
  countConvention: null,
  defectDenominator: null,
  minimumN: null,
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
};

const line = (index: number, changes: Partial<Contribution> = {}): Contribution => ({
  definitionId: definition.id,
  subjectType: 'PurchaseOrderLine',
  subjectId: `line-${String(index).padStart(3, '0')}`,
  label: `PO 7/${index}`,
  dates: { DUE: `2024-0${4 + (index % 3)}-15` },
  countsFrom: null,
  included: true,
  rule: 'ON_TIME',
  numerator: index % 4 === 0 ? '0' : '1',
  denominator: '1',
  value: index,
  unitCode: null,
  unitKey: null,
  occurredAt: index % 2 === 0 ? '2024-05-06' : '2024-05-06T08:00:00+02:00',
  dims: { supplierId: index % 2 === 0 ? 'S1' : null },
  ...changes,
});
const lines = Array.from({ length: 12 }, (_, index) => line(index));

/** Two states of the books: what was there at position 1, and one more line at position 2. */
const sources: Readonly<Record<string, ContributionSource>> = {
  1: memorySource(lines, { kind: 'stored', pos: 1 }),
  2: memorySource([...lines, line(5, { subjectId: 'line-004-b' })], { kind: 'stored', pos: 2 }),
};

function question(
  pos: number,
  request: WindowRequest | null = null,
  changes: Partial<FigureQuestion> = {},
): FigureQuestion {
  const window = resolveWindow(request, { basis: 'DUE' }, NOW);
  if (!window.ok) throw new Error('The window of this test is wrong');
  return {
    source: sources[pos]!,
    sourceAt: (pin) => sources[String(pin['pos'])]!,
    definition,
    population: populationOf(definition, window.value, {}),
    window: window.value,
    instant: presentInstant(NOW),
    freshness: UNKNOWN_FRESHNESS,
    cursors: contributionCursors({ key: 'a key of this test', audience: 'everyone' }),
    ...changes,
  };
}

describe('A figure', () => {
  it('tells its value, its meaning, its population and its moment', async () => {
    const figure = metricValue(question(1));
    expect(await figure.value()).toBe(75);
    expect(await figure.n()).toBe(12);
    expect(await figure.numerator()).toBe('9');
    expect(await figure.reason()).toBeNull();
    expect(figure.definition.id).toBe('onTime.lastCommit@1');
    expect(figure.window).toEqual({ from: '2024-04-02', to: '2024-06-30', timeZone: 'UTC', basis: 'DUE' });
    expect([figure.asOf, figure.knownAt, figure.computedAt]).toEqual([NOW, NOW, NOW]);
    expect(await figure.freshness()).toEqual(UNKNOWN_FRESHNESS);
  });

  it('is computed when the first field wants it, and only once', async () => {
    let asked = 0;
    const counting: ContributionSource = {
      ...sources[1]!,
      aggregate: (...args) => ((asked += 1), sources[1]!.aggregate(...args)),
    };
    const figure = distribution(question(1, null, { source: counting }));
    expect(asked).toBe(0);
    await Promise.all([figure.mean(), figure.median(), figure.p90(), figure.n(), figure.excluded(), figure.reason()]);
    expect(asked).toBe(1);
    expect(await figure.median()).toBe(5.5);
    expect(await figure.p95()).toBeNull();
    expect(await figure.countAbove({ than: 9 })).toBe(2);
  });

  it('names what was left out in words', async () => {
    const source = memorySource([line(1, { included: false, rule: 'PO_DATE_NOT_CAPTURED' })], {});
    expect(await metricValue(question(1, null, { source })).excluded()).toEqual([
      { code: 'PO_DATE_NOT_CAPTURED', label: 'Po date not captured', count: 1 },
    ]);
    const exclusionLabel = () => 'The order date was not captured';
    expect(await metricValue(question(1, null, { source, exclusionLabel })).excluded()).toMatchObject([
      { label: 'The order date was not captured' },
    ]);
  });

  it('without any row says whether nothing happened or a source never delivered', async () => {
    const source = memorySource([], {});
    expect(await metricValue(question(1, null, { source })).reason()).toBe('NO_DATA');
    const freshness = async () => ({ ...UNKNOWN_FRESHNESS, status: 'NEVER' as const });
    const figure = metricValue(question(1, null, { source, freshness }));
    expect(await figure.reason()).toBe('SOURCE_NEVER_SYNCED');
    expect(await figure.value()).toBeNull();
  });

  it('shows a day as no instant, and a shipment as a shipment', async () => {
    const { edges } = await metricValue(question(1)).contributions({ first: 2 });
    expect(edges.map(({ node }) => node.occurredAt)).toEqual([null, '2024-05-06T08:00:00+02:00']);
    const source = memorySource([line(1, { unitKey: 'ASN-1' })], {});
    const shipments = await metricValue(question(1, null, { source, unitType: 'Shipment' })).contributions({});
    expect(shipments.edges[0]!.node).toMatchObject({ subjectType: 'Shipment', subjectId: 'ASN-1' });
  });
});

describe('The rows behind a figure', () => {
  it('add up to it over all pages, also when more has arrived between the pages', async () => {
    const first = await metricValue(question(1)).contributions({ first: 5 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const tomorrow = question(2, null, { instant: presentInstant('2024-07-01T12:00:00Z') });
    const second = await metricValue(tomorrow).contributions({ first: 200, after: first.pageInfo.endCursor });
    const rows = [...first.edges, ...second.edges].map(({ node }) => node);
    expect(rows.map((row) => row.subjectId)).toEqual(lines.map((row) => row.subjectId));
    expect(second).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: false } });
    expect(rows.filter((row) => row.numerator === '1')).toHaveLength(9);
    expect((await metricValue(question(2)).contributions({ first: 200 })).totalCount).toBe(13);
  });

  it('of another figure, of another caller or forged are refused', async () => {
    const { pageInfo } = await metricValue(question(1)).contributions({ first: 5 });
    const after = pageInfo.endCursor!;
    const dims = { supplierId: ['S1'] };
    const others: FigureQuestion[] = [
      question(1, { from: '2024-05-01' }),
      question(1, null, { population: { ...question(1).population, dims } }),
      question(1, null, { population: { ...question(1).population, definitionId: 'otif.agreed@3' } }),
      question(1, null, {
        cursors: contributionCursors({
          key: 'a key of this test',
          audience: audienceOf({ supplierIds: ['S1'], plantIds: null }),
        }),
      }),
      question(1, null, { cursors: contributionCursors({ key: 'another key', audience: 'everyone' }) }),
    ];
    for (const other of others)
      await expect(metricValue(other).contributions({ after })).rejects.toThrow(CursorRefused);
    const [payload, signature] = after.split('.');
    const altered = Buffer.from(Buffer.from(payload!, 'base64url').toString().replace('"pos":1', '"pos":2')).toString(
      'base64url',
    );
    const lastChanged = [...'ABCDEFGH'].map((letter) => after.slice(0, -1) + letter).filter((text) => text !== after);
    for (const forged of [
      ...lastChanged,
      '',
      'x',
      '.',
      `${payload}`,
      `${payload}.`,
      `${altered}.${signature}`,
      `${after}.x`,
      after.slice(0, -2),
    ]) {
      await expect(metricValue(question(1)).contributions({ after: forged })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
      });
    }
  });

  it('are the same audience in whatever order the suppliers are named', () => {
    expect(audienceOf({ supplierIds: ['b', 'a'], plantIds: null })).toBe(
      audienceOf({ supplierIds: ['a', 'b'], plantIds: null }),
    );
    expect(audienceOf({ supplierIds: [], plantIds: null })).not.toBe(audienceOf({ supplierIds: null, plantIds: null }));
  });

  it.each([-1, 201, 1.5])('are not given out %d at a time', async (first) => {
    await expect(metricValue(question(1)).contributions({ first })).rejects.toThrow(PageSizeRefused);
  });
});

describe('Figures by group', () => {
  it('ask once for all groups, and each group has its own rows', async () => {
    let asked = 0;
    const counting: ContributionSource = {
      ...sources[1]!,
      aggregate: (...args) => ((asked += 1), sources[1]!.aggregate(...args)),
    };
    const base = question(1, null, { source: counting });
    const groups = groupedFigures(counting, base.population, { by: 'dimension', dimension: 'supplierId' });
    const figures = (await groups.keys()).map((key) =>
      metricValue({ ...base, population: groups.population(key), aggregate: groups.aggregate(key) }),
    );
    expect(await Promise.all(figures.map((figure) => figure.value()))).toEqual([50, 100]);
    expect(asked).toBe(1);
    expect((await figures[1]!.contributions({})).totalCount).toBe(6);
    expect(await metricValue({ ...base, aggregate: groups.aggregate('S9') }).reason()).toBe('NO_DATA');
  });

  it('over time show every month of the window, also one in which nothing was due', async () => {
    const { population } = question(1, { from: '2024-03-10', to: '2024-06-20' });
    const points = await series(sources[1]!, population, 'MONTH');
    expect(points.map(({ start, aggregate }) => [start, aggregate.n])).toEqual([
      ['2024-03-01', 0],
      ['2024-04-01', 4],
      ['2024-05-01', 4],
      ['2024-06-01', 4],
    ]);
    const months = groupedFigures(sources[1]!, population, { by: 'bucket', bucket: 'MONTH' });
    expect(months.population('2024-03-01')).toMatchObject({ from: '2024-03-10', to: '2024-03-31' });
    expect(months.population('2024-06-01')).toMatchObject({ from: '2024-06-01', to: '2024-06-20' });
  });

  it('over time are not given in more points than anyone reads', async () => {
    const { population } = question(1, { from: '0001-01-01', to: '2024-06-20' });
    await expect(series(sources[1]!, population, 'DAY')).rejects.toThrow(SeriesTooLong);
  });
});
