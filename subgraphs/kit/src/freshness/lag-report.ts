import type { EntityManager } from 'typeorm';
import { LAG_PARTS, LAG_SPANS, lagOf, type LagPart, type LagStamps } from '@sightline/contracts/lag-parts';
import type {
  FlowSketches,
  LagObservation,
  LagSketch,
  ProgressReport,
  ProgressRequest,
} from '@sightline/contracts/subgraph-ports';
import { LagMemory } from './lag-memory';
import { mergedSketch, SketchBuilder } from './lag-sketch';
import { DAY_MS, HOUR_MS, PART_COLUMNS } from './lag-store';

const RFC3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** A stretch of time in milliseconds, without its end. */
interface Stretch {
  from: number;
  end: number;
}

/**
 * The lags that became visible in an interval: event by event, by the page, or, where there are more than the caller can
 * use, as sketches.
 */
export async function reportLags(
  manager: EntityManager,
  request: ProgressRequest,
): Promise<Pick<ProgressReport, 'lags' | 'sketches' | 'buckets' | 'page'>> {
  if (request.visibleFrom === null) return { lags: [] };
  if (request.buckets !== undefined) return { lags: [], buckets: await bucketsOf(manager, request.buckets) };
  if (request.page !== undefined) return pageOf(manager, request);
  if (request.sketchAbove !== undefined && request.visibleTo !== null) {
    const stretch = { from: Date.parse(request.visibleFrom), end: Date.parse(request.visibleTo) + 1 };
    const pieces = piecesOf(stretch, await isPresent(manager, stretch.end));
    const counts = await countOf(manager, pieces);
    if (counts.days + counts.hours + counts.open + counts.ends > request.sketchAbove)
      return { lags: [], sketches: await sketchesOf(manager, pieces, counts) };
  }
  return { lags: await observationsOf(manager, 'true', [], 'l.pos', null, request) };
}

/** How a stretch is covered: whole days and hours by sketches, what is left at its ends by the events themselves. */
interface Pieces {
  days: Stretch[];
  hours: Stretch[];
  /** The hour that is going on, when the stretch reaches the present: its sketch holds what there is of it. */
  open: Stretch[];
  ends: Stretch[];
}

/** @param isPresent  true: nothing became visible at the end of the stretch or later */
function piecesOf({ from, end }: Stretch, isPresent: boolean): Pieces {
  const stretches = (...all: Stretch[]): Stretch[] => all.filter((one) => one.from < one.end);
  const hours = { from: Math.ceil(from / HOUR_MS) * HOUR_MS, end: Math.floor(end / HOUR_MS) * HOUR_MS };
  if (hours.from > hours.end) return { days: [], hours: [], open: [], ends: stretches({ from, end }) };
  const open = isPresent && hours.end < end ? [{ from: hours.end, end: hours.end + HOUR_MS }] : [];
  const ends = stretches({ from, end: hours.from }, { from: open.length > 0 ? end : hours.end, end });
  const days = { from: Math.ceil(hours.from / DAY_MS) * DAY_MS, end: Math.floor(hours.end / DAY_MS) * DAY_MS };
  if (days.from >= days.end) return { days: [], hours: stretches(hours), open, ends };
  return {
    days: [days],
    hours: stretches({ from: hours.from, end: days.from }, { from: days.end, end: hours.end }),
    open,
    ends,
  };
}

