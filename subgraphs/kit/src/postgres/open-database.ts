import 'reflect-metadata';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';

export type EntityClass = Function | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  url: string;
  /** Schema of the subgraph; also its search path, so that SQL needs no prefix. */
  schema: SubgraphName;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  poolSize?: number;
  log: (line: string) => void;
}

/**
 * Opens the subgraph's connections. A connection that breaks while idle is logged and replaced; it never ends the process.
 *
 * @throws when the database cannot be reached
 */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    applicationName: `sightline-${options.schema}`,
    poolSize: options.poolSize ?? 8,
    poolErrorHandler: (error: unknown) =>
      options.log(`a database connection broke while idle and is replaced: ${String(error)}`),
    extra: {
      // What begins a read goes out together with its first statement.
      pipeline: true,
      options: `-c search_path=${options.schema} -c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0`,
    },
  });
  return dataSource.initialize();
}
