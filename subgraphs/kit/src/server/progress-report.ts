import type { EntityManager } from 'typeorm';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { FlowReport, LagObservation, ProgressReport, ProgressRequest } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { flowIdOf } from '@sightline/contracts/identities';
import { projectedPosition } from '../outbox/projector';
import { readHead } from '../outbox/read-log';

const RFC3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/**
 * How far this subgraph has come: its flows, what waits to become visible, and the four stamps of the live events that
 * became visible in the asked interval. History loaded after the fact takes no part in lag.
 */
export async function reportProgress(
  manager: EntityManager,
  subgraph: SubgraphName,
  request: ProgressRequest,
): Promise<ProgressReport> {
  const head = await readHead(manager);
  const projected = await projectedPosition(manager);
  return {
    subgraph,
    head: head.pos,
    projected,
    flows: request.flows === false ? [] : await flowsRecordedHere(manager, projected),
    lags: request.visibleFrom === null ? [] : await lagsOf(manager, request.visibleFrom, request),
    importSealed: request.importId === null ? null : await isListed(manager, 'sealed_import', request.importId),
    importDropped: request.importId === null ? null : await isListed(manager, 'dropped_import', request.importId),
  };
}

async function flowsRecordedHere(manager: EntityManager, projected: number): Promise<FlowReport[]> {
  const rows: {
    id: string;
    source_system_id: string;
    flow: string;
    plant_id: string | null;
    kind: FlowKind;
    watermark: string | null;
    closed: boolean | null;
    facts: string | null;
    backfilled: string | null;
    duplicates: string;
    sequenced: string | null;
    expected: string | null;
    last_event_at: string | null;
    last_heartbeat_at: string | null;
    backlog: string;
    oldest: string | null;
  }[] = await manager.query(
    `WITH waiting AS (
       SELECT source, ingested_at FROM outbox WHERE source IS NOT NULL
       UNION ALL
       SELECT source, ingested_at FROM event_log WHERE pos > $1 AND source IS NOT NULL),
     backlog AS (
       SELECT source->>'sourceSystemId' AS source_system_id, source->>'flow' AS flow, source->>'plantId' AS plant_id,
              count(*) AS waiting, min(ingested_at) AS oldest
       FROM waiting GROUP BY 1, 2, 3)
     SELECT r.id, r.source_system_id, r.flow, r.plant_id, r.kind, p.closed, p.facts, p.backfilled, r.duplicates, p.sequenced,
            to_char(p.watermark, ${RFC3339}) AS watermark,
            (greatest(p.last_sequence, p.declared_sequence) - p.first_sequence + 1)::text AS expected,
            to_char(p.last_event_at, ${RFC3339}) AS last_event_at,
            to_char(p.last_heartbeat_at, ${RFC3339}) AS last_heartbeat_at,
            coalesce(b.waiting, 0) AS backlog, to_char(b.oldest, ${RFC3339}) AS oldest
     FROM recorded_flow r
     LEFT JOIN flow_progress p USING (id)
     LEFT JOIN backlog b ON b.source_system_id = r.source_system_id AND b.flow = r.flow
       AND b.plant_id IS NOT DISTINCT FROM r.plant_id
     ORDER BY r.source_system_id, r.flow, r.plant_id`,
    [projected],
  );
  return rows.map((row) => {
    const expected = row.expected === null ? null : Number(row.expected);
    return {
      id: row.id,
      sourceSystemId: row.source_system_id,
      flow: row.flow,
      plantId: row.plant_id,
      kind: row.kind,
      watermark: row.watermark,
      closed: row.closed ?? false,
      facts: Number(row.facts ?? 0),
      backfilled: Number(row.backfilled ?? 0),
      duplicates: Number(row.duplicates),
      gaps: expected === null ? 0 : Math.max(0, expected - Number(row.sequenced ?? 0)),
      expected,
      lastEventAt: row.last_event_at,
      lastHeartbeatAt: row.last_heartbeat_at,
      backlog: Number(row.backlog),
      oldestBacklogAt: row.oldest,
    };
  });
}

async function lagsOf(
  manager: EntityManager,
  from: string,
  { visibleTo, upTo }: Pick<ProgressRequest, 'visibleTo' | 'upTo'>,
): Promise<LagObservation[]> {
  const rows: {
    event_id: string;
    source_system_id: string;
    flow: string;
    plant_id: string | null;
    type: string;
    subject_type: string;
    subject_id: string;
    occurred_text: string | null;
    recorded_text: string | null;
    ingested: string;
    visible: string;
  }[] = await manager.query(
    `SELECT e.event_id, e.source->>'sourceSystemId' AS source_system_id, e.source->>'flow' AS flow,
            e.source->>'plantId' AS plant_id, e.type, e.subject_type, e.subject_id, e.occurred_text, e.recorded_text,
            to_char(e.ingested_at, ${RFC3339}) AS ingested,
            to_char(greatest(b.visible_at, s.visible_at), ${RFC3339}) AS visible
     FROM projection_batch b
     JOIN event_log e ON e.pos BETWEEN b.first_pos AND b.last_pos
     JOIN recorded_flow r ON r.source_system_id = e.source->>'sourceSystemId' AND r.flow = e.source->>'flow'
       AND r.plant_id IS NOT DISTINCT FROM e.source->>'plantId'
     LEFT JOIN sealed_import s ON s.import_id = e.import_id
     WHERE b.visible_at >= $1 AND ($2::timestamptz IS NULL OR greatest(b.visible_at, s.visible_at) <= $2)
       AND ($3::bigint IS NULL OR greatest(b.last_pos, s.pos) <= $3)
       -- A fact of an import is readable from the sealing on.
       AND (e.import_id IS NULL OR s.import_id IS NOT NULL)
       AND e.source IS NOT NULL AND NOT (e.source->>'backfill')::boolean AND e.source->>'correctionOf' IS NULL
     ORDER BY e.pos`,
    [from, visibleTo, upTo ?? null],
  );
  return rows.map((row) => ({
    eventId: row.event_id,
    flowId: flowIdOf(row.source_system_id, row.flow, row.plant_id),
    type: row.type,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    occurredAt: row.occurred_text,
    recordedAt: row.recorded_text,
    ingestedAt: row.ingested,
    visibleAt: row.visible,
  }));
}

async function isListed(
  manager: EntityManager,
  table: 'sealed_import' | 'dropped_import',
  importId: string,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM ${table} WHERE import_id = $1`, [importId]);
  return rows.length > 0;
}
