import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import { equals, multiply, sum } from '@sightline/kit/decimal/decimal';
import type { ComparableSource } from '@sightline/kit/figures/comparison';
import type {
  Aggregate,
  Contribution,
  ContributionSource,
  Grouping,
  Population,
  VerdictCount,
} from '@sightline/kit/figures/contribution';
import { replaceContributions, type StoredContribution } from '@sightline/kit/figures/contribution-store';
import { contributionTableDropSql, contributionTableSql } from '@sightline/kit/figures/contribution-table';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { rememberedSource } from '@sightline/kit/figures/remembered-source';
import { addDays } from '@sightline/kit/time/calendar-day';
import fc from 'fast-check';
import { DataSource, type EntityManager } from 'typeorm';

const DIMENSIONS = ['supplierId', 'country', 'shipmentMode'] as const;
const DEFINITIONS = ['leadTime.sentToReceived@1', 'onTime.shipment@1'];
const schema = `kit_figures_${process.pid}`;
const role = `kit_figures_reader_${process.pid}`;

let dataSource: DataSource;

beforeAll(async () => {
  const url = process.env['SIGHTLINE_TEST_ADMIN_URL'];
  if (!url) throw new Error('SIGHTLINE_TEST_ADMIN_URL is not set: the PostgreSQL of the tests is not running');
  dataSource = new DataSource({ type: 'postgres', url, extra: { options: `-c search_path=${schema}`, max: 3 } });
  await dataSource.initialize();
  await dataSource.query(`create schema ${schema}`);
  for (const statement of contributionTableSql({ dimensions: DIMENSIONS })) await dataSource.query(statement);
  await dataSource.query(`create role ${role} nologin`);
  await dataSource.query(`grant usage on schema ${schema} to ${role}`);
  await dataSource.query(`grant select, insert, update on contribution to ${role}`);
});

afterAll(async () => {
  await dataSource.query(`drop schema if exists ${schema} cascade`);
  await dataSource.query(`drop role if exists ${role}`);
  await dataSource.destroy();
});

beforeEach(() => dataSource.query('truncate contribution'));

/** As a subgraph's own role with a tenant: the owner of a database would see through row-level security. */
const asTenant =
  (tenant: string | null) =>
  <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    dataSource.transaction(async (manager) => {
      await manager.query(`set local role ${role}`);
      if (tenant !== null) await manager.query(`select set_config('app.tenant', $1, true)`, [tenant]);
      return work(manager);
    });

const replace = (pos: number, subjectIds: readonly string[], rows: readonly StoredContribution[]) =>
  asTenant('*')((manager) => replaceContributions(manager, pos, subjectIds, rows, { dimensions: DIMENSIONS }));

/** Of a log of its own each time, so that nothing is remembered of the runs before. */
let epoch = 0;
beforeEach(() => {
  epoch += 1;
});

const storedAt = (pos: number, tenant: string | null = '*') =>
  rememberedSource(asTenant(tenant), {
    pos,
    epoch,
    dimensions: DIMENSIONS,
    database: dataSource,
    tenancy: tenant === '*' ? 'ALL' : (tenant ?? '').split(',').filter((id) => id !== ''),
    remember: asTenant(tenant),
  });

const day = fc
  .oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 100, max: 106 }))
  .map((days) => addDays('2023-11-20', days));
// Few days, so that a row often counts from the very day asked about.
const deciding = fc.integer({ min: 0, max: 3 }).map((days) => addDays('2024-03-01', days));
const dayOrNull = fc.option(day, { freq: 8 });
const decimal = fc
  .tuple(fc.integer({ min: -50, max: 500 }), fc.integer({ min: 0, max: 4 }))
  .map(([amount, scale]) => (scale === 0 ? `${amount}` : multiply(`${amount}`, `0.${'0'.repeat(scale - 1)}1`)));
// Adding 0 takes the sign off zero, which JSON and PostgreSQL do not keep.
const observation = fc
  .oneof(
    fc.integer({ min: -20, max: 300 }),
    fc.integer({ min: -9000, max: 9000 }).map((thousandths) => thousandths / 1000),
  )
  .map((value) => value + 0);
// Names whose order differs between UTF-16 units, code points and human languages.
const name = fc.constantFrom('Zürich', 'a', 'A', 'B', '\u{1F69A} road', '\uFF21ir', 'air', 'Ä');

