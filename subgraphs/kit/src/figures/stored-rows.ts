import type { ComparableSource } from './comparison';
import type { Contribution, Grouping, Population } from './contribution';
import {
  Bindings,
  keySql,
  populationSql,
  storedColumn,
  type RunInTenant,
  type Statement,
  type StoredSourceOptions,
} from './population-sql';
import { storedComparison } from './stored-comparison';
import { countedOf, storedRowSql, type StoredRow } from './stored-row';

/** What is read of the stored contributions each time it is asked; the sums are remembered (`rememberedSource`). */
type StoredRows = Pick<ComparableSource, 'pin' | 'countDistinct' | 'page' | 'compare' | 'differing'>;

/**
 * The stored contributions as they were at one log position. Asking by a dimension that the table does not have, or by the
 * hour, is a bug and thrown.
 *
 * Plan (PostgreSQL 18, 1 million contributions of 6 definitions, a window of one year): an Append of
 * `Bitmap Index Scan on contribution_by_received_on (definition_id = $1 and received_on between $2 and $3)`, which is what
 * is current, and `Index Scan using contribution_history (definition_id = $1 and to_pos > $4)`, which is what has changed
 * since. The policy's sub-selects are InitPlans, evaluated once.
 */
export function storedRows(run: RunInTenant, options: StoredSourceOptions): StoredRows {
  const read = <Row>({ sql, values }: Statement): Promise<Row[]> =>
    run(async (manager): Promise<Row[]> => manager.query(sql, values));

  return {
    pin: { kind: 'stored', pos: options.pos },
    ...storedComparison(run, options),

    async countDistinct(population, dimension, grouping) {
      const rows = await read<{ key: string | null; count: number }>(
        countDistinctStatement(population, dimension, grouping, options),
      );
      return new Map(rows.map((row) => [row.key, row.count]));
    },

    async page(population, first, afterSubjectId) {
      const rows = await read<PageRow>(pageStatement(population, first + 1, afterSubjectId, options));
      // Only a page without any row leaves the total unsaid.
      const totalCount =
        rows[0]?.total ?? (await read<{ total: number }>(totalStatement(population, options)))[0]!.total;
      return {
        rows: rows.slice(0, first).map((row) => contributionOf(row, options.dimensions)),
        totalCount,
        hasNextPage: rows.length > first,
      };
    },
  };
}

function countDistinctStatement(
  population: Population,
  dimension: string,
  grouping: Grouping,
  options: StoredSourceOptions,
): Statement {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  const sql = `select ${keySql(population, grouping, options)} as key,
      count(distinct ${storedColumn(dimension, options)})::int as count ${rows} and included group by 1`;
  return { sql, values: bindings.values };
}

const SHOWN_AS_THEMSELVES = '(not included or unit_key is null)';
const SHOWN_AS_UNITS = '(included and unit_key is not null)';

const totalSql = (rows: string): string =>
  `(select count(*) ${rows} and ${SHOWN_AS_THEMSELVES}) + (select count(distinct unit_key) ${rows} and ${SHOWN_AS_UNITS})`;

function totalStatement(population: Population, options: StoredSourceOptions): Statement {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  return { sql: `select (${totalSql(rows)})::int as total`, values: bindings.values };
}

interface PageRow extends StoredRow {
  total: number;
  subject_type: string;
  subject_id: string;
  label: string;
  occurred_at: string | null;
}

/**
 * Rows in the order of their subject; the included rows of a unit as one row, told by the row that decided it: the first
 * that fails, else the first.
 */
function pageStatement(
  population: Population,
  limit: number,
  after: string | null,
  options: StoredSourceOptions,
): Statement {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  const told = `subject_type, label, occurred_at, ${storedRowSql(options.dimensions)}`;
  const passes = 'numerator is not distinct from denominator';
  const sql = `
    select shown.*, (${totalSql(rows)})::int as total from (
      select subject_id, numerator::text, denominator::text, ${told} ${rows} and ${SHOWN_AS_THEMSELVES}
      union all
      (select distinct on (unit_key) unit_key, case when ${passes} then '1' else '0' end, '1', ${told}
         ${rows} and ${SHOWN_AS_UNITS} order by unit_key, (${passes}), held.subject_id)
    ) as shown
    ${after === null ? '' : `where subject_id > ${bindings.bind(after)}`}
    order by subject_id limit ${bindings.bind(limit)}`;
  return { sql, values: bindings.values };
}

const contributionOf = (row: PageRow, dimensions: readonly string[]): Contribution => ({
  ...countedOf(row, dimensions),
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  label: row.label,
  occurredAt: row.occurred_at,
});
