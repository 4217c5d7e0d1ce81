import type { EntityManager } from 'typeorm';

import { dayBucketOf } from '../time/bucket';
import type { Grouping, Population } from './contribution';
import { BASIS_COLUMNS, CURRENT_POS, dimensionColumn } from './contribution-table';

/** Runs work in a transaction in which row-level security knows the caller: `withTenant`. */
export type RunInTenant = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

export interface StoredSourceOptions {
  /** Log position: rows that held there answer. */
  pos: number;
  /** Those of the table, in camelCase. */
  dimensions: readonly string[];
}

export interface Statement {
  sql: string;
  values: unknown[];
}

/** Text of a statement with its bound values: nothing that a caller gave stands in the text. */
export class Bindings {
  readonly values: unknown[] = [];
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export const storedColumn = (dimension: string, options: StoredSourceOptions): string => {
  if (!options.dimensions.includes(dimension))
    throw new RangeError(`No dimension ${JSON.stringify(dimension)} is stored`);
  return dimensionColumn(dimension);
};

/** `from ... where ...` for the rows of a population at the position; more conditions can follow with `and`. */
export function populationSql(population: Population, options: StoredSourceOptions, bindings: Bindings): string {
  const pos = `${bindings.bind(options.pos)}::bigint`;
  const day = BASIS_COLUMNS[population.basis];
  const conditions = [
    `from_pos <= ${pos}`,
    `definition_id = ${bindings.bind(population.definitionId)}`,
    `${day} between ${bindings.bind(population.from)}::date and ${bindings.bind(population.to)}::date`,
    `(counts_from is null or counts_from <= ${bindings.bind(population.asOfDay)}::date)`,
  ];
  for (const [dimension, allowed] of Object.entries(population.dims)) {
    const name = storedColumn(dimension, options);
    const said = `${name} = any (${bindings.bind(allowed.filter((value) => value !== null))}::text[])`;
    conditions.push(allowed.includes(null) ? `(${said} or ${name} is null)` : said);
  }
  // Two arms, so that each is answered by an index of its own: what is current, and what has been closed since.
  return `from (
      select * from contribution where to_pos = ${CURRENT_POS}
      union all
      select * from contribution where to_pos < ${CURRENT_POS} and to_pos > ${pos}
    ) as held where ${conditions.join(' and ')}`;
}

export function keySql(population: Population, grouping: Grouping, options: StoredSourceOptions): string {
  if (grouping === null) return 'null::text';
  if (grouping.by === 'dimension') return storedColumn(grouping.dimension, options);
  const bucket = dayBucketOf(grouping.bucket);
  if (!bucket.ok) throw new RangeError('Calendar days have no hours: refuse the bucket with dayBucketOf first');
  // Without a zone: a day stays the day it is, whatever the session's time zone.
  const start = `date_trunc('${bucket.value.toLowerCase()}', ${BASIS_COLUMNS[population.basis]}::timestamp)`;
  return `to_char(${start}, 'YYYY-MM-DD')`;
}
