import type { EntityManager } from 'typeorm';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { FlowReport, ProgressReport, ProgressRequest } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { reportLags } from '../freshness/lag-report';
import { budgetOf } from '../freshness/progress';
import { projectedPosition } from '../outbox/projector';
import { readHead } from '../outbox/read-log';

const RFC3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/**
 * How far this subgraph has come: its flows, what waits to become visible, and the four stamps of the live events that
 * became visible in the asked interval. History loaded after the fact takes no part in lag.
 *
 * @param foldedEvents  a log that is no longer is folded when asked, so its figures never stand behind what is visible;
 *   null where nothing is kept ready, so that whatever is visible counts
 */
export async function reportProgress(
  manager: EntityManager,
  subgraph: SubgraphName,
  foldedEvents: number | null,
  request: ProgressRequest,
): Promise<ProgressReport> {
  const head = await readHead(manager);
  const projected = await projectedPosition(manager);
  return {
    subgraph,
    head: head.pos,
    projected,
    flows: request.flows === false ? [] : await flowsRecordedHere(manager, projected),
    ...(await reportLags(manager, request)),
    importSealed: request.importId === null ? null : await isCounted(manager, request.importId, foldedEvents),
    importDropped: request.importId === null ? null : await isDropped(manager, request.importId),
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
    kinds: FlowKind[] | null;
    budget_seconds: number | null;
    skew_seconds: number | null;
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
            p.kinds, p.budget_seconds, p.skew_seconds,
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
      budgetSeconds: budgetOf(row.budget_seconds, row.kinds ?? [row.kind]),
      skewSeconds: row.skew_seconds,
    };
  });
}

/** True when every figure counts an import that was sealed: also those that are kept ready, which follow by a moment. */
async function isCounted(manager: EntityManager, importId: string, foldedEvents: number | null): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM sealed_import s JOIN reader_position p ON p.reader = 'projector'
     JOIN reader_position d ON d.reader = 'deriver'
     WHERE s.import_id = $1 AND ($2::bigint IS NULL OR d.pos >= s.pos OR p.pos <= $2)`,
    [importId, foldedEvents],
  );
  return rows.length > 0;
}

async function isDropped(manager: EntityManager, importId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM dropped_import WHERE import_id = $1', [importId]);
  return rows.length > 0;
}
