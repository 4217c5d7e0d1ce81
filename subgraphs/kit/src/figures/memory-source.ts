import { equals, sum, type Decimal } from '../decimal/decimal';
import { bucketStart, dayBucketOf } from '../time/bucket';
import type {
  Aggregate,
  Contribution,
  ContributionPage,
  ContributionSource,
  Grouping,
  Population,
  VerdictCount,
} from './contribution';
import { differ, type ComparableSource } from './comparison';
import { compareKeys, compareText } from './figure-order';
import { combineSums, exclusionsOf, sumsOf } from './aggregate-sums';
import { percentile } from './percentile';

/**
 * Figures over contributions that are at hand: folded and judged for the past, for what-if, or for a definition that is
 * not stored. Answers exactly as `rememberedSource` does; a property test holds the two equal.
 */
export function memorySource(contributions: readonly Contribution[], pin: ContributionSource['pin']): ComparableSource {
  const byDefinition = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    const rows = byDefinition.get(contribution.definitionId);
    if (rows) rows.push(contribution);
    else byDefinition.set(contribution.definitionId, [contribution]);
  }
  const rowsOf = (population: Population) =>
    (byDefinition.get(population.definitionId) ?? []).filter((row) => belongs(row, population));

  return {
    pin,
    async aggregate(population, grouping) {
      const groups = groupsOf(rowsOf(population), population, grouping);
      if (grouping === null && groups.size === 0) groups.set(null, []);
      return [...groups].sort(([a], [b]) => compareKeys(a, b)).map(([key, rows]) => aggregateOf(key, rows));
    },

    async countAbove(population, than) {
      return rowsOf(population).filter((row) => row.included && row.value !== null && row.value > than).length;
    },

    async countDistinct(population, dimension, grouping) {
      const included = rowsOf(population).filter((row) => row.included);
      const counts = new Map<string | null, number>();
      for (const [key, rows] of groupsOf(included, population, grouping)) {
        counts.set(key, new Set(rows.map((row) => row.dims[dimension] ?? null).filter((value) => value !== null)).size);
      }
      return counts;
    },

    async page(population, first, afterSubjectId): Promise<ContributionPage> {
      const rows = unitsAsRows(rowsOf(population)).sort((a, b) => compareText(a.subjectId, b.subjectId));
      const rest =
        afterSubjectId === null ? rows : rows.filter((row) => compareText(row.subjectId, afterSubjectId) > 0);
      return { rows: rest.slice(0, first), totalCount: rows.length, hasNextPage: rest.length > first };
    },

    async compare(populations) {
      const counts = new Map<string, VerdictCount>();
      for (const verdicts of verdictsBySubject(populations.map(rowsOf)).values()) {
        const key = verdicts.join();
        counts.set(key, { verdicts, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      return [...counts.values()];
    },

    async differing(populations, first, afterSubjectId) {
      return [...verdictsBySubject(populations.map(rowsOf))]
        .filter(
          ([id, verdicts]) => differ(verdicts) && (afterSubjectId === null || compareText(id, afterSubjectId) > 0),
        )
        .map(([id]) => id)
        .sort(compareText)
        .slice(0, first);
    },
  };
}

/** @param rows  those of each population */
function verdictsBySubject(rows: readonly (readonly Contribution[])[]): Map<string, (boolean | null)[]> {
  const bySubject = new Map<string, (boolean | null)[]>();
  rows.forEach((ofOne, place) => {
    for (const row of ofOne) {
      if (!row.included) continue;
      const verdicts = bySubject.get(row.subjectId) ?? rows.map(() => null);
      verdicts[place] = passes(row);
      bySubject.set(row.subjectId, verdicts);
    }
  });
  return bySubject;
}

/** Whether a row takes part: by its window date, by the day from which it counts, and by its dimensions. */
export function belongs(row: Pick<Contribution, 'dates' | 'countsFrom' | 'dims'>, population: Population): boolean {
  const day = row.dates[population.basis] ?? null;
  if (day === null || day < population.from || day > population.to) return false;
  if (row.countsFrom !== null && row.countsFrom > population.asOfDay) return false;
  for (const [dimension, allowed] of Object.entries(population.dims)) {
    if (!allowed.includes(row.dims[dimension] ?? null)) return false;
  }
  return true;
}

function groupsOf(
  rows: readonly Contribution[],
  population: Population,
  grouping: Grouping,
): Map<string | null, Contribution[]> {
  const keyOf = keyFunction(population, grouping);
  const groups = new Map<string | null, Contribution[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The key of a row's group. */
export function keyFunction(
  population: Population,
  grouping: Grouping,
): (row: Pick<Contribution, 'dates' | 'dims'>) => string | null {
  if (grouping === null) return () => null;
  if (grouping.by === 'dimension') return (row) => row.dims[grouping.dimension] ?? null;
  const bucket = dayBucketOf(grouping.bucket);
  if (!bucket.ok) throw new RangeError('Calendar days have no hours: refuse the bucket with dayBucketOf first');
  return (row) => bucketStart(row.dates[population.basis]!, bucket.value);
}

/** Whether a row lets its unit pass. */
export const passes = (row: Pick<Contribution, 'numerator' | 'denominator'>): boolean =>
  row.numerator === null || row.denominator === null
    ? row.numerator === row.denominator
    : equals(row.numerator, row.denominator);

function aggregateOf(key: string | null, rows: readonly Contribution[]): Aggregate {
  const values: number[] = [];
  const numerators: Decimal[] = [];
  const denominators: Decimal[] = [];
  const unitCodes = new Set<string | null>();
  const unitPasses = new Map<string, boolean>();
  const excluded = new Map<string, number>();
  let rowsAlone = 0;

  for (const row of rows) {
    if (!row.included) {
      excluded.set(row.rule, (excluded.get(row.rule) ?? 0) + 1);
      continue;
    }
    if (row.value !== null) values.push(row.value);
    if (row.unitKey !== null) {
      unitPasses.set(row.unitKey, (unitPasses.get(row.unitKey) ?? true) && passes(row));
      continue;
    }
    rowsAlone += 1;
    if (row.numerator !== null) {
      numerators.push(row.numerator);
      unitCodes.add(row.unitCode);
    }
    if (row.denominator !== null) denominators.push(row.denominator);
  }

  const unitsPassed = [...unitPasses.values()].filter(Boolean).length;
  return {
    key,
    n: rowsAlone + unitPasses.size,
    ...sumsOf(
      combineSums(numerators.length === 0 ? null : sum(numerators), unitPasses.size, unitsPassed),
      combineSums(denominators.length === 0 ? null : sum(denominators), unitPasses.size, unitPasses.size),
      [...unitCodes],
    ),
    ...spreadOf(values),
    exclusions: exclusionsOf(excluded),
  };
}

function spreadOf(values: number[]) {
  const ascending = Float64Array.from(values).sort();
  const count = ascending.length;
  const mean = count === 0 ? null : ascending.reduce((total, value) => total + value, 0) / count;
  const squares = mean === null ? 0 : ascending.reduce((total, value) => total + (value - mean) ** 2, 0);
  return {
    mean,
    // Sample standard deviation: a single observation has none.
    standardDeviation: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    min: ascending[0] ?? null,
    max: ascending[count - 1] ?? null,
    p10: percentile(ascending, 0.1),
    p50: percentile(ascending, 0.5),
    p90: percentile(ascending, 0.9),
    p95: percentile(ascending, 0.95),
    p99: percentile(ascending, 0.99),
  };
}

/**
 * The rows as they count: the included rows of a unit become one, which carries the unit's verdict and the words of the
 * row that decided it (the first that fails, else the first). So adding up the rows gives the figure.
 */
function unitsAsRows(rows: readonly Contribution[]): Contribution[] {
  const shown: Contribution[] = [];
  const deciding = new Map<string, Contribution>();
  for (const row of rows) {
    if (!row.included || row.unitKey === null) {
      shown.push(row);
      continue;
    }
    const other = deciding.get(row.unitKey);
    if (!other || decidesBefore(row, other)) deciding.set(row.unitKey, row);
  }
  for (const [unitKey, row] of deciding) {
    shown.push({ ...row, subjectId: unitKey, numerator: passes(row) ? '1' : '0', denominator: '1' });
  }
  return shown;
}

function decidesBefore(row: Contribution, other: Contribution): boolean {
  const [rowPasses, otherPasses] = [passes(row), passes(other)];
  return rowPasses === otherPasses ? compareText(row.subjectId, other.subjectId) < 0 : !rowPasses;
}
