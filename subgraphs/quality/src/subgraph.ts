import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { makeContext } from './context';
import { InspectionLotRow } from './data/inspection-lot.entity';
import { CreateQuality1763700000000 } from './data/migrations/1763700000000-create-quality';
import { deriveContributions, flowOfQualityEvent, projectInspections } from './data/projector';
import { onFlowMarks } from './events/on-flow-marks';
import { onInventory } from './events/on-inventory';
import { onSuppliers } from './events/on-suppliers';
import { inspectionLotResolvers } from './graph/inspection-lot';
import { performanceResolvers } from './graph/performance';
import { subscriptionResolvers } from './graph/subscriptions';

/** An import counts here once its inspections (recorded here) and its receipts (recorded by inventory) are all in. */
const SEAL_VIAS = ['operations', 'inventory'] as const;

/** Inspection lots, and every figure about defects. */
export const subgraph: SubgraphManifest = {
  name: 'quality',
  // From src and from dist alike.
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [InspectionLotRow],
  migrations: [CreateQuality1763700000000],
  resolvers: {
    ...inspectionLotResolvers,
    ...performanceResolvers,
    ...subscriptionResolvers,
    Query: { ...inspectionLotResolvers.Query, ...performanceResolvers.Query },
  },
  makeContext,
  consumers: [onInventory(SEAL_VIAS), onSuppliers, onFlowMarks(SEAL_VIAS)],
  project: projectInspections,
  derive: deriveContributions,
  flowOf: flowOfQualityEvent,
};
