import type { LogEvent } from './envelope';

export const PLANT_REGISTERED_V1 = 'inventory.plant.registered.v1';

export interface PlantRegisteredPayload {
  plantId: string;
  code: string;
  name: string;
  /** IANA name; null when no source told. */
  timeZone: string | null;
}
export type PlantRegisteredV1 = LogEvent<typeof PLANT_REGISTERED_V1, PlantRegisteredPayload>;
