import type { EntityManager } from 'typeorm';
import { arraysOf, upsertOf, type Column } from '@sightline/kit/postgres/column-rows';
import { daysBetween } from '@sightline/kit/time/calendar-day';
import { originOfLine } from '../domain/contribution-of-line';
import { completion, isOpen } from '../domain/line-delivery';
import { atStake, slippedDays, standingDays } from '../domain/line-impact';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';

const receivedOnOf = (line: PurchaseOrderLine): string | null => completion(line, 'RECEIVED')?.when.on ?? null;

function latenessDaysOf(line: PurchaseOrderLine): number | null {
  const [promisedOn, receivedOn] = [line.currentCommitDate, receivedOnOf(line)];
  return receivedOn !== null && promisedOn !== null ? daysBetween(promisedOn, receivedOn) : null;
}

/** What a line is searched and ordered by: column, type, value. */
const COLUMNS = [
  ['id', 'text', (line) => line.id],
  ['supplier_id', 'text', (line) => line.terms.supplierId],
  ['item_id', 'text', (line) => line.terms.itemId],
  ['plant_id', 'text', (line) => line.terms.plantId],
  ['status', 'text', (line) => line.status],
  ['sourcing', 'text', (line) => line.terms.sourcing],
  ['promised_on', 'date', (line) => line.currentCommitDate],
  ['received_on', 'date', receivedOnOf],
  ['lateness_days', 'int', latenessDaysOf],
  ['slipped_days', 'int', slippedDays],
  ['standing_days', 'int', standingDays],
  ['at_stake', 'decimal', (line) => atStake(line)?.amount ?? null],
  ['currency', 'text', (line) => atStake(line)?.currency ?? null],
  ['order_number', 'text', (line) => line.terms.orderNumber],
  ['open_due_on', 'date', (line) => (isOpen(line) ? line.currentCommitDate : null)],
  ['shipment_mode', 'text', (line) => line.terms.shipmentMode],
  ['incoterm', 'text', (line) => line.terms.incoterm],
  ['destination_country', 'text', (line) => line.terms.destinationCountry],
  ['product_group', 'text', (line) => line.terms.productGroup],
  ['manufacturing_site_id', 'text', (line) => line.terms.manufacturingSiteId],
  ['manufacturing_site', 'text', (line) => line.terms.manufacturingSite],
  ['simulated', 'boolean', (line) => originOfLine(line) === 'SIMULATED'],
] as const satisfies readonly Column<PurchaseOrderLine>[];

/** What of a line stands in columns. */
export type LineColumns = { [One in (typeof COLUMNS)[number] as One[0]]: ReturnType<One[2]> };

/** What lists, and the filters of streams, ask of a line. */
export const columnsOf = (line: PurchaseOrderLine): LineColumns =>
  Object.fromEntries(COLUMNS.map(([name, , value]) => [name, value(line)])) as LineColumns;

const WRITE = upsertOf('purchase_order_line', COLUMNS);

/** Writes lines as folded. */
export async function writeLines(manager: EntityManager, lines: readonly PurchaseOrderLine[]): Promise<void> {
  if (lines.length > 0) await manager.query(WRITE, arraysOf(COLUMNS, lines));
}

/** Ids of the visible lines of suppliers. */
export async function linesOfSuppliers(manager: EntityManager, supplierIds: readonly string[]): Promise<string[]> {
  if (supplierIds.length === 0) return [];
  const rows: { id: string }[] = await manager.query(`SELECT id FROM purchase_order_line WHERE supplier_id = ANY($1)`, [
    supplierIds,
  ]);
  return rows.map((row) => row.id);
}

/** Ids of the visible lines that are for these plants. */
export async function linesOfPlants(manager: EntityManager, plantIds: readonly string[]): Promise<string[]> {
  if (plantIds.length === 0) return [];
  const rows: { id: string }[] = await manager.query(`SELECT id FROM purchase_order_line WHERE plant_id = ANY($1)`, [
    plantIds,
  ]);
  return rows.map((row) => row.id);
}
