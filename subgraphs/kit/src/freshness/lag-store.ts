import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { flowIdOf } from '@sightline/contracts/identities';
import { LAG_PARTS, lagsOf, type LagPart, type LagStamps } from '@sightline/contracts/lag-parts';
import type { LagSketch } from '@sightline/contracts/subgraph-ports';
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
  const kept: { event_id: string }[] = await manager.query(
    `INSERT INTO lag_event (event_id, flow_id, pos, visible_pos, occurred_at, recorded_at, ingested_at, visible_at)
     SELECT "eventId", "flowId", pos, $2, "occurredAt", "recordedAt", "ingestedAt", "visibleAt"
     FROM json_to_recordset($1) AS e("eventId" uuid, "flowId" uuid, pos bigint, "occurredAt" timestamptz,
       "recordedAt" timestamptz, "ingestedAt" timestamptz, "visibleAt" timestamptz)
     ON CONFLICT DO NOTHING RETURNING event_id`,
    [JSON.stringify(events), visible.pos],
  );
  // A log that is projected anew has been counted before.
  const isNew = new Set(kept.map((row) => row.event_id));
  await addToSketches(
    manager,
    events.filter((event) => isNew.has(event.eventId)),
  );
}

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
    `INSERT INTO lag_sketch AS s (span, start, flow_id, events, ${Object.values(PART_COLUMNS).join(', ')})
     SELECT span, start, flow_id, events, ${Object.values(PART_COLUMNS).join(', ')}
     FROM json_to_recordset($1) AS g(span text, start timestamptz, flow_id uuid, events int,
       ${Object.values(PART_COLUMNS)
         .map((column) => `${column} json`)
         .join(', ')})
     ORDER BY span, start, flow_id
     ON CONFLICT (span, start, flow_id) DO UPDATE SET events = s.events + excluded.events,
       ${Object.values(PART_COLUMNS)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}`,
    [
      JSON.stringify(
        grown.map((one) => ({
          span: one.span,
          start: new Date(one.startMs).toISOString(),
          flow_id: one.flowId,
          events: one.events,
          ...Object.fromEntries(LAG_PARTS.map((part) => [PART_COLUMNS[part], one.parts[part].sketch()])),
        })),
      ),
    ],
  );
}

/** One writer at a time has the projector's position locked, so what is read here does not change before it is written. */
async function mergeStored(manager: EntityManager, growth: Growth, grown: readonly Grown[]): Promise<void> {
  const stored: ({ span: SketchSpan; start_ms: string; flow_id: string } & Record<string, unknown>)[] =
    await manager.query(
      `SELECT s.span, extract(epoch from s.start) * 1000 AS start_ms, s.flow_id, ${Object.values(PART_COLUMNS)
        .map((column) => `s.${column}`)
        .join(', ')}
       FROM json_to_recordset($1) AS g(span text, start timestamptz, flow_id uuid)
       JOIN lag_sketch s USING (span, start, flow_id)`,
      [
        JSON.stringify(
          grown.map((one) => ({
            span: one.span,
            start: new Date(one.startMs).toISOString(),
            flow_id: one.flowId,
          })),
        ),
      ],
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
