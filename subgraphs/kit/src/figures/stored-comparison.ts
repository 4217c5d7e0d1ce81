import type { ComparableSource } from './comparison';
import type { Population, VerdictCount } from './contribution';
import { Bindings, populationSql, type RunInTenant, type StoredSourceOptions } from './population-sql';

/**
 * Comparison over the stored contributions as they were at one log position; answers exactly as `memorySource` does.
 *
 * Plan: an Append of one bitmap index scan on contribution_by_due_on for each population, hashed by subject; the time is
 * that of the rows within the windows.
 */
export const storedComparison = (
  run: RunInTenant,
  options: StoredSourceOptions,
): Pick<ComparableSource, 'compare' | 'differing'> => ({
  async compare(populations) {
    const { sql, values } = verdictsOf(populations, options, new Bindings());
    const names = populations.map((_, place) => verdictName(place));
    const rows = await run((manager): Promise<(Record<string, boolean | null> & { count: number })[]> =>
      manager.query(
        `select ${names.join(', ')}, count(*)::int as count from (${sql}) as subject group by ${names.join(', ')}`,
        values,
      ),
    );
    return rows.map((row): VerdictCount => ({
      verdicts: names.map((name) => row[name] as boolean | null),
      count: row.count,
    }));
  },

  async differing(populations, first, afterSubjectId) {
    const bindings = new Bindings();
    const { sql } = verdictsOf(populations, options, bindings);
    const others = populations
      .slice(1)
      .map((_, index) => `${verdictName(index + 1)} is distinct from ${verdictName(0)}`);
    const after = afterSubjectId === null ? '' : `and subject_id > ${bindings.bind(afterSubjectId)}`;
    const rows = await run((manager): Promise<{ subject_id: string }[]> =>
      manager.query(
        `select subject_id from (${sql}) as subject where (${others.join(' or ') || 'false'}) ${after}
          order by subject_id limit ${bindings.bind(first)}`,
        bindings.values,
      ),
    );
    return rows.map((row) => row.subject_id);
  },
});

const verdictName = (place: number): string => `verdict_${place}`;

/** One row for each subject that is judged somewhere, with a verdict for each population. */
function verdictsOf(
  populations: readonly Population[],
  options: StoredSourceOptions,
  bindings: Bindings,
): { sql: string; values: unknown[] } {
  const arms = populations.map(
    (population, place) => `select ${place} as place, subject_id, numerator is not distinct from denominator as passed
      ${populationSql(population, options, bindings)} and included`,
  );
  // A subject has one row in a population at most, so the maximum is that row's.
  const verdicts = populations.map(
    (_, place) => `bool_or(passed) filter (where place = ${place}) as ${verdictName(place)}`,
  );
  return {
    sql: `select subject_id, ${verdicts.join(', ')} from (${arms.join(' union all ')}) as judged group by subject_id`,
    values: bindings.values,
  };
}
