import type { EntityManager } from 'typeorm';
import type { PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import { writePlants } from '../data/plant.repository';

/** Remembers plants' time zones, by which the calendar days of their lines are judged from now on. */
export async function learnPlants(manager: EntityManager, plants: readonly PlantRegisteredPayload[]): Promise<void> {
  await writePlants(manager, plants);
}
