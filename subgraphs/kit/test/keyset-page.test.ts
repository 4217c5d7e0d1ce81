import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { Conditions } from '@sightline/kit/postgres/conditions';
import { countRows, keysetPage, type KeysetPosition } from '@sightline/kit/postgres/keyset-page';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource({ type: 'postgres', url: database.adminUrl, poolSize: 1 }).initialize();
  await source.query(`CREATE TABLE listed (id text PRIMARY KEY, due_on date, plant text NOT NULL)`);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const rowsOfAList = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-d]{1,3}$/),
    due_on: fc.option(fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03')),
    plant: fc.constantFrom('P1', 'P2'),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);

describe('a list, page after page', () => {
  it('has every row of it once, in order and those without a date last, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfAList, fc.boolean(), fc.integer({ min: 1, max: 7 }), async (rows, descending, first) => {
        await source.query('TRUNCATE listed');
        for (const { id, due_on, plant } of rows)
          await source.query('INSERT INTO listed (id, due_on, plant) VALUES ($1, $2, $3)', [id, due_on, plant]);
        const where = new Conditions();
        where.among('plant', ['P1']);
        const wanted = rows.filter(({ plant }) => plant === 'P1');

        const paged: (string | null)[][] = [];
        let after: KeysetPosition | null = null;
        for (let hasNext = true; hasNext;) {
          const by = { column: 'due_on', type: 'date', descending };
          const page: Awaited<ReturnType<typeof keysetPage>> = await keysetPage(
            source.manager,
            { table: 'listed', where, by },
            { first, after },
          );
          paged.push(...page.rows.map(({ position }) => [...position]));
          expect(page.rows.length).toBe(page.hasNextPage ? first : page.rows.length);
          after = page.rows.at(-1)?.position ?? null;
          hasNext = page.hasNextPage;
        }

        const turn = descending ? -1 : 1;
        const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
        const inOrder = wanted
          .map(({ id, due_on }) => [due_on, id] as const)
          .sort(([aKey, aId], [bKey, bId]) => {
            if (aKey === null || bKey === null)
              return Number(aKey === null) - Number(bKey === null) || compare(aId, bId);
            return turn * (compare(aKey, bKey) || compare(aId, bId));
          });
        expect(paged).toEqual(inOrder);
        expect(await countRows(source.manager, { table: 'listed', where })).toBe(wanted.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is read from a plain index on the column and the id in both directions', async () => {
    await source.query('TRUNCATE listed');
    await source.query(
      `INSERT INTO listed SELECT 'x' || n, date '2020-01-01' + n % 900, 'P1' FROM generate_series(1, 20000) n`,
    );
    await source.query('CREATE INDEX listed_due ON listed (due_on, id)');
    await source.query('ANALYZE listed');
    const plans: string[] = [];
    const spied = Object.create(source.manager) as typeof source.manager;
    spied.query = async (sql: string, parameters?: unknown[]) => {
      const plan: Record<string, string>[] = await source.query(`EXPLAIN ${sql}`, parameters);
      plans.push(plan.map((row) => row['QUERY PLAN']).join('\n'));
      return source.query(sql, parameters);
    };
    for (const descending of [false, true])
      await keysetPage(
        spied,
        { table: 'listed', where: new Conditions(), by: { column: 'due_on', type: 'date', descending } },
        { first: 5, after: ['2021-02-03', 'x7'] },
      );
    expect(plans).toEqual([
      expect.stringMatching(/Index Only Scan using listed_due/),
      expect.stringMatching(/Index Only Scan Backward using listed_due/),
    ]);
    expect(plans.join('\n')).not.toContain('Sort');
  });
});
