import { openDatabase } from '@sightline/kit/postgres/open-database';
import { withTenant } from '@sightline/kit/postgres/transaction';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

describe('a read whose caller has no more time', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('ends at its deadline, and leaves the connection as it was', async () => {
    const dataSource = await openDatabase({
      url: database.urlOf('quality'),
      schema: 'quality',
      entities: [],
      migrations: [],
      poolSize: 1,
      log: () => undefined,
    });
    try {
      const slow = (timeoutMs: number | null, seconds: number): Promise<unknown> =>
        withTenant(dataSource, 'ALL', (manager) => manager.query(`SELECT pg_sleep($1)`, [seconds]), true, timeoutMs);
      const began = Date.now();
      await expect(slow(50, 20)).rejects.toMatchObject({ code: '57014' });
      // A deadline that has passed is no licence to take for ever.
      await expect(slow(-5, 20)).rejects.toMatchObject({ code: '57014' });
      expect(Date.now() - began).toBeLessThan(10_000);
      await slow(null, 0.2);
    } finally {
      await dataSource.destroy();
    }
  });
});
