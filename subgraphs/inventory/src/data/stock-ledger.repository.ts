import type { EntityManager } from 'typeorm';
import type { StockPosting } from '@sightline/contracts/events/stock-moved.v1';
import { add, type Decimal } from '@sightline/kit/decimal/decimal';
import { arraysOf, type Column, namesOf, tableOf } from '@sightline/kit/postgres/column-rows';
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

const POSITION_COLUMNS: readonly Column<StockPosting>[] = [
  ['item_id', 'text', (posting) => posting.itemId],
  ['plant_id', 'text', (posting) => posting.plantId],
  ['lot_id', 'text', (posting) => posting.lotId],
  ['status', 'text', (posting) => posting.status],
  ['owner', 'text', (posting) => posting.owner],
  ['location_kind', 'text', (posting) => posting.locationKind],
  ['origin', 'text', (posting) => posting.origin],
];

const of = <Row>(columns: readonly Column<StockPosting>[]) =>
  columns.map(([name, type, value]): Column<Row & { posting: StockPosting }> => [
    name,
    type,
    ({ posting }) => value(posting),
  ]);

const ENTRY_COLUMNS: readonly Column<AnnouncedPosting>[] = [
  ...of<AnnouncedPosting>([
    ['fact_id', 'text', (posting) => posting.factId],
    ['cause', 'text', (posting) => posting.cause],
    ['correction', 'boolean', (posting) => posting.correction],
    ['position_id', 'text', (posting) => posting.positionId],
    ...POSITION_COLUMNS,
    ['quantity', 'decimal', (posting) => posting.quantity],
    ['unit_of_measure', 'text', (posting) => posting.unitOfMeasure],
    ['occurred_at', 'text', (posting) => posting.occurred.at],
    ['occurred_on', 'date', (posting) => posting.occurred.on],
  ]),
  ['event_id', 'uuid', ({ eventId }) => eventId],
];

/** What a list of postings comes to at one position. */
interface Change {
  posting: StockPosting;
  quantity: Decimal;
  inspected: boolean;
}

const CHANGE_COLUMNS: readonly Column<Change>[] = [
  ...of<Change>([['id', 'text', (posting) => posting.positionId], ...POSITION_COLUMNS]),
  ['quantity', 'decimal', ({ quantity }) => quantity],
  ['inspected', 'boolean', ({ inspected }) => inspected],
];

/** Adds entries to the ledger, and to the sums of the positions. Whoever posts holds the lock on line references. */
export async function post(manager: EntityManager, postings: readonly AnnouncedPosting[]): Promise<void> {
  if (postings.length === 0) return;
  await manager.query(
    `INSERT INTO stock_movement (${namesOf(ENTRY_COLUMNS)}) SELECT * FROM ${tableOf(ENTRY_COLUMNS, 'p')}`,
    arraysOf(ENTRY_COLUMNS, postings),
  );
  const changes = new Map<string, Change>();
  for (const { posting } of postings) {
    const before = changes.get(posting.positionId);
    changes.set(posting.positionId, {
      posting,
      quantity: before === undefined ? posting.quantity : add(before.quantity, posting.quantity),
      inspected: before?.inspected === true || posting.cause === 'INSPECTION' || posting.status === 'IN_INSPECTION',
    });
  }
  await manager.query(
    `INSERT INTO stock_position AS p (${namesOf(CHANGE_COLUMNS)}) SELECT * FROM ${tableOf(CHANGE_COLUMNS, 'c')} ORDER BY id
     ON CONFLICT (id) DO UPDATE SET quantity = p.quantity + excluded.quantity,
       inspected = p.inspected OR excluded.inspected`,
    arraysOf(CHANGE_COLUMNS, [...changes.values()]),
  );
}
