import type { EntityManager } from 'typeorm';
import type { Sourcing } from '@sightline/contracts/events/purchase-order-line.v1';
import type { ExternalKey } from '@sightline/contracts/identities';
import { arraysOf, type Column, namesOf, tableOf } from '@sightline/kit/postgres/column-rows';
import { distinctKeys, keyArrays, keyText } from '@sightline/kit/postgres/key-columns';

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
  place: number;
  id: string;
  supplier_id: string | null;
  item_id: string | null;
  plant_id: string | null;
  unit_of_measure: string;
  sourcing: Sourcing;
}

/** Order lines by a name of them; null where no line is known. */
export async function linesByNames(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => KnownLine | null> {
  const found = new Map<string, KnownLine>();
  if (keys.length > 0) {
    const asked = distinctKeys(keys);
    const rows: LineRow[] = await manager.query(
      `SELECT k.place::int AS place, l.id, l.supplier_id, l.item_id, l.plant_id, l.unit_of_measure, l.sourcing
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k(s, t, v, place)
       JOIN order_line_name n ON n.source_system_id = k.s AND n.type = k.t AND n.value = k.v
       JOIN order_line l ON l.id = n.line_id`,
      keyArrays(asked),
    );
    for (const row of rows)
      found.set(keyText(asked[row.place - 1]!), {
        id: row.id,
        supplierId: row.supplier_id,
        itemId: row.item_id,
        plantId: row.plant_id,
        unitOfMeasure: row.unit_of_measure,
        sourcing: row.sourcing,
      });
  }
  return (key) => found.get(keyText(key)) ?? null;
}

/** An order line as it was last stated. */
export interface StatedLine extends KnownLine {
  /** Every name that it was given. */
  names: readonly ExternalKey[];
  /** Null: a live fact told of it. */
  importId: string | null;
}

const LINE_COLUMNS: readonly Column<StatedLine>[] = [
  ['id', 'text', ({ id }) => id],
  ['supplier_id', 'text', ({ supplierId }) => supplierId],
  ['item_id', 'text', ({ itemId }) => itemId],
  ['plant_id', 'text', ({ plantId }) => plantId],
  ['unit_of_measure', 'text', ({ unitOfMeasure }) => unitOfMeasure],
  ['sourcing', 'text', ({ sourcing }) => sourcing],
  ['import_id', 'text', ({ importId }) => importId],
];

const NAME_COLUMNS: readonly Column<{ key: ExternalKey; id: string }>[] = [
  ['source_system_id', 'text', ({ key }) => key.sourceSystemId],
  ['type', 'text', ({ key }) => key.type],
  ['value', 'text', ({ key }) => key.value],
  ['line_id', 'text', ({ id }) => id],
];

/** Keeps lines as last stated, with every name they were ever given. */
export async function writeLines(manager: EntityManager, lines: readonly StatedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await manager.query(
    `INSERT INTO order_line AS o (${namesOf(LINE_COLUMNS)}) SELECT * FROM ${tableOf(LINE_COLUMNS, 'l')} ORDER BY id
     ON CONFLICT (id) DO UPDATE SET supplier_id = excluded.supplier_id, item_id = excluded.item_id,
       plant_id = excluded.plant_id, unit_of_measure = excluded.unit_of_measure, sourcing = excluded.sourcing,
       -- A line that a live fact told of outlives every import.
       import_id = CASE WHEN o.import_id IS NULL THEN NULL ELSE excluded.import_id END`,
    arraysOf(LINE_COLUMNS, lines),
  );
  const given = lines.flatMap(({ id, names }) => names.map((key) => ({ key, id })));
  await manager.query(
    `INSERT INTO order_line_name (${namesOf(NAME_COLUMNS)})
     SELECT * FROM ${tableOf(NAME_COLUMNS, 'k')} ORDER BY source_system_id, type, value
     ON CONFLICT DO NOTHING`,
    arraysOf(NAME_COLUMNS, given),
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
