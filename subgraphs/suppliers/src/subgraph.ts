import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { makeContext } from './context';
import { CreateSuppliers1763700000000 } from './data/migrations/1763700000000-create-suppliers';
import { deriveContributions, flowOfSupplierEvent, projectLines } from './data/projector';
import { PurchaseOrderLineRow } from './data/purchase-order-line.entity';
import { SupplierRow } from './data/supplier.entity';
import { onFlowMarks } from './events/on-flow-marks';
import { onInspectionDecided } from './events/on-inspection-decided';
import { onInventory } from './events/on-inventory';
import { definitionResolvers } from './graph/definitions';
import { itemResolvers } from './graph/item';
import { orderBookResolvers } from './graph/order-book';
import { performanceResolvers } from './graph/performance';
import { purchaseOrderLineResolvers } from './graph/purchase-order-line';
import { subscriptionResolvers } from './graph/subscriptions';
import { supplierResolvers } from './graph/supplier';

/** An import counts here once its order lines (recorded here) and its receipts (recorded by inventory) are all in. */
const SEAL_VIAS = ['operations', 'inventory'] as const;

/** Suppliers, their order lines, and every figure about delivery. */
export const subgraph: SubgraphManifest = {
  name: 'suppliers',
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [SupplierRow, PurchaseOrderLineRow],
  migrations: [CreateSuppliers1763700000000],
  resolvers: {
    ...definitionResolvers,
    ...itemResolvers,
    ...orderBookResolvers,
    ...performanceResolvers,
    ...purchaseOrderLineResolvers,
    ...subscriptionResolvers,
    ...supplierResolvers,
    Query: {
      ...definitionResolvers.Query,
      ...orderBookResolvers.Query,
      ...performanceResolvers.Query,
      ...purchaseOrderLineResolvers.Query,
      ...supplierResolvers.Query,
    },
    Mutation: { ...purchaseOrderLineResolvers.Mutation, ...supplierResolvers.Mutation },
  },
  makeContext,
  consumers: [onInventory(SEAL_VIAS), onInspectionDecided, onFlowMarks(SEAL_VIAS)],
  project: projectLines,
  derive: deriveContributions,
  // An import of ten years of deliveries, some 12,000 events, counts as soon as it is sealed.
  foldedEvents: 50_000,
  flowOf: flowOfSupplierEvent,
};
