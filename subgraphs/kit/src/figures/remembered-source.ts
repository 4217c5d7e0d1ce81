import type { DataSource } from 'typeorm';
import { tenantSetting, withTenant, type Tenancy } from '../postgres/transaction';
import type { ComparableSource } from './comparison';
import type { Aggregate, Grouping, Population } from './contribution';
import type { ContributionChange } from './contribution-changes';
import { compareKeys } from './figure-order';
import { FigureMemory, type Kept } from './figure-memory';
import { belongs, keyFunction, passes } from './memory-source';
import {
  Bindings,
  keySql,
  populationSql,
  storedColumn,
  type RunInTenant,
  type StoredSourceOptions,
} from './population-sql';
import { storedRows } from './stored-rows';
import { change, Tally, type Counted } from './tally';

export interface RememberedSourceOptions extends StoredSourceOptions {
  database: DataSource;
  /** Of the log that the position is of. */
  epoch: number;
  /** Whose rows are seen. */
  tenancy: Tenancy;
  /** Reads what is to be remembered. It is for all who ask the same, so it does not end with the caller who was first. */
  remember: RunInTenant;
}

/** Longest that one statement may take of what is remembered: a first question over some million rows. */
const LONGEST_MS = 60_000;

/** The usual way of reading what is to be remembered. */
export const rememberFor =
  (database: DataSource, tenancy: Tenancy): RunInTenant =>
  (work) =>
    withTenant(database, tenancy, work, true, LONGEST_MS);

/** Distinct values remembered at most for one question; beyond, they are counted in the database each time. */
const MOST_DISTINCT = 750_000;

/**
 * Figures over the stored contributions as they were at one log position; answers exactly as `memorySource` does (a
 * property test holds the two equal), and remembers what the answer is made of. Asked the same question at another
 * position, it takes out what has ceased to hold since and puts in what began to hold: the time is that of the changes, not
 * of the rows. Pages and comparisons are read.
 */
export function rememberedSource(run: RunInTenant, options: RememberedSourceOptions): ComparableSource {
  const stored = storedRows(run, options);
  const { remember } = options;
  const memory = FigureMemory.of(options.database);
  const audience = `${tenantSetting(options.tenancy)} ${options.epoch}`;

  /** What is kept of a question, at the position asked. */
  const at = async <Entry extends Remembered>(
    kept: Entry | null,
    load: () => Promise<Entry | null>,
  ): Promise<Entry | null> => {
    if (kept === null) return memory.load(load);
    if (kept.pos === options.pos) return kept;
    const changes = await memory.changesFor(audience, options.dimensions).between(remember, kept.pos, options.pos);
    if (changes === null) return memory.load(load);
    kept.move(changes, options.pos);
    return kept;
  };
  const tallies = <Answer>(population: Population, grouping: Grouping, answer: (kept: KeptTallies) => Answer) =>
    memory.use<KeptTallies, Answer>(audience, questionOf('tally', population, grouping), async (before) => {
      const keep = (await at(before, () => loadTallies(remember, population, grouping, options)))!;
      return { keep, answer: answer(keep) };
    });

  return {
    ...stored,

    aggregate: (population, grouping) => tallies(population, grouping, (kept) => kept.aggregates()),

    countAbove: (population, than) => tallies(population, null, (kept) => kept.countAbove(than)),

    countDistinct: (population, dimension, grouping) =>
      memory.use<KeptValues, ReadonlyMap<string | null, number>>(
        audience,
        questionOf(`distinct ${dimension}`, population, grouping),
        async (before) => {
          const keep = await at(before, () => loadValues(remember, population, dimension, grouping, options));
          const answer = keep?.counts() ?? (await stored.countDistinct(population, dimension, grouping));
          return { keep, answer };
        },
      ),
  };
}

const questionOf = (what: string, { dims, ...rest }: Population, grouping: Grouping): string =>
  JSON.stringify([what, rest, Object.entries(dims).sort(([a], [b]) => (a < b ? -1 : 1)), grouping]);

interface Remembered extends Kept {
  move(changes: readonly ContributionChange[], pos: number): void;
}

const isOf = (population: Population, row: ContributionChange['row']): boolean =>
  row.definitionId === population.definitionId && belongs(row, population);

/** What the figures of a question are made of, group by group. */
class KeptTallies implements Remembered {
  private readonly groups = new Map<string | null, Tally>();
  private readonly keyOf: ReturnType<typeof keyFunction>;
  /** The answer, as long as nothing moves. */
  private told: Aggregate[] | null = null;

  constructor(
    public pos: number,
    private readonly population: Population,
    private readonly grouping: Grouping,
  ) {
    this.keyOf = keyFunction(population, grouping);
  }

