import type { EntityManager } from 'typeorm';
import type { RegisteredFlow } from '../domain/flow';

/** Every source that has registered. */
export const registeredSources = (manager: EntityManager): Promise<{ id: string; name: string; kind: string }[]> =>
  manager.query(`SELECT id, name, kind FROM source_system WHERE version > 0 ORDER BY id`);

/** Every flow that its source has registered. */
export const registeredFlows = (manager: EntityManager): Promise<RegisteredFlow[]> =>
  manager.query(
    `SELECT f.id, f.source_system_id AS "sourceSystemId", s.name AS "sourceName", f.flow, f.plant_id AS "plantId",
       f.budget_seconds AS "budgetSeconds"
     FROM registered_flow f JOIN source_system s ON s.id = f.source_system_id ORDER BY f.id`,
  );
