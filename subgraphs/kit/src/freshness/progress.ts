import type { EntityManager } from 'typeorm';
import {
  FLOW_REGISTERED_V1,
  HEARTBEAT_REPORTED_V1,
  type FlowRegisteredPayload,
  type HeartbeatPayload,
} from '@sightline/contracts/events/flow-marks.v1';
import type { FactSource, LogEntry } from '@sightline/contracts/events/envelope';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import { flowIdOf } from '@sightline/contracts/identities';
import { SIMULATED_PREFIX, type DataOrigin } from '@sightline/contracts/simulated';
import { releaseMarks } from '../outbox/pending-marks';
import { DEFAULT_BUDGET_SECONDS } from './budgets';
import { TOLERATED_SKEW_SECONDS, type FlowProgressRow } from './freshness';

/** Which kind of flow an event's fact came by, and whether this subgraph's own door took it. Null: not a fact. */
export type FlowOfEvent = (entry: LogEntry) => { kind: FlowKind; recordedHere: boolean } | null;

interface Advance {
  id: string;
  source_system_id: string;
  flow: string;
  plant_id: string | null;
  kind: FlowKind;
  kinds: FlowKind[];
  recorded_here: boolean;
  registered: boolean;
  budget_seconds: number | null;
  skew_seconds: number | null;
  watermark: string | null;
  closed: boolean | null;
  facts: number;
  backfilled: number;
  first_sequence: string | null;
  last_sequence: string | null;
  declared_sequence: string | null;
  sequenced: number;
  last_event_at: string | null;
  last_heartbeat_at: string | null;
}

const later = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : Date.parse(a) >= Date.parse(b) ? a : b;
const isSequence = (text: string | null): text is string => text !== null && /^\d{1,30}$/.test(text);

/**
 * Remembers that a flow's facts are taken in here and of what kind they are. Called by the door, in its transaction.
 */
export async function noteRecordedFlows(
  manager: EntityManager,
  sources: readonly FactSource[],
  kind: FlowKind,
): Promise<void> {
  const flows = new Map<string, FactSource>();
  for (const source of sources) flows.set(flowIdOf(source.sourceSystemId, source.flow, source.plantId), source);
  if (flows.size === 0) return;
  // Looked for first: of two commands at the same time, an insertion makes the second wait for the first one's commit.
  const known: { id: string }[] = await manager.query(`SELECT id FROM recorded_flow WHERE id = ANY($1)`, [
    [...flows.keys()],
  ]);
  for (const { id } of known) flows.delete(id);
  if (flows.size === 0) return;
  const begun: { id: string }[] = await manager.query(
    `INSERT INTO recorded_flow (id, source_system_id, flow, plant_id, kind)
     SELECT id, source_system_id, flow, plant_id, $2
     FROM json_to_recordset($1) AS f(id uuid, source_system_id text, flow text, plant_id text)
     ORDER BY id ON CONFLICT DO NOTHING RETURNING id`,
    [
      JSON.stringify(
        [...flows].map(([id, source]) => ({
          id,
          source_system_id: source.sourceSystemId,
          flow: source.flow,
          plant_id: source.plantId,
        })),
      ),
      kind,
    ],
  );
  // What was said of a flow before its first fact came.
  await releaseMarks(
    manager,
    begun.map((flow) => flow.id),
    kind,
  );
}

/**
 * Moves the watermarks of the flows whose facts and heartbeats are among `entries`, in the transaction that makes those
 * entries visible. A watermark is what the source said, never the time of reading: a fact known only to the day, and
 * history loaded after the fact, move none; a heartbeat does. A registration tells the flow's budget.
 */
