import { createHmac } from 'node:crypto';
import path from 'node:path';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { provisionSubgraph } from '@sightline/kit/postgres/schema-and-role';
import { startPostgres, type RunningPostgres } from './embedded-postgres';
import { messageOf } from './error-code';
import { ensureSecret } from './password';
import { PostgresTrouble } from './trouble';

/** Where the data is to be, as configured. */
export interface DatabaseSources {
  /** DATABASE_URL: a connection that may create roles and schemas. */
  adminUrl: string | null;
  /** SUPPLIERS_DATABASE_URL and so on: the subgraph's own role, used as it is. */
  own: Partial<Record<SubgraphName, string>>;
}

export interface Databases {
  /** Connection string of each subgraph, with its own role. */
  urls: Record<SubgraphName, string>;
  /** The embedded server, when it was needed. */
  postgres: RunningPostgres | null;
}

/**
 * Decides and prepares the database of each subgraph: its own URL where one is set, else a schema and a role in
 * DATABASE_URL, else in the embedded server.
 *
 * @param homeDir the state folder
 * @param cancel  gives up a start of the embedded server that is under way
 * @throws PostgresTrouble that says which database cannot be reached, without its password
 */
export async function openDatabases(
  sources: DatabaseSources,
  homeDir: string,
  log: (line: string) => void,
  cancel?: AbortSignal,
): Promise<Databases> {
  const shared = SUBGRAPH_NAMES.filter((name) => sources.own[name] === undefined);
  if (shared.length > 0 && sources.adminUrl === null) ignoreForeignSettings();
  const postgres =
    shared.length > 0 && sources.adminUrl === null ? await startPostgres({ homeDir, log, cancel }) : null;
  try {
    const adminUrl = postgres?.adminUrl ?? sources.adminUrl;
    const urls: Partial<Record<SubgraphName, string>> = { ...sources.own };
    for (const name of shared) {
      if (adminUrl === null) throw new Error(`No database is configured for ${name}.`);
      urls[name] = await provision(adminUrl, name, rolePassword(homeDir, name));
    }
    return { urls: urls as Record<SubgraphName, string>, postgres };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

/** The password of a subgraph's role: derived, so that it is the same at each start and stored nowhere else. */
export function rolePassword(homeDir: string, name: SubgraphName): string {
  const { secret } = ensureSecret(path.join(homeDir, 'keys', 'database-roles'));
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(`database-role:${name}`).digest('hex');
}

async function provision(adminUrl: string, name: SubgraphName, password: string): Promise<string> {
  try {
    return await provisionSubgraph(adminUrl, name, password);
  } catch (error) {
    throw new PostgresTrouble(
      `The database ${withoutPassword(adminUrl)} cannot be prepared for ${name}: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

/** PGSSLMODE, PGOPTIONS and the like are about servers of the user's own; the embedded one must not be asked in their way. */
function ignoreForeignSettings(): void {
  for (const name of Object.keys(process.env).filter((key) => /^PG[A-Z]+$/.test(key))) delete process.env[name];
}

/** A connection string that may be shown. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  return shown.toString();
}
