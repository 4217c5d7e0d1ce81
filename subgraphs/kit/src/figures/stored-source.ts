import { combineSums, emptyAggregate, exclusionsOf, sumsOf } from './aggregate-sums';
import type { Aggregate, Contribution, ContributionSource, Grouping, Population } from './contribution';
import { CURRENT_POS } from './contribution-table';
import { compareKeys } from './figure-order';
import {
  Bindings,
  keySql,
  populationSql,
  storedColumn,
  type RunInTenant,
  type Statement,
  type StoredSourceOptions,
} from './population-sql';
import { countedOf, storedRowSql, type StoredRow } from './stored-row';

/**
 * Figures over the stored contributions as they were at one log position; answers exactly as `memorySource` does. One
 * statement for each aggregate, however many groups. Asking by a dimension that the table does not have, or by the hour,
 * is a bug and thrown.
 *
 * Plan (PostgreSQL 18, 1 million contributions of 6 definitions, a window of one year): for the sums, an Append of
 * `Bitmap Index Scan on contribution_by_received_on (definition_id = $1 and included and received_on between $2 and $3)`,
 * which is what is current, and `Index Scan using contribution_history (definition_id = $1 and to_pos > $4)`, which is
 * what has changed since. Exclusions read the same indexes with `not included`. Units are read only after `Index
 * Scan using contribution_unit` has found one (a one-time filter). The policy's sub-selects are InitPlans, evaluated once.
 */
export function storedSource(run: RunInTenant, options: StoredSourceOptions): ContributionSource {
  const read = <Row>({ sql, values }: Statement): Promise<Row[]> =>
    run(async (manager): Promise<Row[]> => manager.query(sql, values));

  return {
    pin: { kind: 'stored', pos: options.pos },

    async aggregate(population, grouping) {
      return assemble(await read<PartRow>(aggregateStatement(population, grouping, options)), grouping);
    },

    async countAbove(population, than) {
      const [row] = await read<{ count: number }>(countAboveStatement(population, than, options));
      return row!.count;
    },

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

/**
 * Whether any row of the definition belongs to a larger unit. Asked once, before the rows are read: most definitions have
 * none, and then their rows are not read a second time to find that out. Asked for the first row of an order rather than
 * with `exists`: the planner takes units to be spread evenly over definitions, and would look for one by reading the table.
 */
const haveUnits = (population: Population, options: StoredSourceOptions, bindings: Bindings): string => {
  const definition = bindings.bind(population.definitionId);
  const pos = `${bindings.bind(options.pos)}::bigint`;
  return `(select coalesce(
      (select true from contribution where to_pos = ${CURRENT_POS} and definition_id = ${definition}
          and unit_key is not null order by unit_key limit 1),
      (select true from contribution where to_pos < ${CURRENT_POS} and to_pos > ${pos} and definition_id = ${definition}
          and unit_key is not null order by to_pos limit 1),
      false))`;
};

interface PartRow {
  part: 'rows' | 'units' | 'excluded';
  key: string | null;
  rule: string | null;
  count: number;
  passed: number | null;
  numerator: string | null;
  denominator: string | null;
  least_code: string | null;
  greatest_code: string | null;
  uncoded: number | null;
  mean: number | null;
  deviation: number | null;
  least: number | null;
  greatest: number | null;
  percentiles: number[] | null;
}

function aggregateStatement(population: Population, grouping: Grouping, options: StoredSourceOptions): Statement {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  const key = keySql(population, grouping, options);
  const alone = 'filter (where unit_key is null)';
  const coded = 'filter (where unit_key is null and numerator is not null)';
  const sql = `
    select 'rows' as part, ${key} as key, null::text as rule,
           (count(*) ${alone})::int as count, null::int as passed,
           (sum(numerator) ${alone})::text as numerator, (sum(denominator) ${alone})::text as denominator,
           min(unit_code) ${coded} as least_code, max(unit_code) ${coded} as greatest_code,
           (count(*) filter (where unit_key is null and numerator is not null and unit_code is null))::int as uncoded,
           avg(value) as mean, stddev_samp(value) as deviation, min(value) as least, max(value) as greatest,
           percentile_cont(array[0.1, 0.5, 0.9, 0.95, 0.99]) within group (order by value) as percentiles
      ${rows} and included ${grouping === null ? '' : 'group by key'}
    union all
    select 'units', key, null, count(*)::int, (count(*) filter (where passed))::int,
           null, null, null, null, null, null, null, null, null, null
      from (select ${key} as key, bool_and(numerator is not distinct from denominator) as passed
              ${rows} and included and unit_key is not null and ${haveUnits(population, options, bindings)}
             group by 1, unit_key) as unit
      group by key
    union all
    select 'excluded', ${key}, rule, count(*)::int, null, null, null, null, null, null, null, null, null, null, null
      ${rows} and not included group by 2, rule`;
  return { sql, values: bindings.values };
}

function assemble(parts: readonly PartRow[], grouping: Grouping): Aggregate[] {
  const groups = new Map<string | null, PartRow[]>();
  if (grouping === null) groups.set(null, []);
  for (const part of parts) {
    const group = groups.get(part.key);
    if (group) group.push(part);
    else groups.set(part.key, [part]);
  }
  return [...groups].sort(([a], [b]) => compareKeys(a, b)).map(([key, group]) => aggregateOf(key, group));
}

function aggregateOf(key: string | null, parts: readonly PartRow[]): Aggregate {
  const rows = parts.find((part) => part.part === 'rows');
  const units = parts.find((part) => part.part === 'units');
  const unitCount = units?.count ?? 0;
  const excluded = parts.filter((part) => part.part === 'excluded').map((part) => [part.rule!, part.count] as const);
  const unitCodes = new Set<string | null>();
  if (rows?.least_code != null) unitCodes.add(rows.least_code).add(rows.greatest_code);
  if (rows?.uncoded) unitCodes.add(null);
  const [p10 = null, p50 = null, p90 = null, p95 = null, p99 = null] = rows?.percentiles ?? [];
  return {
    ...emptyAggregate(key),
    n: (rows?.count ?? 0) + unitCount,
    ...sumsOf(
      combineSums(rows?.numerator ?? null, unitCount, units?.passed ?? 0),
      combineSums(rows?.denominator ?? null, unitCount, unitCount),
      [...unitCodes],
    ),
    mean: rows?.mean ?? null,
    standardDeviation: rows?.deviation ?? null,
    min: rows?.least ?? null,
    max: rows?.greatest ?? null,
    p10,
    p50,
    p90,
    p95,
    p99,
    exclusions: exclusionsOf(new Map(excluded)),
  };
}

function countAboveStatement(population: Population, than: number, options: StoredSourceOptions): Statement {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  const threshold = bindings.bind(than);
  return {
    sql: `select count(*)::int as count ${rows} and included and value > ${threshold}::double precision`,
    values: bindings.values,
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
