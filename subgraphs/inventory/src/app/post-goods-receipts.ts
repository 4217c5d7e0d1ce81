import type { EntityManager } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { GOODS_RECEIVED_V1, type GoodsReceivedV1 } from '@sightline/contracts/events/goods-received.v1';
import {
  GOODS_RECEIPT_CORROBORATED_V1,
  type GoodsReceiptCorroboratedV1,
} from '@sightline/contracts/events/goods-receipt-corroborated.v1';
import { isKeepable } from '@sightline/contracts/fact-texts';
import { append } from '@sightline/kit/outbox/append';
import { withdraw } from '@sightline/kit/outbox/once';
import { claimNames, handOverNames, knownEvents } from '../data/goods-receipt.repository';
import { suppliersOfLineNames } from '../data/order-line.repository';
import { plantsNamed } from '../data/plant.repository';
import {
  readGoodsReceiptInput,
  type GoodsReceiptFact,
  type GoodsReceiptInput,
} from '../domain/read-goods-receipt-input';
import { admitFacts, answerKnown, factKeyOf, type ReadFact, type Taken } from './admit-facts';

interface Knocking extends ReadFact {
  place: number;
  fact: GoodsReceiptFact;
}

/**
 * Takes goods receipts in: each once, whatever becomes of the others. A receipt that another source has told of already,
 * under the same outside name, corroborates it and adds nothing; one whose order line is not known yet is taken all the
 * same, and finds its line later.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export async function postGoodsReceipts(
  manager: EntityManager,
  inputs: readonly GoodsReceiptInput[],
  now: string,
): Promise<Taken[]> {
  const taken = new Array<Taken>(inputs.length);
  const knocking = await readAll(manager, inputs, taken);

  const admissions = await admitFacts(manager, knocking, 'GOODS_RECEIPTS', now);
  const admitted = knocking.filter((fact, index) => {
    const admission = admissions[index]!;
    if (admission.kind === 'NEW') return true;
    taken[fact.place] = answerKnown(admission, fact.source);
    return false;
  });
  const fresh = await withoutUnknownCorrections(manager, admitted, taken);
  if (fresh.length === 0) return taken;

  const knownAs = await receiptsCorroborated(manager, fresh);
  const supplierOf = await suppliersOfLineNames(
    manager,
    fresh.map(({ fact }) => fact.payload.purchaseOrderLine),
  );
  const events = fresh.map(({ place, subjectId, fact }): LogEvent => {
    const known = knownAs.get(subjectId);
    const tenant = supplierOf(fact.payload.purchaseOrderLine);
    if (known === undefined) {
      taken[place] = { outcome: 'APPLIED', subjectId };
      return receivedEvent(fact, tenant, now);
    }
    taken[place] = { outcome: 'CORROBORATED', subjectId: known };
    return corroboratedEvent(fact, known, tenant, now);
  });
  await append(manager, events);
  return taken;
}

/** Reads every input by the time zone of its plant; a refused one is answered at once. */
async function readAll(
  manager: EntityManager,
  inputs: readonly GoodsReceiptInput[],
  taken: Taken[],
): Promise<Knocking[]> {
  const codes = new Set(inputs.flatMap((input) => input.plantCode?.trim() ?? []));
  const ids = new Set(inputs.flatMap((input) => input.source.plantId ?? []));
  const plants = await plantsNamed(manager, [...codes].filter(isKeepable), [...ids].filter(isKeepable));
  const zoneByCode = new Map(plants.map((plant) => [plant.code, plant.timeZone]));
  const zoneById = new Map(plants.map((plant) => [plant.id, plant.timeZone]));
  return inputs.flatMap((input, place): Knocking[] => {
    const code = input.plantCode?.trim();
    const zone = code ? zoneByCode.get(code) : zoneById.get(input.source.plantId ?? '');
    const read = readGoodsReceiptInput(input, zone ?? null);
    if (!read.ok) {
      taken[place] = { outcome: 'REFUSED', refusal: read.refusal };
      return [];
    }
    const fact = read.value;
    return [{ place, fact, source: fact.source, subjectId: fact.payload.goodsReceiptId }];
  });
}

/** A correction of a fact that nobody sent is refused; its key may be used again. */
async function withoutUnknownCorrections(
  manager: EntityManager,
  admitted: readonly Knocking[],
  taken: Taken[],
): Promise<Knocking[]> {
  const corrected = admitted.flatMap((fact) => fact.source.correctionOf ?? []);
  const known = await knownEvents(manager, corrected);
  for (const { subjectId } of admitted) known.add(subjectId);
  const refused = admitted.filter(({ source }) => source.correctionOf !== null && !known.has(source.correctionOf));
  if (refused.length === 0) return [...admitted];
  await withdraw(manager, refused.map(factKeyOf));
  for (const { place, source } of refused)
    taken[place] = {
      outcome: 'REFUSED',
      refusal: { kind: 'CorrectedFactUnknown', correctionOf: source.correctionOf ?? '' },
    };
  return admitted.filter((fact) => !refused.includes(fact));
}

/** Which of these receipts another source has told of already: the id of the known receipt, by the id of the new one. */
async function receiptsCorroborated(manager: EntityManager, fresh: readonly Knocking[]): Promise<Map<string, string>> {
  const holderOf = await claimNames(
    manager,
    fresh.map(({ subjectId, source, fact }) => ({
      goodsReceiptId: subjectId,
      toldBy: source.sourceSystemId,
      importId: source.importId,
      names: fact.payload.externalIds,
    })),
  );
  const known = new Map<string, string>();
  for (const { subjectId, source, fact } of fresh) {
    const holder = fact.payload.externalIds
      .map(holderOf)
      .find((found) => found !== null && found.toldBy !== source.sourceSystemId);
    // A holder of this very list may itself corroborate an older receipt.
    if (holder) known.set(subjectId, known.get(holder.goodsReceiptId) ?? holder.goodsReceiptId);
  }
  await handOverNames(
    manager,
    [...known].map(([from, to]) => ({ from, to })),
  );
  return known;
}

const stamps = ({ source, occurred, recorded }: GoodsReceiptFact) => ({ source, occurred, recorded });

const receivedEvent = (fact: GoodsReceiptFact, tenant: string | null, ingestedAt: string): GoodsReceivedV1 => ({
  ...stamps(fact),
  eventId: fact.payload.goodsReceiptId,
  type: GOODS_RECEIVED_V1,
  subjectType: 'GoodsReceipt',
  subjectId: fact.payload.goodsReceiptId,
  subjectVersion: 1,
  tenant,
  ingestedAt,
  payload: fact.payload,
});

/** A corroboration is a subject of its own: the receipt that it confirms stays as it is. */
function corroboratedEvent(
  fact: GoodsReceiptFact,
  known: string,
  tenant: string | null,
  ingestedAt: string,
): GoodsReceiptCorroboratedV1 {
  const { goodsReceiptId, ...told } = fact.payload;
  return {
    ...stamps(fact),
    eventId: goodsReceiptId,
    type: GOODS_RECEIPT_CORROBORATED_V1,
    subjectType: 'GoodsReceiptCorroboration',
    subjectId: goodsReceiptId,
    subjectVersion: 1,
    tenant,
    ingestedAt,
    payload: { goodsReceiptId: known, told },
  };
}
