import type { ExternalKey } from '@sightline/contracts/identities';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { Conditions } from '@sightline/kit/postgres/conditions';

/** Which lines a list holds; the schema's PurchaseOrderLineFilter. */
export interface LineFilter {
  supplierIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  plantIds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  promisedFrom?: string | null;
  promisedTo?: string | null;
  receivedFrom?: string | null;
  receivedTo?: string | null;
  overdue?: boolean | null;
  deliveredLate?: boolean | null;
  slipped?: boolean | null;
  orderNumber?: string | null;
  shipmentModes?: readonly string[] | null;
  incoterms?: readonly string[] | null;
  destinationCountries?: readonly string[] | null;
  productGroups?: readonly string[] | null;
  manufacturingSiteIds?: readonly string[] | null;
  sourcing?: readonly string[] | null;
  externalIds?: readonly ExternalKey[] | null;
  /** Not delivered and not cancelled. */
  open?: boolean | null;
  origin?: DataOrigin | null;
}

/** What an order number must begin with, as lists and streams compare it; empty: anything. */
export const orderNumberStart = ({ orderNumber }: LineFilter): string => (orderNumber ?? '').trim().toLowerCase();

/**
 * The conditions under which a filter lets a line of `purchase_order_line` through.
 *
 * @param today  a line is overdue when it was due before it
 */
export function conditionsOf(filter: LineFilter, today: string): Conditions {
  const where = new Conditions();
  const { p } = where;
  where.among('supplier_id', filter.supplierIds);
  where.among('item_id', filter.itemIds);
  where.among('plant_id', filter.plantIds);
  where.among('status', filter.statuses);
  where.among('shipment_mode', filter.shipmentModes);
  where.among('incoterm', filter.incoterms);
  where.among('destination_country', filter.destinationCountries);
  where.among('product_group', filter.productGroups);
  where.among('manufacturing_site_id', filter.manufacturingSiteIds);
  where.among('sourcing', filter.sourcing);
  where.within('promised_on', 'date', filter.promisedFrom, filter.promisedTo);
  where.within('received_on', 'date', filter.receivedFrom, filter.receivedTo);
  if (filter.overdue === true) where.and(`open_due_on < ${p(today)}::date`);
  if (filter.overdue === false) where.and(`NOT coalesce(open_due_on < ${p(today)}::date, false)`);
  if (filter.deliveredLate != null)
    where.and(`${filter.deliveredLate ? '' : 'NOT '}coalesce(lateness_days > 0, false)`);
  if (filter.slipped != null) where.and(`${filter.slipped ? '' : 'NOT '}coalesce(slipped_days > 0, false)`);
  const begins = orderNumberStart(filter);
  if (begins !== '') where.and(`lower(order_number) LIKE ${p(`${begins.replace(/[\\%_]/g, '\\$&')}%`)}::text`);
  where.ofOrigin(filter.origin);
  if (filter.open === true) where.and(`status NOT IN ('RECEIVED', 'CLOSED', 'CANCELLED')`);
  if (filter.externalIds != null)
    where.and(
      `id IN (SELECT x.line_id FROM line_external_id x JOIN json_to_recordset(${p(
        JSON.stringify(filter.externalIds.map((key) => ({ s: key.sourceSystemId, t: key.type, v: key.value }))),
      )}::json) AS k(s text, t text, v text) ON x.source_system_id = k.s AND x.type = k.t AND x.value = k.v)`,
    );
  return where;
}
