import { useQuery } from '@apollo/client/react';
import { useMemo, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { polled, useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import type { Day } from '../../format/date';
import { formatExact } from '../../format/quantity';
import type { OverviewPerformanceQueryVariables } from '../../gql/graphql';
import { DefinitionPopover } from '../../ui/definition-popover';
import type { FigureFacts } from '../../ui/figure';
import { leadTimeCells, leadTimeColumns } from '../../ui/lead-time-periods';
import type { ChartEvent } from '../../ui/series-chart.options';
import { SeriesSection, type SeriesView } from '../../ui/series-section';
import { bucketOf, eventsIn, eventWords, type DatedEvent } from './chart-events';
import { OVERVIEW_DEFECTS, OVERVIEW_REJECTED_LOTS } from './elsewhere.query';
import { leadTimeSpec } from './lead-time-chart.model';
import { PERFORMANCE_CHANGED } from './live.query';
import { bucketFor, hasDefects, seriesSummary, trimSeries, withDefects, type SeriesPoint } from './overview.model';
import { OVERVIEW_SERIES } from './performance.query';
import classes from './overview.module.css';

interface LeadTimeSectionProps {
  variables: OverviewPerformanceQueryVariables;
  /** The days that the window covers, for the choice of bucket. */
  span: { from: Day; to: Day };
  /** The day that the page looks back to; null: now. */
  asOfDay: Day | null;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
  supplierLink: (id: string, name: string) => ReactNode;
}

/** Lead time over time with on time and defects below it and what happened marked; the same as a table beside. */
export function LeadTimeSection(props: LeadTimeSectionProps): ReactNode {
  const { variables, span, asOfDay, supplierLink, ...rest } = props;
  const bucket = bucketFor(span.from, span.to);
  const asked = { ...variables, bucket };
  const result = useQuery(OVERVIEW_SERIES, { ...useLivePolling(), variables: asked });
  const { value: performance, failure, refetch } = useAnswer(result, result.data?.supplierPerformance, asked);
  const origin = variables.scope?.origin ?? null;
  const ofQuality = useQuery(OVERVIEW_DEFECTS, {
    ...polled,
    variables: { ...asked, scope: origin === null ? null : { origin } },
  });
  const quality = useAnswer(ofQuality, ofQuality.data?.qualityPerformance, asked);
  const defects = quality.value;
  const filter = { origin, decisions: ['REJECTED' as const], createdFrom: span.from, createdTo: span.to };
  const rejected = useQuery(OVERVIEW_REJECTED_LOTS, { ...polled, variables: { filter } });
  const lots = useAnswer(rejected, rejected.data?.inspectionLots?.edges, filter).value;
  const { scope, window } = variables;
  useStream(
    variables.asOf ? null : streamOf('figures', 'supplierPerformanceChanged', PERFORMANCE_CHANGED, { scope, window }),
    { onChange: usePulse(refetch, 10_000), onRefetch: refetch },
  );
  const points = useMemo(
    () => performance && withDefects(trimSeries(performance.series), defects?.series ?? []),
    [performance, defects],
  );
  const { from, to } = span;
  const spec = useMemo(() => {
    if (!performance || !points) return null;
    const definitions = [performance.leadTime, performance.onTime, defects?.defectRate].flatMap(
      (figure) => figure?.definition ?? [],
    );
    const happened = eventsIn({ from, to }, asOfDay, lots?.map(({ node }) => node) ?? [], definitions);
    return leadTimeSpec(points, bucket, placed(happened, points, supplierLink));
  }, [performance, points, defects, lots, asOfDay, from, to, bucket, supplierLink]);
  // The last defects stay drawn while quality does not answer, and that is said.
  const silent = quality.value ? quality.failure : null;
  const drawn = points !== null && hasDefects(points);
  const word = bucket.toLowerCase();
  return (
    <SeriesSection
      {...rest}
      id="lead-time"
      title={drawn ? 'Lead time, on time and defects' : 'Lead time and on time'}
      description={`By ${word}: lead time of the lines received, on time of the lines due${drawn ? ', defects of what was delivered' : ''}.`}
      actions={
        <span className={classes.figures}>
          <Named title="Lead time" facts={performance?.leadTime ?? null} />
          <Named title="On time" facts={performance?.onTime ?? null} />
          {points === null || drawn ? <Named title="Defects" facts={defects?.defectRate ?? null} /> : null}
        </span>
      }
      spec={spec}
      table={{
        columns: [...leadTimeColumns(bucket), ...(drawn ? [{ key: 'defects', name: 'Defects (ppm)' }] : [])],
        rows: (points ?? []).map((point) => ({
          key: point.start,
          cells: [...leadTimeCells(point, bucket), ...(drawn ? [formatExact(point.defectPpm)] : [])],
        })),
      }}
      summary={
        points ? `${seriesSummary(points, bucket)}${silent ? ` Defects are not refreshed: ${silent.message}` : ''}` : ''
      }
      empty={
        points?.length === 0
          ? 'Nothing was received or due in this window, so there is nothing to draw. A longer window may have some.'
          : null
      }
      freshness={performance?.leadTime.freshness ?? null}
      failure={failure}
    />
  );
}

/** What is drawn, with its meaning beside it once that is known. */
function Named({ title, facts }: { title: string; facts: FigureFacts | null }): ReactNode {
  return (
    <span>
      {title}
      {facts ? <DefinitionPopover title={title} facts={facts} /> : null}
    </span>
  );
}

/** Events at their buckets; one that lies before the first point drawn is left out. */
function placed(
  happened: readonly DatedEvent[],
  points: readonly SeriesPoint[],
  supplierLink: LeadTimeSectionProps['supplierLink'],
): ChartEvent[] {
  const starts = points.map(({ start }) => start);
  return happened.flatMap((event) => {
    const index = bucketOf(event.on, starts);
    const { supplier } = event;
    const words = eventWords(event);
    if (index === null) return [];
    return supplier === null
      ? [{ index, words }]
      : [{ index, words, shown: [`${words}: `, supplierLink(supplier.id, supplier.name)] }];
  });
}
