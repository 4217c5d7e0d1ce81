import type { ExternalKey } from '@sightline/contracts/identities';
import {
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  definitionById,
  leadTimeDefinitionId,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { presentResults } from '@sightline/kit/door/present-results';
import { checkPageSize } from '@sightline/kit/graph/list-cursor';
import { listSuppliers } from '../app/list-suppliers';
import { onboardSuppliers } from '../app/onboard-suppliers';
import { definitionOf, instantOf, type Asking } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type { SupplierRow } from '../data/supplier.entity';
import { supplierIdByKey } from '../data/suppliers.query';
import { userErrorOf } from '../domain/refusals';
import type {
  MutationOnboardSuppliersArgs,
  QuerySupplierArgs,
  QuerySuppliersArgs,
  SupplierLeadTimeArgs,
  SupplierOnTimeArgs,
  SupplierOtifArgs,
  SupplierPurchaseOrderLinesArgs,
} from './__generated__/schema';
import { lineConnection } from './line-connection';

type FigureArgs = Pick<SupplierOnTimeArgs, 'window' | 'asOf' | 'knownAt'>;

const asking = (supplier: SupplierRow, args: FigureArgs, context: Context): Asking => ({
  // Of a supplier that only the simulator knows there are no real lines to ask about.
  scope: { supplierIds: [supplier.id], ...(supplier.simulated ? { origin: 'SIMULATED' } : {}) },
  window: args.window,
  instant: instantOf(context.call.instant, args),
});

export const supplierResolvers = {
  Query: {
    async supplier(_: unknown, args: QuerySupplierArgs, context: Context): Promise<SupplierRow | null> {
      if (args.id != null) return context.loaders.supplierById.load(args.id);
      if (args.code != null) return context.loaders.supplierByCode.load(args.code);
      if (args.externalId == null) return null;
      const key: ExternalKey = args.externalId;
      const id = await context.read((manager) => supplierIdByKey(manager, key));
      return id === null ? null : context.loaders.supplierById.load(id);
    },

    suppliers: (_: unknown, args: QuerySuppliersArgs, context: Context) =>
      listSuppliers(context, args.filter ?? {}, args.orderBy, {
        first: checkPageSize(args.first),
        after: args.after ?? null,
      }),
  },

  Mutation: {
    onboardSuppliers: (_: unknown, args: MutationOnboardSuppliersArgs, context: Context) =>
      context
        .command((manager) => onboardSuppliers(manager, args.inputs, context.services.clock.now().toISOString()))
        .then((results) => presentResults(results, userErrorOf)),
  },

  Supplier: {
    __resolveReference: (reference: { id?: string; code?: string }, context: Context) =>
      reference.id !== undefined
        ? context.loaders.supplierById.load(reference.id)
        : context.loaders.supplierByCode.load(reference.code ?? ''),

    leadTime: (supplier: SupplierRow, args: SupplierLeadTimeArgs, context: Context) =>
      context.desk.distribution(asking(supplier, args, context), definitionById(leadTimeDefinitionId(args.stage))!),

    onTime: (supplier: SupplierRow, args: SupplierOnTimeArgs, context: Context) =>
      context.desk.metric(
        asking(supplier, args, context),
        definitionOf(args.definitionId, DEFAULT_ON_TIME, ['onTime']),
      ),

    otif: (supplier: SupplierRow, args: SupplierOtifArgs, context: Context) =>
      context.desk.metric(asking(supplier, args, context), definitionOf(args.definitionId, DEFAULT_OTIF, ['otif'])),

    purchaseOrderLines: (supplier: SupplierRow, args: SupplierPurchaseOrderLinesArgs, context: Context) =>
      lineConnection(context, { ...args.filter, supplierIds: [supplier.id] }, 'PROMISED_ASC', {
        first: args.first,
        after: args.after ?? null,
      }),
  },
};
