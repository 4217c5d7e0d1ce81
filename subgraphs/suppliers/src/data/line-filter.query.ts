import type { ExternalKey } from '@sightline/contracts/identities';
import type { DataOrigin } from '@sightline/contracts/simulated';

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
 * The condition under which a filter lets a line of `purchase_order_line` through.
 *
 * @param today  a line is overdue when it was due before it
 * @param p      takes a value, and answers the parameter that stands for it
 */
export function conditionOf(filter: LineFilter, today: string, p: (value: unknown) => string): string {
  const conditions: string[] = ['true'];
  const among = (column: string, values: readonly string[] | null | undefined): void => {
    if (values != null) conditions.push(`${column} = ANY(${p(values)}::text[])`);
  };
  among('supplier_id', filter.supplierIds);
  among('item_id', filter.itemIds);
  among('plant_id', filter.plantIds);
  among('status', filter.statuses);
  among('shipment_mode', filter.shipmentModes);
  among('incoterm', filter.incoterms);
  among('destination_country', filter.destinationCountries);
  among('product_group', filter.productGroups);
  among('manufacturing_site_id', filter.manufacturingSiteIds);
  among('sourcing', filter.sourcing);
  if (filter.promisedFrom != null) conditions.push(`promised_on >= ${p(filter.promisedFrom)}::date`);
  if (filter.promisedTo != null) conditions.push(`promised_on <= ${p(filter.promisedTo)}::date`);
  if (filter.receivedFrom != null) conditions.push(`received_on >= ${p(filter.receivedFrom)}::date`);
  if (filter.receivedTo != null) conditions.push(`received_on <= ${p(filter.receivedTo)}::date`);
  if (filter.overdue === true) conditions.push(`open_due_on < ${p(today)}::date`);
  if (filter.overdue === false) conditions.push(`NOT coalesce(open_due_on < ${p(today)}::date, false)`);
  if (filter.deliveredLate != null)
    conditions.push(`${filter.deliveredLate ? '' : 'NOT '}coalesce(lateness_days > 0, false)`);
  if (filter.slipped != null) conditions.push(`${filter.slipped ? '' : 'NOT '}coalesce(slipped_days > 0, false)`);
  const begins = orderNumberStart(filter);
  if (begins !== '') conditions.push(`lower(order_number) LIKE ${p(`${begins.replace(/[\\%_]/g, '\\$&')}%`)}::text`);
  if (filter.origin != null) conditions.push(`simulated = ${p(filter.origin === 'SIMULATED')}::boolean`);
  if (filter.open === true) conditions.push(`status NOT IN ('RECEIVED', 'CLOSED', 'CANCELLED')`);
  if (filter.externalIds != null)
    conditions.push(
      `id IN (SELECT x.line_id FROM line_external_id x JOIN json_to_recordset(${p(
        JSON.stringify(filter.externalIds.map((key) => ({ s: key.sourceSystemId, t: key.type, v: key.value }))),
      )}::json) AS k(s text, t text, v text) ON x.source_system_id = k.s AND x.type = k.t AND x.value = k.v)`,
    );
  return conditions.join(' AND ');
}
