import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { provisionSubgraph, roleOf } from '../postgres/schema-and-role';

const PASSWORD = 'test';

export interface TestDatabase {
  /** May do everything, and sees through row-level security. */
  adminUrl: string;
  /** Connection URL of each provisioned subgraph, as its own role. */
  urls: ReadonlyMap<SubgraphName, string>;
  urlOf(name: SubgraphName): string;
  drop(): Promise<void>;
}

/** Admin URL of the PostgreSQL that the test run started. */
export function testAdminUrl(): string {
  const url = process.env['SIGHTLINE_TEST_ADMIN_URL'];
  if (!url) throw new Error('SIGHTLINE_TEST_ADMIN_URL is not set: the PostgreSQL of the tests is not running');
  return url;
}

/** Makes a database of its own, with a schema and a role for each of the subgraphs; `drop` removes it. */
export async function createTestDatabase(
  adminUrl: string = testAdminUrl(),
  names: readonly SubgraphName[] = SUBGRAPH_NAMES,
): Promise<TestDatabase> {
  const database = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const ownUrl = new URL(adminUrl);
  ownUrl.pathname = `/${database}`;
  const urls = new Map<SubgraphName, string>();
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${escapeIdentifier(database)} TEMPLATE template0`);
    for (const name of names) urls.set(name, await provisionSubgraph(ownUrl.toString(), name, PASSWORD));
  });
  return {
    adminUrl: ownUrl.toString(),
    urls,
    urlOf(name) {
      const url = urls.get(name);
      if (url === undefined) throw new Error(`This test database was made without ${name}`);
      return url;
    },
    drop: () =>
      asAdmin(adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`);
        for (const name of SUBGRAPH_NAMES)
          await admin.query(`DROP ROLE IF EXISTS ${escapeIdentifier(roleOf(database, name))}`);
      }),
  };
}

async function asAdmin(url: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
