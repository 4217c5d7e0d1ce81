import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { When } from '@sightline/contracts/events/envelope';
import {
  STOCK_MOVED_V1,
  type StockCause,
  type StockMovedV1,
  type StockPosting,
} from '@sightline/contracts/events/stock-moved.v1';
import { lotIdOf, stockPositionIdOf } from '@sightline/contracts/identities';
import { append } from '@sightline/kit/outbox/append';
import { suppliersOfLots, writeLots, type NamedLot } from '../data/lot.repository';
import {
  decisionsOfReceipts,
  factsOfItems,
  standingMovements,
  standingReceipts,
  unitsOfItems,
  writeReasons,
  type StandingDecision,
} from '../data/stock-facts.repository';
import { post, postedEntries } from '../data/stock-ledger.repository';
import { differenceOf, type Bearing, type NewEntry, type NotInStockReason } from '../domain/stock-entry';
import { stockOfMovement } from '../domain/stock-of-movement';
import { stockOfReceipt } from '../domain/stock-of-receipt';

/** What may mean something else for stock than before. */
export interface TouchedFacts {
  /** Ids of first receipts. */
  receipts: readonly string[];
  /** Ids of first movements. */
  movements: readonly string[];
  /** Items whose units became known, or other ones: everything that was received or moved of them. */
  items: readonly string[];
}

/** Facts looked at together: bounds memory when an import of any size is sealed. */
const CHUNK = 2_000;
/** Most postings of one event. */
const POSTINGS_OF_EVENT = 200;

/**
 * Brings the ledger to what facts mean now: adds the difference to what it said of them before, and announces it in the
 * log. Whatever changed what a fact means (itself, a correction, its order line, its item, a decision of quality), this
 * looks at all of it afresh, so neither order nor repetition matters. The caller holds the lock on line references.
 *
 * @param sealing  imports that count from this moment on
 * @param at       instant of booking, RFC 3339
 */
export async function bookStock(
  manager: EntityManager,
  touched: TouchedFacts,
  sealing: readonly string[],
  at: string,
): Promise<void> {
  const ofItems = await factsOfItems(manager, touched.items);
  const receipts = [...new Set([...touched.receipts, ...ofItems.receipts])];
  const movements = [...new Set([...touched.movements, ...ofItems.movements])];
  for (let start = 0; start < receipts.length; start += CHUNK)
    await bookReceipts(manager, receipts.slice(start, start + CHUNK), sealing, at);
  for (let start = 0; start < movements.length; start += CHUNK)
    await bookMovements(manager, movements.slice(start, start + CHUNK), at);
}

/** What a fact means now, and when what it means happened. */
interface Judged {
  factId: string;
  bearing: Bearing;
  occurredOf: (cause: StockCause) => When;
}

async function bookReceipts(
  manager: EntityManager,
  rootIds: readonly string[],
  sealing: readonly string[],
  at: string,
): Promise<void> {
  const receipts = await standingReceipts(manager, rootIds, sealing);
  const units = await unitsOfItems(manager, distinct(receipts.map((receipt) => receipt.itemId)));
  const decisions = groupedBy(await decisionsOfReceipts(manager, rootIds), (decision) => decision.rootId);
  const judged = receipts.map((receipt): Judged & { id: string; before: NotInStockReason | null } => {
    const decided: readonly StandingDecision[] = decisions.get(receipt.rootId) ?? [];
    return {
      id: receipt.id,
      before: receipt.notInStock,
      factId: receipt.rootId,
      bearing: stockOfReceipt(receipt, units.get(receipt.itemId ?? '') ?? null, decided),
      occurredOf: (cause) => (cause === 'INSPECTION' ? decided.at(-1)?.occurred : undefined) ?? receipt.occurred,
    };
  });
  const lots = receipts.flatMap(({ itemId, lotNumber }): NamedLot[] =>
    itemId === null || lotNumber === null || !units.has(itemId)
      ? []
      : [{ id: lotIdOf(itemId, lotNumber), itemId, lotNumber }],
  );
  await writeLots(manager, distinctLots(lots), sealing);
  await bookJudged(manager, judged, at);
  await writeReasons(manager, 'goods_receipt', changedReasons(judged));
}

