import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import {
  STOCK_MOVEMENT_RECORDED_V1,
  type StockMovementRecordedPayload,
} from '@sightline/contracts/events/stock-movement-recorded.v1';
import { findRoots } from './root-fact';

/**
 * Writes the movements among these entries, and the plants that they name. One that corroborates another is kept in the log
 * alone.
 *
 * @param entries  facts that count
 * @returns first movements of those written
 */
export async function writeMovements(manager: EntityManager, entries: readonly LogEntry[]): Promise<string[]> {
  const rows = entries.flatMap(({ type, pos, source, occurred, payload }) => {
    if (type !== STOCK_MOVEMENT_RECORDED_V1 || source === null) return [];
    const movement = payload as StockMovementRecordedPayload;
    if (movement.corroborates !== null) return [];
    return [
      {
        id: movement.movementId,
        pos,
        corrects: source.correctionOf,
        kind: movement.kind,
        item_id: movement.itemId,
        plant_id: movement.plantId,
        plant_code: movement.plantCode,
        to_plant_id: movement.toPlantId,
        to_plant_code: movement.toPlantCode,
        lot_number: movement.lotNumber,
        lot_id: movement.lotId,
        quantity: movement.quantity,
        unit_of_measure: movement.unitOfMeasure,
        from_status: movement.fromStatus,
        to_status: movement.toStatus,
        owner: movement.owner,
        occurred_at: occurred.at,
        occurred_on: occurred.on,
        source_system_id: source.sourceSystemId,
      },
    ];
  });
  if (rows.length === 0) return [];
  const written: { id: string; corrects: string | null }[] = await manager.query(
    `WITH told AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1) AS m(id text, pos bigint, corrects text, kind text, item_id text, plant_id text,
         plant_code text, to_plant_id text, to_plant_code text, lot_number text, lot_id text, quantity numeric,
         unit_of_measure text, from_status text, to_status text, owner text, occurred_at text, occurred_on date,
         source_system_id text)),
     plants AS (
       INSERT INTO plant (id, code, name, time_zone, version)
       SELECT id, code, code, NULL, 0 FROM (
         SELECT plant_id AS id, plant_code AS code FROM told
         UNION SELECT to_plant_id, to_plant_code FROM told WHERE to_plant_id IS NOT NULL) AS named
       ON CONFLICT DO NOTHING)
     INSERT INTO movement_fact (id, pos, corrects, root_id, kind, item_id, plant_id, to_plant_id, lot_number, lot_id,
       quantity, unit_of_measure, from_status, to_status, owner, occurred_at, occurred_on, source_system_id)
     SELECT id, pos, corrects, id, kind, item_id, plant_id, to_plant_id, lot_number, lot_id, quantity, unit_of_measure,
       from_status, to_status, owner, occurred_at, occurred_on, source_system_id FROM told
     ON CONFLICT (id) DO NOTHING RETURNING id, corrects`,
    [JSON.stringify(rows)],
  );
  const corrections = written.flatMap(({ id, corrects }) => (corrects === null ? [] : [id]));
  await findRoots(manager, 'movement_fact', corrections);
  const originals = written.filter(({ corrects }) => corrects === null).map(({ id }) => id);
  if (corrections.length === 0) return originals;
  const roots: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT root_id FROM movement_fact WHERE id = ANY($1)`,
    [corrections],
  );
  return [...originals, ...roots.map((row) => row.root_id)];
}
