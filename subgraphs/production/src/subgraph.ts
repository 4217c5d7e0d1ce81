import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { makeContext } from './context';
import { CreateProduction1763700000000 } from './data/migrations/1763700000000-create-production';
import { deriveContributions, flowOf, projectWorkOrders } from './data/projector';
import { WorkOrderRow } from './data/work-order.entity';
import { onFlowMarks } from './events/on-flow-marks';
import { onPlantRegistered } from './events/on-plant-registered';
import { performanceResolvers } from './graph/performance';
import { subscriptionResolvers } from './graph/subscriptions';
import { workOrderResolvers } from './graph/work-order';

/** Work orders as MES and ERP tell of them, and the figures about how production keeps its plan. */
export const subgraph: SubgraphManifest = {
  name: 'production',
  // From src and from dist alike.
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [WorkOrderRow],
  migrations: [CreateProduction1763700000000],
  resolvers: {
    ...workOrderResolvers,
    ...performanceResolvers,
    ...subscriptionResolvers,
    Query: { ...workOrderResolvers.Query, ...performanceResolvers.Query },
  },
  makeContext,
  consumers: [onPlantRegistered, onFlowMarks],
  project: projectWorkOrders,
  derive: deriveContributions,
  flowOf,
};
