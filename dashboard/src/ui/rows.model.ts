import { addDecimals, sameDecimal } from '../format/decimal';
import { formatCount, formatDecimal, formatExact, formatMoney } from '../format/quantity';
import { formatPercentExact } from '../format/percent';
import type { MetricUnit } from './figure';
import type { Row, RowsFigure } from './rows-page';

/** What the rows loaded so far come to. */
export interface Tally {
  counted: number;
  leftOut: number;
  /** Exact sums over the counted rows. */
  numerator: string;
  denominator: string;
  /** Observations of the counted rows. */
  values: readonly number[];
}

const NOTHING: Tally = { counted: 0, leftOut: 0, numerator: '0', denominator: '0', values: [] };

function add(tally: Tally, row: Row, values: number[]): Tally {
  if (!row.included) return { ...tally, leftOut: tally.leftOut + 1 };
  if (row.value !== null) values.push(row.value);
  return {
    counted: tally.counted + 1,
    leftOut: tally.leftOut,
    // A row of a count says nothing but "one".
    numerator: addDecimals(tally.numerator, row.numerator ?? '1'),
    denominator: addDecimals(tally.denominator, row.denominator ?? '1'),
    values,
  };
}

/** Adds up rows by hand: what a reader with a pencil would do. */
export function tallyOf(rows: readonly Row[]): Tally {
  const values: number[] = [];
  let tally: Tally = { ...NOTHING, values };
  for (const row of rows) tally = add(tally, row, values);
  return tally;
}

/** The running sum after each row, in the words of the figure's unit; null beside a row that is left out. */
export function runningSums(rows: readonly Row[], figure: RowsFigure | null): (string | null)[] {
  const values: number[] = [];
  let tally: Tally = { ...NOTHING, values };
  let total = 0;
  return rows.map((row) => {
    tally = add(tally, row, values);
    if (!row.included || figure === null) return null;
    if (figure.kind === 'distribution') {
      total += row.value ?? 0;
      return `${formatExact(total)} ÷ ${formatCount(tally.counted)}`;
    }
    return figure.denominator === null || figure.unit === 'COUNT' || figure.unit === 'MONEY'
      ? formatDecimal(tally.numerator)
      : `${formatDecimal(tally.numerator)} ÷ ${formatDecimal(tally.denominator)}`;
  });
}

/** Percentile by linear interpolation between ranks, position (n-1)p: type 7 of Hyndman and Fan (1996). Null without values. */
export function percentile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

/** Do the rows come to the figure? `partial` until the last row is loaded. */
export type Verdict =
  { state: 'partial'; text: string } | { state: 'agrees'; text: string } | { state: 'differs'; text: string };

function close(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return left === right;
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
}

function ratio(tally: Tally, unit: MetricUnit): number | null {
  if (sameDecimal(tally.denominator, '0')) return null;
  const scale = unit === 'PERCENT' ? 100 : unit === 'PPM' ? 1_000_000 : 1;
  return (Number(tally.numerator) / Number(tally.denominator)) * scale;
}

/** Compares the rows with the figure, in a sentence: "2,761 ÷ 2,921 adds up to 94.5224 %, the figure itself." */
export function verdictOf(rows: readonly Row[], totalCount: number, figure: RowsFigure | null): Verdict {
  if (figure === null) return { state: 'partial', text: 'The figure itself could not be read.' };
  const tally = tallyOf(rows);
  if (rows.length < totalCount) {
    const left = totalCount - rows.length;
    return {
      state: 'partial',
      text: `${formatCount(rows.length)} of ${formatCount(totalCount)} rows added up; ${formatCount(left)} to go.`,
    };
  }
  const { words, agrees } = figure.kind === 'metric' ? compareMetric(tally, figure) : compareSpread(tally, figure);
  return agrees
    ? { state: 'agrees', text: `${words}: the same as the figure.` }
    : { state: 'differs', text: `${words}, which is not the figure. Please report it.` };
}

function compareMetric(
  tally: Tally,
  figure: Extract<RowsFigure, { kind: 'metric' }>,
): { words: string; agrees: boolean } {
  const counted = tally.counted === figure.n;
  if (figure.unit === 'COUNT' || figure.unit === 'MONEY' || figure.unit === 'QUANTITY') {
    const sum =
      figure.unit === 'MONEY' ? formatMoney(tally.numerator, figure.unitCode) : formatDecimal(tally.numerator);
    const same =
      figure.numerator === null
        ? close(Number(tally.numerator), figure.value ?? 0)
        : sameDecimal(tally.numerator, figure.numerator);
    return { words: `The ${formatCount(tally.counted)} counted rows add up to ${sum}`, agrees: counted && same };
  }
  const value = ratio(tally, figure.unit);
  const shown = figure.unit === 'PERCENT' ? formatPercentExact(value) : formatExact(value);
  return {
    words: `${formatDecimal(tally.numerator)} ÷ ${formatDecimal(tally.denominator)} adds up to ${shown}`,
    agrees: counted && close(value, figure.value),
  };
}

function compareSpread(
  tally: Tally,
  figure: Extract<RowsFigure, { kind: 'distribution' }>,
): { words: string; agrees: boolean } {
  const n = tally.values.length;
  const mean = n === 0 ? null : tally.values.reduce((sum, value) => sum + value, 0) / n;
  const median = percentile(tally.values, 0.5);
  const p90 = percentile(tally.values, 0.9);
  const agrees =
    n === figure.n &&
    (figure.mean === null || close(mean, figure.mean)) &&
    (figure.median === null || close(median, figure.median)) &&
    (figure.p90 === null || close(p90, figure.p90));
  return {
    words: `${formatCount(n)} observations come to mean ${formatExact(mean)}, median ${formatExact(median)}, p90 ${formatExact(p90)}`,
    agrees,
  };
}

/** A rule's code read as words: "RECEIVED_BY_DUE" is "received by due". The file of the rows keeps the code. */
export const ruleWords = (rule: string): string => rule.toLowerCase().replaceAll('_', ' ');
