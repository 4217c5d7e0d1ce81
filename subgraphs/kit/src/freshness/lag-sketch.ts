import type { Lag, LagExclusion } from '@sightline/contracts/lag-parts';
import type { LagSketch } from '@sightline/contracts/subgraph-ports';
import { emptyAggregate, exclusionsOf } from '../figures/aggregate-sums';
import type { Aggregate } from '../figures/contribution';

/** No percentile of a sketch is further than this from a value that lies at its rank, relative to that value. */
export const SKETCH_RELATIVE_ERROR = 0.01;

/** Bins whose bounds stand in this ratio: the middle of each is within the error of all that lies in it. */
const GAMMA = (1 + SKETCH_RELATIVE_ERROR) / (1 - SKETCH_RELATIVE_ERROR);
const LOG_GAMMA = Math.log(GAMMA);

/** Bins of lags from far below a millisecond to more than a century. */
const LOWEST_BIN = -500;
const HIGHEST_BIN = 1_500;

const binOf = (value: number): number =>
  Math.min(Math.max(Math.ceil(Math.log(value) / LOG_GAMMA), LOWEST_BIN), HIGHEST_BIN);
const middleOf = (bin: number): number => (2 * GAMMA ** bin) / (GAMMA + 1);

/**
 * Collects lags in seconds into logarithmic bins. Number, sum, least, greatest and what is left out are exact; two
 * collections add up to that of all their values, in whatever order. A negative lag is never a value: it is left out.
 */
export class SketchBuilder {
  private n = 0;
  private min: number | null = null;
  private max: number | null = null;
  private sum = 0;
  private sumOfSquares = 0;
  private zeros = 0;
  private readonly bins = new Map<number, number>();
  private readonly leftOut: Partial<Record<LagExclusion, number>> = {};

  /** One event: its lag, or why it is left out. */
  add(lag: Lag): void {
    if (lag.leftOut !== null || lag.seconds === null) {
      if (lag.leftOut !== null) this.leaveOut(lag.leftOut, 1);
      return;
    }
    const { seconds } = lag;
    this.n += 1;
    this.sum += seconds;
    this.sumOfSquares += seconds * seconds;
    this.bound(seconds, seconds);
    if (seconds === 0) this.zeros += 1;
    else this.count(binOf(seconds), 1);
  }

  /** All that another sketch holds. */
  merge(sketch: LagSketch): void {
    this.n += sketch.n;
    this.sum += sketch.sum;
    this.sumOfSquares += sketch.sumOfSquares;
    this.zeros += sketch.zeros;
    if (sketch.min !== null && sketch.max !== null) this.bound(sketch.min, sketch.max);
    for (let at = 0; at < sketch.bins.length; at += 2) this.count(sketch.bins[at]!, sketch.bins[at + 1]!);
    for (const code in sketch.leftOut) this.leaveOut(code as LagExclusion, sketch.leftOut[code as LagExclusion]!);
  }

  sketch(): LagSketch {
    return {
      n: this.n,
      min: this.min,
      max: this.max,
      sum: this.sum,
      sumOfSquares: this.sumOfSquares,
      zeros: this.zeros,
      bins: this.binsInOrder(),
      leftOut: { ...this.leftOut },
    };
  }

  private binsInOrder(): number[] {
    const bins: number[] = [];
    for (const bin of Int32Array.from(this.bins.keys()).sort()) bins.push(bin, this.bins.get(bin)!);
    return bins;
  }

  private leaveOut(code: LagExclusion, events: number): void {
    this.leftOut[code] = (this.leftOut[code] ?? 0) + events;
  }

  private bound(min: number, max: number): void {
    this.min = this.min === null ? min : Math.min(this.min, min);
    this.max = this.max === null ? max : Math.max(this.max, max);
  }

  private count(bin: number, values: number): void {
    this.bins.set(bin, (this.bins.get(bin) ?? 0) + values);
  }
}

/** Holds the counts of the sketches that are being merged; all 0 in between. */
const scratch = new Float64Array(HIGHEST_BIN - LOWEST_BIN + 1);

/** One sketch of all. Thousands are merged for one figure, so their bins are added up in place. */
export function mergedSketch(sketches: Iterable<LagSketch>): LagSketch {
  let [n, sum, sumOfSquares, zeros] = [0, 0, 0, 0];
  let min: number | null = null;
  let max: number | null = null;
  let [first, last] = [scratch.length, -1];
  const leftOut: Partial<Record<LagExclusion, number>> = {};
  for (const sketch of sketches) {
    n += sketch.n;
    sum += sketch.sum;
    sumOfSquares += sketch.sumOfSquares;
    zeros += sketch.zeros;
    if (sketch.min !== null && (min === null || sketch.min < min)) min = sketch.min;
    if (sketch.max !== null && (max === null || sketch.max > max)) max = sketch.max;
    const { bins } = sketch;
    for (let at = 0; at < bins.length; at += 2) {
      const place = bins[at]! - LOWEST_BIN;
      scratch[place]! += bins[at + 1]!;
      if (place < first) first = place;
      if (place > last) last = place;
    }
    for (const code in sketch.leftOut)
      leftOut[code as LagExclusion] = (leftOut[code as LagExclusion] ?? 0) + sketch.leftOut[code as LagExclusion]!;
  }
  const bins: number[] = [];
  for (let place = first; place <= last; place += 1) {
    const count = scratch[place]!;
    if (count === 0) continue;
    bins.push(place + LOWEST_BIN, count);
    scratch[place] = 0;
  }
  return { n, min, max, sum, sumOfSquares, zeros, bins, leftOut };
}

/** Events of a sketch, counted in or left out. */
export const eventsOf = (sketch: LagSketch): number =>
  Object.values(sketch.leftOut).reduce((total, count) => total + count, sketch.n);

/** What a figure says of the values of a sketch: percentiles as of type 7, from values within the error at each rank. */
export function sketchAggregate(key: string | null, sketch: LagSketch): Aggregate {
  const { n, sum, sumOfSquares } = sketch;
  const exclusions = exclusionsOf(new Map(Object.entries(sketch.leftOut)));
  if (n === 0) return { ...emptyAggregate(key), exclusions };
  const mean = sum / n;
  const percentile = (p: number): number => {
    const position = (n - 1) * p;
    const below = Math.floor(position);
    const low = valueAt(sketch, below);
    return position === below ? low : low + (position - below) * (valueAt(sketch, below + 1) - low);
  };
  return {
    ...emptyAggregate(key),
    n,
    mean,
    standardDeviation: n < 2 ? null : Math.sqrt(Math.max(0, sumOfSquares - n * mean * mean) / (n - 1)),
    min: sketch.min,
    max: sketch.max,
    p10: percentile(0.1),
    p50: percentile(0.5),
    p90: percentile(0.9),
    p95: percentile(0.95),
    p99: percentile(0.99),
    exclusions,
  };
}

/** The value at a rank, from 0; the least and the greatest are known exactly. */
function valueAt(sketch: LagSketch, rank: number): number {
  if (rank <= 0) return sketch.min!;
  if (rank >= sketch.n - 1) return sketch.max!;
  let passed = sketch.zeros;
  if (rank < passed) return 0;
  for (let at = 0; at < sketch.bins.length; at += 2) {
    passed += sketch.bins[at + 1]!;
    if (rank < passed) return Math.min(Math.max(middleOf(sketch.bins[at]!), sketch.min!), sketch.max!);
  }
  return sketch.max!;
}
