import type { EntityManager } from 'typeorm';
import type { Sourcing } from '@sightline/contracts/events/purchase-order-line.v1';
import type { ExternalKey } from '@sightline/contracts/identities';

/** What an order line tells of the goods that come for it. */
export interface KnownLine {
  id: string;
  supplierId: string | null;
  itemId: string | null;
  plantId: string | null;
  unitOfMeasure: string;
  sourcing: Sourcing;
}

interface LineRow {
  s: string;
  t: string;
  v: string;
  id: string;
  supplier_id: string | null;
  item_id: string | null;
  plant_id: string | null;
  unit_of_measure: string;
  sourcing: Sourcing;
}

const textOf = (key: ExternalKey): string => JSON.stringify([key.sourceSystemId, key.type, key.value]);

/** Order lines by a name of them; null where no line is known. */
export async function linesByNames(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => KnownLine | null> {
  const found = new Map<string, KnownLine>();
  if (keys.length > 0) {
    const rows: LineRow[] = await manager.query(
      `SELECT DISTINCT n.source_system_id AS s, n.type AS t, n.value AS v, l.id, l.supplier_id, l.item_id, l.plant_id,
         l.unit_of_measure, l.sourcing
       FROM json_to_recordset($1) AS k(s text, t text, v text)
       JOIN order_line_name n ON n.source_system_id = k.s AND n.type = k.t AND n.value = k.v
       JOIN order_line l ON l.id = n.line_id`,
      [JSON.stringify(keys.map((key) => ({ s: key.sourceSystemId, t: key.type, v: key.value })))],
    );
    for (const row of rows)
      found.set(JSON.stringify([row.s, row.t, row.v]), {
        id: row.id,
        supplierId: row.supplier_id,
        itemId: row.item_id,
        plantId: row.plant_id,
        unitOfMeasure: row.unit_of_measure,
        sourcing: row.sourcing,
      });
  }
  return (key) => found.get(textOf(key)) ?? null;
}

/** Keeps lines as last stated, with every name they were ever given. */
export async function writeLines(
  manager: EntityManager,
  lines: readonly (KnownLine & { names: readonly ExternalKey[]; importId: string | null })[],
): Promise<void> {
  if (lines.length === 0) return;
  await manager.query(
    `INSERT INTO order_line AS o (id, supplier_id, item_id, plant_id, unit_of_measure, sourcing, import_id)
     SELECT id, supplier_id, item_id, plant_id, unit_of_measure, sourcing, import_id
     FROM json_to_recordset($1) AS l(id text, supplier_id text, item_id text, plant_id text, unit_of_measure text,
       sourcing text, import_id text) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET supplier_id = excluded.supplier_id, item_id = excluded.item_id,
       plant_id = excluded.plant_id, unit_of_measure = excluded.unit_of_measure, sourcing = excluded.sourcing,
       -- A line that a live fact told of outlives every import.
       import_id = CASE WHEN o.import_id IS NULL THEN NULL ELSE excluded.import_id END`,
    [
      JSON.stringify(
        lines.map((line) => ({
          id: line.id,
          supplier_id: line.supplierId,
          item_id: line.itemId,
          plant_id: line.plantId,
          unit_of_measure: line.unitOfMeasure,
          sourcing: line.sourcing,
          import_id: line.importId,
        })),
      ),
    ],
  );
  await manager.query(
    `INSERT INTO order_line_name (source_system_id, type, value, line_id)
     SELECT DISTINCT ON (s, t, v) s, t, v, line_id FROM json_to_recordset($1) AS k(s text, t text, v text, line_id text)
     ON CONFLICT DO NOTHING`,
    [
      JSON.stringify(
        lines.flatMap(({ id, names }) =>
          names.map((key) => ({ s: key.sourceSystemId, t: key.type, v: key.value, line_id: id })),
        ),
      ),
    ],
  );
}

/** Forgets the lines that only a dropped import told of. */
export async function forgetLinesOfImport(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(
    `WITH gone AS (DELETE FROM order_line WHERE import_id = $1 RETURNING id)
     DELETE FROM order_line_name n USING gone WHERE n.line_id = gone.id`,
    [importId],
  );
}
