import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { useSyncPulse } from '../../apollo/live/use-sync-pulse';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import type { OverviewPerformanceQueryVariables } from '../../gql/graphql';
import { OVERVIEW_OVERDUE, OVERVIEW_PRODUCTION, OVERVIEW_QUALITY, OVERVIEW_SYNC } from './elsewhere.query';
import { ElsewhereTiles } from './elsewhere-tiles';
import { PERFORMANCE_CHANGED, QUALITY_CHANGED, WORK_ORDERS_CHANGED } from './live.query';
import { PerformanceTiles } from './performance-tiles';
import { OVERVIEW_PERFORMANCE } from './performance.query';

interface OverviewFiguresProps {
  variables: OverviewPerformanceQueryVariables;
  /** The window is known: before that nothing is asked. */
  ready: boolean;
  past: boolean;
  note: string | null;
  whenNothing: ReactNode;
}

/** What is not posted is asked for again this often at most while work orders keep changing. */
const WORK_ORDERS_MS = 5_000;

/** Scope without what only suppliers' lines have. */
function ofPlants(scope: OverviewPerformanceQueryVariables['scope']): OverviewPerformanceQueryVariables['scope'] {
  return scope?.origin ? { origin: scope.origin } : null;
}

/** The headline and the eight tiles, from five parts of the platform, each of which may fail alone. */
export function OverviewFigures({ variables, ready, past, note, whenNothing }: OverviewFiguresProps): ReactNode {
  const { scope, window, asOf, knownAt } = variables;
  const plants = ofPlants(scope);
  const asked = {
    overdue: variables,
    quality: { ...variables, scope: plants },
    production: { ...variables, scope: plants },
  };
  const pushed = useLivePolling();
  const skip = !ready;
  const ofDelivery = useQuery(OVERVIEW_PERFORMANCE, { ...pushed, skip, variables });
  const ofBook = useQuery(OVERVIEW_OVERDUE, { ...pushed, skip, variables: { scope, asOf, knownAt } });
  const ofQuality = useQuery(OVERVIEW_QUALITY, { ...pushed, skip, variables: asked.quality });
  const ofProduction = useQuery(OVERVIEW_PRODUCTION, { ...pushed, skip, variables: asked.production });
  const ofSync = useQuery(OVERVIEW_SYNC, { ...pushed, skip: skip || past, variables: { scope: plants, window } });
  const delivery = useAnswer(ofDelivery, ofDelivery.data?.supplierPerformance, variables);
  const overdue = useAnswer(ofBook, ofBook.data?.orderBook, variables);
  const quality = useAnswer(ofQuality, ofQuality.data?.qualityPerformance, variables);
  const production = useAnswer(ofProduction, ofProduction.data?.productionPerformance, variables);
  const sync = useAnswer(ofSync, ofSync.data?.syncHealth, variables);
  const pulse = usePulse(overdue.refetch);
  useStream(
    skip || past ? null : streamOf('figures', 'supplierPerformanceChanged', PERFORMANCE_CHANGED, { scope, window }),
    { onChange: pulse, onRefetch: delivery.refetch },
  );
  useStream(
    skip || past ? null : streamOf('figures', 'qualityPerformanceChanged', QUALITY_CHANGED, { scope: plants, window }),
    { onRefetch: quality.refetch },
  );
  const made = usePulse(production.refetch, WORK_ORDERS_MS);
  const ofOrigin = { filter: plants?.origin ? { origin: plants.origin } : null };
  useStream(skip || past ? null : streamOf('facts', 'workOrderChanged', WORK_ORDERS_CHANGED, ofOrigin), {
    onChange: made,
    onRefetch: made,
  });
  useSyncPulse(() => (skip || past ? undefined : sync.refetch()));
  return (
    <div>
      <PerformanceTiles
        performance={delivery.value}
        variables={variables}
        failure={delivery.failure}
        note={note}
        whenNothing={whenNothing}
        extras={{
          overdue: overdue.value?.overdue.value ?? null,
          defectPpm: quality.value?.defectRate.value ?? null,
        }}
      >
        <ElsewhereTiles
          overdue={overdue}
          quality={quality}
          production={production}
          sync={sync}
          past={past}
          variables={{ ...asked, sync: { ...variables, scope: plants } }}
        />
      </PerformanceTiles>
    </div>
  );
}
