import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';

/** `to_pos` of a row that is current. */
export const CURRENT_POS = '9223372036854775807';

/** The column of each date by which a window can select a row. */
export const BASIS_COLUMNS: Readonly<Record<WindowBasis, string>> = {
  DUE: 'due_on',
  SENT: 'sent_on',
  RECEIVED: 'received_on',
  RECORDED: 'recorded_on',
  VISIBLE: 'visible_on',
  DECIDED: 'decided_on',
};

/** Columns that place a row in the log: its fingerprint, and the positions from and up to which it held. */
export const PLACE_COLUMNS = ['digest', 'from_pos', 'to_pos'] as const;

/** Columns that hold the contribution itself, without its dimensions and its place in the log, with their types. */
const CONTENT_COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['definition_id', 'text'],
  ['subject_type', 'text'],
  ['subject_id', 'text'],
  ['label', 'text'],
  ...Object.values(BASIS_COLUMNS).map((column) => [column, 'date'] as const),
  ['counts_from', 'date'],
  ['included', 'boolean'],
  ['rule', 'text'],
  ['numerator', 'numeric'],
  ['denominator', 'numeric'],
  ['value', 'double precision'],
  ['unit_code', 'text'],
  ['unit_key', 'text'],
  ['occurred_at', 'text'],
  ['tenant', 'text'],
];

const REQUIRED = new Set(['definition_id', 'subject_type', 'subject_id', 'label', 'included', 'rule']);

/** Column of a dimension: `supplierId` is kept in `dim_supplier_id`. Throws on a name that is not camelCase letters and digits. */
export function dimensionColumn(dimension: string): string {
  if (!/^[a-z][A-Za-z0-9]{0,40}$/.test(dimension)) throw new TypeError(`Not a dimension: ${JSON.stringify(dimension)}`);
  return `dim_${dimension.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/**
 * Statements that make the table `contribution` in the current schema: one row for each definition, subject and span of
 * log positions [from_pos, to_pos) in which it held. Text sorts by code point ("C"), as figures in memory do.
 *
 * `dimensions` are camelCase names; `bases` are those by which figures are asked often: each has an index of its own,
 * which costs every write. By other bases the table is scanned.
 *
 * Row-level security: a row is seen by its tenant and by '*'; without app.tenant by nobody. The setting is read in a
 * sub-select, so once for a statement and not once for a row.
 */
export function contributionTableSql(options: {
  dimensions: readonly string[];
  bases?: readonly WindowBasis[];
}): string[] {
  const column = (name: string, type: string) =>
    `${name} ${type}${type === 'text' ? ' collate "C"' : ''}${REQUIRED.has(name) ? ' not null' : ''}`;
  const columns = [
    ...CONTENT_COLUMNS.map(([name, type]) => column(name, type)),
    // Fingerprint of the content: tells whether judging anew has changed anything.
    'digest text collate "C" not null',
    'from_pos bigint not null',
    `to_pos bigint not null default ${CURRENT_POS}`,
    ...options.dimensions.map((dimension) => column(dimensionColumn(dimension), 'text')),
  ];
  const current = `to_pos = ${CURRENT_POS}`;
  const visible = `(select current_setting('app.tenant', true)) = '*'
    or tenant = any ((select string_to_array(nullif(current_setting('app.tenant', true), ''), ','))::text[])`;
  return [
    `create table contribution (\n  ${columns.join(',\n  ')}\n)`,
    // Never two current rows of a subject under one definition; the subject first, because rows are closed by subject.
    `create unique index contribution_current_subject on contribution (subject_id, definition_id) where ${current}`,
    // `included` stands before the date: sums read only rows that count, exclusions only the others.
    ...(options.bases ?? ['DUE', 'SENT', 'RECEIVED']).map((basis) => {
      const day = BASIS_COLUMNS[basis];
      return `create index contribution_by_${day} on contribution (definition_id, included, ${day}) where ${current} and ${day} is not null`;
    }),
    // Small, and empty for most definitions: tells at once that no row of a definition belongs to a larger unit.
    `create index contribution_unit on contribution (definition_id, unit_key) where ${current} and unit_key is not null`,
    // What held once: read only by pages of an older figure, a narrow span of positions.
    `create index contribution_history on contribution (definition_id, to_pos) where to_pos < ${CURRENT_POS}`,
    // By which one learns what a stretch of the log has changed. The first grows at its end only, so it costs a write next
    // to nothing; the second holds what has been replaced.
    `create index contribution_begun on contribution (from_pos) where ${current}`,
    `create index contribution_ended on contribution (to_pos) where to_pos < ${CURRENT_POS}`,
    'alter table contribution enable row level security',
    'alter table contribution force row level security',
    `create policy contribution_tenant on contribution using (${visible}) with check (${visible})`,
  ];
}

/** Statements that undo `contributionTableSql`. */
export const contributionTableDropSql = (): string[] => ['drop table contribution'];
