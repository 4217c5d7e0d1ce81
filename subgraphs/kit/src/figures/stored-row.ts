import type { Contribution } from './contribution';
import { BASIS_COLUMNS, dimensionColumn } from './contribution-table';

/** What a figure counts of a contribution: everything but what names it. */
export type CountedContribution = Pick<
  Contribution,
  | 'definitionId'
  | 'dates'
  | 'countsFrom'
  | 'included'
  | 'rule'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'unitCode'
  | 'unitKey'
  | 'dims'
>;

/** A contribution as the table gives it; its dates and dimensions stand under their columns' names. */
export interface StoredRow {
  definition_id: string;
  counts_from: string | null;
  included: boolean;
  rule: string;
  numerator: string | null;
  denominator: string | null;
  value: number | null;
  unit_code: string | null;
  unit_key: string | null;
  [column: string]: unknown;
}

/** The columns of a StoredRow, to be selected; beside them the two sums, which a unit's row has by itself. */
export const storedRowSql = (dimensions: readonly string[]): string =>
  [
    'definition_id, included, rule, value, unit_code, unit_key',
    ...[...Object.values(BASIS_COLUMNS), 'counts_from'].map((name) => `to_char(${name}, 'YYYY-MM-DD') as ${name}`),
    ...dimensions.map(dimensionColumn),
  ].join(', ');

/** @param dimensions  those that were selected; camelCase */
export function countedOf(row: StoredRow, dimensions: readonly string[]): CountedContribution {
  const text = (name: string): string | null => {
    const value = row[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    definitionId: row.definition_id,
    dates: Object.fromEntries(Object.entries(BASIS_COLUMNS).map(([basis, name]) => [basis, text(name)])),
    countsFrom: row.counts_from,
    included: row.included,
    rule: row.rule,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    unitCode: row.unit_code,
    unitKey: row.unit_key,
    dims: Object.fromEntries(dimensions.map((name) => [name, text(dimensionColumn(name))])),
  };
}
