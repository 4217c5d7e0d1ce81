import { add, type Decimal } from '../decimal/decimal';
import type { Aggregate, ExclusionCount } from './contribution';
import { compareText } from './figure-order';

/** Sum over rows that stand alone, and over units, each of which counts 1 or 0; null when there is neither. */
export function combineSums(rows: Decimal | null, units: number, counted: number): Decimal | null {
  if (units === 0) return rows;
  return rows === null ? String(counted) : add(rows, String(counted));
}

/** Sums with their unit code. Amounts of several currencies or units are never added: there is no such number. */
export function sumsOf(
  numerator: Decimal | null,
  denominator: Decimal | null,
  unitCodes: readonly (string | null)[],
): Pick<Aggregate, 'numerator' | 'denominator' | 'unitCode' | 'mixedUnits'> {
  if (unitCodes.length > 1) return { numerator: null, denominator: null, unitCode: null, mixedUnits: true };
  return { numerator, denominator, unitCode: unitCodes[0] ?? null, mixedUnits: false };
}

/** Exclusions, the most frequent first, then by code. */
export const exclusionsOf = (counts: ReadonlyMap<string, number>): ExclusionCount[] =>
  [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || compareText(a.code, b.code));

/** What can be said of a group without rows. */
export const emptyAggregate = (key: string | null): Aggregate => ({
  key,
  n: 0,
  numerator: null,
  denominator: null,
  unitCode: null,
  mixedUnits: false,
  mean: null,
  standardDeviation: null,
  min: null,
  max: null,
  p10: null,
  p50: null,
  p90: null,
  p95: null,
  p99: null,
  exclusions: [],
});
