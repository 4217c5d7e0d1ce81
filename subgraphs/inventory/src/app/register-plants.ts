import type { EntityManager } from 'typeorm';
import { PLANT_REGISTERED_V1, type PlantRegisteredV1 } from '@sightline/contracts/events/plant-registered.v1';
import { eventIdOfFact } from '@sightline/contracts/identities';
import { append } from '@sightline/kit/outbox/append';
import { lockPlants, writePlants } from '../data/plant.repository';
import { readPlantInput, type PlantFact, type PlantInput } from '../domain/read-plant-input';
import { admitFacts, answerKnown, type ReadFact, type Taken } from './admit-facts';

interface Knocking extends ReadFact {
  place: number;
  fact: PlantFact;
}

/**
 * Takes plants in as their sources state them, each fact once. A later statement replaces the name; a time zone stays
 * until a source tells another.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export async function registerPlants(
  manager: EntityManager,
  inputs: readonly PlantInput[],
  now: string,
): Promise<Taken[]> {
  const taken = new Array<Taken>(inputs.length);
  const knocking = inputs.flatMap((input, place): Knocking[] => {
    const read = readPlantInput(input);
    if (!read.ok) {
      taken[place] = { outcome: 'REFUSED', refusal: read.refusal };
      return [];
    }
    const fact = read.value;
    return [{ place, fact, source: fact.source, subjectId: fact.payload.plantId }];
  });
  const admissions = await admitFacts(manager, knocking, 'PLANTS', now);
  const fresh = knocking.filter((fact, index) => {
    const admission = admissions[index]!;
    taken[fact.place] =
      admission.kind === 'NEW'
        ? { outcome: 'APPLIED', subjectId: fact.subjectId }
        : answerKnown(admission, fact.source);
    return admission.kind === 'NEW';
  });
  if (fresh.length === 0) return taken;

  const known = await lockPlants(manager, distinctPlants(fresh));
  const latest = new Map<string, PlantRegisteredV1>();
  const events = fresh.map(({ fact }) => {
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
  return taken;
}

const distinctPlants = (fresh: readonly Knocking[]): { id: string; code: string }[] => [
  ...new Map(
    fresh.map(({ fact }) => [fact.payload.plantId, { id: fact.payload.plantId, code: fact.payload.code }]),
  ).values(),
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
