import type { EntityManager } from 'typeorm';
import { isKeepable } from '@sightline/contracts/fact-texts';
import { plantsNamed } from '../data/plant.repository';

interface AtPlant {
  plantCode?: string | null;
  source: { plantId?: string | null };
}

/**
 * Time zones by which the days of facts are judged: of the plant that a fact names, or else that its flow belongs to.
 * Null where no source has told one.
 */
export async function zonesOfPlants(
  manager: EntityManager,
  inputs: readonly AtPlant[],
): Promise<(input: AtPlant) => string | null> {
  const codes = new Set(inputs.flatMap((input) => input.plantCode?.trim() ?? []));
  const ids = new Set(inputs.flatMap((input) => input.source.plantId ?? []));
  const plants = await plantsNamed(manager, [...codes].filter(isKeepable), [...ids].filter(isKeepable));
  const zoneByCode = new Map(plants.map((plant) => [plant.code, plant.timeZone]));
  const zoneById = new Map(plants.map((plant) => [plant.id, plant.timeZone]));
  return (input) => {
    const code = input.plantCode?.trim();
    return (code ? zoneByCode.get(code) : zoneById.get(input.source.plantId ?? '')) ?? null;
  };
}
