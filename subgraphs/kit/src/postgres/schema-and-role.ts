import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';

/**
 * Name of a subgraph's role. Roles belong to the whole server, so the database's name is part of it: two platforms in two
 * databases of one server do not share a role, or a password.
 */
export const roleOf = (database: string, name: SubgraphName): string => `${database}_${name}`;

/**
 * Gives a subgraph a schema and a role of its own in the database of `adminUrl`. The role owns its schema, may log in,
 * is bound by row-level security and has no right on any other schema. Safe to repeat, and from several processes at once.
 *
 * @param adminUrl  a connection that may create roles and schemas
 * @param password  the role's password; set anew when the role exists
 * @returns the subgraph's own connection URL
 */
export async function provisionSubgraph(adminUrl: string, name: SubgraphName, password: string): Promise<string> {
  let role: string;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Two launchers on one database would otherwise race between "does it exist" and "create it".
    await client.query(`SELECT pg_advisory_lock(hashtext('sightline:provision'))`);
    const database = (await client.query<{ name: string }>('SELECT current_database() AS name')).rows[0]!.name;
    role = roleOf(database, name);
    const existing = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const verb = existing.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${escapeIdentifier(role)} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(password)}`,
    );
    // A managed database's administrator is no superuser and may create a schema only for a role that it belongs to.
    await client.query(`GRANT ${escapeIdentifier(role)} TO CURRENT_USER`);
    await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${escapeIdentifier(role)}`);
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(name)} AUTHORIZATION ${escapeIdentifier(role)}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
