import type { EntityManager } from 'typeorm';
import type { PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import type { SupplierOnboardedPayload, SupplierTierName } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { JudgeContext } from '../domain/contribution-of-inspection';
import type { Inspection } from '../domain/inspection-lot';

/** Keeps the last statement about each plant. */
export async function writePlants(manager: EntityManager, plants: readonly PlantRegisteredPayload[]): Promise<void> {
  if (plants.length === 0) return;
  const last = new Map(plants.map((plant) => [plant.plantId, plant]));
  await manager.query(
    `INSERT INTO plant (id, code, time_zone)
     SELECT id, code, time_zone FROM json_to_recordset($1) AS p(id text, code text, time_zone text) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, time_zone = excluded.time_zone`,
    [JSON.stringify([...last.values()].map((one) => ({ id: one.plantId, code: one.code, time_zone: one.timeZone })))],
  );
}

/** Keeps the last statement about each supplier's tier. */
export async function writeSuppliers(
  manager: EntityManager,
  suppliers: readonly SupplierOnboardedPayload[],
): Promise<void> {
  if (suppliers.length === 0) return;
  const last = new Map(suppliers.map((supplier) => [supplier.supplierId, supplier]));
  await manager.query(
    `INSERT INTO supplier_tier (id, tier)
     SELECT id, tier FROM json_to_recordset($1) AS s(id text, tier text) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET tier = excluded.tier`,
    [JSON.stringify([...last.values()].map((one) => ({ id: one.supplierId, tier: one.tier })))],
  );
}

/** Time zones of plants, by id and by code. */
export async function plantZones(
  manager: EntityManager,
  ids: readonly string[],
  codes: readonly string[],
): Promise<{ byId: ReadonlyMap<string, string | null>; byCode: ReadonlyMap<string, string | null> }> {
  const rows: { id: string; code: string; time_zone: string | null }[] =
    ids.length + codes.length === 0
      ? []
      : await manager.query(`SELECT id, code, time_zone FROM plant WHERE id = ANY($1) OR code = ANY($2)`, [ids, codes]);
  return {
    byId: new Map(rows.map((row) => [row.id, row.time_zone])),
    byCode: new Map(rows.map((row) => [row.code, row.time_zone])),
  };
}

/** What judging takes beside the lots themselves: their suppliers' tiers and their plants' time zones. */
export async function judgeContexts(
  manager: EntityManager,
  inspections: readonly Inspection[],
): Promise<(one: Inspection) => JudgeContext> {
  const supplierIds = [...new Set(inspections.flatMap(({ goods }) => goods.supplierId ?? []))];
  const plantIds = [...new Set(inspections.flatMap(({ goods }) => goods.plantId ?? []))];
  const tiers: { id: string; tier: SupplierTierName }[] =
    supplierIds.length === 0
      ? []
      : await manager.query(`SELECT id, tier FROM supplier_tier WHERE id = ANY($1)`, [supplierIds]);
  const tierOf = new Map(tiers.map((row) => [row.id, row.tier]));
  const { byId } = await plantZones(manager, plantIds, []);
  return ({ goods }) => ({
    supplierTier: tierOf.get(goods.supplierId ?? '') ?? null,
    timeZone: byId.get(goods.plantId ?? '') ?? null,
  });
}