  take(key: string | null, rows: Counted, sign: 1 | -1): void {
    const group = this.groups.get(key) ?? new Tally();
    group.take(rows, sign);
    if (group.isEmpty) this.groups.delete(key);
    else this.groups.set(key, group);
    this.told = null;
  }

  move(changes: readonly ContributionChange[], pos: number): void {
    for (const { sign, row } of changes) {
      if (!isOf(this.population, row)) continue;
      this.take(this.keyOf(row), { ...row, passes: passes(row), count: 1 }, sign);
    }
    this.pos = pos;
  }

  aggregates(): readonly Aggregate[] {
    return (this.told ??= this.tell());
  }

  countAbove(than: number): number {
    return this.groups.get(null)?.countAbove(than) ?? 0;
  }

  weight(): number {
    let weight = 10;
    for (const group of this.groups.values()) weight += 10 + group.weight;
    return weight;
  }

  private tell(): Aggregate[] {
    // The whole of a question is there even when nothing is in it.
    if (this.grouping === null) return [(this.groups.get(null) ?? new Tally()).aggregate(null)];
    return [...this.groups].sort(([a], [b]) => compareKeys(a, b)).map(([key, group]) => group.aggregate(key));
  }
}

/** How often each value of a dimension occurs among the rows that count, group by group. */
class KeptValues implements Remembered {
  private readonly groups = new Map<string | null, { rows: number; values: Map<string, number> }>();
  private readonly keyOf: ReturnType<typeof keyFunction>;

  constructor(
    public pos: number,
    private readonly population: Population,
    private readonly dimension: string,
    grouping: Grouping,
  ) {
    this.keyOf = keyFunction(population, grouping);
  }

  take(key: string | null, value: string | null, count: number): void {
    const group = this.groups.get(key) ?? { rows: 0, values: new Map<string, number>() };
    group.rows += count;
    if (value !== null) change(group.values, value, count);
    if (group.rows === 0) this.groups.delete(key);
    else this.groups.set(key, group);
  }

  move(changes: readonly ContributionChange[], pos: number): void {
    for (const { sign, row } of changes)
      if (row.included && isOf(this.population, row))
        this.take(this.keyOf(row), row.dims[this.dimension] ?? null, sign);
    this.pos = pos;
  }

  counts(): ReadonlyMap<string | null, number> {
    return new Map([...this.groups].map(([key, { values }]) => [key, values.size]));
  }

  weight(): number {
    let weight = 10;
    for (const { values } of this.groups.values()) weight += 1 + values.size;
    return weight;
  }
}

interface CountedRow extends Counted {
  key: string | null;
}

async function loadTallies(
  run: RunInTenant,
  population: Population,
  grouping: Grouping,
  options: StoredSourceOptions,
): Promise<KeptTallies> {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  const alone = 'case when included and unit_key is null then';
  // Numbers are summed by how many decimals they have: whoever takes one out later must know what it leaves.
  const sql = `
    select ${keySql(population, grouping, options)} as key, included, case when not included then rule end as rule,
           case when included then value end as value,
           case when included then unit_key end as "unitKey",
           ${alone} unit_code end as "unitCode",
           coalesce(included and unit_key is not null and numerator is not distinct from denominator, false) as passes,
           count(*)::int as count,
           (sum(${alone} numerator end))::text as numerator, (sum(${alone} denominator end))::text as denominator
      ${rows}
     group by 1, 2, 3, 4, 5, 6, 7, scale(${alone} numerator end), scale(${alone} denominator end)`;
  const found = await run((manager): Promise<CountedRow[]> => manager.query(sql, bindings.values));
  const kept = new KeptTallies(options.pos, population, grouping);
  for (const { key, ...counted } of found) kept.take(key, counted, 1);
  return kept;
}

/** @returns null: there are too many values to remember */
async function loadValues(
  run: RunInTenant,
  population: Population,
  dimension: string,
  grouping: Grouping,
  options: StoredSourceOptions,
): Promise<KeptValues | null> {
  const bindings = new Bindings();
  const rows = populationSql(population, options, bindings);
  const sql = `select ${keySql(population, grouping, options)} as key, ${storedColumn(dimension, options)} as value,
      count(*)::int as count ${rows} and included group by 1, 2 limit ${MOST_DISTINCT + 1}`;
  const found = await run((manager): Promise<{ key: string | null; value: string | null; count: number }[]> =>
    manager.query(sql, bindings.values),
  );
  if (found.length > MOST_DISTINCT) return null;
  const kept = new KeptValues(options.pos, population, dimension, grouping);
  for (const { key, value, count } of found) kept.take(key, value, count);
  return kept;
}
