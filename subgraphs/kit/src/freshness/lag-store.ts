import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { flowIdOf } from '@sightline/contracts/identities';
import { LAG_PARTS, lagsOf, type LagPart, type LagStamps } from '@sightline/contracts/lag-parts';
import type { LagSketch } from '@sightline/contracts/subgraph-ports';
import { arraysOf, type Column, namesOf, tableOf } from '../postgres/column-rows';
import { SketchBuilder } from './lag-sketch';
import type { FlowOfEvent } from './progress';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Spans of time for which sketches are kept, in milliseconds; both begin in UTC. */
const SPANS = { HOUR: HOUR_MS, DAY: DAY_MS } as const;
export type SketchSpan = keyof typeof SPANS;

/** The column of each part's sketches. */
export const PART_COLUMNS: Readonly<Record<LagPart, string>> = {
  entry: 'entry',
  transport: 'transport',
  processing: 'processing',
  endToEnd: 'end_to_end',
  pipeline: 'pipeline',
};

interface LagEvent extends LagStamps {
  eventId: string;
  flowId: string;
  pos: number;
}

/**
 * Keeps the stamps of the live events that become visible, and adds their lags to the sketches of their hours and days, in
 * the transaction that makes them visible. History loaded after the fact and corrections take no part in lag. What a
 * simulated source made up as history became visible when it pretends.
 *
 * @param entries  what becomes visible, in whatever order
 * @param visible  when that is, and the position of the log with which it is
 */
export async function recordLags(
  manager: EntityManager,
  entries: readonly LogEntry[],
  flowOf: FlowOfEvent,
  visible: { at: string; pos: number },
): Promise<void> {
  const events = entries.flatMap((entry): LagEvent[] => {
    const { source } = entry;
    if (source === null || source.backfill || source.correctionOf !== null) return [];
    if (flowOf(entry)?.recordedHere !== true) return [];
    return [
      {
        eventId: entry.eventId,
        flowId: flowIdOf(source.sourceSystemId, source.flow, source.plantId),
        pos: entry.pos,
        occurredAt: toMilliseconds(entry.occurred.at),
        recordedAt: toMilliseconds(entry.recorded.at),
        ingestedAt: entry.ingestedAt,
        visibleAt: source.simulated?.visibleAt ?? visible.at,
      },
    ];
  });
  if (events.length === 0) return;
  const [kept]: { count: number; ids: string[] | null }[] = await manager.query(
    `WITH kept AS (
       INSERT INTO lag_event (visible_pos, ${namesOf(EVENT_COLUMNS)})
       SELECT $${EVENT_COLUMNS.length + 1}::bigint, e.* FROM ${tableOf(EVENT_COLUMNS, 'e')}
       ON CONFLICT DO NOTHING RETURNING event_id)
     SELECT count(*)::int AS count, CASE WHEN count(*) < $${EVENT_COLUMNS.length + 2} THEN array_agg(event_id::text) END AS ids
     FROM kept`,
    [...arraysOf(EVENT_COLUMNS, events), visible.pos, events.length],
  );
  // A log that is projected anew has been counted before.
  const { count, ids } = kept!;
  const isNew = new Set(ids ?? []);
  await addToSketches(manager, count === events.length ? events : events.filter(({ eventId }) => isNew.has(eventId)));
}

const EVENT_COLUMNS: readonly Column<LagEvent>[] = [
  ['event_id', 'uuid', ({ eventId }) => eventId],
  ['flow_id', 'uuid', ({ flowId }) => flowId],
  ['pos', 'bigint', ({ pos }) => pos],
  ['occurred_at', 'instant', ({ occurredAt }) => occurredAt],
  ['recorded_at', 'instant', ({ recordedAt }) => recordedAt],
  ['ingested_at', 'instant', ({ ingestedAt }) => ingestedAt],
  ['visible_at', 'instant', ({ visibleAt }) => visibleAt],
];

/** Lags are judged to the millisecond; what is kept must not know more, or counting in SQL would differ. */
const toMilliseconds = (instant: string | null): string | null =>
  instant === null || MILLISECONDS.test(instant) ? instant : new Date(Date.parse(instant)).toISOString();
const MILLISECONDS = /T\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;

