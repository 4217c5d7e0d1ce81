import type { EntityManager } from 'typeorm';
import type { JudgeContext } from '../domain/contribution-of-line';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { supplierFacts } from './supplier.repository';

/** What judging a line takes beside its own facts: its supplier's tier and its plant's time zone. */
export async function judgeContexts(
  manager: EntityManager,
  lines: readonly PurchaseOrderLine[],
): Promise<(line: PurchaseOrderLine) => JudgeContext> {
  const supplierIds = [...new Set(lines.flatMap((line) => line.terms.supplierId ?? []))];
  const suppliers = await supplierFacts(manager, supplierIds);
  const plantIds = [...new Set(lines.flatMap((line) => line.terms.plantId ?? []))];
  const zones = new Map<string, string | null>();
  if (plantIds.length > 0) {
    const rows: { id: string; time_zone: string | null }[] = await manager.query(
      `SELECT id, time_zone FROM plant WHERE id = ANY($1)`,
      [plantIds],
    );
    for (const row of rows) zones.set(row.id, row.time_zone);
  }
  return (line) => {
    const supplier = line.terms.supplierId === null ? undefined : suppliers.get(line.terms.supplierId);
    return {
      supplierTier: supplier?.tier ?? null,
      supplierName: supplier?.name ?? null,
      timeZone: line.terms.plantId === null ? null : (zones.get(line.terms.plantId) ?? null),
    };
  };
}
