import { hash } from 'node:crypto';

import type { EntityManager } from 'typeorm';

import type { Contribution } from './contribution';
import { CURRENT_POS, dimensionColumn, PLACE_COLUMNS } from './contribution-table';

/** A contribution with whose row it is. */
export interface StoredContribution extends Contribution {
  /** Row-level security: who besides '*' may see it; null: only '*'. */
  tenant: string | null;
}

/**
 * A contribution as it is stored, with whose row it is: null for nobody's but our own. Field by field: an object spread
 * together out of others is many times slower to make and to read, and a bulk has hundreds of thousands.
 */
export const storedAs = (row: Contribution, tenant: string | null): StoredContribution => ({
  definitionId: row.definitionId,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  label: row.label,
  dates: row.dates,
  countsFrom: row.countsFrom,
  included: row.included,
  rule: row.rule,
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  unitCode: row.unitCode,
  unitKey: row.unitKey,
  occurredAt: row.occurredAt,
  dims: row.dims,
  tenant,
});

/** Rows in one statement: large enough to forget the round trip, small enough not to hold megabytes. */
const ROWS_PER_INSERT = 2_000;

/**
 * Brings the current contributions of these subjects to `rows`, as of log position `pos`. Rows that stayed the same are
 * not touched; changed and vanished ones are closed (they held up to `pos`), new ones inserted.
 *
 * `subjectIds` names every subject that was judged anew, also those of which no row is left; every row belongs to one of
 * them, and there is at most one row for a definition and subject (throws otherwise). Runs inside the projector's
 * transaction, with app.tenant '*'.
 */
export async function replaceContributions(
  manager: EntityManager,
  pos: number,
  subjectIds: readonly string[],
  rows: readonly StoredContribution[],
  options: { dimensions: readonly string[] },
): Promise<{ closed: number; inserted: number }> {
  const subjects = [...new Set(subjectIds)];
  const columns = columnsOf(await tableColumns(manager), options.dimensions);
  const wanted = rowsByKey(new Set(subjects), rows, columns);
  const there: { definition_id: string; subject_id: string; digest: string }[] = await manager.query(
    `select definition_id, subject_id, digest from contribution where to_pos = ${CURRENT_POS} and subject_id = any($1::text[])`,
    [subjects],
  );

  const gone: { definitionIds: string[]; subjectIds: string[] } = { definitionIds: [], subjectIds: [] };
  for (const row of there) {
    const key = keyOf(row.definition_id, row.subject_id);
    if (wanted.get(key)?.digest === row.digest) {
      wanted.delete(key);
    } else {
      gone.definitionIds.push(row.definition_id);
      gone.subjectIds.push(row.subject_id);
    }
  }
  if (gone.subjectIds.length > 0) {
    await manager.query(
      `update contribution set to_pos = $1::bigint
         from unnest($2::text[], $3::text[]) as gone (definition_id, subject_id)
        where contribution.to_pos = ${CURRENT_POS}
          and contribution.subject_id = gone.subject_id and contribution.definition_id = gone.definition_id`,
      [pos, gone.definitionIds, gone.subjectIds],
    );
  }

  const changed = [...wanted.values()];
  for (let start = 0; start < changed.length; start += ROWS_PER_INSERT) {
    await manager.query('insert into contribution select * from unnest($1::contribution[])', [
      arrayLiteral(changed.slice(start, start + ROWS_PER_INSERT), pos),
    ]);
  }
  return { closed: gone.subjectIds.length, inserted: changed.length };
}

