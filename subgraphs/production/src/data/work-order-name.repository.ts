import type { EntityManager } from 'typeorm';
import { isKeepable } from '@sightline/contracts/fact-texts';
import { WORK_ORDER_KEY_TYPE, type ExternalKey } from '@sightline/contracts/identities';
import { originOf } from '@sightline/contracts/simulated';
import { arraysOf, type Column, tableOf } from '@sightline/kit/postgres/column-rows';

/** A name as it is kept: who gave it, its type and its value. */
type Name = readonly [givenBy: string, type: string, value: string];

/** No text that can be stored holds a NUL. */
const textOf = (name: Name): string => name.join('\u0000');

const NAME_COLUMNS: readonly Column<Name>[] = [
  ['g', 'text', ([givenBy]) => givenBy],
  ['t', 'text', ([, type]) => type],
  ['v', 'text', ([, , value]) => value],
];

/** The name as its source gave it. */
const ownName = (key: ExternalKey): Name => [`source ${key.sourceSystemId}`, key.type, key.value];

/** A plant's number belongs to the plant: whoever says it means the same order, real and simulated ones apart. */
const plantName = (key: ExternalKey): Name => [`plants ${originOf(key.sourceSystemId)}`, key.type, key.value];

/** What a key can mean, the nearest first. */
const meaningsOf = (key: ExternalKey): readonly Name[] =>
  key.type === WORK_ORDER_KEY_TYPE ? [ownName(key), plantName(key)] : [ownName(key)];

/** Ids of the orders that these keys name; null for a key that nobody has given. Texts that cannot be kept name nothing. */
export async function workOrderIdsByKey(
  manager: EntityManager,
  keys: readonly ExternalKey[],
): Promise<(key: ExternalKey) => string | null> {
  const names = keys
    .filter((key) => [key.sourceSystemId, key.type, key.value].every(isKeepable))
    .flatMap((key) => meaningsOf(key));
  const found = new Map<string, string>();
  if (names.length > 0) {
    const rows: { given_by: string; type: string; value: string; work_order_id: string }[] = await manager.query(
      `SELECT DISTINCT x.given_by, x.type, x.value, x.work_order_id
       FROM unnest($1::text[], $2::text[], $3::text[]) AS k(g, t, v)
       JOIN work_order_name x ON x.given_by = k.g AND x.type = k.t AND x.value = k.v
       -- What a dropped import named is free, also what came in after the drop.
       WHERE x.import_id IS NULL OR x.import_id NOT IN (SELECT import_id FROM dropped_import)`,
      arraysOf(NAME_COLUMNS, names),
    );
    for (const row of rows) found.set(textOf([row.given_by, row.type, row.value]), row.work_order_id);
  }
  return (key) => {
    for (const name of meaningsOf(key)) {
      const id = found.get(textOf(name));
      if (id !== undefined) return id;
    }
    return null;
  };
}

interface GivenName {
  name: Name;
  workOrderId: string;
  importId: string | null;
}

const GIVEN_COLUMNS: readonly Column<GivenName>[] = [
  ['given_by', 'text', ({ name: [givenBy] }) => givenBy],
  ['type', 'text', ({ name: [, type] }) => type],
  ['value', 'text', ({ name: [, , value] }) => value],
  ['work_order_id', 'text', ({ workOrderId }) => workOrderId],
  ['import_id', 'text', ({ importId }) => importId],
];

/** The names that a release gives its order. */
export interface GivenNames {
  /** The first is that of plant and number. */
  keys: readonly ExternalKey[];
  workOrderId: string;
  /** Null: the release belongs to no import. */
  importId: string | null;
}

/**
 * Gives orders their names; a name that is taken stays with the order that has it. A name that more than one import gave,
 * or a release outside of any, outlives each of them.
 */
export async function writeNames(manager: EntityManager, given: readonly GivenNames[]): Promise<void> {
  const rows = new Map<string, GivenName>();
  for (const { keys, workOrderId, importId } of given)
    keys.forEach((key, index) => {
      const name = index === 0 ? plantName(key) : ownName(key);
      const before = rows.get(textOf(name));
      if (before === undefined) rows.set(textOf(name), { name, workOrderId, importId });
      else if (before.workOrderId === workOrderId && before.importId !== importId) before.importId = null;
    });
  if (rows.size === 0) return;
  await manager.query(
    `INSERT INTO work_order_name AS x (given_by, type, value, work_order_id, import_id)
     SELECT * FROM ${tableOf(GIVEN_COLUMNS, 'k')} ORDER BY given_by, type, value
     ON CONFLICT (given_by, type, value) DO UPDATE SET work_order_id = excluded.work_order_id,
       import_id = CASE WHEN x.import_id IN (SELECT import_id FROM dropped_import) THEN excluded.import_id END
     WHERE x.import_id IN (SELECT import_id FROM dropped_import)
       OR x.work_order_id = excluded.work_order_id AND x.import_id <> coalesce(excluded.import_id, '')`,
    arraysOf(GIVEN_COLUMNS, [...rows.values()]),
  );
}

/** Forgets the names that only this import gave. */
export async function forgetNamesOfImport(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM work_order_name WHERE import_id = $1`, [importId]);
}
