import type { EntityManager } from 'typeorm';
import { ITEM_REGISTERED_V1, type ItemRegisteredV1 } from '@sightline/contracts/events/item-registered.v1';
import { eventIdOfFact } from '@sightline/contracts/identities';
import { admitFacts, type DoorResult } from '@sightline/kit/door/admit-facts';
import { append } from '@sightline/kit/outbox/append';
import { readItemInput, type ItemFact, type ItemInput } from '../domain/read-item-input';
import type { Refusal } from '../domain/refusals';

/**
 * Takes master data of items in, each fact once. What is visible of an item is what was taken in last.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export function registerItems(
  manager: EntityManager,
  inputs: readonly ItemInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  return admitFacts<ItemFact, Refusal>(manager, inputs, inputs.map(readItemInput), {
    kind: 'ITEMS',
    now,
    subjectIdOf: ({ payload }) => payload.itemId,
    saidOf: ({ payload }) => payload,
    async apply(facts) {
      await append(
        manager,
        facts.map((fact) => registeredEvent(fact, now)),
      );
      return facts.map(({ payload }) => ({ kind: 'APPLIED', subjectId: payload.itemId }));
    },
  });
}

/** A registration is a subject of its own: sources may tell of one item side by side. */
function registeredEvent(fact: ItemFact, ingestedAt: string): ItemRegisteredV1 {
  const eventId = eventIdOfFact(fact.source);
  return {
    ...fact,
    eventId,
    type: ITEM_REGISTERED_V1,
    subjectType: 'ItemRegistration',
    subjectId: eventId,
    subjectVersion: 1,
    tenant: null,
    ingestedAt,
  };
}
