import { smallestQuery } from './calibration';
import { BulkPlatforms } from './overview/bulk-platform';
import { overviewOperations, type Asked } from './overview/operations';
import { PlainOverview, type PlainFigures } from './overview/plain-sql';
import { watchLive, type LiveResult } from './overview/live-dashboards';
import { atMost, rowOf, type Bench, type BenchResult, type BenchRow } from './bench';
import { median, percentile } from './statistics';
import { eventually } from '../testkit/facts';
import type { StoryPlatform } from '../testkit/platform';

const ROUNDS = 5;
/** Overviews opened in one round. */
const ASKS = 8;
const SIZES = (process.env['BENCH_LINES'] ?? '100000,1000000').split(',').map(Number) as [number, number];
const P95_MS = 200;
const GROWTH = 1.5;
const LIVE_P95_MS = 1_000;

/** One size with its measurements, round by round. */
interface Sized {
  lines: number;
  platform: StoryPlatform;
  plain: PlainOverview;
  /** Milliseconds of the first overview after the start. */
  firstMs: number;
  whole: number[][];
  plainMs: number[][];
  byOperation: Map<string, number[]>;
}

/** Everything that the overview asks, over a million order lines and a tenth of it, beside plain SQL of the same figures. */
export const overviewBench: Bench = {
  about:
    'The overview of the dashboard over a tenth of a million and a million order lines, through the gateway, warm.',
  async run(say, { home }) {
    const platforms = await BulkPlatforms.open(home, say);
    const sizes: Sized[] = [];
    try {
      for (const lines of SIZES) {
        const platform = await platforms.start(lines);
        const plain = await PlainOverview.open(platforms.urlOf(`lines_${lines}`));
        sizes.push({ lines, platform, plain, firstMs: 0, whole: [], plainMs: [], byOperation: new Map() });
      }
      for (const size of sizes) {
        size.firstMs = await timed(() => openFirst(size));
        say(`${size.lines}: first overview after the start ${Math.round(size.firstMs)} ms`);
        await compare(size);
      }
      for (let round = 0; round < ROUNDS; round += 1) {
        // Interleaved, so that what else the machine does falls on all alike.
        for (const size of sizes) await measureRound(size);
        say(
          `round ${round + 1} of ${ROUNDS}: ${sizes.map(({ whole }) => Math.round(median(whole.at(-1)!))).join(', ')} ms`,
        );
      }
      const live = await watchLive(sizes[1]!.platform);
      say(`live: p95 ${Math.round(p95(live.delays))} ms`);
      return resultOf(sizes, live, await smallestQuery(platforms.urlOf(`lines_${SIZES[0]}`)));
    } finally {
      for (const { platform, plain } of sizes) {
        await plain.close();
        await platform.leave();
      }
      await platforms.close();
    }
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The first question reads every row. A part that is not there in time is asked for again, as the page does. */
async function openFirst({ platform }: Sized): Promise<void> {
  await Promise.all(
    overviewOperations().map(({ query, variables }) =>
      eventually(
        () => platform.ask('executive', query, variables),
        ({ errors }) => errors.length === 0,
        600_000,
      ),
    ),
  );
}

/** As the page does: everything at once, and done when the last answer is there. */
async function openOverview(size: Sized): Promise<void> {
  await Promise.all(
    overviewOperations().map(async (asked) => {
      const ms = await timed(() => ask(size.platform, asked));
      const known = size.byOperation.get(asked.name) ?? [];
      size.byOperation.set(asked.name, [...known, ms]);
    }),
  );
}

const ask = (platform: StoryPlatform, { query, variables }: Asked): Promise<Record<string, never>> =>
  platform.query(query, variables);

/** Both sides must say the same, or the comparison is of different things. */
async function compare({ platform, plain, lines, byOperation }: Sized): Promise<void> {
  byOperation.clear();
  const tiles = overviewOperations().find(({ name }) => name === 'OverviewPerformance')!;
  const { supplierPerformance } = await platform.query<{
    supplierPerformance: {
      onTime: { n: number };
      leadTime: { n: number; median: number };
      volume: { orders: number };
    };
  }>(tiles.query, tiles.variables);
  const ours: PlainFigures = {
    onTimeN: supplierPerformance.onTime.n,
    leadTimeN: supplierPerformance.leadTime.n,
    leadTimeMedian: supplierPerformance.leadTime.median,
    orders: supplierPerformance.volume.orders,
  };
  const theirs = await plain.answer();
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(
      `At ${lines} lines the platform says ${JSON.stringify(ours)}, plain SQL ${JSON.stringify(theirs)}.`,
    );
}

async function measureRound(size: Sized): Promise<void> {
  const whole: number[] = [];
  const plainMs: number[] = [];
  for (let index = 0; index < ASKS; index += 1) {
    whole.push(await timed(() => openOverview(size)));
    if (index < 2) plainMs.push(await timed(() => size.plain.answer()));
  }
  size.whole.push(whole);
  size.plainMs.push(plainMs);
}

const p95 = (values: readonly number[]): number => percentile(values, 0.95);

function rowsOf(sizes: readonly Sized[]): BenchRow[] {
  return sizes.flatMap(({ lines, firstMs, whole, plainMs, byOperation }) => {
    const name = `sightline, ${lines.toLocaleString('en')} lines`;
    return [
      rowOf(name, 'overview, first after the start', 'ms', [firstMs]),
      rowOf(name, 'overview, median of a round', 'ms', whole.map(median)),
      rowOf(name, 'overview, p95 of a round', 'ms', whole.map(p95)),
      ...[...byOperation].map(([operation, values]) => rowOf(name, `  ${operation}`, 'ms', values)),
      rowOf(`plain SQL, ${lines.toLocaleString('en')} lines`, 'the same figures', 'ms', plainMs.map(median)),
    ];
  });
}

function liveRows({ delays, firstDelays, painted, dashboards, factsASecond, messagesASecond }: LiveResult): BenchRow[] {
  const name = `${dashboards} dashboards live`;
  return [
    rowOf(name, 'fact at its source to figure in the message', 'ms', delays),
    rowOf(name, 'the same, p95', 'ms', [p95(delays)]),
    rowOf(name, 'the same in the first ten seconds, p95', 'ms', [p95(firstDelays)]),
    ...(painted === null ? [] : [rowOf(name, 'to the pixel, in Chromium, p95', 'ms', [p95(painted)])]),
    rowOf(name, 'facts', '1/s', [factsASecond]),
    rowOf(name, 'messages', '1/s', [messagesASecond]),
  ];
}

function resultOf(sizes: readonly Sized[], live: LiveResult, select: BenchRow): BenchResult {
  const [small, large] = sizes as [Sized, Sized];
  const times = (pick: (size: Sized) => number): number => pick(large) / pick(small);
  const wholeMedian = ({ whole }: Sized): number => median(whole.map(median));
  const plainMedian = ({ plainMs }: Sized): number => median(plainMs.map(median));
  return {
    rows: [select, ...rowsOf(sizes), ...liveRows(live)],
    targets: [
      atMost('overview p95 warm, ms', p95(large.whole.flat()), P95_MS),
      atMost('ten times the rows, times the time', times(wholeMedian), GROWTH),
      atMost('against plain SQL, times the time', wholeMedian(large) / plainMedian(large), 1),
      atMost('50 dashboards live, fact to message p95, ms', p95(live.delays), LIVE_P95_MS),
      ...(live.painted === null
        ? []
        : [atMost('50 dashboards live, fact to pixel p95, ms', p95(live.painted), LIVE_P95_MS)]),
    ],
    notes: [
      `The simulator's network (simulated) of some 36,000 order lines goes through the door; then copies of what figures are read from are made in the database, with ids of their own: the same days, suppliers and plants, ten times as dense. Through the door the facts of a million lines, some seven million, would take half an hour and more. Sync lag and production are those of the originals.`,
      `An overview is ${overviewOperations().length} operations sent at once (${overviewOperations()
        .map(({ name }) => name)
        .join(
          ', ',
        )}), done when the last is answered; ${ASKS} in a round, ${ROUNDS} rounds, sizes interleaved. Plain SQL is one wide table for each kind of row with an index on each date, asked one statement after the other, twice in a round; ${times(plainMedian).toFixed(1)} times the time for ten times the rows.`,
      `Live: ${live.dashboards} dashboards over the million, each with a socket of its own and all streams of the overview, while a source tells of ${live.factsASecond.toFixed(0)} new order lines a second through the door. One is the page itself in Chromium, when there is one, with everything that it asks again; the others are clients that read every message. All share two cores with the platform and the source. They are three callers, whose allowance is lifted. The facts of the first ten seconds, after fifty dashboards were opened at one moment, have a row of their own.`,
    ],
  };
}
