import type { EntityManager } from 'typeorm';
import type { FactSource, LogEntry, When } from '@sightline/contracts/events/envelope';
import {
  STOCK_MOVEMENT_RECORDED_V1,
  type StockMovementRecordedPayload,
} from '@sightline/contracts/events/stock-movement-recorded.v1';
import { textArray } from '@sightline/kit/postgres/column-arrays';
import { arraysOf, type Column, namesOf, tableOf } from '@sightline/kit/postgres/column-rows';
import { findRoots } from './root-fact';

interface Movement {
  movement: StockMovementRecordedPayload;
  pos: number;
  source: FactSource;
  occurred: When;
}

const COLUMNS: readonly Column<Movement>[] = [
  ['id', 'text', ({ movement }) => movement.movementId],
  ['pos', 'bigint', ({ pos }) => pos],
  ['corrects', 'text', ({ source }) => source.correctionOf],
  ['root_id', 'text', ({ movement }) => movement.movementId],
  ['kind', 'text', ({ movement }) => movement.kind],
  ['item_id', 'text', ({ movement }) => movement.itemId],
  ['plant_id', 'text', ({ movement }) => movement.plantId],
  ['to_plant_id', 'text', ({ movement }) => movement.toPlantId],
  ['lot_number', 'text', ({ movement }) => movement.lotNumber],
  ['lot_id', 'text', ({ movement }) => movement.lotId],
  ['quantity', 'decimal', ({ movement }) => movement.quantity],
  ['unit_of_measure', 'text', ({ movement }) => movement.unitOfMeasure],
  ['from_status', 'text', ({ movement }) => movement.fromStatus],
  ['to_status', 'text', ({ movement }) => movement.toStatus],
  ['owner', 'text', ({ movement }) => movement.owner],
  ['occurred_at', 'text', ({ occurred }) => occurred.at],
  ['occurred_on', 'date', ({ occurred }) => occurred.on],
  ['source_system_id', 'text', ({ source }) => source.sourceSystemId],
];

/** Plants that movements name are listed under their codes, until they are registered. */
async function listPlants(manager: EntityManager, movements: readonly Movement[]): Promise<void> {
  const codes = new Map<string, string>();
  for (const { movement } of movements) {
    codes.set(movement.plantId, movement.plantCode);
    if (movement.toPlantId !== null && movement.toPlantCode !== null)
      codes.set(movement.toPlantId, movement.toPlantCode);
  }
  await manager.query(
    `INSERT INTO plant (id, code, name, time_zone, version)
     SELECT id, code, code, NULL, 0 FROM unnest($1::text[], $2::text[]) AS named(id, code) ORDER BY id
     ON CONFLICT DO NOTHING`,
    [textArray([...codes.keys()]), textArray([...codes.values()])],
  );
}

/**
 * Writes the movements among these entries, and the plants that they name. One that corroborates another is kept in the log
 * alone.
 *
 * @param entries  facts that count
 * @returns first movements of those written
 */
export async function writeMovements(manager: EntityManager, entries: readonly LogEntry[]): Promise<string[]> {
  const rows = entries.flatMap((entry): Movement[] => {
    const { type, pos, source, occurred } = entry;
    if (type !== STOCK_MOVEMENT_RECORDED_V1 || source === null) return [];
    const movement = entry.payload as StockMovementRecordedPayload;
    return movement.corroborates === null ? [{ movement, pos, source, occurred }] : [];
  });
  if (rows.length === 0) return [];
  await listPlants(manager, rows);
  const written: { id: string; corrects: string | null }[] = await manager.query(
    `INSERT INTO movement_fact (${namesOf(COLUMNS)}) SELECT * FROM ${tableOf(COLUMNS, 'm')}
     ON CONFLICT (id) DO NOTHING RETURNING id, corrects`,
    arraysOf(COLUMNS, rows),
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
