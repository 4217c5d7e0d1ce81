import type { EntityManager } from 'typeorm';
import type { StockOwnerName, StockStatusName } from '@sightline/contracts/events/stock-moved.v1';
import { SIMULATED_PREFIX, type DataOrigin } from '@sightline/contracts/simulated';
import type { NotInStockReason } from '../domain/stock-entry';
import { stands } from './root-fact';
import type { StockPositionRow } from './stock-position.entity';

const COLUMNS = `p.id, p.item_id AS "itemId", p.plant_id AS "plantId", p.lot_id AS "lotId", p.status, p.owner,
  p.location_kind AS "locationKind", p.origin, p.quantity::text AS quantity, p.inspected`;

export type ShownPosition = StockPositionRow;

/** Positions of items that hold something, by plant, lot, condition and owner. */
export const positionsOfItems = (manager: EntityManager, itemIds: readonly string[]): Promise<ShownPosition[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM stock_position p JOIN plant l ON l.id = p.plant_id
     WHERE p.item_id = ANY($1) AND p.quantity <> 0 ORDER BY l.code, p.lot_id NULLS FIRST, p.status, p.owner, p.id`,
    [itemIds],
  );

/** Positions of lots that hold something, by plant, condition and owner. */
export const positionsOfLots = (manager: EntityManager, lotIds: readonly string[]): Promise<ShownPosition[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM stock_position p JOIN plant l ON l.id = p.plant_id
     WHERE p.lot_id = ANY($1) AND p.quantity <> 0 ORDER BY l.code, p.status, p.owner, p.id`,
    [lotIds],
  );

/** Positions by id, also those that hold nothing any more. */
export const positionsByIds = (manager: EntityManager, ids: readonly string[]): Promise<ShownPosition[]> =>
  manager.query(`SELECT ${COLUMNS} FROM stock_position p WHERE p.id = ANY($1)`, [ids]);

/** Null: no restriction. */
export interface PositionFilter {
  itemIds: readonly string[] | null;
  plantIds: readonly string[] | null;
  statuses: readonly StockStatusName[] | null;
  owners: readonly StockOwnerName[] | null;
  negative: boolean | null;
  search: string | null;
  origin: DataOrigin | null;
}

const FROM = `FROM stock_position p JOIN item i ON i.id = p.item_id
  WHERE p.quantity <> 0 AND ($1::text[] IS NULL OR p.item_id = ANY($1)) AND ($2::text[] IS NULL OR p.plant_id = ANY($2))
    AND ($3::text[] IS NULL OR p.status = ANY($3)) AND ($4::text[] IS NULL OR p.owner = ANY($4))
    AND ($5::boolean IS NULL OR (p.quantity < 0) = $5)
    AND ($6::text IS NULL OR i.name ILIKE $6 OR i.sku ILIKE $6) AND ($7::text IS NULL OR p.origin = $7)`;

// What a user types is text, not a pattern.
const patternOf = (search: string | null): string | null =>
  search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;

const parametersOf = (filter: PositionFilter): unknown[] => [
  filter.itemIds,
  filter.plantIds,
  filter.statuses,
  filter.owners,
  filter.negative,
  patternOf(filter.search),
  filter.origin,
];

/** One more than `first`, if there are that many: whether more rows follow. In order of stock keeping unit. */
export const listPositions = (
  manager: EntityManager,
  filter: PositionFilter,
  first: number,
  after: readonly [sku: string, id: string] | null,
): Promise<(ShownPosition & { sku: string })[]> =>
  manager.query(
    `SELECT ${COLUMNS}, i.sku ${FROM} AND ($8::text IS NULL OR (i.sku, p.id) > ($8, $9::text))
     ORDER BY i.sku, p.id LIMIT $10`,
    [...parametersOf(filter), after?.[0] ?? null, after?.[1] ?? null, first + 1],
  );

export interface PositionTotal {
  status: StockStatusName;
  owner: StockOwnerName;
  unitOfMeasure: string;
  quantity: string;
  positions: number;
  negative: number;
}

export const totalPositions = (manager: EntityManager, filter: PositionFilter): Promise<PositionTotal[]> =>
  manager.query(
    `SELECT p.status, p.owner, i.unit_of_measure AS "unitOfMeasure", sum(p.quantity)::text AS quantity,
       count(*)::int AS positions, (count(*) FILTER (WHERE p.quantity < 0))::int AS negative
     ${FROM} GROUP BY p.status, p.owner, i.unit_of_measure ORDER BY p.status, p.owner, i.unit_of_measure`,
    parametersOf(filter),
  );

const counts = (fact: string): string =>
  `(${fact}.import_id IS NULL OR ${fact}.import_id IN (SELECT s.import_id FROM sealed_import s))`;

/** Receipts and movements that stand and are in no position, by reason. */
export const countNotInStock = (
  manager: EntityManager,
  filter: Pick<PositionFilter, 'itemIds' | 'plantIds' | 'origin'>,
): Promise<{ reason: NotInStockReason; count: number }[]> => {
  const matches = (fact: string): string => `${fact}.not_in_stock IS NOT NULL
    AND ($1::text[] IS NULL OR ${fact}.item_id = ANY($1)) AND ($2::text[] IS NULL OR ${fact}.plant_id = ANY($2))
    AND ($3::boolean IS NULL OR starts_with(${fact}.source_system_id, $4) = $3)`;
  return manager.query(
    `SELECT reason, count(*)::int AS count FROM (
       SELECT g.not_in_stock AS reason FROM goods_receipt g
       WHERE ${matches('g')} AND ${counts('g')} AND ${stands('goods_receipt', 'g', counts)}
       UNION ALL
       SELECT m.not_in_stock FROM movement_fact m
       WHERE ${matches('m')} AND ${stands('movement_fact', 'm', () => 'true')}) AS waiting
     GROUP BY reason ORDER BY reason`,
    [filter.itemIds, filter.plantIds, filter.origin === null ? null : filter.origin === 'SIMULATED', SIMULATED_PREFIX],
  );
};
