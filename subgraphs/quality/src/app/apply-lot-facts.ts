import type { EntityManager } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { inspectionLotIdOf, type ExternalKey } from '@sightline/contracts/identities';
import { append } from '@sightline/kit/outbox/append';
import {
  knownLotEvents,
  lockLots,
  lotsByNames,
  nameText,
  newHead,
  readHeads,
  receiptEventName,
  writeHeads,
  writeLotNames,
  type GivenLotName,
  type LotHead,
  type LotName,
} from '../data/lot-head.repository';
import type { LotFact } from '../data/lot-facts';
import { linesByNames } from '../data/order-line.repository';
import { park, unpark } from '../data/parked-fact.repository';
import { applyInspection } from './apply-inspection';
import { applyReceipt, receiptNames } from './apply-receipt';
import type { AppliedFact, LotBook } from './lot-book';

/**
 * Applies facts to their lots, in the order given, and appends one event for each that changes something. A fact whose
 * receipt, lot or order line is not known yet is parked, and applied by the fact that brings it.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each fact, in order
 */
export async function applyLotFacts(
  manager: EntityManager,
  facts: readonly LotFact[],
  now: string,
): Promise<readonly AppliedFact[]> {
  if (facts.length === 0) return [];
  await lockLots(manager);
  const { book, written } = await openBook(manager, facts, now);
  const outcomes = facts.map((fact) =>
    fact.kind === 'RECEIPT' ? applyReceipt(book, fact) : applyInspection(book, fact),
  );
  await park(
    manager,
    facts.flatMap((fact, index) => {
      const outcome = outcomes[index]!;
      return outcome.kind === 'PARKED' ? [{ waitsFor: outcome.waitsFor, fact }] : [];
    }),
    now,
  );
  await writeHeads(manager, [...written.heads.values()]);
  await writeLotNames(manager, [...written.names.values()]);
  await append(manager, written.events);
  await applyFactsWaitingFor(manager, [...written.brought], now);
  return outcomes;
}

/** Applies the facts that waited for one of these. */
export async function applyFactsWaitingFor(
  manager: EntityManager,
  waitsFor: readonly string[],
  now: string,
): Promise<void> {
  if (waitsFor.length === 0) return;
  await lockLots(manager);
  await applyLotFacts(manager, await unpark(manager, waitsFor), now);
}

interface Written {
  heads: Map<string, LotHead>;
  names: Map<string, GivenLotName>;
  events: LogEvent[];
  brought: Set<string>;
}

async function openBook(
  manager: EntityManager,
  facts: readonly LotFact[],
  now: string,
): Promise<{ book: LotBook; written: Written }> {
  const lineOf = await linesByNames(manager, facts.flatMap(lineNames));
  const lotIds = await lotsByNames(manager, facts.flatMap(lotNames));
  const heads = await readHeads(manager, [...new Set([...lotIds.values(), ...facts.flatMap(ownLots)])]);
  const known = await knownLotEvents(
    manager,
    facts.flatMap((fact) => (fact.kind === 'INSPECTION' ? (fact.source.correctionOf ?? []) : [])),
  );
  const written: Written = { heads: new Map(), names: new Map(), events: [], brought: new Set() };
  const book: LotBook = {
    now,
    lineOf,
    lotOf(name) {
      const id = lotIds.get(nameText(name));
      return id === undefined ? null : (heads.get(id) ?? null);
    },
    lot(id, importId) {
      let head = heads.get(id);
      if (head === undefined) heads.set(id, (head = newHead(id, importId)));
      return head;
    },
    isKnownEvent: (eventId) => known.has(eventId),
    give(head, names, importId) {
      written.heads.set(head.id, head);
      for (const name of names) {
        const text = nameText(name);
        if (lotIds.has(text)) continue;
        lotIds.set(text, head.id);
        written.names.set(text, {
          of: name.of,
          key: name.key,
          lotId: head.id,
          supplierId: head.goods.supplierId,
          importId,
        });
      }
    },
    tell(head, event) {
      head.version += 1;
      // A lot that anything outside an import tells of outlives the import.
      if (event.source?.importId == null) head.importId = null;
      written.heads.set(head.id, head);
      known.add(event.eventId);
      written.events.push({
        eventId: event.eventId,
        type: event.type,
        source: event.source,
        occurred: event.occurred,
        recorded: event.recorded,
        payload: event.payload,
        subjectType: 'InspectionLot',
        subjectId: head.id,
        subjectVersion: head.version,
        tenant: head.goods.supplierId,
        ingestedAt: now,
      });
    },
    brings: (...what) => {
      for (const one of what) written.brought.add(one);
    },
  };
  return { book, written };
}

function lineNames(fact: LotFact): readonly ExternalKey[] {
  if (fact.kind === 'RECEIPT') return [fact.receipt.purchaseOrderLine];
  return fact.purchaseOrderLine === null ? [] : [fact.purchaseOrderLine];
}

function lotNames(fact: LotFact): readonly LotName[] {
  if (fact.kind === 'RECEIPT') {
    const { correctionOf } = fact.source;
    return correctionOf === null ? receiptNames(fact) : [receiptEventName(correctionOf)];
  }
  const lot: LotName = { of: 'LOT', key: fact.said.inspectionLot };
  return fact.goodsReceipt === null ? [lot] : [lot, { of: 'RECEIPT', key: fact.goodsReceipt }];
}

/** The lot that a fact makes where no name leads to one: its names may have been forgotten with an import. */
const ownLots = (fact: LotFact): readonly string[] =>
  fact.kind === 'INSPECTION' ? [inspectionLotIdOf(fact.said.inspectionLot)] : [];