async function bookMovements(manager: EntityManager, rootIds: readonly string[], at: string): Promise<void> {
  const movements = await standingMovements(manager, rootIds);
  const units = await unitsOfItems(manager, distinct(movements.map((movement) => movement.itemId)));
  const judged = movements.map((movement): Judged & { id: string; before: NotInStockReason | null } => ({
    id: movement.id,
    before: movement.notInStock,
    factId: movement.rootId,
    bearing: stockOfMovement(movement, units.get(movement.itemId) ?? null),
    occurredOf: () => movement.occurred,
  }));
  const lots = movements.flatMap(({ itemId, lotId, lotNumber }): NamedLot[] =>
    lotId === null || lotNumber === null || !units.has(itemId) ? [] : [{ id: lotId, itemId, lotNumber }],
  );
  await writeLots(manager, distinctLots(lots), []);
  await bookJudged(manager, judged, at);
  await writeReasons(manager, 'movement_fact', changedReasons(judged));
}

function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
const distinctLots = (lots: readonly NamedLot[]): NamedLot[] => [...new Map(lots.map((lot) => [lot.id, lot])).values()];

const reasonOf = (bearing: Bearing): NotInStockReason | null =>
  bearing.kind === 'NOT_IN_STOCK' ? bearing.reason : null;

const changedReasons = (judged: readonly (Judged & { id: string; before: NotInStockReason | null })[]) =>
  judged.flatMap(({ id, before, bearing }) => {
    const reason = reasonOf(bearing);
    return reason === before ? [] : [{ id, reason }];
  });

async function bookJudged(manager: EntityManager, judged: readonly Judged[], at: string): Promise<void> {
  const posted = await postedEntries(
    manager,
    judged.map(({ factId }) => factId),
  );
  const postedOf = groupedBy(posted, (entry) => entry.factId);
  const booked = judged.flatMap(({ factId, bearing, occurredOf }) =>
    differenceOf(bearing.kind === 'IN_STOCK' ? bearing.entries : [], postedOf.get(factId) ?? []).map(
      ({ entry, correction }): Booked => ({
        entry,
        correction,
        factId,
        occurred: occurredOf(entry.cause),
      }),
    ),
  );
  if (booked.length === 0) return;
  const units = await unitsOfItems(manager, distinct(booked.map(({ entry }) => entry.itemId)));
  const postings = booked.map((one) => postingOf(one, units.get(one.entry.itemId)!.unitOfMeasure));
  const events = await announcements(manager, postings, at);
  await post(
    manager,
    events.flatMap(({ eventId, payload }) => payload.postings.map((posting) => ({ posting, eventId }))),
  );
  await append(manager, events);
}

interface Booked extends NewEntry {
  factId: string;
  occurred: When;
}

const postingOf = ({ entry, correction, factId, occurred }: Booked, unitOfMeasure: string): StockPosting => ({
  positionId: stockPositionIdOf(
    entry.itemId,
    entry.plantId,
    entry.lotId ?? '',
    entry.status,
    entry.owner,
    entry.locationKind,
    entry.origin,
  ),
  itemId: entry.itemId,
  plantId: entry.plantId,
  lotId: entry.lotId,
  status: entry.status,
  owner: entry.owner,
  locationKind: entry.locationKind,
  origin: entry.origin,
  quantity: entry.quantity,
  unitOfMeasure,
  cause: entry.cause,
  factId,
  correction,
  occurred,
});

/** Events that tell of the postings: what concerns a supplier's consignment in events of its own, which it may see. */
async function announcements(
  manager: EntityManager,
  postings: readonly StockPosting[],
  at: string,
): Promise<StockMovedV1[]> {
  const consigned = postings.filter((posting) => posting.owner === 'SUPPLIER');
  const supplierOf = await suppliersOfLots(manager, distinct(consigned.map((posting) => posting.lotId)));
  const byTenant = groupedBy(postings, ({ owner, lotId }) =>
    owner === 'SUPPLIER' ? (supplierOf.get(lotId ?? '') ?? null) : null,
  );
  const events: StockMovedV1[] = [];
  for (const [tenant, own] of byTenant)
    for (let start = 0; start < own.length; start += POSTINGS_OF_EVENT)
      events.push(movedEvent(own.slice(start, start + POSTINGS_OF_EVENT), tenant, at));
  return events;
}

function movedEvent(postings: readonly StockPosting[], tenant: string | null, at: string): StockMovedV1 {
  const eventId = randomUUID();
  const booked: When = { at, on: at.slice(0, 10) };
  return {
    eventId,
    type: STOCK_MOVED_V1,
    // A booking is a subject of its own: it has one version and no history.
    subjectType: 'StockBooking',
    subjectId: eventId,
    subjectVersion: 1,
    tenant,
    // What the platform worked out from facts is a fact of no source.
    source: null,
    occurred: booked,
    recorded: booked,
    ingestedAt: at,
    payload: { postings },
  };
}
