import type { EntityManager } from 'typeorm';
import type { HeartbeatFlow } from '../domain/flow';

/** Every flow that has given a sign of life. */
export const heartbeatFlows = (manager: EntityManager): Promise<HeartbeatFlow[]> =>
  manager.query(
    `SELECT id, source_system_id AS "sourceSystemId", flow, plant_id AS "plantId",
       to_char(last_heartbeat_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastHeartbeatAt"
     FROM heartbeat_flow ORDER BY id`,
  );
