import type { EntityManager } from 'typeorm';
import { isKeepable } from '@sightline/contracts/fact-texts';
import type { ExternalKey } from '@sightline/contracts/identities';
import { intArray, jsonArray, textArray } from '@sightline/kit/postgres/column-arrays';
import { keyArrays, keyText } from '@sightline/kit/postgres/key-columns';
import type { LineFact } from './line-facts';

/** Ids of the lines that have these names, by name; names nobody has are absent. */
export async function lineIdsByKey(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => string | null> {
  const found = new Map<string, string>();
  if (keys.length > 0) {
    const rows: { place: number; line_id: string }[] = await manager.query(
      `SELECT k.place::int AS place, x.line_id
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k(s, t, v, place)
       JOIN line_external_id x ON x.source_system_id = k.s AND x.type = k.t AND x.value = k.v
       -- What a dropped import named is free, also what came in after the drop.
       WHERE x.import_id IS NULL OR x.import_id NOT IN (SELECT import_id FROM dropped_import)`,
      keyArrays(keys),
    );
    for (const row of rows) found.set(keyText(keys[row.place - 1]!), row.line_id);
  }
  return (key) => found.get(keyText(key)) ?? null;
}

/** A line as the command side holds it, locked until the transaction ends. */
export interface LineHead {
  version: number;
  supplierId: string | null;
  /** Made just now, with its version and supplier as they will be: nothing more is to be written. */
  made: boolean;
}

/** What a list of facts makes of a line that it may bring. */
export interface StatedLine {
  supplierId: string | null;
  /** Facts of the list about the line: its version, when it is new. */
  facts: number;
}

/**
 * Locks lines, making those of `stated` that are new, as they will be when the list has been applied. In order of id, so
 * that two commands cannot wait for each other in a circle.
 *
 * @param ids     every line that is to be locked
 * @param stated  the lines that may be new
 * @returns heads as they were before the list: a line made just now begins at version 0
 */
export async function lockLines(
  manager: EntityManager,
  ids: readonly string[],
  stated: ReadonlyMap<string, StatedLine>,
): Promise<Map<string, LineHead>> {
  const heads = new Map<string, LineHead>();
  if (stated.size > 0) {
    const ordered = [...stated].sort(([a], [b]) => (a < b ? -1 : 1));
    const [made]: { count: number; ids: string[] | null }[] = await manager.query(
      `WITH made AS (
         INSERT INTO line_head (id, version, supplier_id) SELECT * FROM unnest($1::text[], $2::int[], $3::text[])
         ON CONFLICT DO NOTHING RETURNING id)
       SELECT count(*)::int AS count, CASE WHEN count(*) < $4 THEN array_agg(id) END AS ids FROM made`,
      [
        textArray(ordered.map(([id]) => id)),
        intArray(ordered.map(([, line]) => line.facts)),
        textArray(ordered.map(([, line]) => line.supplierId)),
        ordered.length,
      ],
    );
    const { count, ids: some } = made!;
    const madeIds = count === ordered.length ? ordered.map(([id]) => id) : (some ?? []);
    for (const id of madeIds) heads.set(id, { version: 0, supplierId: stated.get(id)!.supplierId, made: true });
  }
  const others = ids.filter((id) => !heads.has(id));
  if (others.length === 0) return heads;
  const rows: { id: string; version: number; supplier_id: string | null }[] = await manager.query(
    `SELECT id, version, supplier_id FROM line_head WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`,
    [textArray(others)],
  );
  for (const row of rows) heads.set(row.id, { version: row.version, supplierId: row.supplier_id, made: false });
  return heads;
}

/** Keeps the versions and suppliers of lines; a line that has no supplier any more belongs to nobody. */
export async function writeVersions(
  manager: EntityManager,
  lines: readonly { id: string; version: number; supplierId: string | null }[],
): Promise<void> {
  if (lines.length === 0) return;
  await manager.query(
    `UPDATE line_head h SET version = l.version, supplier_id = l.supplier_id
     FROM unnest($1::text[], $2::int[], $3::text[]) AS l(id, version, supplier_id) WHERE h.id = l.id`,
    [
      textArray(lines.map((line) => line.id)),
      intArray(lines.map((line) => line.version)),
      textArray(lines.map((line) => line.supplierId)),
    ],
  );
}

/** A name that a statement gives a line. */
export interface GivenName {
  key: ExternalKey;
  lineId: string;
  supplierId: string | null;
  /** Null: the statement belongs to no import. */
  importId: string | null;
}

/**
 * Gives lines their names; a name that is taken stays with the line that has it, and belongs to whoever the line belongs
 * to now. A name that more than one import gave, or a statement outside of any, outlives each of them.
 */
export async function writeKeys(manager: EntityManager, names: readonly GivenName[]): Promise<void> {
  if (names.length === 0) return;
  const given = new Map<string, GivenName>();
  for (const name of names) {
    const before = given.get(keyText(name.key));
    if (before === undefined) given.set(keyText(name.key), name);
    else if (before.lineId === name.lineId)
      given.set(keyText(name.key), { ...name, importId: before.importId === name.importId ? name.importId : null });
  }
  // In order of name, so that two commands cannot wait for each other in a circle.
  const ordered = [...given].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  await manager.query(
    `INSERT INTO line_external_id AS x (source_system_id, type, value, line_id, supplier_id, import_id)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
     ON CONFLICT (source_system_id, type, value) DO UPDATE SET line_id = excluded.line_id,
       supplier_id = excluded.supplier_id,
       import_id = CASE WHEN x.import_id = excluded.import_id OR x.import_id IN (SELECT import_id FROM dropped_import)
                        THEN excluded.import_id END
     WHERE x.import_id IN (SELECT import_id FROM dropped_import)
       OR x.line_id = excluded.line_id AND (x.supplier_id IS DISTINCT FROM excluded.supplier_id
                                            OR x.import_id <> coalesce(excluded.import_id, ''))`,
    [
      ...keyArrays(ordered.map(({ key }) => key)),
      textArray(ordered.map(({ lineId }) => lineId)),
      textArray(ordered.map(({ supplierId }) => supplierId)),
      textArray(ordered.map(({ importId }) => importId)),
    ],
  );
}

/**
 * Held from here to the end of the transaction by whoever parks a fact and by whoever brings what facts wait for:
 * otherwise each could miss the other, and the fact would wait for ever.
 */
export async function lockParking(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('suppliers:parking'))`);
}

export async function park(
  manager: EntityManager,
  facts: readonly { waitsFor: string; fact: LineFact }[],
  at: string,
): Promise<void> {
  if (facts.length === 0) return;
  await manager.query(
    `INSERT INTO parked_fact (waits_for, import_id, fact, parked_at)
     SELECT *, $4::timestamptz FROM unnest($1::text[], $2::text[], $3::json[])`,
    [
      textArray(facts.map(({ waitsFor }) => waitsFor)),
      textArray(facts.map(({ fact }) => fact.source.importId)),
      jsonArray(facts.map(({ fact }) => JSON.stringify(fact))),
      at,
    ],
  );
}

/** Takes the facts that wait for one of these out of the car park, oldest first. */
export async function unpark(manager: EntityManager, waitsFor: readonly string[]): Promise<LineFact[]> {
  const rows: [{ seq: string; fact: LineFact }[], number] = await manager.query(
    `DELETE FROM parked_fact WHERE waits_for = ANY($1) RETURNING seq, fact`,
    [waitsFor],
  );
  return rows[0].sort((a, b) => Number(a.seq) - Number(b.seq)).map((row) => row.fact);
}

/** Forgets the facts of an import that still wait. */
export async function forgetParked(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM parked_fact WHERE import_id = $1`, [importId]);
}

/** Forgets the names that only this import gave. */
export async function forgetNamesOfImport(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM line_external_id WHERE import_id = $1`, [importId]);
}

/** Time zone of the plant that a line is for, by a name of the line as it came in; null where it is not known. */
export async function plantZonesOfLines(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => string | null> {
  const lineOf = await lineIdsByKey(
    manager,
    keys.filter((key) => [key.sourceSystemId, key.type, key.value].every(isKeepable)),
  );
  const ids = [...new Set(keys.flatMap((key) => lineOf(key) ?? []))];
  const rows: { id: string; time_zone: string | null }[] =
    ids.length === 0
      ? []
      : await manager.query(
          `SELECT l.id, p.time_zone FROM purchase_order_line l JOIN plant p ON p.id = l.plant_id WHERE l.id = ANY($1)`,
          [ids],
        );
  const zones = new Map(rows.map((row) => [row.id, row.time_zone]));
  return (key) => zones.get(lineOf(key) ?? '') ?? null;
}
