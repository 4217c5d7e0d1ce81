import type { DataSource, Logger } from 'typeorm';

/**
 * Collects the SQL statements that `work` sends through a data source, without those that open and close transactions
 * or set the tenant: what a statement budget counts. Not for two at once on one data source.
 */
export async function statementsDuring<Answer>(
  dataSource: DataSource,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; statements: string[] }> {
  const statements: string[] = [];
  const before = dataSource.logger;
  dataSource.logger = collectInto(statements);
  try {
    return { answer: await work(), statements };
  } finally {
    dataSource.logger = before;
  }
}

const HOUSEKEEPING = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET |SELECT set_config)/i;

function collectInto(statements: string[]): Logger {
  const silent = (): void => undefined;
  return {
    logQuery: (query) => {
      if (!HOUSEKEEPING.test(query)) statements.push(query);
    },
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
}
