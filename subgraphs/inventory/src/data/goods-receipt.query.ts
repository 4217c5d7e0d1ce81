import type { EntityManager } from 'typeorm';
import type { GoodsReceiptRow } from './goods-receipt.entity';
import { stands } from './root-fact';

const COLUMNS = `g.id, g.pos, g.supplier_id AS "supplierId", g.purchase_order_line_id AS "purchaseOrderLineId",
  g.item_id AS "itemId", g.plant_id AS "plantId", g.shipment_number AS "shipmentNumber", g.lot_number AS "lotNumber",
  g.supplier_lot_number AS "supplierLotNumber", g.quantity::text AS quantity, g.unit_of_measure AS "unitOfMeasure",
  g.occurred_at AS "occurredAt", g.occurred_on::text AS "occurredOn", g.recorded_at AS "recordedAt",
  g.recorded_on::text AS "recordedOn", g.corrects, g.stock_status AS "stockStatus", g.consignment,
  g.not_in_stock AS "notInStock"`;

/** A receipt as lists and loaders give it. */
export type ShownReceipt = Omit<
  GoodsReceiptRow,
  'lineSourceSystemId' | 'lineType' | 'lineValue' | 'plantCode' | 'importId' | 'rootId' | 'sourceSystemId'
>;

/** Receipts of an import are there before it is sealed, and count from then on. */
const counts = (receipt: string): string =>
  `(${receipt}.import_id IS NULL OR ${receipt}.import_id IN (SELECT s.import_id FROM sealed_import s))`;

export const receiptsByIds = (manager: EntityManager, ids: readonly string[]): Promise<ShownReceipt[]> =>
  manager.query(`SELECT ${COLUMNS} FROM goods_receipt g WHERE g.id = ANY($1) AND ${counts('g')}`, [ids]);

/** Receipts of order lines, oldest first; a receipt that was corrected is left out in favour of its correction. */
export const receiptsOfLines = (manager: EntityManager, lineIds: readonly string[]): Promise<ShownReceipt[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM goods_receipt g
     WHERE g.purchase_order_line_id = ANY($1) AND ${counts('g')}
       AND ${stands('goods_receipt', 'g', counts)}
     ORDER BY g.occurred_on, g.occurred_at::timestamptz NULLS FIRST, g.pos`,
    [lineIds],
  );
