import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from '@sightline/kit/postgres/migrate';
import { openDatabase, type MigrationClass } from '@sightline/kit/postgres/open-database';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

class CreateStock1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE stock (id text)');
  }
  async down(): Promise<void> {}
}
class CountStock1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stock ADD quantity numeric');
  }
  async down(): Promise<void> {}
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function startWith(...migrations: MigrationClass[]): Promise<string[]> {
  const url = database.urlOf('inventory');
  const opened = await openDatabase({ url, schema: 'inventory', entities: [], migrations, log: () => undefined });
  try {
    return await migrate(opened, 'inventory');
  } finally {
    await opened.destroy();
  }
}

it('a database is brought up to date once, and refused by a version that does not know what was done to it', async () => {
  expect(await startWith(CreateStock1763700000000)).toEqual(['CreateStock1763700000000']);
  expect(await startWith(CreateStock1763700000000, CountStock1763800000000)).toEqual(['CountStock1763800000000']);
  expect(await startWith(CreateStock1763700000000, CountStock1763800000000)).toEqual([]);
  await expect(startWith(CreateStock1763700000000)).rejects.toThrow(
    /inventory was made by another version of Sightline \(its migration CountStock1763800000000 .*SIGHTLINE_HOME/,
  );
});
