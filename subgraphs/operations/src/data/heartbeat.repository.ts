import type { EntityManager } from 'typeorm';
import type { Heartbeat, HeartbeatState } from '../domain/heartbeat';

/** What is kept of a flow that gives signs of life. */
export interface KeptFlow extends HeartbeatState {
  /** Counts the heartbeats that said something new. */
  version: number;
}

/** Locks the flows of these heartbeats, making those that are new, and answers what is known of each by flow id. */
export async function lockHeartbeatFlows(
  manager: EntityManager,
  heartbeats: readonly Heartbeat[],
): Promise<Map<string, KeptFlow>> {
  await manager.query(
    `INSERT INTO heartbeat_flow (id, source_system_id, flow, plant_id, closed, version)
     SELECT DISTINCT ON (id) id, source_system_id, flow, plant_id, false, 0
     FROM json_to_recordset($1) AS h(id text, source_system_id text, flow text, plant_id text)
     ORDER BY id ON CONFLICT DO NOTHING`,
    [
      JSON.stringify(
        heartbeats.map((heartbeat) => ({
          id: heartbeat.flowId,
          source_system_id: heartbeat.sourceSystemId,
          flow: heartbeat.flow,
          plant_id: heartbeat.plantId,
        })),
      ),
    ],
  );
  const rows: {
    id: string;
    complete_through: string | null;
    last_sequence: string | null;
    closed: boolean;
    version: number;
  }[] = await manager.query(
    `SELECT id, complete_through, last_sequence, closed, version FROM heartbeat_flow
       WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
    [heartbeats.map((heartbeat) => heartbeat.flowId)],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        completeThrough: row.complete_through,
        lastSequence: row.last_sequence,
        closed: row.closed,
        version: row.version,
      },
    ]),
  );
}

/** @param at  when the last sign of life was taken in, RFC 3339 */
export async function writeHeartbeatFlows(
  manager: EntityManager,
  flows: ReadonlyMap<string, KeptFlow>,
  at: string,
): Promise<void> {
  if (flows.size === 0) return;
  await manager.query(
    `UPDATE heartbeat_flow f SET complete_through = h.complete_through, last_sequence = h.last_sequence,
       closed = h.closed, version = h.version, last_heartbeat_at = $2
     FROM json_to_recordset($1) AS h(id text, complete_through text, last_sequence text, closed boolean, version int)
     WHERE f.id = h.id`,
    [
      JSON.stringify(
        [...flows].map(([id, flow]) => ({
          id,
          complete_through: flow.completeThrough,
          last_sequence: flow.lastSequence,
          closed: flow.closed,
          version: flow.version,
        })),
      ),
      at,
    ],
  );
}

/** Keeps heartbeats aside that could not be believed: the last of each flow, and their number. */
export async function quarantineHeartbeats(
  manager: EntityManager,
  heartbeats: readonly Heartbeat[],
  reason: string,
  at: string,
): Promise<void> {
  for (const heartbeat of heartbeats)
    await manager.query(
      `INSERT INTO heartbeat_quarantine AS q (flow_id, heartbeat, reason, heartbeats, last_at) VALUES ($1, $2, $3, 1, $4)
       ON CONFLICT (flow_id) DO UPDATE SET heartbeat = excluded.heartbeat, reason = excluded.reason,
         heartbeats = q.heartbeats + 1, last_at = excluded.last_at`,
      [heartbeat.flowId, JSON.stringify(heartbeat), reason, at],
    );
}
