import type { FigureMark } from '@sightline/kit/live/figure-changes';
import { polledFigureChanges } from '@sightline/kit/live/polled-figure';
import { progressStand } from '../app/progress-stand';
import type { Context } from '../context';
import type { SubscriptionSyncHealthChangedArgs } from './__generated__/schema';
import { ask } from './sync-health';

export const subscriptions = {
  syncHealthChanged: {
    async subscribe(_root: unknown, args: SubscriptionSyncHealthChangedArgs, context: Context) {
      // A question that makes no sense is refused now, and not with every event.
      await ask({ scope: args.scope }, context);
      return polledFigureChanges(context, args.after ?? null, () => progressStand(context));
    },
    resolve: async (mark: FigureMark, args: SubscriptionSyncHealthChangedArgs, context: Context) => ({
      ...mark,
      health: mark.kind === 'HEARTBEAT' ? null : await ask({ scope: args.scope }, context),
    }),
  },
};
