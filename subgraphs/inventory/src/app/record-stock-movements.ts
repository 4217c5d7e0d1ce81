import type { EntityManager } from 'typeorm';
import {
  STOCK_MOVEMENT_RECORDED_V1,
  type StockMovementRecordedV1,
} from '@sightline/contracts/events/stock-movement-recorded.v1';
import { admitFacts, type DoorOutcome, type DoorResult } from '@sightline/kit/door/admit-facts';
import { append } from '@sightline/kit/outbox/append';
import {
  readStockMovementInput,
  recordedPayload,
  type StockMovementFact,
  type StockMovementInput,
} from '../domain/read-stock-movement-input';
import type { Refusal } from '../domain/refusals';
import { correctedFacts } from './corrected-facts';
import { corroborations } from './corroborate';
import { zonesOfPlants } from './plant-zones';

/**
 * Takes movements of a warehouse in: each once, whatever becomes of the others. A movement that another source has told of
 * already, under the same outside name, corroborates it and adds nothing. What the movement does to stock is worked out
 * when it becomes visible.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export async function recordStockMovements(
  manager: EntityManager,
  inputs: readonly StockMovementInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  const zoneOf = await zonesOfPlants(manager, inputs);
  const readings = inputs.map((input) => readStockMovementInput(input, zoneOf(input)));
  return admitFacts<StockMovementFact, Refusal>(manager, inputs, readings, {
    kind: 'STOCK_MOVEMENTS',
    now,
    subjectIdOf: ({ payload }) => payload.movementId,
    // The movement's own id comes of key and import, and is no part of what the source said.
    saidOf: ({ payload }) => ({ ...payload, movementId: null }),
    apply: (facts) => applyMovements(manager, facts, now),
  });
}

async function applyMovements(
  manager: EntityManager,
  facts: readonly StockMovementFact[],
  now: string,
): Promise<DoorOutcome<Refusal>[]> {
  const corrected = await correctedFacts(manager, facts, [STOCK_MOVEMENT_RECORDED_V1]);
  const fresh = facts.filter((fact) => corrected.refusalOf(fact) === null);
  const known = await corroborations(
    manager,
    fresh.map((fact) => ({
      id: fact.payload.movementId,
      source: fact.source,
      names: fact.payload.externalIds,
      corroborates: corrected.corroborates(fact),
    })),
  );
  const holderOf = ({ payload }: StockMovementFact): string | null => known.get(payload.movementId) ?? null;
  await append(
    manager,
    fresh.map((fact) => recordedEvent(fact, holderOf(fact), now)),
  );
  return facts.map((fact): DoorOutcome<Refusal> => {
    const refusal = corrected.refusalOf(fact);
    if (refusal !== null) return { kind: 'SAID_NO', refusal };
    const holder = holderOf(fact);
    return holder === null
      ? { kind: 'APPLIED', subjectId: fact.payload.movementId }
      : { kind: 'CORROBORATED', subjectId: holder };
  });
}

const recordedEvent = (
  { source, occurred, recorded, payload }: StockMovementFact,
  corroborates: string | null,
  ingestedAt: string,
): StockMovementRecordedV1 => ({
  eventId: payload.movementId,
  type: STOCK_MOVEMENT_RECORDED_V1,
  subjectType: 'StockMovement',
  subjectId: payload.movementId,
  subjectVersion: 1,
  // Only the goods of a consignment are a supplier's business, and those are seen by their lot.
  tenant: null,
  source,
  occurred,
  recorded,
  ingestedAt,
  payload: recordedPayload(payload, corroborates),
});