export async function advanceProgress(
  manager: EntityManager,
  entries: readonly LogEntry[],
  flowOf: FlowOfEvent,
): Promise<void> {
  const advances = new Map<string, Advance>();
  const advanceOf = (
    flow: { sourceSystemId: string; flow: string; plantId: string | null },
    kind: FlowKind,
    recordedHere: boolean,
  ): Advance => {
    const id = flowIdOf(flow.sourceSystemId, flow.flow, flow.plantId);
    let advance = advances.get(id);
    if (advance === undefined) {
      advance = {
        id,
        source_system_id: flow.sourceSystemId,
        flow: flow.flow,
        plant_id: flow.plantId,
        kind,
        kinds: [],
        recorded_here: recordedHere,
        registered: false,
        budget_seconds: null,
        skew_seconds: null,
        watermark: null,
        closed: null,
        facts: 0,
        backfilled: 0,
        first_sequence: null,
        last_sequence: null,
        declared_sequence: null,
        sequenced: 0,
        last_event_at: null,
        last_heartbeat_at: null,
      };
      advances.set(id, advance);
    }
    if (!advance.kinds.includes(kind)) advance.kinds.push(kind);
    return advance;
  };
  for (const entry of entries) {
    if (entry.type === HEARTBEAT_REPORTED_V1) {
      const heartbeat = entry.payload as HeartbeatPayload;
      if (heartbeat.kind === null) continue;
      const advance = advanceOf(heartbeat, heartbeat.kind, false);
      advance.watermark = later(advance.watermark, heartbeat.completeThrough);
      advance.last_heartbeat_at = later(advance.last_heartbeat_at, entry.ingestedAt);
      advance.closed = heartbeat.closed;
      if (isSequence(heartbeat.lastSequence)) advance.declared_sequence = heartbeat.lastSequence;
      continue;
    }
    if (entry.type === FLOW_REGISTERED_V1) {
      const registered = entry.payload as FlowRegisteredPayload;
      if (registered.kind === null) continue;
      const advance = advanceOf(registered, registered.kind, false);
      advance.registered = true;
      advance.budget_seconds = registered.budgetSeconds;
      continue;
    }
    const flow = entry.source === null ? null : flowOf(entry);
    if (entry.source === null || flow === null) continue;
    const advance = advanceOf(entry.source, flow.kind, flow.recordedHere);
    if (flow.recordedHere) advance.recorded_here = true;
    if (isSequence(entry.source.sequence)) {
      const sequence = entry.source.sequence;
      advance.sequenced += 1;
      if (advance.first_sequence === null || BigInt(sequence) < BigInt(advance.first_sequence))
        advance.first_sequence = sequence;
      if (advance.last_sequence === null || BigInt(sequence) > BigInt(advance.last_sequence))
        advance.last_sequence = sequence;
    }
    if (entry.source.backfill) {
      advance.backfilled += 1;
      continue;
    }
    advance.facts += 1;
    const ahead = secondsAhead(entry);
    if (ahead > (advance.skew_seconds ?? TOLERATED_SKEW_SECONDS)) advance.skew_seconds = ahead;
    advance.closed = false;
    advance.watermark = later(advance.watermark, entry.recorded.at);
    advance.last_event_at = later(advance.last_event_at, entry.ingestedAt);
  }
  if (advances.size === 0) return;
  await manager.query(
    `INSERT INTO flow_progress AS p (id, source_system_id, flow, plant_id, kind, kinds, recorded_here, budget_seconds,
        skew_seconds, watermark, closed, facts, backfilled, first_sequence, last_sequence, declared_sequence, sequenced, last_event_at, last_heartbeat_at)
     SELECT id, source_system_id, flow, plant_id, kind, ARRAY(SELECT json_array_elements_text(kinds)), recorded_here,
       budget_seconds, skew_seconds, watermark, coalesce(closed, false), facts, backfilled, first_sequence, last_sequence, declared_sequence, sequenced, last_event_at, last_heartbeat_at
     FROM json_to_recordset($1) AS a(id uuid, source_system_id text, flow text, plant_id text, kind text, kinds json,
       recorded_here boolean, budget_seconds int, skew_seconds double precision, watermark timestamptz, closed boolean, facts bigint, backfilled bigint,
       first_sequence numeric, last_sequence numeric, declared_sequence numeric, sequenced bigint,
       last_event_at timestamptz, last_heartbeat_at timestamptz)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET
       kinds = p.kinds || ARRAY(SELECT unnest(excluded.kinds) EXCEPT SELECT unnest(p.kinds)),
       -- A registration is whole: one that names no budget takes an earlier one back.
       budget_seconds = CASE WHEN excluded.id = ANY($2) THEN excluded.budget_seconds ELSE p.budget_seconds END,
       -- Facts tell anew whether the source's clock runs ahead.
       skew_seconds = CASE WHEN excluded.facts > 0 THEN excluded.skew_seconds ELSE p.skew_seconds END,
       recorded_here = p.recorded_here OR excluded.recorded_here,
       watermark = greatest(p.watermark, excluded.watermark),
       closed = CASE WHEN excluded.facts > 0 OR excluded.last_heartbeat_at IS NOT NULL THEN excluded.closed ELSE p.closed END,
       facts = p.facts + excluded.facts,
       backfilled = p.backfilled + excluded.backfilled,
       first_sequence = least(p.first_sequence, excluded.first_sequence),
       last_sequence = greatest(p.last_sequence, excluded.last_sequence),
       declared_sequence = greatest(p.declared_sequence, excluded.declared_sequence),
       sequenced = p.sequenced + excluded.sequenced,
       last_event_at = greatest(p.last_event_at, excluded.last_event_at),
       last_heartbeat_at = greatest(p.last_heartbeat_at, excluded.last_heartbeat_at)`,
    [
      JSON.stringify([...advances.values()]),
      [...advances.values()].filter((advance) => advance.registered).map((advance) => advance.id),
    ],
  );
}

