import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { useSyncPulse } from '../../apollo/live/use-sync-pulse';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer, type Answer } from '../../apollo/use-answer';
import type { OverviewPerformanceQuery, OverviewPerformanceQueryVariables } from '../../gql/graphql';
import { OVERVIEW_OVERDUE, OVERVIEW_PRODUCTION, OVERVIEW_QUALITY, OVERVIEW_SYNC } from './elsewhere.query';
import { ElsewhereTiles } from './elsewhere-tiles';
import { PERFORMANCE_CHANGED, QUALITY_CHANGED, WORK_ORDERS_CHANGED } from './live.query';
import { PerformanceTiles } from './performance-tiles';
import { OVERVIEW_PERFORMANCE } from './performance.query';

type DeliveryFigures = NonNullable<OverviewPerformanceQuery['supplierPerformance']>;

interface OverviewFiguresProps {
  delivery: Answer<DeliveryFigures>;
  variables: OverviewPerformanceQueryVariables;
  /** The window is known: before that nothing is asked. */
  ready: boolean;
  past: boolean;
  note: string | null;
  whenNothing: ReactNode;
}

/** What is not posted is asked for again this often at most while work orders keep changing. */
const WORK_ORDERS_MS = 5_000;

/** The figures of delivery, pushed while the page looks at now: the tiles at the top and those beside the order book. */
export function useDelivery({
  variables,
  ready,
  past,
}: Pick<OverviewFiguresProps, 'variables' | 'ready' | 'past'>): Answer<DeliveryFigures> {
  const { scope, window } = variables;
  const result = useQuery(OVERVIEW_PERFORMANCE, { ...useLivePolling(), skip: !ready, variables });
  const delivery = useAnswer(result, result.data?.supplierPerformance, variables);
  useStream(
    !ready || past ? null : streamOf('figures', 'supplierPerformanceChanged', PERFORMANCE_CHANGED, { scope, window }),
    { onRefetch: delivery.refetch },
  );
  return delivery;
}

/** Scope without what only suppliers' lines have. */
function ofPlants(scope: OverviewPerformanceQueryVariables['scope']): OverviewPerformanceQueryVariables['scope'] {
  return scope?.origin ? { origin: scope.origin } : null;
}

/** The headline and the eight tiles, from five parts of the platform, each of which may fail alone. */
export function OverviewFigures(props: OverviewFiguresProps): ReactNode {
  const { delivery, variables, ready, past, note, whenNothing } = props;
  const { scope, window, asOf, knownAt } = variables;
  const plants = ofPlants(scope);
  const asked = {
    overdue: variables,
    quality: { ...variables, scope: plants },
    production: { ...variables, scope: plants },
  };
  const pushed = useLivePolling();
  const skip = !ready;
  const ofBook = useQuery(OVERVIEW_OVERDUE, { ...pushed, skip, variables: { scope, asOf, knownAt } });
  const ofQuality = useQuery(OVERVIEW_QUALITY, { ...pushed, skip, variables: asked.quality });
  const ofProduction = useQuery(OVERVIEW_PRODUCTION, { ...pushed, skip, variables: asked.production });
  const ofSync = useQuery(OVERVIEW_SYNC, { ...pushed, skip: skip || past, variables: { scope: plants, window } });
  const overdue = useAnswer(ofBook, ofBook.data?.orderBook, variables);
  const quality = useAnswer(ofQuality, ofQuality.data?.qualityPerformance, variables);
  const production = useAnswer(ofProduction, ofProduction.data?.productionPerformance, variables);
  const sync = useAnswer(ofSync, ofSync.data?.syncHealth, variables);
  const pulse = usePulse(overdue.refetch);
  useStream(
    skip || past ? null : streamOf('figures', 'supplierPerformanceChanged', PERFORMANCE_CHANGED, { scope, window }),
    { onChange: pulse },
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
