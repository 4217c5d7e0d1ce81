import { Client, escapeIdentifier } from 'pg';

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
const OF_LOTS: readonly Multiplied[] = [
  { schema: 'quality', table: 'inspection_lot', renamed: renamed('id') },
  { schema: 'quality', table: 'contribution', renamed: renamed('subject_id'), where: CURRENT },
];

/**
 * Makes many of what the simulator has sent through the door: each copy of an order line or an inspection has ids of its own
 * and stands on the same days, under the same supplier. What is copied is what figures and lists are read from, and the
 * events of order lines, which a list folds when it shows one.
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
    await admin.query(`SET work_mem = '512MB'`);
    await fill(admin, OF_LINES, lines, say);
    await copyEventsOfLines(admin, say);
    await fill(admin, OF_LOTS, lines / 5, say);
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

/** Whole copies. */
async function copy(admin: Client, one: Multiplied, times: number): Promise<void> {
  const table = `${escapeIdentifier(one.schema)}.${escapeIdentifier(one.table)}`;
  const names = await columnsOf(admin, table);
  // Of the last copy a part, chosen by id: alike in every table that has the row.
  const wholeCopies = Math.max(0, Math.floor(times) - 1);
  const part = Math.max(0, times - 1 - wholeCopies);
  const [id] = Object.keys(one.renamed);
  await withoutIndexes(
    admin,
    table,
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${names.map((name) => one.renamed[name] ?? `t.${name}`).join(', ')}
     FROM generate_series(1, ${wholeCopies + 1}) AS k CROSS JOIN ${table} t
     WHERE ${one.where ?? 'true'}
       AND (k <= ${wholeCopies} OR abs(hashtext(t.${id!}) % 10000) < ${Math.round(part * 10_000)})`,
  );
}

/** Further apart than a log is long. */
const APART = 1_000_000_000;

/**
 * The events of the copies stand before the beginning of the log, each copy's in the order of the originals: all of it has
 * been read already, so nobody takes them for news.
 */
async function copyEventsOfLines(admin: Client, say: (line: string) => void): Promise<void> {
  say('suppliers.event: those of the copies');
  const copies = `(SELECT split_part(id, '~', 1) AS original, id, ${APART} * split_part(id, '~', 2)::bigint AS apart
    FROM suppliers.purchase_order_line WHERE id LIKE '%~%') c JOIN suppliers.event t ON t.subject_id = c.original`;
  const instead: Readonly<Record<string, string>> = {
    seq: 't.seq - c.apart',
    event_id: 'gen_random_uuid()',
    subject_id: 'c.id',
  };
  const names = await columnsOf(admin, 'suppliers.event');
  await withoutIndexes(
    admin,
    'suppliers.event',
    `INSERT INTO suppliers.event (${names.join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${names.map((name) => instead[name] ?? `t.${name}`).join(', ')} FROM ${copies}`,
  );
  await withoutIndexes(
    admin,
    'suppliers.log_position',
    `INSERT INTO suppliers.log_position (pos, event_seq, epoch, hash)
     SELECT p.pos - c.apart, p.event_seq - c.apart, p.epoch, p.hash
     FROM ${copies} JOIN suppliers.log_position p ON p.event_seq = t.seq`,
  );
}

async function columnsOf(admin: Client, table: string): Promise<readonly string[]> {
  const columns = await admin.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return columns.rows.map(({ name }) => name);
}

/** The indexes go and come back, which is many times faster than keeping them. */
async function withoutIndexes(admin: Client, table: string, statement: string): Promise<void> {
  const indexes = await admin.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of indexes.rows) await admin.query(`DROP INDEX ${name}`);
  await admin.query(statement);
  for (const { definition } of indexes.rows) await admin.query(definition);
}