/** The table's columns in their own order, which a migration that adds a dimension may have changed. */
async function tableColumns(manager: EntityManager): Promise<string[]> {
  const rows: { attname: string }[] = await manager.query(
    `select attname from pg_attribute
      where attrelid = 'contribution'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  return rows.map((row) => row.attname);
}

type Cell = string | number | boolean | null;
type CellOf = (row: StoredContribution) => Cell;

type Dimensions = StoredContribution['dims'];

/** Columns side by side: of the content, or of dimensions, which all rows of a subject mostly share. */
type Stretch = { of: 'CONTENT'; cells: readonly CellOf[] } | { of: 'DIMENSIONS'; names: readonly string[] };

/** The columns of the content, on both sides of those that place it in the log. */
interface Columns {
  before: readonly Stretch[];
  after: readonly Stretch[];
}

const CONTENT: readonly (readonly [column: string, cell: CellOf])[] = [
  ['definition_id', (row) => row.definitionId],
  ['subject_type', (row) => row.subjectType],
  ['subject_id', (row) => row.subjectId],
  ['label', (row) => row.label],
  ['due_on', (row) => row.dates.DUE ?? null],
  ['sent_on', (row) => row.dates.SENT ?? null],
  ['received_on', (row) => row.dates.RECEIVED ?? null],
  ['recorded_on', (row) => row.dates.RECORDED ?? null],
  ['visible_on', (row) => row.dates.VISIBLE ?? null],
  ['decided_on', (row) => row.dates.DECIDED ?? null],
  ['counts_from', (row) => row.countsFrom],
  ['included', (row) => row.included],
  ['rule', (row) => row.rule],
  ['numerator', (row) => row.numerator],
  ['denominator', (row) => row.denominator],
  ['value', (row) => row.value],
  ['unit_code', (row) => row.unitCode],
  ['unit_key', (row) => row.unitKey],
  ['occurred_at', (row) => row.occurredAt],
  ['tenant', (row) => row.tenant],
];

function columnsOf(names: readonly string[], dimensions: readonly string[]): Columns {
  const content = new Map<string, CellOf>(CONTENT);
  const dimensionOf = new Map(dimensions.map((name) => [dimensionColumn(name), name]));
  const place = names.indexOf(PLACE_COLUMNS[0]);
  if (PLACE_COLUMNS.some((name, index) => names[place + index] !== name)) {
    throw new Error(`The table contribution does not hold ${PLACE_COLUMNS.join(', ')} side by side`);
  }
  if (names.length !== content.size + dimensionOf.size + PLACE_COLUMNS.length) {
    throw new Error('The table contribution has other dimensions than those named');
  }
  const stretchesOf = (columns: readonly string[]): Stretch[] => {
    const stretches: ({ of: 'CONTENT'; cells: CellOf[] } | { of: 'DIMENSIONS'; names: string[] })[] = [];
    for (const column of columns) {
      const last = stretches.at(-1);
      const cell = content.get(column);
      const dimension = dimensionOf.get(column);
      if (cell !== undefined) {
        if (last?.of === 'CONTENT') last.cells.push(cell);
        else stretches.push({ of: 'CONTENT', cells: [cell] });
      } else if (dimension !== undefined) {
        if (last?.of === 'DIMENSIONS') last.names.push(dimension);
        else stretches.push({ of: 'DIMENSIONS', names: [dimension] });
      } else throw new Error(`The table contribution has a column ${column}, which no dimension fills`);
    }
    return stretches;
  };
  return { before: stretchesOf(names.slice(0, place)), after: stretchesOf(names.slice(place + PLACE_COLUMNS.length)) };
}

/** Writes rows one after the other; dimensions that the row before had too are not written anew. */
class RowWriter {
  private dims: Dimensions | null = null;
  private readonly texts = new Map<Stretch, string>();

  /** The cells of these columns with a comma between them. */
  write(stretches: readonly Stretch[], row: StoredContribution): string {
    if (row.dims !== this.dims) {
      this.dims = row.dims;
      this.texts.clear();
    }
    // Joined at once: a text put together piece by piece leaves a piece of garbage for each.
    const texts: string[] = [];
    for (const stretch of stretches) {
      if (stretch.of === 'CONTENT') for (const cell of stretch.cells) texts.push(cellText(cell(row)));
      else texts.push(this.textOf(stretch, row.dims));
    }
    return texts.join(',');
  }

  private textOf(stretch: Stretch & { of: 'DIMENSIONS' }, dims: Dimensions): string {
    let text = this.texts.get(stretch);
    if (text === undefined) {
      text = stretch.names.map((name) => cellText(dims[name] ?? null)).join(',');
      this.texts.set(stretch, text);
    }
    return text;
  }
}

const keyOf = (definitionId: string, subjectId: string): string => `${definitionId}\0${subjectId}`;

/**
 * A row as an element of an array of composites, which PostgreSQL reads several times faster than JSON: the text of its
 * content on both sides of its place in the log.
 */
interface WrittenRow {
  /** Fingerprint of the content. */
  digest: string;
  before: string;
  after: string;
}

function rowsByKey(
  subjects: ReadonlySet<string>,
  rows: readonly StoredContribution[],
  columns: Columns,
): Map<string, WrittenRow> {
  const written = new Map<string, WrittenRow>();
  const writer = new RowWriter();
  for (const row of rows) {
    if (!subjects.has(row.subjectId))
      throw new Error(`A contribution of ${row.subjectId}, which is not among the subjects`);
    if (row.value !== null && !Number.isFinite(row.value)) {
      throw new Error(`The value of ${row.subjectId} under ${row.definitionId} is not a finite number`);
    }
    const key = keyOf(row.definitionId, row.subjectId);
    if (written.has(key)) throw new Error(`Two contributions of ${row.subjectId} under ${row.definitionId}`);
    const before = writer.write(columns.before, row);
    const after = writer.write(columns.after, row);
    written.set(key, { digest: hash('sha256', before + after, 'base64').slice(0, 22), before, after });
  }
  return written;
}

/** Nothing for null. Quoted when empty or when a character means something to the row, and once more for the array around it. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  if (cell !== '' && !/["\\(),]/.test(cell)) return cell;
  return `\\"${escaped(escaped(cell))}\\"`;
}

const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&');

function arrayLiteral(rows: readonly WrittenRow[], pos: number): string {
  const place = `,${pos},${CURRENT_POS}`;
  const texts: string[] = [];
  for (const { digest, before, after } of rows) {
    texts.push(texts.length === 0 ? '{"(' : ',"(');
    if (before !== '') texts.push(before, ',');
    texts.push(digest, place);
    if (after !== '') texts.push(',', after);
    texts.push(')"');
  }
  texts.push(texts.length === 0 ? '{}' : '}');
  return texts.join('');
}
