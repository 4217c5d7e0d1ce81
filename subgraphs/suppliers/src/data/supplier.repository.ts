import type { EntityManager } from 'typeorm';
import {
  SUPPLIER_ONBOARDED_V1,
  type SupplierOnboardedPayload,
  type SupplierTierName,
} from '@sightline/contracts/events/supplier-onboarded.v1';

/** Those of the ids that are suppliers we know. */
export async function knownSuppliers(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows: { id: string }[] = await manager.query(`SELECT id FROM supplier WHERE id = ANY($1)`, [ids]);
  return new Set(rows.map((row) => row.id));
}

/** Versions of suppliers, locked; a supplier not known is absent. */
export async function lockedSupplierVersions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows: { id: string; version: number }[] = await manager.query(
    `SELECT id, version FROM supplier WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
    [[...ids].sort()],
  );
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Suppliers that these imports onboarded, up to a position. */
export async function suppliersOfImports(
  manager: EntityManager,
  importIds: readonly string[],
  pos: number,
): Promise<string[]> {
  if (importIds.length === 0) return [];
  const rows: { subject_id: string }[] = await manager.query(
    `SELECT DISTINCT subject_id FROM event_log WHERE import_id = ANY($1) AND pos <= $2 AND type = $3`,
    [importIds, pos, SUPPLIER_ONBOARDED_V1],
  );
  return rows.map((row) => row.subject_id);
}

/** Writes suppliers as stated; the names by which outside systems know them are added to, never taken away. */
export async function writeSuppliers(
  manager: EntityManager,
  suppliers: readonly (SupplierOnboardedPayload & { simulated: boolean; version: number })[],
): Promise<void> {
  await manager.query(
    `INSERT INTO supplier_external_id (source_system_id, type, value, supplier_id)
     SELECT s, t, v, supplier_id FROM json_to_recordset($1) AS k(s text, t text, v text, supplier_id text)
     ORDER BY s, t, v ON CONFLICT DO NOTHING`,
    [
      JSON.stringify(
        suppliers.flatMap((supplier) =>
          supplier.externalIds.map((key) => ({
            s: key.sourceSystemId,
            t: key.type,
            v: key.value,
            supplier_id: supplier.supplierId,
          })),
        ),
      ),
    ],
  );
  await manager.query(
    `INSERT INTO supplier (id, code, name, tier, country, external_ids, simulated, version)
     SELECT s.id, s.code, s.name, s.tier, s.country,
       (SELECT coalesce(json_agg(json_build_object('sourceSystemId', source_system_id, 'type', type, 'value', value)
                                 ORDER BY source_system_id, type, value), '[]'::json)
        FROM supplier_external_id x WHERE x.supplier_id = s.id), s.simulated, s.version
     FROM json_to_recordset($1) AS s(id text, code text, name text, tier text, country text, simulated boolean,
       version int)
     ORDER BY s.id
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, tier = excluded.tier, country = excluded.country,
       external_ids = excluded.external_ids, simulated = supplier.simulated AND excluded.simulated,
       version = excluded.version`,
    [
      JSON.stringify(
        suppliers.map((supplier) => ({
          id: supplier.supplierId,
          code: supplier.code,
          name: supplier.name,
          tier: supplier.tier,
          country: supplier.country,
          simulated: supplier.simulated,
          version: supplier.version,
        })),
      ),
    ],
  );
}

/** Name and tier of suppliers, by id. */
export async function supplierFacts(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { name: string; tier: SupplierTierName }>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string; tier: SupplierTierName }[] = await manager.query(
    `SELECT id, name, tier FROM supplier WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { name: row.name, tier: row.tier }]));
}

/** Time zones of plants by code; null where no source told. */
export async function plantTimeZones(
  manager: EntityManager,
  codes: readonly string[],
): Promise<Map<string, string | null>> {
  if (codes.length === 0) return new Map();
  const rows: { code: string; time_zone: string | null }[] = await manager.query(
    `SELECT code, time_zone FROM plant WHERE code = ANY($1)`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row.time_zone]));
}
