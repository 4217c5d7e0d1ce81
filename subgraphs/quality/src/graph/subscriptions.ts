import { factChanges, type FactChange } from '@sightline/kit/live/fact-changes';
import { figureChanges, type FigureMark } from '@sightline/kit/live/figure-changes';
import { QualityQuestion } from '../app/quality-question';
import type { Context } from '../context';
import { LOTS, LOTS_IN_SCOPE } from '../data/lot-watch.query';
import type { Inspection } from '../domain/inspection-lot';
import type {
  SubscriptionInspectionLotChangedArgs,
  SubscriptionQualityPerformanceChangedArgs,
} from './__generated__/schema';

const questionOf = (args: SubscriptionQualityPerformanceChangedArgs, context: Context): QualityQuestion =>
  new QualityQuestion(args.scope, args.window, context.call.instant);

export const subscriptionResolvers = {
  Subscription: {
    inspectionLotChanged: {
      subscribe: (_: unknown, args: SubscriptionInspectionLotChangedArgs, context: Context) =>
        factChanges(context, LOTS, args.filter ?? {}, args.after ?? null),
      resolve: (change: FactChange<Inspection>) => change,
    },

    qualityPerformanceChanged: {
      subscribe(_: unknown, args: SubscriptionQualityPerformanceChangedArgs, context: Context) {
        // A question that makes no sense is refused now, and not with every event.
        questionOf(args, context);
        return figureChanges(context, LOTS_IN_SCOPE, args.scope, args.after ?? null);
      },
      resolve: (mark: FigureMark, args: SubscriptionQualityPerformanceChangedArgs, context: Context) => ({
        ...mark,
        performance: mark.kind === 'HEARTBEAT' ? null : questionOf(args, context),
      }),
    },
  },

  InspectionLotChange: {
    lot: (change: FactChange<Inspection>) => change.row,
  },
};