/** Nothing became visible at this instant or later. */
async function isPresent(manager: EntityManager, endMs: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM lag_event l WHERE l.visible_at >= $1::timestamptz LIMIT 1`,
    [iso(endMs)],
  );
  return rows.length === 0;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * SQL condition: an instant lies in one of the stretches. Their bounds are written out (they are numbers made here), so that
 * the planner sees how narrow they are and looks each up in the index.
 */
const within = (column: string, stretches: readonly Stretch[]): string =>
  stretches.length === 0
    ? 'false'
    : `(${stretches
        .map(({ from, end }) => `${column} >= '${iso(from)}'::timestamptz AND ${column} < '${iso(end)}'::timestamptz`)
        .join(' OR ')})`;

const inSketch = ({ days, hours }: { days?: readonly Stretch[]; hours?: readonly Stretch[] }): string =>
  `(s.span = 'DAY' AND ${within('s.start', days ?? [])} OR s.span = 'HOUR' AND ${within('s.start', hours ?? [])})`;

/** Events in whole days, in whole hours beside them, in the hour that is going on, and in what is left at both ends. */
type Counts = Record<keyof Pieces, number>;

async function countOf(manager: EntityManager, pieces: Pieces): Promise<Counts> {
  const sum = (of: Parameters<typeof inSketch>[0]): string =>
    `coalesce((SELECT sum(s.events) FROM lag_sketch s WHERE ${inSketch(of)}), 0)`;
  const rows: Record<keyof Counts, string>[] = await manager.query(
    `SELECT ${sum({ days: pieces.days })} AS days, ${sum({ hours: pieces.hours })} AS hours, ${sum({ hours: pieces.open })} AS open,
       (SELECT count(*) FROM lag_event l WHERE ${within('l.visible_at', pieces.ends)}) AS ends`,
  );
  const { days, hours, open, ends } = rows[0]!;
  return { days: Number(days), hours: Number(hours), open: Number(open), ends: Number(ends) };
}

/** Sketches to be merged into one, and events that no stored sketch covers. */
class Gathered {
  private readonly stored: LagSketch[] = [];
  private readonly ends = new SketchBuilder();

  take(sketch: LagSketch): void {
    this.stored.push(sketch);
  }
  takeEvent(event: LagStamps, part: LagPart): void {
    this.ends.add(lagOf(event, part));
  }
  sketch(): LagSketch {
    return mergedSketch([...this.stored, this.ends.sketch()]);
  }
}

type FlowParts = Map<string, Record<LagPart, Gathered>>;

function partsOf(flows: FlowParts, flowId: string): Record<LagPart, Gathered> {
  let parts = flows.get(flowId);
  if (parts === undefined) {
    parts = Object.fromEntries(LAG_PARTS.map((part) => [part, new Gathered()])) as Record<LagPart, Gathered>;
    flows.set(flowId, parts);
  }
  return parts;
}

const sketched = (flows: FlowParts): FlowSketches[] =>
  [...flows].map(([flowId, parts]) => ({
    flowId,
    parts: Object.fromEntries(LAG_PARTS.map((part) => [part, parts[part].sketch()])) as FlowSketches['parts'],
  }));

async function sketchesOf(manager: EntityManager, pieces: Pieces, counts: Counts): Promise<FlowSketches[]> {
  const { days, hours, open, ends } = pieces;
  const flows: FlowParts = new Map();
  const memory = LagMemory.of(manager.connection);
  const whole = [
    ...(await memory.get(['days', days], counts.days, () => storedSketches(manager, { days }))),
    ...(await memory.get(['hours', hours], counts.hours, () => storedSketches(manager, { hours }))),
    ...(await storedSketches(manager, { hours: open })),
  ];
  for (const { flowId, parts } of whole) for (const part of LAG_PARTS) partsOf(flows, flowId)[part].take(parts[part]);
  for (const event of await eventsIn(manager, ends, null))
    for (const part of LAG_PARTS) partsOf(flows, event.flowId)[part].takeEvent(event, part);
  return sketched(flows);
}

/** What is stored of each flow in some days and hours, as one. */
async function storedSketches(manager: EntityManager, pieces: Parameters<typeof inSketch>[0]): Promise<FlowSketches[]> {
  if ((pieces.days ?? []).length + (pieces.hours ?? []).length === 0) return [];
  const columns = LAG_PARTS.map((part) => `s.${PART_COLUMNS[part]}`).join(', ');
  const rows: ({ flow_id: string } & Record<string, LagSketch>)[] = await manager.query(
    `SELECT s.flow_id, ${columns} FROM lag_sketch s WHERE ${inSketch(pieces)}`,
  );
  const flows: FlowParts = new Map();
  for (const row of rows)
    for (const part of LAG_PARTS) partsOf(flows, row.flow_id)[part].take(row[PART_COLUMNS[part]]!);
  return sketched(flows);
}

/**
 * End-to-end lag of some flows between consecutive bounds. All but the last bucket are over, as a rule, and remembered; the
 * last one is read anew.
 */
async function bucketsOf(
  manager: EntityManager,
  { flowIds, bounds }: NonNullable<ProgressRequest['buckets']>,
): Promise<readonly LagSketch[]> {
  const starts = bounds.map((bound) => Date.parse(bound));
  const over = starts.slice(0, -1);
  const last = await readBuckets(manager, flowIds, starts.slice(-2), await isPresent(manager, starts.at(-1)!));
  if (over.length < 2) return last;
  const { days, hours, ends } = piecesBetween(over);
  // Without whole hours to count there is no telling cheaply whether anything has changed.
  if (ends.length > 0) return [...(await readBuckets(manager, flowIds, over)), ...last];
  const counts: { events: string }[] = await manager.query(
    `SELECT coalesce(sum(s.events), 0) AS events FROM lag_sketch s
     WHERE ${inSketch({ days, hours })} AND s.flow_id = ANY($1)`,
    [flowIds],
  );
  const past = await LagMemory.of(manager.connection).get(
    ['buckets', [...flowIds].sort(), over],
    Number(counts[0]!.events),
    () => readBuckets(manager, flowIds, over),
  );
  return [...past, ...last];
}

/** @param isPresent  true: nothing became visible after the last bucket */
function piecesBetween(starts: readonly number[], isPresent = false): Pieces {
  const pieces = starts
    .slice(1)
    .map((end, index) => piecesOf({ from: starts[index]!, end }, isPresent && index === starts.length - 2));
  const all = (of: keyof Pieces): Stretch[] => joined(pieces.flatMap((piece) => piece[of]));
  return { days: all('days'), hours: all('hours'), open: all('open'), ends: all('ends') };
}

async function readBuckets(
  manager: EntityManager,
  flowIds: readonly string[],
  starts: readonly number[],
  isPresent = false,
): Promise<LagSketch[]> {
  const buckets = starts.slice(1).map(() => new Gathered());
  const { days, hours, open, ends } = piecesBetween(starts, isPresent);
  const bucketAt = bucketFinder(starts);
  const rows: { start_ms: string; sketch: LagSketch }[] = await manager.query(
    `SELECT extract(epoch from s.start) * 1000 AS start_ms, s.end_to_end AS sketch
     FROM lag_sketch s WHERE ${inSketch({ days, hours: [...hours, ...open] })} AND s.flow_id = ANY($1)`,
    [flowIds],
  );
  for (const row of rows) buckets[bucketAt(Number(row.start_ms))]!.take(row.sketch);
  for (const event of await eventsIn(manager, ends, flowIds))
    buckets[bucketAt(Date.parse(event.visibleAt))]!.takeEvent(event, 'endToEnd');
  return buckets.map((bucket) => bucket.sketch());
}

/** Stretches in order, those that meet made one: thousands of hours are one stretch to look up. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const made: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = made.at(-1);
    if (last !== undefined && last.end === stretch.from) last.end = stretch.end;
    else made.push({ ...stretch });
  }
  return made;
}

/** Index of the bucket in which an instant lies, by its bounds in order. */
function bucketFinder(starts: readonly number[]): (ms: number) => number {
  return (ms) => {
    let [low, high] = [0, starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= ms) low = middle;
      else high = middle;
    }
    return low;
  };
}

/** Stamps of the events in some stretches, of some flows (null: all). */
async function eventsIn(
  manager: EntityManager,
  stretches: readonly Stretch[],
  flowIds: readonly string[] | null,
): Promise<(LagStamps & { flowId: string })[]> {
  if (stretches.length === 0) return [];
  return manager.query(
    `SELECT l.flow_id AS "flowId", to_char(l.occurred_at, ${RFC3339}) AS "occurredAt",
       to_char(l.recorded_at, ${RFC3339}) AS "recordedAt", to_char(l.ingested_at, ${RFC3339}) AS "ingestedAt",
       to_char(l.visible_at, ${RFC3339}) AS "visibleAt"
     FROM lag_event l WHERE ${within('l.visible_at', stretches)} AND ($1::uuid[] IS NULL OR l.flow_id = ANY($1))`,
    [flowIds],
  );
}

/** Between which two columns each part of the lag lies. */
const COLUMNS: Readonly<Record<keyof LagStamps, string>> = {
  occurredAt: 'l.occurred_at',
  recordedAt: 'l.recorded_at',
  ingestedAt: 'l.ingested_at',
  visibleAt: 'l.visible_at',
};

/** SQL condition: a part of the lag is above so many seconds (parameter). A lag below 0 is left out, so it is not above anything. */
function isAbove(part: LagPart, parameter: string): string {
  const [from, to] = LAG_SPANS[part].map((stamp) => COLUMNS[stamp]);
  return `(${to} >= ${from} AND ${to} - ${from} > make_interval(secs => ${parameter}))`;
}

async function pageOf(
  manager: EntityManager,
  request: ProgressRequest,
): Promise<Pick<ProgressReport, 'lags' | 'page'>> {
  const { flowIds, after, first, above } = request.page!;
  const counts: { total: string; above: string }[] = await manager.query(
    `SELECT count(*) AS total, count(*) FILTER (WHERE ${above === undefined ? 'false' : isAbove(above.part, '$5')}) AS above
     FROM lag_event l WHERE ${RANGE} AND l.flow_id = ANY($4)`,
    [...rangeOf(request), flowIds, ...(above === undefined ? [] : [above.seconds])],
  );
  const found = await observationsOf(
    manager,
    `l.flow_id = ANY($4) AND ($5::uuid IS NULL OR l.event_id > $5)`,
    [flowIds, after],
    'l.event_id',
    first + 1,
    request,
  );
  return {
    lags: found.slice(0, first),
    page: {
      totalCount: Number(counts[0]!.total),
      hasNextPage: found.length > first,
      above: above === undefined ? null : Number(counts[0]!.above),
    },
  };
}

/** What became visible in the interval, up to a position of the log. */
const RANGE = `l.visible_at >= $1 AND ($2::timestamptz IS NULL OR l.visible_at <= $2)
  AND ($3::bigint IS NULL OR l.visible_pos <= $3)`;
const rangeOf = (request: ProgressRequest): unknown[] => [request.visibleFrom, request.visibleTo, request.upTo ?? null];

/** Events of the interval that meet a condition, with parameters from $4. */
async function observationsOf(
  manager: EntityManager,
  condition: string,
  parameters: readonly unknown[],
  order: string,
  limit: number | null,
  request: ProgressRequest,
): Promise<LagObservation[]> {
  // The rows are chosen among the narrow ones; the log is looked up for those that are wanted.
  return manager.query(
    `SELECT e.event_id AS "eventId", l.flow_id AS "flowId", e.type, e.subject_type AS "subjectType",
       e.subject_id AS "subjectId", e.occurred_text AS "occurredAt", e.recorded_text AS "recordedAt",
       to_char(l.ingested_at, ${RFC3339}) AS "ingestedAt", to_char(l.visible_at, ${RFC3339}) AS "visibleAt"
     FROM (SELECT * FROM lag_event l WHERE ${RANGE} AND ${condition}
           ORDER BY ${order}${limit === null ? '' : ` LIMIT ${limit}`}) l
     JOIN event_log e ON e.pos = l.pos
     ORDER BY ${order}`,
    [...rangeOf(request), ...parameters],
  );
}