const contribution = (
  definitionId: string,
  unitCodes: readonly (string | null)[],
): fc.Arbitrary<Omit<StoredContribution, 'subjectId' | 'label'>> =>
  fc.record({
    definitionId: fc.constant(definitionId),
    subjectType: fc.constant('PurchaseOrderLine'),
    dates: fc.record({ DUE: dayOrNull, SENT: dayOrNull, RECEIVED: dayOrNull, RECORDED: dayOrNull }),
    countsFrom: fc.option(deciding, { freq: 3 }),
    included: fc.boolean(),
    rule: fc.constantFrom('COUNTED', 'PO_DATE_NOT_CAPTURED', 'CANCELLED_BY_BUYER'),
    numerator: fc.option(fc.oneof({ weight: 4, arbitrary: fc.constant('1') }, decimal), { freq: 6 }),
    denominator: fc.option(fc.constantFrom('1', '1', '1', '1.00', '0', '12.5'), { freq: 6 }),
    value: fc.option(observation, { freq: 6 }),
    unitCode: fc.constantFrom(...unitCodes),
    unitKey: fc.option(name, { freq: 2 }),
    occurredAt: fc.option(fc.constantFrom('2024-03-14', '2024-03-14T09:30:00+01:00')),
    dims: fc.record({ supplierId: fc.option(name), country: fc.option(name), shipmentMode: fc.option(name) }),
    tenant: fc.constant(null),
  });

/** Up to 40 subjects, each with one row under each definition; mostly of one currency or of none. */
const rowsOf = (prefix: string) =>
  fc.constantFrom<(string | null)[]>([null], ['USD'], [null], [null, 'USD', 'EUR']).chain((unitCodes) =>
    fc
      .array(fc.tuple(...DEFINITIONS.map((id) => contribution(id, unitCodes))), { maxLength: 40, size: 'max' })
      .map((subjects) =>
        subjects.flatMap((rows, index) =>
          rows.map((row): StoredContribution => {
            const subjectId = `${prefix}${String(index).padStart(3, '0')}`;
            return { ...row, subjectId, label: `Line ${subjectId}` };
          }),
        ),
      ),
  );

const population: fc.Arbitrary<Population> = fc.record({
  definitionId: fc.constantFrom(...DEFINITIONS),
  basis: fc.constantFrom<WindowBasis>('DUE', 'DUE', 'SENT', 'RECEIVED', 'RECORDED', 'VISIBLE'),
  from: fc.oneof(day, fc.constant('2023-11-01')),
  to: fc.integer({ min: 0, max: 300 }).map((days) => addDays('2024-03-01', days)),
  asOfDay: deciding,
  dims: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    fc.record({ country: fc.array(fc.option(name), { maxLength: 5, size: 'max' }) }),
  ),
});

const GROUPINGS: readonly Grouping[] = [
  null,
  { by: 'dimension', dimension: 'supplierId' },
  { by: 'dimension', dimension: 'country' },
  ...(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const).map((bucket) => ({ by: 'bucket' as const, bucket })),
];

/** Sums of floats may differ in the last bits, by the order of adding; nothing else may differ. */
function expectSameAggregates(left: readonly Aggregate[], right: readonly Aggregate[]) {
  const exact = (aggregate: Aggregate) => ({ ...aggregate, mean: 0, standardDeviation: 0 });
  expect(left.map(exact)).toEqual(right.map(exact));
  left.forEach((aggregate, index) => {
    for (const name of ['mean', 'standardDeviation'] as const) {
      const [a, b] = [aggregate[name], right[index]![name]];
      expect(a === null).toBe(b === null);
      expect(a ?? 0).toBeCloseTo(b ?? 0, 7);
    }
  });
}

/** As the table tells a row: every date and dimension named. */
const told = (row: Contribution) => ({
  ...row,
  dates: { DUE: null, SENT: null, RECEIVED: null, RECORDED: null, VISIBLE: null, DECIDED: null, ...row.dates },
  tenant: undefined,
});

async function everyPage(source: ContributionSource, asked: Population, size: number) {
  const rows: Contribution[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await source.page(asked, size, after);
    rows.push(...page.rows);
    if (!page.hasNextPage) return { rows: rows.map(told), totalCount: page.totalCount };
    after = page.rows.at(-1)!.subjectId;
  }
}

async function expectSameAnswers(stored: ComparableSource, memory: ComparableSource, asked: Population) {
  for (const grouping of GROUPINGS) {
    expectSameAggregates(await stored.aggregate(asked, grouping), await memory.aggregate(asked, grouping));
  }
  for (const grouping of GROUPINGS.slice(0, 5)) {
    const [fromTable, fromMemory] = await Promise.all([
      stored.countDistinct(asked, 'shipmentMode', grouping),
      memory.countDistinct(asked, 'shipmentMode', grouping),
    ]);
    expect(fromTable).toEqual(fromMemory);
  }
  expect(await stored.countAbove(asked, 3)).toBe(await memory.countAbove(asked, 3));
  expect(await everyPage(stored, asked, 7)).toEqual(await everyPage(memory, asked, 7));
  expect(await stored.page(asked, 5, BEYOND_ALL)).toEqual(await memory.page(asked, 5, BEYOND_ALL));
  expect(await stored.page(asked, 0, null)).toEqual(await memory.page(asked, 0, null));
  await expectSameComparison(stored, memory, asked);
}