/** Seconds by which the record of a fact lies ahead of its coming in: more than a little, and the source's clock is wrong. */
const secondsAhead = (entry: LogEntry): number =>
  entry.recorded.at === null ? 0 : (Date.parse(entry.recorded.at) - Date.parse(entry.ingestedAt)) / 1000;

/**
 * The age in seconds that a flow promises to stay under.
 *
 * @param registered  what its source says; null: the shortest default of what it carries
 */
export const budgetOf = (registered: number | null, kinds: readonly FlowKind[]): number =>
  registered ?? Math.min(...kinds.map((kind) => DEFAULT_BUDGET_SECONDS[kind]));

/** Which flows a figure rests on. */
export interface FlowScope {
  kinds: readonly FlowKind[];
  /** Only these source systems; null: all. */
  sourceSystemIds: readonly string[] | null;
  /** Flows of these plants and flows that belong to no plant; null: all. */
  plantIds: readonly string[] | null;
  /** Only flows of real sources, or of the simulator: those of the figure's own facts. Left out: all. */
  origin?: DataOrigin;
}

/** The flows in a scope as this subgraph has them now, for `freshnessOf`. */
export async function readFlows(manager: EntityManager, scope: FlowScope): Promise<FlowProgressRow[]> {
  const rows: {
    source_system_id: string;
    source_name: string;
    kind: FlowKind;
    kinds: FlowKind[];
    budget_seconds: number | null;
    skew_seconds: number | null;
    flow: string;
    plant_id: string | null;
    watermark: string | null;
    closed: boolean;
    received: string;
    expected: string | null;
  }[] = await manager.query(
    `SELECT source_system_id, coalesce(n.name, source_system_id) AS source_name, kind, kinds, budget_seconds,
       skew_seconds, flow, plant_id, closed,
       (CASE WHEN first_sequence IS NULL THEN facts + backfilled ELSE sequenced END)::text AS received,
       to_char(watermark, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS watermark,
       (greatest(last_sequence, declared_sequence) - first_sequence + 1)::text AS expected
     FROM flow_progress LEFT JOIN source_name n USING (source_system_id)
     WHERE kinds && $1::text[] AND ($2::text[] IS NULL OR source_system_id = ANY($2))
       AND ($3::text[] IS NULL OR plant_id IS NULL OR plant_id = ANY($3))
       AND ($4::boolean IS NULL OR starts_with(source_system_id, $5) = $4)
     ORDER BY source_system_id, flow, plant_id`,
    [
      scope.kinds,
      scope.sourceSystemIds,
      scope.plantIds,
      scope.origin === undefined ? null : scope.origin === 'SIMULATED',
      SIMULATED_PREFIX,
    ],
  );
  return rows.map((row) => ({
    sourceSystemId: row.source_system_id,
    // Until a source registers under a name of its own, people know it by its id.
    sourceName: row.source_name,
    kind: row.kind,
    flow: row.flow,
    plantId: row.plant_id,
    watermark: row.watermark,
    closed: row.closed,
    budgetSeconds: budgetOf(row.budget_seconds, row.kinds),
    skewSeconds: row.skew_seconds,
    received: Number(row.received),
    expected: row.expected === null ? null : Number(row.expected),
  }));
}
