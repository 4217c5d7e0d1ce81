import { Client } from 'pg';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { subgraph as inventory } from '@sightline/inventory/subgraph';
import { drift } from '@sightline/kit/postgres/drift';
import { migrate } from '@sightline/kit/postgres/migrate';
import { openDatabase } from '@sightline/kit/postgres/open-database';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph as operations } from '@sightline/operations/subgraph';
import { subgraph as production } from '@sightline/production/subgraph';
import { subgraph as quality } from '@sightline/quality/subgraph';
import { subgraph as suppliers } from '@sightline/suppliers/subgraph';

const manifests: Record<SubgraphName, SubgraphManifest> = { suppliers, inventory, production, quality, operations };
let database: TestDatabase;

const open = (name: SubgraphName) =>
  openDatabase({
    url: database.urlOf(name),
    schema: name,
    entities: manifests[name].entities,
    migrations: manifests[name].migrations,
    poolSize: 2,
    log: () => undefined,
  });

/** A plain connection with the subgraph's own role, as someone with its password would open it. */
async function asRole<Answer>(name: SubgraphName, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: database.urlOf(name), options: `-c search_path=${name}` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function relationsOf(client: Client, schema: string, kinds: readonly string[]): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind = ANY($2) AND c.relname <> 'migration' ORDER BY 1`,
    [schema, kinds],
  );
  return found.rows.map((row) => row.name);
}

const tablesOf = (client: Client, schema: string): Promise<string[]> => relationsOf(client, schema, ['r', 'p', 'm']);
/** The log is a view over the tables beneath: who reads it is held to their policies. */
const viewsOf = (client: Client, schema: string): Promise<string[]> => relationsOf(client, schema, ['v']);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe.each(SUBGRAPH_NAMES)('the schema of %s', (name) => {
  it('goes up, down and up again, and is then what the entities say', async () => {
    const dataSource = await open(name);
    try {
      const run = await migrate(dataSource, name);
      expect(run).toHaveLength(manifests[name].migrations.length);
      for (let step = 0; step < run.length; step += 1) await dataSource.undoLastMigration();
      await asRole(name, async (client) =>
        expect([...(await tablesOf(client, name)), ...(await viewsOf(client, name))]).toEqual([]),
      );
      expect(await migrate(dataSource, name)).toEqual(run);
      expect(await migrate(dataSource, name)).toEqual([]);
      expect(await drift(dataSource)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('puts every table under row-level security, also for its owner', async () => {
    const unprotected = await asRole(name, (client) =>
      client.query<{ relname: string }>(
        `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND c.relname <> 'migration'
           AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
        [name],
      ),
    );
    expect(unprotected.rows).toEqual([]);
  });

  it('shows a connection without a tenant not a row of any table, and lets it write none', async () => {
    const admin = new Client({ connectionString: database.adminUrl, options: `-c search_path=${name}` });
    await admin.connect();
    try {
      const tables = await tablesOf(admin, name);
      expect(tables.length).toBeGreaterThan(10);
      for (const table of tables) await fillOneRow(admin, name, table);
      const readable = [...tables, ...(await viewsOf(admin, name))];
      expect(readable).toContain('event_log');
      await asRole(name, async (client) => {
        for (const table of tables)
          expect([table, (await client.query(`DELETE FROM ${table}`)).rowCount]).toEqual([table, 0]);
        for (const table of readable) {
          const answer = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
          expect([table, answer.rows[0]!.n]).toEqual([table, '0']);
        }
        // What an ended transaction leaves behind is an empty setting, which is no tenant either.
        await client.query(`BEGIN; SET LOCAL app.tenant = '*'; COMMIT`);
        for (const table of readable) {
          const answer = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
          expect([table, answer.rows[0]!.n]).toEqual([table, '0']);
        }
        await client.query(`BEGIN; SET LOCAL app.tenant = '*'`);
        for (const table of readable) {
          const answer = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
          expect([table, answer.rows[0]!.n !== '0']).toEqual([table, true]);
        }
        await client.query('ROLLBACK');
      });
    } finally {
      await admin.end();
    }
  });

  it('is closed to the roles of the other subgraphs', async () => {
    for (const other of SUBGRAPH_NAMES.filter((candidate) => candidate !== name))
      await asRole(other, async (client) => {
        await expect(client.query(`SELECT * FROM ${name}.event_log`)).rejects.toThrow(/permission denied/);
        await expect(client.query(`CREATE TABLE ${name}.intruder (id int)`)).rejects.toThrow(/permission denied/);
      });
  });
});

/** Puts some row into a table, whatever its columns, so that "no rows" cannot mean "no rows there". */
async function fillOneRow(admin: Client, schema: string, table: string): Promise<void> {
  const present = await admin.query(`SELECT 1 FROM ${table} LIMIT 1`);
  if (present.rowCount !== 0) return;
  const columns = await admin.query<{ name: string; type: string }>(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = $2 AND is_identity = 'NO' AND is_generated = 'NEVER'
       AND is_nullable = 'NO'`,
    [schema, table],
  );
  const values = columns.rows.map(({ type }) => SOME_VALUE[type] ?? `'x'`);
  await admin.query(
    `INSERT INTO ${table} (${columns.rows.map((column) => `"${column.name}"`).join(', ')}) VALUES (${values.join(', ')})`,
  );
}

const SOME_VALUE: Readonly<Record<string, string>> = {
  uuid: `'6f1f8a9d-6c2b-5c0e-9a51-d3e7b0427c11'`,
  _text: `'{}'`,
  // The first event: the views of the log join on it.
  _int8: `'{1}'`,
  _bytea: `'{}'`,
  json: `'{}'`,
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  timestamptz: 'now()',
  date: `'2026-03-14'`,
  bool: 'false',
  int4: '1',
  int8: '1',
  numeric: '1',
  float8: '1',
};
