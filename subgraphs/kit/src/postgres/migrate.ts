import type { DataSource } from 'typeorm';

/** The database was made by another version of the platform, whose migrations this one does not know. */
export class SchemaOfAnotherVersion extends Error {
  constructor(schema: string, unknown: readonly string[]) {
    super(
      `The schema ${schema} was made by another version of Sightline (its migration ${unknown.join(', ')} is not known here). ` +
        `Start that version, or begin with an empty database: remove the directory of SIGHTLINE_HOME, or the schema.`,
    );
  }
}

/**
 * Brings the schema up to date: one runner at a time (advisory lock), each migration in its own transaction.
 *
 * @returns names of the migrations that were run
 * @throws SchemaOfAnotherVersion when a migration was run here that this version does not have
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
    await refuseUnknown(dataSource, schema);
    const run = await dataSource.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext($1))`, [`sightline:migrate:${schema}`]);
    await lock.release();
  }
}

async function refuseUnknown(dataSource: DataSource, schema: string): Promise<void> {
  const tables: { name: string | null }[] = await dataSource.query(`SELECT to_regclass($1) AS name`, [
    `"${schema}".migration`,
  ]);
  if (tables[0]!.name === null) return;
  const run: { name: string }[] = await dataSource.query(`SELECT name FROM "${schema}".migration ORDER BY id`);
  const known = new Set(dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = run.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new SchemaOfAnotherVersion(schema, unknown);
}
