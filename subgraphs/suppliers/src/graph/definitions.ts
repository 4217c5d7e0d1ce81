import { definitionById, definitionsOf } from '@sightline/contracts/metric-definitions/system-definitions';
import { compareDefinitions, type Comparison } from '../app/compare-definitions';
import { instantOf } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type {
  DefinitionComparisonDifferencesArgs,
  QueryCompareDefinitionsArgs,
  QueryMetricDefinitionArgs,
  QueryMetricDefinitionsArgs,
} from './__generated__/schema';

export const definitionResolvers = {
  Query: {
    metricDefinition: (_: unknown, args: QueryMetricDefinitionArgs) => definitionById(args.id),
    metricDefinitions: (_: unknown, args: QueryMetricDefinitionsArgs) => definitionsOf(args.metric ?? undefined),
    compareDefinitions: (_: unknown, args: QueryCompareDefinitionsArgs, context: Context) =>
      compareDefinitions(
        context,
        { scope: args.scope, window: args.window, instant: instantOf(context.call.instant, args) },
        args.definitionIds,
      ),
  },

  DefinitionComparison: {
    differences: (comparison: Comparison, args: DefinitionComparisonDifferencesArgs) =>
      comparison.differences({ first: args.first, after: args.after ?? null }),
  },
};
