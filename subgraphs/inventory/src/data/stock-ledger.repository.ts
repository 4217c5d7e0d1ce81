import type { EntityManager } from 'typeorm';
import type { StockPosting } from '@sightline/contracts/events/stock-moved.v1';
import { add, type Decimal } from '@sightline/kit/decimal/decimal';
import type { StockEntry } from '../domain/stock-entry';

/** What the ledger says of facts so far, by cause and position; also what came to nothing again. */
export async function postedEntries(
  manager: EntityManager,
  factIds: readonly string[],
): Promise<(StockEntry & { factId: string })[]> {
  if (factIds.length === 0) return [];
  return manager.query(
    `SELECT fact_id AS "factId", cause, item_id AS "itemId", plant_id AS "plantId", lot_id AS "lotId", status, owner,
       location_kind AS "locationKind", origin, sum(quantity)::text AS quantity
     FROM stock_movement WHERE fact_id = ANY($1)
     GROUP BY fact_id, cause, item_id, plant_id, lot_id, status, owner, location_kind, origin`,
    [factIds],
  );
}

/** A posting and the event that announces it. */
export interface AnnouncedPosting {
  posting: StockPosting;
  eventId: string;
}

/** Adds entries to the ledger, and to the sums of the positions. Whoever posts holds the lock on line references. */
export async function post(manager: EntityManager, postings: readonly AnnouncedPosting[]): Promise<void> {
  if (postings.length === 0) return;
  await manager.query(
    `INSERT INTO stock_movement (fact_id, cause, correction, position_id, item_id, plant_id, lot_id, status, owner,
       location_kind, origin, quantity, unit_of_measure, occurred_at, occurred_on, event_id)
     SELECT fact_id, cause, correction, position_id, item_id, plant_id, lot_id, status, owner, location_kind, origin,
       quantity, unit_of_measure, occurred_at, occurred_on, event_id
     FROM json_to_recordset($1) AS p(fact_id text, cause text, correction boolean, position_id text, item_id text,
       plant_id text, lot_id text, status text, owner text, location_kind text, origin text, quantity numeric,
       unit_of_measure text, occurred_at text, occurred_on date, event_id uuid)`,
    [
      JSON.stringify(
        postings.map(({ posting, eventId }) => ({
          fact_id: posting.factId,
          cause: posting.cause,
          correction: posting.correction,
          ...positionColumns(posting),
          quantity: posting.quantity,
          unit_of_measure: posting.unitOfMeasure,
          occurred_at: posting.occurred.at,
          occurred_on: posting.occurred.on,
          event_id: eventId,
        })),
      ),
    ],
  );
  const changes = new Map<string, { posting: StockPosting; quantity: Decimal; inspected: boolean }>();
  for (const { posting } of postings) {
    const before = changes.get(posting.positionId);
    changes.set(posting.positionId, {
      posting,
      quantity: before === undefined ? posting.quantity : add(before.quantity, posting.quantity),
      inspected: before?.inspected === true || posting.cause === 'INSPECTION' || posting.status === 'IN_INSPECTION',
    });
  }
  await manager.query(
    `INSERT INTO stock_position AS p (id, item_id, plant_id, lot_id, status, owner, location_kind, origin, quantity, inspected)
     SELECT position_id, item_id, plant_id, lot_id, status, owner, location_kind, origin, quantity, inspected
     FROM json_to_recordset($1) AS c(position_id text, item_id text, plant_id text, lot_id text, status text, owner text,
       location_kind text, origin text, quantity numeric, inspected boolean)
     ORDER BY position_id
     ON CONFLICT (id) DO UPDATE SET quantity = p.quantity + excluded.quantity,
       inspected = p.inspected OR excluded.inspected`,
    [
      JSON.stringify(
        [...changes.values()].map(({ posting, quantity, inspected }) => ({
          ...positionColumns(posting),
          quantity,
          inspected,
        })),
      ),
    ],
  );
}

const positionColumns = (posting: StockPosting) => ({
  position_id: posting.positionId,
  item_id: posting.itemId,
  plant_id: posting.plantId,
  lot_id: posting.lotId,
  status: posting.status,
  owner: posting.owner,
  location_kind: posting.locationKind,
  origin: posting.origin,
});
