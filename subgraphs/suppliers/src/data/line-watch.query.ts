import { In } from 'typeorm';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { RowWatch } from '@sightline/kit/live/row-watch';
import type { FigureWatch } from '@sightline/kit/live/figure-changes';
import { among, within } from '@sightline/kit/live/matching';
import { originOfLine } from '../domain/contribution-of-line';
import { foldLine } from '../domain/fold-line';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { historiesOf } from './line-history';
import { orderNumberStart, type LineFilter } from './line-filter.query';
import { columnsOf } from './purchase-order-line.repository';
import { shownLines } from './shown-lines';
import { SupplierRow } from './supplier.entity';

/** A line with what nearly every stream of lines asks beside it: read once for all who hear of the line. */
export interface ToldLine {
  line: PurchaseOrderLine;
  /** Null: a line without a supplier, or one that the caller may not see. Left out: not read. */
  supplier?: SupplierRow | null;
}

const rows: Pick<RowWatch<ToldLine, never>, 'subjectTypes' | 'rowsById' | 'rowsAt'> = {
  subjectTypes: ['PurchaseOrderLine'],
  async rowsById(manager, ids) {
    const found: { id: string }[] = await manager.query(`SELECT id FROM purchase_order_line WHERE id = ANY($1)`, [ids]);
    const lines = await shownLines(
      manager,
      found.map(({ id }) => id),
    );
    const supplierIds = new Set([...lines.values()].flatMap(({ terms }) => terms.supplierId ?? []));
    const suppliers =
      supplierIds.size === 0 ? [] : await manager.find(SupplierRow, { where: { id: In([...supplierIds]) } });
    const byId = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
    return new Map(
      [...lines].map(([id, line]) => {
        const { supplierId } = line.terms;
        return [id, { line, supplier: supplierId === null ? null : (byId.get(supplierId) ?? null) }];
      }),
    );
  },
  async rowsAt(manager, ids, pos) {
    const lines = new Map<string, ToldLine>();
    for (const [id, events] of await historiesOf(manager, ids, pos, [])) {
      const line = foldLine(events);
      if (line !== null) lines.set(id, { line });
    }
    return lines;
  },
};

/** The stream of order lines: a line is in it while a list with the same filter would show it. */
export const LINES: RowWatch<ToldLine, LineFilter> = {
  ...rows,
  matches: ({ line }, filter, today) => lineMatches(line, filter, today),
};

/**
 * The same conditions as in `conditionsOf`, on one line.
 *
 * @param today  a line is overdue when it was due before it
 */
export function lineMatches(line: PurchaseOrderLine, filter: LineFilter, today: string): boolean {
  const row = columnsOf(line);
  return (
    among(row.supplier_id, filter.supplierIds) &&
    among(row.item_id, filter.itemIds) &&
    among(row.plant_id, filter.plantIds) &&
    among(row.status, filter.statuses) &&
    among(row.shipment_mode, filter.shipmentModes) &&
    among(row.incoterm, filter.incoterms) &&
    among(row.destination_country, filter.destinationCountries) &&
    among(row.product_group, filter.productGroups) &&
    among(row.manufacturing_site_id, filter.manufacturingSiteIds) &&
    among(row.sourcing, filter.sourcing) &&
    within(row.promised_on, filter.promisedFrom, filter.promisedTo) &&
    within(row.received_on, filter.receivedFrom, filter.receivedTo) &&
    (filter.overdue == null || filter.overdue === (row.open_due_on !== null && row.open_due_on < today)) &&
    (filter.deliveredLate == null || filter.deliveredLate === (row.lateness_days !== null && row.lateness_days > 0)) &&
    (filter.slipped == null || filter.slipped === (row.slipped_days !== null && row.slipped_days > 0)) &&
    row.order_number.toLowerCase().startsWith(orderNumberStart(filter)) &&
    (filter.open !== true || !['RECEIVED', 'CLOSED', 'CANCELLED'].includes(row.status)) &&
    (filter.origin == null || filter.origin === originOfLine(line)) &&
    (filter.externalIds == null || filter.externalIds.some((key) => isNamed(line, key)))
  );
}

const isNamed = (line: PurchaseOrderLine, key: NonNullable<LineFilter['externalIds']>[number]): boolean =>
  line.terms.externalIds.some(
    ({ sourceSystemId, type, value }) =>
      sourceSystemId === key.sourceSystemId && type === key.type && value === key.value,
  );

/** What of a scope is asked of a line itself. */
interface ScopeOfLines {
  supplierIds?: readonly string[] | null;
  plantIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  sourceSystemIds?: readonly string[] | null;
  shipmentModes?: readonly string[] | null;
  destinationCountries?: readonly string[] | null;
  sourcing?: readonly string[] | null;
  origin?: DataOrigin | null;
}

/**
 * What moves the figures of a scope. A line that might be in it counts as in it (tiers are the suppliers', and which
 * origin is meant may be left open): a figure read once too often is still right.
 */
export const LINES_IN_SCOPE: FigureWatch<ToldLine, ScopeOfLines | null | undefined> = {
  rows: {
    ...rows,
    matches({ line }, scope) {
      const { terms, source } = line;
      return (
        among(terms.supplierId, scope?.supplierIds) &&
        among(terms.plantId, scope?.plantIds) &&
        among(terms.itemId, scope?.itemIds) &&
        among(source?.sourceSystemId ?? null, scope?.sourceSystemIds) &&
        among(terms.shipmentMode, scope?.shipmentModes) &&
        among(terms.destinationCountry, scope?.destinationCountries) &&
        among(terms.sourcing, scope?.sourcing) &&
        (scope?.origin == null || scope.origin === originOfLine(line))
      );
    },
  },
  // A supplier's tier and a plant's time zone judge its lines anew.
  always: ['Supplier', 'Plant'],
};
