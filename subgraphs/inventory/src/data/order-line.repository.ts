import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { UnitConversion } from '@sightline/contracts/events/item-registered.v1';
import type { LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import { arraysOf, type Column, namesOf, tableOf } from '@sightline/kit/postgres/column-rows';
import { distinctKeys, keyArrays, keyText } from '@sightline/kit/postgres/key-columns';
import type { KnownLine } from '../domain/read-goods-receipt-input';

/** An order line as suppliers' log tells it. */
export interface StatedLine {
  lineId: string;
  terms: LineTerms;
  names: readonly ExternalKey[];
  /** Position of the statement in the log of suppliers. */
  statedAt: number;
  importId: string | null;
}

/** A line as it is known under one of its names. */
export interface NamedLine extends KnownLine {
  /** Null for a transfer. */
  supplierId: string | null;
}

/** The lines that have one of these names; null where none is known. */
export async function linesNamed(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => NamedLine | null> {
  const found = new Map<string, NamedLine>();
  if (keys.length > 0) {
    const named = distinctKeys(keys);
    const rows: {
      place: number;
      supplier_id: string | null;
      item_id: string | null;
      sku: string | null;
      order_unit: string;
      base_unit: string | null;
      conversions: readonly UnitConversion[] | null;
    }[] = await manager.query(
      `SELECT k.place::int AS place, l.supplier_id, l.item_id, l.sku, l.unit_of_measure AS order_unit,
         i.unit_of_measure AS base_unit, i.conversions
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k(s, t, v, place)
       JOIN order_line_name n ON n.source_system_id = k.s AND n.type = k.t AND n.value = k.v
       JOIN order_line l ON l.id = n.line_id
       LEFT JOIN item i ON i.id = l.item_id`,
      keyArrays(named),
    );
    for (const row of rows)
      found.set(keyText(named[row.place - 1]!), {
        supplierId: row.supplier_id,
        itemId: row.item_id,
        sku: row.sku,
        unitOfMeasure: row.order_unit,
        item: row.base_unit === null ? null : { unitOfMeasure: row.base_unit, conversions: row.conversions ?? [] },
      });
  }
  return (key) => found.get(keyText(key)) ?? null;
}

/** SQL: the line is of no import, or of one that is sealed. */
const counts = (line: string): string =>
  `(${line}.import_id IS NULL OR ${line}.import_id IN (SELECT s.import_id FROM sealed_import s))`;

const LINE_COLUMNS: readonly Column<StatedLine>[] = [
  ['id', 'text', ({ lineId }) => lineId],
  ['supplier_id', 'text', ({ terms }) => terms.supplierId],
  ['item_id', 'text', ({ terms }) => terms.itemId],
  ['sku', 'text', ({ terms }) => terms.sku],
  ['item_name', 'text', ({ terms }) => terms.itemName],
  ['product_group', 'text', ({ terms }) => terms.productGroup],
  ['unit_of_measure', 'text', ({ terms }) => terms.unitOfMeasure],
  ['plant_id', 'text', ({ terms }) => terms.plantId],
  ['plant_code', 'text', ({ terms }) => terms.plantCode],
  ['supplying_plant_id', 'text', ({ terms }) => terms.supplyingPlantId],
  ['supplying_plant_code', 'text', ({ terms }) => terms.supplyingPlantCode],
  ['stated_at', 'bigint', ({ statedAt }) => statedAt],
  ['import_id', 'text', ({ importId }) => importId],
];

interface GivenName {
  key: ExternalKey;
  line: StatedLine;
}

const NAME_COLUMNS: readonly Column<GivenName>[] = [
  ['source_system_id', 'text', ({ key }) => key.sourceSystemId],
  ['type', 'text', ({ key }) => key.type],
  ['value', 'text', ({ key }) => key.value],
  ['line_id', 'text', ({ line }) => line.lineId],
  ['supplier_id', 'text', ({ line }) => line.terms.supplierId],
];

/**
 * Writes lines as last stated. A line of an import that does not count yet is known at once, so that receipts find it,
 * and names no item or plant until the import is sealed; one that counts already stays so.
 *
 * @param lines  one for each line id
 */
export async function writeLines(manager: EntityManager, lines: readonly StatedLine[]): Promise<void> {
  await manager.query(
    `INSERT INTO order_line AS o (${namesOf(LINE_COLUMNS)}) SELECT * FROM ${tableOf(LINE_COLUMNS, 'l')} ORDER BY id
     ON CONFLICT (id) DO UPDATE SET supplier_id = excluded.supplier_id, item_id = excluded.item_id, sku = excluded.sku,
       item_name = excluded.item_name, product_group = excluded.product_group,
       unit_of_measure = excluded.unit_of_measure, plant_id = excluded.plant_id, plant_code = excluded.plant_code,
       supplying_plant_id = excluded.supplying_plant_id, supplying_plant_code = excluded.supplying_plant_code,
       stated_at = excluded.stated_at, import_id = CASE WHEN ${counts('o')} THEN o.import_id ELSE excluded.import_id END`,
    arraysOf(LINE_COLUMNS, lines),
  );
  const given = new Map<string, GivenName>();
  for (const line of lines)
    for (const key of line.names) if (!given.has(keyText(key))) given.set(keyText(key), { key, line });
  await manager.query(
    `INSERT INTO order_line_name AS n (${namesOf(NAME_COLUMNS)})
     SELECT * FROM ${tableOf(NAME_COLUMNS, 'k')} ORDER BY source_system_id, type, value
     ON CONFLICT (source_system_id, type, value) DO UPDATE SET supplier_id = excluded.supplier_id
       WHERE n.line_id = excluded.line_id`,
    arraysOf(NAME_COLUMNS, [...given.values()]),
  );
}

/**
 * Gives the receipts of these lines what the lines tell: which line, item and supplier, the plant and unit if open.
 *
 * @returns first receipts of those that were told something new, and say how much came
 */
export async function attachReceipts(manager: EntityManager, lineIds: readonly string[]): Promise<string[]> {
  const rows: { root_id: string }[] = await manager.query(
    `WITH attached AS (
       UPDATE goods_receipt g SET purchase_order_line_id = l.id, supplier_id = l.supplier_id, item_id = l.item_id,
         plant_id = coalesce(g.plant_id, l.plant_id),
         not_in_stock = nullif(g.not_in_stock, 'ORDER_LINE_UNKNOWN'),
         unit_of_measure = CASE WHEN g.quantity IS NULL THEN NULL ELSE coalesce(g.unit_of_measure, l.unit_of_measure) END
       FROM order_line_name n JOIN order_line l ON l.id = n.line_id
       WHERE n.line_id = ANY($1) AND g.line_value = n.value AND g.line_type = n.type
         AND g.line_source_system_id = n.source_system_id
         AND (g.purchase_order_line_id, g.supplier_id, g.item_id, g.plant_id, g.unit_of_measure) IS DISTINCT FROM
             (l.id, l.supplier_id, l.item_id, coalesce(g.plant_id, l.plant_id),
              CASE WHEN g.quantity IS NULL THEN NULL ELSE coalesce(g.unit_of_measure, l.unit_of_measure) END)
       RETURNING g.root_id, g.quantity, g.corrects, g.import_id)
     SELECT DISTINCT root_id FROM attached WHERE (quantity IS NOT NULL OR corrects IS NOT NULL) AND ${counts('attached')}`,
    [lineIds],
  );
  return rows.map((row) => row.root_id);
}

/**
 * Lists the items and plants that these lines name, unless their import does not count yet.
 *
 * @returns items that nobody had told of before
 */
export function listItemsAndPlantsOf(manager: EntityManager, lineIds: readonly string[]): Promise<string[]> {
  return listNamed(manager, `l.id = ANY($1) AND ${counts('l')}`, [lineIds]);
}

/**
 * From now on the lines of these imports count: their items and plants are listed.
 *
 * @returns items that nobody had told of before
 */
export function countLinesOfImports(manager: EntityManager, importIds: readonly string[]): Promise<string[]> {
  return listNamed(manager, 'l.import_id = ANY($1)', [importIds]);
}

/** Forgets what only a dropped import told. */
export async function forgetLinesOfImports(manager: EntityManager, importIds: readonly string[]): Promise<void> {
  await manager.query(
    `WITH gone AS (DELETE FROM order_line WHERE import_id = ANY($1) RETURNING id)
     DELETE FROM order_line_name n USING gone WHERE n.line_id = gone.id`,
    [importIds],
  );
}

/**
 * The latest line describes an item, until it is registered. Its unit stays that of the first: stock is kept in it, and an
 * order in another unit does not change what lies there.
 */
async function listNamed(manager: EntityManager, lines: string, parameters: readonly unknown[]): Promise<string[]> {
  const items: { id: string; made: boolean }[] = await manager.query(
    `INSERT INTO item AS i (id, sku, name, unit_of_measure, product_group, described_at)
     SELECT item_id, min(sku), coalesce((array_agg(item_name ORDER BY stated_at DESC))[1], min(sku)),
       (array_agg(unit_of_measure ORDER BY stated_at))[1], (array_agg(product_group ORDER BY stated_at DESC))[1],
       max(stated_at)
     FROM order_line l WHERE ${lines} AND item_id IS NOT NULL
     GROUP BY item_id ORDER BY item_id
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, product_group = excluded.product_group,
       described_at = excluded.described_at
       WHERE i.registered_at IS NULL AND excluded.described_at > i.described_at
     RETURNING id, xmax = 0 AS made`,
    [...parameters],
  );
  await manager.query(
    `INSERT INTO plant (id, code, name, time_zone, version)
     SELECT id, code, code, NULL, 0 FROM (
       SELECT plant_id AS id, plant_code AS code FROM order_line l WHERE ${lines}
       UNION SELECT supplying_plant_id, supplying_plant_code FROM order_line l WHERE ${lines}) AS named
     WHERE id IS NOT NULL AND code IS NOT NULL ORDER BY id
     ON CONFLICT DO NOTHING`,
    [...parameters],
  );
  return items.flatMap(({ id, made }) => (made ? [id] : []));
}
