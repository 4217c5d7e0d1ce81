import type { DataSource } from 'typeorm';

/**
 * Brings the schema up to date: one runner at a time (advisory lock), each migration in its own transaction.
 *
 * @returns names of the migrations that were run
 */
export async function migrate(dataSource: DataSource, schema: string): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext($1))`, [`sightline:migrate:${schema}`]);
    await lock.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`).catch(async (error: unknown) => {
      // A role without the right to create schemas is fine as long as its schema is there.
      const found: unknown[] = await lock.query(`SELECT 1 FROM pg_namespace WHERE nspname = $1`, [schema]);
      if (found.length === 0) throw error;
    });
    const run = await dataSource.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext($1))`, [`sightline:migrate:${schema}`]);
    await lock.release();
  }
}
