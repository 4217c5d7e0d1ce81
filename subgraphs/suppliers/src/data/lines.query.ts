import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { shownLines } from './shown-lines';

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

export type LineOrder = 'PROMISED_ASC' | 'PROMISED_DESC' | 'RECEIVED_DESC' | 'LATENESS_DESC';

/** What a line is ordered by, as text that sorts the same way within SQL; null sorts last in each order. */
const ORDERS: Readonly<Record<LineOrder, { key: string; descending: boolean }>> = {
  PROMISED_ASC: { key: 'promised_on', descending: false },
  PROMISED_DESC: { key: 'promised_on', descending: true },
  RECEIVED_DESC: { key: 'received_on', descending: true },
  LATENESS_DESC: { key: 'lateness_days', descending: true },
};

/** A place in an ordered list: the order key as text (null: among those without one, at the end) and the id. */
export type LinePosition = readonly [key: string | null, id: string];

export interface LinePage {
  lines: { line: PurchaseOrderLine; position: LinePosition }[];
  totalCount: number;
  hasNextPage: boolean;
}

/** What an order number must begin with, as lists and streams compare it; empty: anything. */
export const orderNumberStart = ({ orderNumber }: LineFilter): string => (orderNumber ?? '').trim().toLowerCase();

/**
 * One page of lines that the caller may see. Keyset paging: the page after a position costs the same however far it is;
 * the indexes purchase_order_line_promised and _received serve the orders, lateness sorts; _order serves the search.
 *
 * @param today  calendar day of the question; a line is overdue when it was due before it
 */
export async function linesPage(
  manager: EntityManager,
  filter: LineFilter,
  order: LineOrder,
  page: { first: number; after: LinePosition | null; today: string },
): Promise<LinePage> {
  const parameters: unknown[] = [];
  const p = (value: unknown): string => `$${parameters.push(value)}`;
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
  if (filter.overdue != null)
    conditions.push(`${filter.overdue ? '' : 'NOT '}coalesce(open_due_on < ${p(page.today)}::date, false)`);
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
  const where = conditions.join(' AND ');
  const countParameters = [...parameters];

  const { key, descending } = ORDERS[order];
  const type = key === 'lateness_days' ? 'int' : 'date';
  let after = 'true';
  if (page.after !== null) {
    const [value, id] = page.after;
    const idParameter = p(id);
    if (value === null) after = `(${key} IS NULL AND id > ${idParameter})`;
    else {
      const v = `${p(value)}::${type}`;
      after = `(${key} ${descending ? '<' : '>'} ${v} OR (${key} = ${v} AND id > ${idParameter}) OR ${key} IS NULL)`;
    }
  }
  const rows: { id: string; key: string | null }[] = await manager.query(
    `SELECT id, ${key}::text AS key FROM purchase_order_line WHERE ${where} AND ${after}
     ORDER BY ${key} ${descending ? 'DESC' : 'ASC'} NULLS LAST, id LIMIT ${page.first + 1}`,
    parameters,
  );
  const total: { count: string }[] = await manager.query(
    `SELECT count(*) AS count FROM purchase_order_line WHERE ${where}`,
    countParameters,
  );
  const listed = rows.slice(0, page.first);
  const lines = await shownLines(
    manager,
    listed.map((row) => row.id),
  );
  return {
    lines: listed.map((row) => ({ line: lines.get(row.id)!, position: [row.key, row.id] as const })),
    totalCount: Number(total[0]!.count),
    hasNextPage: rows.length > page.first,
  };
}

/** The line with an outside name; null when nobody visible has it. */
export async function lineIdByKey(manager: EntityManager, key: ExternalKey): Promise<string | null> {
  const rows: { line_id: string }[] = await manager.query(
    `SELECT line_id FROM line_external_id WHERE source_system_id = $1 AND type = $2 AND value = $3`,
    [key.sourceSystemId, key.type, key.value],
  );
  return rows[0]?.line_id ?? null;
}
