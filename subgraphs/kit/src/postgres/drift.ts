import type { DataSource } from 'typeorm';

/**
 * What would have to change in the database for it to match the entities. Empty: migrations and entities agree.
 * Tables without an entity (the log, contributions) are made by the kit's own migrations and are not compared; nor are
 * indexes that only a migration names, because an entity cannot say which rows or expressions they are over.
 */
export async function drift(dataSource: DataSource): Promise<string[]> {
  const pending = await dataSource.driver.createSchemaBuilder().log();
  return pending.upQueries.map((query) => query.query).filter((query) => !query.startsWith('DROP INDEX '));
}
