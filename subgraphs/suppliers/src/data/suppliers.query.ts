import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { SupplierRow } from './supplier.entity';

/** The supplier with an outside name; null when nobody visible has it. */
export async function supplierIdByKey(manager: EntityManager, key: ExternalKey): Promise<string | null> {
  const rows: { supplier_id: string }[] = await manager.query(
    `SELECT supplier_id FROM supplier_external_id WHERE source_system_id = $1 AND type = $2 AND value = $3`,
    [key.sourceSystemId, key.type, key.value],
  );
  return rows[0]?.supplier_id ?? null;
}

/** Suppliers that the caller may see. */
export function findSuppliers(
  manager: EntityManager,
  filter: {
    search?: string | null;
    tiers?: readonly string[] | null;
    ids?: readonly string[] | null;
    origin?: DataOrigin | null;
  },
): Promise<SupplierRow[]> {
  const query = manager.createQueryBuilder(SupplierRow, 'supplier');
  // Part of a name is matched as text: the caller's % and _ mean themselves.
  if (filter.search)
    query.andWhere(
      `(strpos(lower(supplier.name), lower(:search)) > 0 OR strpos(lower(supplier.code), lower(:search)) > 0)`,
      {
        search: filter.search,
      },
    );
  if (filter.tiers != null) query.andWhere('supplier.tier = ANY(:tiers)', { tiers: filter.tiers });
  if (filter.ids != null) query.andWhere('supplier.id = ANY(:ids)', { ids: filter.ids });
  if (filter.origin != null)
    query.andWhere('supplier.simulated = :simulated', { simulated: filter.origin === 'SIMULATED' });
  return query.getMany();
}
