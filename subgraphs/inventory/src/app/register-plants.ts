import type { EntityManager } from 'typeorm';
import { PLANT_REGISTERED_V1, type PlantRegisteredV1 } from '@sightline/contracts/events/plant-registered.v1';
import { eventIdOfFact } from '@sightline/contracts/identities';
import { admitFacts, type DoorOutcome, type DoorResult } from '@sightline/kit/door/admit-facts';
import { append } from '@sightline/kit/outbox/append';
import { lockPlants, writePlants } from '../data/plant.repository';
import { readPlantInput, type PlantFact, type PlantInput } from '../domain/read-plant-input';
import type { Refusal } from '../domain/refusals';

/**
 * Takes plants in as their sources state them, each fact once. A later statement replaces the name; a time zone stays
 * until a source tells another.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export function registerPlants(
  manager: EntityManager,
  inputs: readonly PlantInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  return admitFacts<PlantFact, Refusal>(manager, inputs, inputs.map(readPlantInput), {
    kind: 'PLANTS',
    now,
    subjectIdOf: ({ payload }) => payload.plantId,
    saidOf: ({ payload }) => payload,
    apply: (facts) => applyPlants(manager, facts, now),
  });
}

async function applyPlants(
  manager: EntityManager,
  facts: readonly PlantFact[],
  now: string,
): Promise<DoorOutcome<Refusal>[]> {
  const known = await lockPlants(manager, distinctPlants(facts));
  const latest = new Map<string, PlantRegisteredV1>();
  const events = facts.map((fact) => {
    const { plantId } = fact.payload;
    const before = known.get(plantId)!;
    const stated = { version: before.version + 1, timeZone: fact.payload.timeZone ?? before.timeZone };
    known.set(plantId, stated);
    const event = registeredEvent(fact, stated, now);
    latest.set(plantId, event);
    return event;
  });
  await writePlants(
    manager,
    [...latest.values()].map((event) => ({ ...event.payload, version: event.subjectVersion })),
  );
  await append(manager, events);
  return facts.map(({ payload }) => ({ kind: 'APPLIED', subjectId: payload.plantId }));
}

const distinctPlants = (facts: readonly PlantFact[]): { id: string; code: string }[] => [
  ...new Map(facts.map(({ payload }) => [payload.plantId, { id: payload.plantId, code: payload.code }])).values(),
];

const registeredEvent = (
  fact: PlantFact,
  { version, timeZone }: { version: number; timeZone: string | null },
  ingestedAt: string,
): PlantRegisteredV1 => ({
  eventId: eventIdOfFact(fact.source),
  type: PLANT_REGISTERED_V1,
  subjectType: 'Plant',
  subjectId: fact.payload.plantId,
  subjectVersion: version,
  tenant: null,
  source: fact.source,
  occurred: fact.occurred,
  recorded: fact.recorded,
  ingestedAt,
  payload: { ...fact.payload, timeZone },
});
