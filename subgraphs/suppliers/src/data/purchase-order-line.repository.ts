import type { EntityManager } from 'typeorm';
import { daysBetween } from '@sightline/kit/time/calendar-day';
import { originOfLine } from '../domain/contribution-of-line';
import { completion, isOpen } from '../domain/line-delivery';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';

/** Writes lines as folded. */
export async function writeLines(manager: EntityManager, lines: readonly PurchaseOrderLine[]): Promise<void> {
  if (lines.length === 0) return;
  await manager.query(
    `INSERT INTO purchase_order_line (id, supplier_id, item_id, plant_id, status, sourcing, promised_on, received_on,
       lateness_days, open_due_on, shipment_mode, incoterm, destination_country, product_group, manufacturing_site_id,
       manufacturing_site, simulated, state)
     SELECT id, supplier_id, item_id, plant_id, status, sourcing, promised_on, received_on, lateness_days, open_due_on,
       shipment_mode, incoterm, destination_country, product_group, manufacturing_site_id, manufacturing_site, simulated,
       state
     FROM json_to_recordset($1) AS l(id text, supplier_id text, item_id text, plant_id text, status text, sourcing text,
       promised_on date, received_on date, lateness_days int, open_due_on date, shipment_mode text, incoterm text,
       destination_country text, product_group text, manufacturing_site_id text, manufacturing_site text, simulated boolean,
       state json)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET supplier_id = excluded.supplier_id, item_id = excluded.item_id,
       plant_id = excluded.plant_id, status = excluded.status, sourcing = excluded.sourcing,
       promised_on = excluded.promised_on, received_on = excluded.received_on, lateness_days = excluded.lateness_days,
       open_due_on = excluded.open_due_on, shipment_mode = excluded.shipment_mode, incoterm = excluded.incoterm,
       destination_country = excluded.destination_country, product_group = excluded.product_group,
       manufacturing_site_id = excluded.manufacturing_site_id, manufacturing_site = excluded.manufacturing_site,
       simulated = excluded.simulated,
       state = excluded.state`,
    [`[${lines.map(rowText).join(',')}]`],
  );
}

/** The row as JSON text; the state is put in as it is, and not as a text within a text. */
const rowText = (line: PurchaseOrderLine): string =>
  `${JSON.stringify(rowOf(line)).slice(0, -1)},"state":${JSON.stringify(line)}}`;

/** What of a line stands in columns: what lists, and the filters of streams, ask of it. */
export function rowOf(line: PurchaseOrderLine) {
  const { terms } = line;
  const receivedOn = completion(line, 'RECEIVED')?.when.on ?? null;
  const promisedOn = line.currentCommitDate;
  return {
    id: line.id,
    supplier_id: terms.supplierId,
    item_id: terms.itemId,
    plant_id: terms.plantId,
    status: line.status,
    sourcing: terms.sourcing,
    promised_on: promisedOn,
    received_on: receivedOn,
    lateness_days: receivedOn !== null && promisedOn !== null ? daysBetween(promisedOn, receivedOn) : null,
    open_due_on: isOpen(line) ? promisedOn : null,
    shipment_mode: terms.shipmentMode,
    incoterm: terms.incoterm,
    destination_country: terms.destinationCountry,
    product_group: terms.productGroup,
    manufacturing_site_id: terms.manufacturingSiteId,
    manufacturing_site: terms.manufacturingSite,
    simulated: originOfLine(line) === 'SIMULATED',
  };
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
