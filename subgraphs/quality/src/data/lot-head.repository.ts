import type { EntityManager } from 'typeorm';
import type { When } from '@sightline/contracts/events/envelope';
import type { DeliveredGoods, InspectedGoods } from '@sightline/contracts/events/inspection-lot.v1';
import type { ExternalKey } from '@sightline/contracts/identities';
import { textArray } from '@sightline/kit/postgres/column-arrays';
import { arraysOf, type Column, namesOf, tableOf, upsertOf } from '@sightline/kit/postgres/column-rows';
import { keyArrays, keyText } from '@sightline/kit/postgres/key-columns';
import { unknownGoods } from '../domain/fold-inspection';

/** A lot, or a delivery without one, as the command side holds it: what the next fact about it is judged against. */
export interface LotHead {
  id: string;
  /** Number of facts so far; 0: a receipt without a quantity is all that is known. */
  version: number;
  goods: InspectedGoods;
  /** As said; null: as delivered. */
  lotQuantity: string | null;
  unitOfMeasure: string | null;
  delivered: DeliveredGoods | null;
  received: When | null;
  decisionEventId: string | null;
  decisions: number;
  closings: number;
  reopenings: number;
  /** Who has given the lot a name of its own, as system and type: the same one gives another name to another lot. */
  namedBy: readonly string[];
  /** The import that told of it first; null when a live fact did. */
  importId: string | null;
}

/** What a name names: a lot in a quality system, a receipt at its source, or the event of a receipt. */
export type NamedThing = 'LOT' | 'RECEIPT' | 'RECEIPT_EVENT';

export interface LotName {
  of: NamedThing;
  key: ExternalKey;
}

/** The event of a receipt as a name, for receipts that correct it. */
export const receiptEventName = (eventId: string): LotName => ({
  of: 'RECEIPT_EVENT',
  key: { sourceSystemId: '', type: 'event', value: eventId },
});

/** A name as one text. No text that can be stored holds a NUL. */
export const nameText = ({ of, key }: LotName): string => `${of}\u0000${keyText(key)}`;

/**
 * Held to the end of the transaction by whoever changes lots, one at a time: a receipt, an order line and an inspection may
 * come at the same moment by three ways, and none may miss what another is bringing.
 */
export async function lockLots(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('quality:lots'))`);
}

/** Lots by the names they have. */
export async function lotsByNames(manager: EntityManager, names: readonly LotName[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const asked = [...new Map(names.map((name) => [nameText(name), name]))];
  const rows: { place: number; lot_id: string }[] = await manager.query(
    `SELECT k.place::int AS place, n.lot_id
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS k("of", s, t, v, place)
     JOIN lot_name n ON n.of = k."of" AND n.source_system_id = k.s AND n.type = k.t AND n.value = k.v`,
    [textArray(asked.map(([, { of }]) => of)), ...keyArrays(asked.map(([, { key }]) => key))],
  );
  return new Map(rows.map(({ place, lot_id }) => [asked[place - 1]![0], lot_id]));
}

/** A name that a lot is given. */
export interface GivenLotName extends LotName {
  lotId: string;
  supplierId: string | null;
  /** Null: it was given outside of any import. */
  importId: string | null;
}

const NAME_COLUMNS: readonly Column<GivenLotName>[] = [
  ['"of"', 'text', ({ of }) => of],
  ['source_system_id', 'text', ({ key }) => key.sourceSystemId],
  ['type', 'text', ({ key }) => key.type],
  ['value', 'text', ({ key }) => key.value],
  ['lot_id', 'text', ({ lotId }) => lotId],
  ['supplier_id', 'text', ({ supplierId }) => supplierId],
  ['import_id', 'text', ({ importId }) => importId],
];

/** Gives lots their names; a name that is taken stays with the lot that has it. */
export async function writeLotNames(manager: EntityManager, names: readonly GivenLotName[]): Promise<void> {
  if (names.length === 0) return;
  await manager.query(
    `INSERT INTO lot_name (${namesOf(NAME_COLUMNS)}) SELECT * FROM ${tableOf(NAME_COLUMNS, 'k')} ON CONFLICT DO NOTHING`,
    arraysOf(NAME_COLUMNS, names),
  );
}

/** The heads of these lots, by id. */
export async function readHeads(manager: EntityManager, ids: readonly string[]): Promise<Map<string, LotHead>> {
  if (ids.length === 0) return new Map();
  const rows: { state: LotHead }[] = await manager.query(`SELECT state FROM lot_head WHERE id = ANY($1)`, [ids]);
  return new Map(rows.map(({ state }) => [state.id, state]));
}

const HEAD_COLUMNS: readonly Column<LotHead>[] = [
  ['id', 'text', ({ id }) => id],
  ['supplier_id', 'text', ({ goods }) => goods.supplierId],
  ['import_id', 'text', ({ importId }) => importId],
  ['state', 'json', (head) => JSON.stringify(head)],
];

export async function writeHeads(manager: EntityManager, heads: readonly LotHead[]): Promise<void> {
  if (heads.length > 0) await manager.query(upsertOf('lot_head', HEAD_COLUMNS), arraysOf(HEAD_COLUMNS, heads));
}

/** A lot of which nothing is known. */
export const newHead = (id: string, importId: string | null): LotHead => ({
  id,
  version: 0,
  goods: unknownGoods(id),
  lotQuantity: null,
  unitOfMeasure: null,
  delivered: null,
  received: null,
  decisionEventId: null,
  decisions: 0,
  closings: 0,
  reopenings: 0,
  namedBy: [],
  importId,
});

/**
 * Forgets what only a dropped import told of, and every name that it gave. Its events keep their versions in the log, so a
 * lot that is told of again goes on counting.
 */
export async function forgetLotsOfImport(manager: EntityManager, importId: string): Promise<void> {
  const rows: { state: LotHead }[] = await manager.query(`SELECT state FROM lot_head WHERE import_id = $1`, [importId]);
  await writeHeads(
    manager,
    rows.map(({ state: { id, version } }) => ({ ...newHead(id, null), version })),
  );
  await manager.query(`DELETE FROM lot_name WHERE import_id = $1`, [importId]);
}

/** Those of the events that are in the log or on their way into it. What is no event id names none. */
export async function knownLotEvents(manager: EntityManager, eventIds: readonly string[]): Promise<Set<string>> {
  const asked = eventIds.filter((id) => UUID.test(id));
  if (asked.length === 0) return new Set();
  const rows: { id: string }[] = await manager.query(
    `SELECT event_id::text AS id FROM event_log WHERE event_id = ANY($1::uuid[])
     UNION SELECT event_id::text FROM outbox WHERE event_id = ANY($1::uuid[])`,
    [asked],
  );
  return new Set(rows.map((row) => row.id));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