/** The same window and scope under every definition, in both orders, one of them twice. */
async function expectSameComparison(stored: ComparableSource, memory: ComparableSource, asked: Population) {
  const [first, second] = DEFINITIONS.map((definitionId) => ({ ...asked, definitionId }));
  for (const populations of [
    [first!, second!],
    [second!, first!, second!],
    [first!, first!],
  ]) {
    expect(inOrder(await stored.compare(populations))).toEqual(inOrder(await memory.compare(populations)));
    const all = await memory.differing(populations, 1_000, null);
    expect(await stored.differing(populations, 1_000, null)).toEqual(all);
    const after = all[2] ?? null;
    const next = await stored.differing(populations, 3, after);
    expect(next).toEqual(await memory.differing(populations, 3, after));
    expect(next).toEqual(after === null ? all.slice(0, 3) : all.slice(3, 6));
  }
}

const inOrder = (counts: readonly VerdictCount[]) =>
  [...counts].sort((a, b) => (JSON.stringify(a.verdicts) < JSON.stringify(b.verdicts) ? -1 : 1));

/** After every subject. */
const BEYOND_ALL = '\u{10FFFF}';

describe('Figures from the table and figures from memory', () => {
  it('are the same, now and at an earlier log position', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf('line-'), rowsOf('line-'), population, async (earlier, later, asked) => {
        await dataSource.query('truncate contribution');
        epoch += 1;
        const subjects = [...new Set([...earlier, ...later].map((row) => row.subjectId))];
        await replace(10, subjects, earlier);
        await replace(20, subjects, later);
        const now = storedAt(25);
        await expectSameAnswers(now, memorySource(later, now.pin), asked);
        const before = storedAt(19);
        await expectSameAnswers(before, memorySource(earlier, before.pin), asked);
        expect((await storedAt(9).aggregate(asked, null))[0]!.n).toBe(0);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('have rows that add up to the number, also where a shipment is judged by all of its lines', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf('line-'), population, async (rows, asked) => {
        await dataSource.query('truncate contribution');
        epoch += 1;
        await replace(
          10,
          rows.map((row) => row.subjectId),
          rows,
        );
        const source = storedAt(10);
        const [figure] = await source.aggregate(asked, null);
        const { rows: shown, totalCount } = await everyPage(source, asked, 11);
        const counted = shown.filter((row) => row.included);
        expect(shown).toHaveLength(totalCount);
        expect(counted).toHaveLength(figure!.n);
        expect(shown.length - counted.length).toBe(figure!.exclusions.reduce((total, { count }) => total + count, 0));
        if (figure!.mixedUnits || figure!.numerator === null) return;
        expect(equals(sum(counted.flatMap((row) => row.numerator ?? [])), figure!.numerator)).toBe(true);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** A history of judging: at each position some subjects get other rows, or none. */
const judgings = fc.array(fc.tuple(rowsOf('line-'), fc.integer({ min: 1, max: 12 })), { minLength: 2, maxLength: 6 });

describe('Figures that are remembered', () => {
  it('are those of the rows, wherever in the log they are asked and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        judgings,
        population,
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 8 }),
        async (steps, asked, order) => {
          await dataSource.query('truncate contribution');
          epoch += 1;
          const holding = new Map<string, StoredContribution>();
          const held: { pos: number; rows: readonly StoredContribution[] }[] = [];
          for (const [index, [rows, share]] of steps.entries()) {
            const pos = 10 * (index + 1);
            const judged = rows.filter((row) => Number(row.subjectId.slice(-3)) % share === 0);
            await replace(
              pos,
              judged.map((row) => row.subjectId),
              judged,
            );
            for (const row of judged) holding.set(`${row.subjectId} ${row.definitionId}`, row);
            held.push({ pos, rows: [...holding.values()] });
          }
          for (const place of order) {
            const { pos, rows } = held[place % held.length]!;
            const remembered = storedAt(pos);
            await expectSameAnswers(remembered, memorySource(rows, remembered.pin), asked);
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});

const line = (subjectId: string, changes: Partial<StoredContribution> = {}): StoredContribution => ({
  definitionId: DEFINITIONS[0]!,
  subjectType: 'PurchaseOrderLine',
  subjectId,
  label: subjectId,
  dates: { RECEIVED: '2024-05-06' },
  countsFrom: null,
  included: true,
  rule: 'COUNTED',
  numerator: '1',
  denominator: '1',
  value: 12,
  unitCode: null,
  unitKey: null,
  occurredAt: null,
  dims: {},
  tenant: null,
  ...changes,
});
const may: Population = {
  definitionId: DEFINITIONS[0]!,
  basis: 'RECEIVED',
  from: '2024-05-01',
  to: '2024-05-31',
  asOfDay: '2024-06-01',
  dims: {},
};
const counted = async (source: ContributionSource) => (await source.aggregate(may, null))[0]!.n;

describe('Stored contributions', () => {
  it('are not rewritten when judging anew changes nothing', async () => {
    await replace(1, ['a', 'b', 'c'], [line('a'), line('b'), line('c')]);
    const answer = await replace(2, ['a', 'b', 'c'], [line('a'), line('b', { value: 13 })]);
    expect(answer).toEqual({ closed: 2, inserted: 1 });
    const rows = await dataSource.query('select subject_id, from_pos, to_pos::text from contribution order by 1, 2');
    expect(rows).toEqual([
      { subject_id: 'a', from_pos: '1', to_pos: '9223372036854775807' },
      { subject_id: 'b', from_pos: '1', to_pos: '2' },
      { subject_id: 'b', from_pos: '2', to_pos: '9223372036854775807' },
      { subject_id: 'c', from_pos: '1', to_pos: '2' },
    ]);
  });

  it('keep every text as the source wrote it', async () => {
    const texts = [
      '',
      ' ',
      'NULL',
      'a,b',
      '(x)',
      '{y}',
      'say "so"',
      'back\\slash',
      '\\"',
      "it's",
      'two\r\nlines\t',
      '\u{1F69A}',
    ];
    const rows = texts.map((label, index) =>
      line(`l${String(index).padStart(2, '0')}`, { label, dims: { country: label } }),
    );
    const subjects = rows.map((row) => row.subjectId);
    await replace(1, subjects, rows);
    const page = await storedAt(1).page(may, 50, null);
    expect(page.rows.map((row) => [row.label, row.dims['country']])).toEqual(texts.map((text) => [text, text]));
    expect(await replace(2, subjects, rows)).toEqual({ closed: 0, inserted: 0 });
  });

  it('refuse two rows of one subject under one definition, and a row of a subject that was not judged', async () => {
    await expect(replace(1, ['a'], [line('a'), line('a')])).rejects.toThrow('Two contributions of a');
    await expect(replace(1, ['b'], [line('a')])).rejects.toThrow('not among the subjects');
    await expect(replace(1, ['a'], [line('a', { value: Number.NaN })])).rejects.toThrow('not a finite number');
  });

  it('are seen by their own tenant, by several tenants in a list, by all with *, and by nobody without a tenant', async () => {
    await replace(1, ['a', 'b', 'c'], [line('a', { tenant: 'S1' }), line('b', { tenant: 'S2' }), line('c')]);
    expect(await counted(storedAt(1, '*'))).toBe(3);
    expect(await counted(storedAt(1, 'S1'))).toBe(1);
    expect(await counted(storedAt(1, 'S1,S2'))).toBe(2);
    expect(await counted(storedAt(1, ''))).toBe(0);
    expect(await counted(storedAt(1, null))).toBe(0);
    const smuggled = asTenant('S1')((manager) =>
      replaceContributions(manager, 2, ['x'], [line('x', { tenant: 'S2' })], { dimensions: DIMENSIONS }),
    );
    await expect(smuggled).rejects.toThrow('row-level security');
  });

  it('refuse a dimension that is not stored and the hour of a day', async () => {
    const source = storedAt(1);
    await expect(source.aggregate(may, { by: 'dimension', dimension: 'x; drop' })).rejects.toThrow('No dimension');
    await expect(source.aggregate({ ...may, dims: { colour: ['red'] } }, null)).rejects.toThrow('No dimension');
    await expect(source.aggregate(may, { by: 'bucket', bucket: 'HOUR' })).rejects.toThrow('no hours');
  });

  it('leave nothing behind when the table is dropped', async () => {
    await dataSource
      .transaction(async (manager) => {
        for (const statement of contributionTableDropSql()) await manager.query(statement);
        for (const statement of contributionTableSql({ dimensions: DIMENSIONS, bases: ['DUE'] }))
          await manager.query(statement);
        throw new Error('back');
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.message === 'back')) throw error;
      });
  });
});
