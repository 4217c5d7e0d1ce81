import { Client, escapeIdentifier } from 'pg';
import { PLAIN_TABLES } from './plain-sql';

/** A table of a subgraph, and how a copy of its rows is told from the original: column, SQL with `k` for the copy. */
interface Multiplied {
  schema: string;
  table: string;
  renamed: Readonly<Record<string, string>>;
  where?: string;
}

const renamed = (...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, `t.${column} || '~' || k`]));

const CURRENT = 'to_pos = 9223372036854775807';
const OF_LINES: readonly Multiplied[] = [
  { schema: 'suppliers', table: 'purchase_order_line', renamed: renamed('id') },
  {
    schema: 'suppliers',
    table: 'contribution',
    renamed: renamed('subject_id', 'dim_order_number', 'dim_shipment_number'),
    where: CURRENT,
  },
];
const OF_PLAIN_LINES: readonly Multiplied[] = [
  { schema: 'plain', table: 'order_line', renamed: renamed('id', 'order_number', 'shipment_number') },
  { schema: 'plain', table: 'receipt', renamed: renamed('id') },
];
const OF_PLAIN_LOTS: readonly Multiplied[] = [{ schema: 'plain', table: 'lot', renamed: renamed('id') }];
const OF_LOTS: readonly Multiplied[] = [
  { schema: 'quality', table: 'inspection_lot', renamed: renamed('id') },
  { schema: 'quality', table: 'contribution', renamed: renamed('subject_id'), where: CURRENT },
];

/**
 * Makes many of what the simulator has sent through the door: each copy of an order line or an inspection has ids of its own
 * and stands on the same days, under the same supplier, at the same place of the log. What is copied is what figures and
 * lists are read from; the log itself is not, so nobody can ask about the past of a copy.
 *
 * @param adminUrl  of a database whose platform does not run
 * @param lines     order lines wanted; inspections are a fifth of them
 */
export async function multiply(adminUrl: string, lines: number, say: (line: string) => void): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`SET synchronous_commit = off`);
    await admin.query(`SET maintenance_work_mem = '1GB'`);
    for (const statement of PLAIN_TABLES) await admin.query(statement);
    await fill(admin, [...OF_LINES, ...OF_PLAIN_LINES], lines, say);
    await fill(admin, [...OF_LOTS, ...OF_PLAIN_LOTS], lines / 5, say);
    await admin.query('VACUUM ANALYZE');
  } finally {
    await admin.end();
  }
}

async function fill(
  admin: Client,
  tables: readonly Multiplied[],
  wanted: number,
  say: (line: string) => void,
): Promise<void> {
  const { schema, table } = tables[0]!;
  const found = await admin.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${schema}.${table}`);
  const { count } = found.rows[0]!;
  for (const one of tables) {
    say(`${one.schema}.${one.table}: ${count} times ${(wanted / count).toFixed(1)}`);
    await copy(admin, one, wanted / count);
  }
}

/** Whole copies: the indexes go and come back, which is many times faster than keeping them. */
async function copy(admin: Client, one: Multiplied, times: number): Promise<void> {
  const table = `${escapeIdentifier(one.schema)}.${escapeIdentifier(one.table)}`;
  const columns = await admin.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  // Of the last copy a part, chosen by id: alike in every table that has the row.
  const wholeCopies = Math.max(0, Math.floor(times) - 1);
  const part = Math.max(0, times - 1 - wholeCopies);
  const [id] = Object.keys(one.renamed);
  const names = columns.rows.map(({ name }) => name);
  const indexes = await admin.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of indexes.rows) await admin.query(`DROP INDEX ${name}`);
  await admin.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${names.map((name) => one.renamed[name] ?? `t.${name}`).join(', ')}
     FROM generate_series(1, ${wholeCopies + 1}) AS k CROSS JOIN ${table} t
     WHERE ${one.where ?? 'true'}
       AND (k <= ${wholeCopies} OR abs(hashtext(t.${id!}) % 10000) < ${Math.round(part * 10_000)})`,
  );
  for (const { definition } of indexes.rows) await admin.query(definition);
}
