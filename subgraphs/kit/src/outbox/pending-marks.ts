import type { EntityManager } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import type { FlowRegisteredPayload, HeartbeatPayload } from '@sightline/contracts/events/flow-marks.v1';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import { flowIdOf } from '@sightline/contracts/identities';
import { append } from './append';

/** A mark about a flow, as it will stand in the own log once it is known what the flow carries. */
export type FlowMark = LogEvent<string, HeartbeatPayload | FlowRegisteredPayload>;

/**
 * Tells of what kind a flow's facts are that this subgraph records, in the caller's transaction; or keeps the mark until
 * the door takes in the first of them. The last mark of each type is kept.
 *
 * @returns null: kept
 */
export async function kindOrKeep(manager: EntityManager, mark: FlowMark): Promise<FlowKind | null> {
  const { sourceSystemId, flow, plantId } = mark.payload;
  const flowId = flowIdOf(sourceSystemId, flow, plantId);
  const known = await kindOf(manager, flowId);
  if (known !== null) return known;
  // The door may be taking in the first fact at this moment: one of the two must see what the other did.
  await lockNewFlows(manager);
  const now = await kindOf(manager, flowId);
  if (now === null)
    await manager.query(
      `INSERT INTO pending_flow_mark (flow_id, type, mark) VALUES ($1, $2, $3)
       ON CONFLICT (flow_id, type) DO UPDATE SET mark = excluded.mark`,
      [flowId, mark.type, JSON.stringify(mark)],
    );
  return now;
}

/** Puts the marks that waited for these flows into the log, ahead of the facts that the caller is about to append. */
export async function releaseMarks(manager: EntityManager, flowIds: readonly string[], kind: FlowKind): Promise<void> {
  if (flowIds.length === 0) return;
  await lockNewFlows(manager);
  const kept: { mark: FlowMark }[] = await manager.query(
    `SELECT mark FROM pending_flow_mark WHERE flow_id = ANY($1) ORDER BY type DESC, flow_id`,
    [flowIds],
  );
  if (kept.length === 0) return;
  await append(
    manager,
    kept.map(({ mark }) => ({ ...mark, payload: { ...mark.payload, kind } })),
  );
  await manager.query(`DELETE FROM pending_flow_mark WHERE flow_id = ANY($1)`, [flowIds]);
}

const lockNewFlows = (manager: EntityManager): Promise<unknown> =>
  manager.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema() || ':new-flows'))`);

async function kindOf(manager: EntityManager, flowId: string): Promise<FlowKind | null> {
  const rows: { kind: FlowKind }[] = await manager.query(`SELECT kind FROM recorded_flow WHERE id = $1`, [flowId]);
  return rows[0]?.kind ?? null;
}
