import { add, subtract, sum, type Decimal } from '../decimal/decimal';
import { combineSums, exclusionsOf, sumsOf } from './aggregate-sums';
import type { Aggregate } from './contribution';
import { spreadOfCounts } from './percentile-of-counts';

/** Rows that count alike, or one of them: what a tally takes in, or lets go. */
export interface Counted {
  included: boolean;
  /** Exclusion code; read of rows left out only. */
  rule: string | null;
  value: number | null;
  unitCode: string | null;
  unitKey: string | null;
  /** Of rows with a unit key: whether they let their unit pass. */
  passes: boolean;
  /** How many rows, and the sums over them. Null: none of them says any. */
  count: number;
  numerator: Decimal | null;
  denominator: Decimal | null;
}

/**
 * What a figure is made of, kept so that a row can be taken out of it as exactly as it was put in: how often each value
 * occurs, sums by their number of decimals, rows left out by code, units with how many of their rows fail.
 */
export class Tally {
  private alone = 0;
  private readonly values = new Map<number, number>();
  private readonly numerators = new ScaledSum();
  private readonly denominators = new ScaledSum();
  private readonly unitCodes = new Map<string | null, number>();
  private readonly units = new Map<string, { rows: number; failing: number }>();
  private readonly excluded = new Map<string, number>();

  /** @param sign  1: the rows come in, -1: they go */
  take(rows: Counted, sign: 1 | -1): void {
    const count = sign * rows.count;
    if (!rows.included) return change(this.excluded, rows.rule!, count);
    if (rows.value !== null) change(this.values, rows.value, count);
    if (rows.unitKey !== null) return this.takeUnit(rows.unitKey, count, rows.passes ? 0 : count);
    this.alone += count;
    if (rows.numerator !== null) {
      this.numerators.take(rows.numerator, count, sign);
      change(this.unitCodes, rows.unitCode, count);
    }
    if (rows.denominator !== null) this.denominators.take(rows.denominator, count, sign);
  }

  /** How much memory it takes, in numbers kept. */
  get weight(): number {
    return this.values.size + this.units.size;
  }

  /** Nothing is in it: as a group it is not there. */
  get isEmpty(): boolean {
    return this.alone === 0 && this.units.size === 0 && this.excluded.size === 0 && this.values.size === 0;
  }

  countAbove(than: number): number {
    let above = 0;
    for (const [value, count] of this.values) if (value > than) above += count;
    return above;
  }

  aggregate(key: string | null): Aggregate {
    let passed = 0;
    for (const { failing } of this.units.values()) if (failing === 0) passed += 1;
    const units = this.units.size;
    return {
      key,
      n: this.alone + units,
      ...sumsOf(
        combineSums(this.numerators.total(), units, passed),
        combineSums(this.denominators.total(), units, units),
        [...this.unitCodes.keys()],
      ),
      ...spreadOfCounts(this.values),
      exclusions: exclusionsOf(this.excluded),
    };
  }

  private takeUnit(unitKey: string, rows: number, failing: number): void {
    const unit = this.units.get(unitKey) ?? { rows: 0, failing: 0 };
    unit.rows += rows;
    unit.failing += failing;
    if (unit.rows === 0) this.units.delete(unitKey);
    else this.units.set(unitKey, unit);
  }
}

/** Adds to a count; a count of nothing is not kept. */
export function change<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

const decimalsOf = (decimal: Decimal): number => {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
};

/**
 * An exact sum from which can be taken away. It shows as many decimals as the most exact of the numbers in it, as adding
 * them up one by one does, so sums are kept apart by their decimals.
 */
class ScaledSum {
  private readonly byDecimals = new Map<number, { count: number; sum: Decimal }>();

  /** @param amount  of `count` numbers with the same decimals; `count` is negative when they go */
  take(amount: Decimal, count: number, sign: 1 | -1): void {
    const decimals = decimalsOf(amount);
    const known = this.byDecimals.get(decimals);
    const next = {
      count: (known?.count ?? 0) + count,
      sum:
        known === undefined
          ? sign === 1
            ? amount
            : subtract('0', amount)
          : (sign === 1 ? add : subtract)(known.sum, amount),
    };
    if (next.count === 0) this.byDecimals.delete(decimals);
    else this.byDecimals.set(decimals, next);
  }

  total(): Decimal | null {
    return this.byDecimals.size === 0 ? null : sum([...this.byDecimals.values()].map((part) => part.sum));
  }
}
