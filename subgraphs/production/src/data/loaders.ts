import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import { batchOne } from '@sightline/kit/loaders/batch-one';
import type { RequestContext } from '@sightline/kit/server/manifest';
import type { WorkOrder } from '../domain/work-order';
import { plantTimeZones } from './plant.repository';
import { WorkOrderRow } from './work-order.entity';

/** Every loader of this subgraph, made anew for each request; each reads only what the caller may see. */
export interface Loaders {
  workOrder: DataLoader<string, WorkOrder | null>;
  /** By plant id. */
  timeZone: DataLoader<string, { id: string; timeZone: string | null } | null>;
}

export const makeLoaders = (context: Pick<RequestContext, 'read'>): Loaders => ({
  workOrder: batchOne(
    async (ids: readonly string[]) => {
      const rows = await context.read((manager) => manager.find(WorkOrderRow, { where: { id: In([...ids]) } }));
      return rows.map((row) => row.state);
    },
    (order) => order.id,
  ),
  timeZone: batchOne(
    async (ids: readonly string[]) => {
      const zones = await context.read((manager) => plantTimeZones(manager, ids));
      return [...zones].map(([id, timeZone]) => ({ id, timeZone }));
    },
    (plant) => plant.id,
  ),
});
