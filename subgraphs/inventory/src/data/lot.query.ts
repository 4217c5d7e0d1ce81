import type { EntityManager } from 'typeorm';
import type { LotRow } from './lot.entity';

export type ShownLot = LotRow;

export const lotsByIds = (manager: EntityManager, ids: readonly string[]): Promise<ShownLot[]> =>
  manager.query(
    `SELECT id, item_id AS "itemId", lot_number AS "lotNumber", supplier_id AS "supplierId",
       supplier_lot_number AS "supplierLotNumber" FROM lot WHERE id = ANY($1)`,
    [ids],
  );
