import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import { batchOne } from '@sightline/kit/loaders/batch-one';
import type { RequestContext } from '@sightline/kit/server/manifest';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { PurchaseOrderLineRow } from './purchase-order-line.entity';
import { shownLines } from './shown-lines';
import { SupplierRow } from './supplier.entity';

/** Every loader of this subgraph, made anew for each request; each reads only what the caller may see. */
export interface Loaders {
  supplierById: DataLoader<string, SupplierRow | null>;
  supplierByCode: DataLoader<string, SupplierRow | null>;
  lineById: DataLoader<string, PurchaseOrderLine | null>;
  siteById: DataLoader<string, { id: string; name: string } | null>;
}

export function makeLoaders(context: Pick<RequestContext, 'read'>): Loaders {
  return {
    supplierById: batchOne(
      (ids: readonly string[]) => context.read((manager) => manager.find(SupplierRow, { where: { id: In([...ids]) } })),
      (row) => row.id,
    ),
    supplierByCode: batchOne(
      (codes: readonly string[]) =>
        context.read((manager) => manager.find(SupplierRow, { where: { code: In([...codes]) } })),
      (row) => row.code,
    ),
    lineById: batchOne(
      (ids: readonly string[]) =>
        context.read(async (manager) => {
          const shown = await manager.find(PurchaseOrderLineRow, { select: { id: true }, where: { id: In([...ids]) } });
          const lines = await shownLines(
            manager,
            shown.map((row) => row.id),
          );
          return [...lines.values()];
        }),
      (line) => line.id,
    ),
    siteById: batchOne(
      (ids: readonly string[]) =>
        context.read(
          (manager) =>
            manager.query(
              `SELECT DISTINCT ON (manufacturing_site_id) manufacturing_site_id AS id, manufacturing_site AS name
               FROM purchase_order_line WHERE manufacturing_site_id = ANY($1) ORDER BY manufacturing_site_id`,
              [ids],
            ) as Promise<{ id: string; name: string }[]>,
        ),
      (site) => site.id,
    ),
  };
}