type Parts = Record<LagPart, SketchBuilder>;
interface Grown {
  span: SketchSpan;
  startMs: number;
  flowId: string;
  events: number;
  parts: Parts;
}

/** What grows, by span, start and flow. */
class Growth {
  private readonly bySpan = new Map<SketchSpan, Map<number, Map<string, Grown>>>();

  at(span: SketchSpan, startMs: number, flowId: string): Grown {
    const starts = entryOf(this.bySpan, span, () => new Map<number, Map<string, Grown>>());
    const flows = entryOf(starts, startMs, () => new Map<string, Grown>());
    return entryOf(flows, flowId, () => ({ span, startMs, flowId, events: 0, parts: emptyParts() }));
  }

  all(): Grown[] {
    return [...this.bySpan.values()].flatMap((starts) => [...starts.values()].flatMap((flows) => [...flows.values()]));
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

const startOf = (span: SketchSpan, ms: number): number => Math.floor(ms / SPANS[span]) * SPANS[span];

/** Events are added to their hours, and the hours to their days. */
function growthOf(events: readonly LagEvent[]): Growth {
  const growth = new Growth();
  for (const event of events) {
    const hour = growth.at('HOUR', startOf('HOUR', Date.parse(event.visibleAt)), event.flowId);
    hour.events += 1;
    const lags = lagsOf(event);
    for (let index = 0; index < LAG_PARTS.length; index += 1) hour.parts[LAG_PARTS[index]!].add(lags[index]!);
  }
  for (const hour of growth.all()) {
    const day = growth.at('DAY', startOf('DAY', hour.startMs), hour.flowId);
    day.events += hour.events;
    for (const part of LAG_PARTS) day.parts[part].merge(hour.parts[part].sketch());
  }
  return growth;
}

async function addToSketches(manager: EntityManager, events: readonly LagEvent[]): Promise<void> {
  if (events.length === 0) return;
  const growth = growthOf(events);
  const grown = growth.all();
  await mergeStored(manager, growth, grown);
  await manager.query(
    `INSERT INTO lag_sketch AS s (${namesOf(SKETCH_COLUMNS)})
     SELECT * FROM ${tableOf(SKETCH_COLUMNS, 'g')} ORDER BY span, start, flow_id
     ON CONFLICT (span, start, flow_id) DO UPDATE SET events = s.events + excluded.events,
       ${Object.values(PART_COLUMNS)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}`,
    arraysOf(SKETCH_COLUMNS, grown),
  );
}

const STRETCH_COLUMNS: readonly Column<Grown>[] = [
  ['span', 'text', ({ span }) => span],
  ['start', 'instant', ({ startMs }) => new Date(startMs).toISOString()],
  ['flow_id', 'uuid', ({ flowId }) => flowId],
];

const SKETCH_COLUMNS: readonly Column<Grown>[] = [
  ...STRETCH_COLUMNS,
  ['events', 'int', ({ events }) => events],
  ...LAG_PARTS.map((part): Column<Grown> => [
    PART_COLUMNS[part],
    'json',
    ({ parts }) => JSON.stringify(parts[part].sketch()),
  ]),
];

/** One writer at a time has the projector's position locked, so what is read here does not change before it is written. */
async function mergeStored(manager: EntityManager, growth: Growth, grown: readonly Grown[]): Promise<void> {
  const stored: ({ span: SketchSpan; start_ms: string; flow_id: string } & Record<string, unknown>)[] =
    await manager.query(
      `SELECT s.span, extract(epoch from s.start) * 1000 AS start_ms, s.flow_id, ${Object.values(PART_COLUMNS)
        .map((column) => `s.${column}`)
        .join(', ')}
       FROM ${tableOf(STRETCH_COLUMNS, 'g')} JOIN lag_sketch s USING (span, start, flow_id)`,
      arraysOf(STRETCH_COLUMNS, grown),
    );
  for (const row of stored) {
    const one = growth.at(row.span, Number(row.start_ms), row.flow_id);
    for (const part of LAG_PARTS) one.parts[part].merge(row[PART_COLUMNS[part]] as LagSketch);
  }
}

const emptyParts = (): Parts => ({
  entry: new SketchBuilder(),
  transport: new SketchBuilder(),
  processing: new SketchBuilder(),
  endToEnd: new SketchBuilder(),
  pipeline: new SketchBuilder(),
});
