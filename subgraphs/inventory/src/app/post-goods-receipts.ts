import type { EntityManager } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import {
  GOODS_RECEIPT_CORROBORATED_V1,
  type GoodsReceiptCorroboratedV1,
} from '@sightline/contracts/events/goods-receipt-corroborated.v1';
import {
  GOODS_RECEIVED_V1,
  type GoodsReceivedPayload,
  type GoodsReceivedV1,
} from '@sightline/contracts/events/goods-received.v1';
import { admitFacts, type DoorOutcome, type DoorResult } from '@sightline/kit/door/admit-facts';
import { append } from '@sightline/kit/outbox/append';
import { linesNamed, type NamedLine } from '../data/order-line.repository';
import {
  readGoodsReceiptInput,
  type GoodsReceiptFact,
  type GoodsReceiptInput,
  withKnowledge,
} from '../domain/read-goods-receipt-input';
import type { Refusal } from '../domain/refusals';
import { correctedFacts } from './corrected-facts';
import { corroborations } from './corroborate';
import { zonesOfPlants } from './plant-zones';

/** Events whose facts a receipt may correct. */
const RECEIPTS = [GOODS_RECEIVED_V1, GOODS_RECEIPT_CORROBORATED_V1] as const;

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
): Promise<DoorResult<Refusal>[]> {
  const zoneOf = await zonesOfPlants(manager, inputs);
  const readings = inputs.map((input) => readGoodsReceiptInput(input, zoneOf(input)));
  return admitFacts<GoodsReceiptFact, Refusal>(manager, inputs, readings, {
    kind: 'GOODS_RECEIPTS',
    now,
    subjectIdOf: ({ payload }) => payload.goodsReceiptId,
    // The receipt's own id comes of key and import, and is no part of what the source said.
    saidOf: ({ payload }) => ({ ...payload, goodsReceiptId: null }),
    apply: (facts) => applyReceipts(manager, facts, now),
  });
}

async function applyReceipts(
  manager: EntityManager,
  facts: readonly GoodsReceiptFact[],
  now: string,
): Promise<DoorOutcome<Refusal>[]> {
  const corrected = await correctedFacts(manager, facts, RECEIPTS);
  const fresh = facts.filter((fact) => corrected.refusalOf(fact) === null);
  const known = await corroborations(
    manager,
    fresh.map((fact) => ({
      id: fact.payload.goodsReceiptId,
      source: fact.source,
      names: fact.payload.externalIds,
      corroborates: corrected.corroborates(fact),
    })),
  );
  const lineOf = await linesNamed(
    manager,
    fresh.map(({ payload }) => payload.purchaseOrderLine),
  );
  await append(
    manager,
    fresh.map((fact): LogEvent => {
      const line = lineOf(fact.payload.purchaseOrderLine);
      const payload = withKnowledge(fact.payload, line);
      const holder = known.get(payload.goodsReceiptId);
      return holder === undefined
        ? receivedEvent(fact, payload, line, now)
        : corroboratedEvent(fact, payload, holder, line, now);
    }),
  );
  return facts.map((fact): DoorOutcome<Refusal> => {
    const refusal = corrected.refusalOf(fact);
    if (refusal !== null) return { kind: 'SAID_NO', refusal };
    const { goodsReceiptId } = fact.payload;
    const holder = known.get(goodsReceiptId);
    return holder === undefined
      ? { kind: 'APPLIED', subjectId: goodsReceiptId }
      : { kind: 'CORROBORATED', subjectId: holder };
  });
}

const receivedEvent = (
  fact: GoodsReceiptFact,
  payload: GoodsReceivedPayload,
  line: NamedLine | null,
  ingestedAt: string,
): GoodsReceivedV1 => ({
  source: fact.source,
  occurred: fact.occurred,
  recorded: fact.recorded,
  eventId: payload.goodsReceiptId,
  type: GOODS_RECEIVED_V1,
  subjectType: 'GoodsReceipt',
  subjectId: payload.goodsReceiptId,
  subjectVersion: 1,
  tenant: line?.supplierId ?? null,
  ingestedAt,
  payload,
});

/** A corroboration is a subject of its own: the receipt that it confirms stays as it is. */
function corroboratedEvent(
  fact: GoodsReceiptFact,
  payload: GoodsReceivedPayload,
  known: string,
  line: NamedLine | null,
  ingestedAt: string,
): GoodsReceiptCorroboratedV1 {
  const { goodsReceiptId, ...told } = payload;
  return {
    source: fact.source,
    occurred: fact.occurred,
    recorded: fact.recorded,
    eventId: goodsReceiptId,
    type: GOODS_RECEIPT_CORROBORATED_V1,
    subjectType: 'GoodsReceiptCorroboration',
    subjectId: goodsReceiptId,
    subjectVersion: 1,
    tenant: line?.supplierId ?? null,
    ingestedAt,
    payload: { goodsReceiptId: known, told },
  };
}
