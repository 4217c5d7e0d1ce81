import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, type ReactNode } from 'react';
import { describeFailure } from '../../apollo/failure';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { polled, useLivePolling, usePulse } from '../../apollo/polling';
import { useKept } from '../../apollo/use-kept';
import { formatBucket } from '../../format/date';
import { percentDigitsExact } from '../../format/percent';
import { formatCount, formatExact } from '../../format/quantity';
import type { Bucket, OverviewPerformanceQueryVariables } from '../../gql/graphql';
import { DefinitionPopover } from '../../ui/definition-popover';
import { Segmented } from '../../ui/field';
import { FreshnessMark } from '../../ui/freshness-mark';
import { NumberTable } from '../../ui/number-table';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import { OVERVIEW_DEFECTS } from './elsewhere.query';
import { PERFORMANCE_CHANGED } from './live.query';
import { bucketFor, hasDefects, seriesSummary, trimSeries, withDefects, type SeriesPoint } from './overview.model';
import { OVERVIEW_SERIES } from './performance.query';
import classes from './overview.module.css';

const LeadTimeChart = lazy(async () => ({ default: (await import('./lead-time-chart')).LeadTimeChart }));

export type ChartView = 'chart' | 'table';

interface LeadTimeSectionProps {
  variables: OverviewPerformanceQueryVariables;
  /** The days that the window covers, for the choice of bucket. */
  span: { from: string; to: string };
  view: ChartView;
  onView: (view: ChartView) => void;
  dark: boolean;
}

/** Lead time over time with on time below it; the same as a table beside. */
export function LeadTimeSection({ variables, span, view, onView, dark }: LeadTimeSectionProps): ReactNode {
  const bucket = bucketFor(span.from, span.to);
  const { data, error, refetch } = useQuery(OVERVIEW_SERIES, {
    ...useLivePolling(),
    variables: { ...variables, bucket },
  });
  const { value: performance, kept } = useKept(data?.supplierPerformance, JSON.stringify({ variables, bucket }));
  const failure = describeFailure(error);
  const quality = useQuery(OVERVIEW_DEFECTS, {
    ...polled,
    variables: { ...variables, scope: variables.scope?.origin ? { origin: variables.scope.origin } : null, bucket },
  });
  const defects = useKept(quality.data?.qualityPerformance, JSON.stringify({ variables, bucket })).value;
  const points = performance ? withDefects(trimSeries(performance.series), defects?.series ?? []) : [];
  const drawn = hasDefects(points);
  const retry = (): void => void refetch();
  useStream(
    variables.asOf
      ? null
      : streamOf('figures', 'supplierPerformanceChanged', PERFORMANCE_CHANGED, {
          scope: variables.scope,
          window: variables.window,
        }),
    { onChange: usePulse(retry, 10_000), onRefetch: retry },
  );
  const summary = seriesSummary(points, bucket);

  return (
    <Section
      id="lead-time"
      card
      title={drawn ? 'Lead time, on time and defects' : 'Lead time and on time'}
      description={`By ${bucketWord(bucket)}: lead time of the lines received, on time of the lines due${drawn ? ', defects of what was delivered' : ''}.`}
      actions={
        <>
          {performance ? (
            <span className={classes.figures}>
              <DefinitionPopover title="Lead time" facts={performance.leadTime} />
              <DefinitionPopover title="On time" facts={performance.onTime} />
              {defects && drawn ? <DefinitionPopover title="Defects" facts={defects.defectRate} /> : null}
            </span>
          ) : null}
          <Segmented<ChartView>
            label="Show as"
            data={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
            value={view}
            onChange={onView}
          />
        </>
      }
    >
      {performance === null && failure ? (
        <TileFailure {...failure} onRetry={retry} />
      ) : performance === null ? (
        <div className={`${classes.chart} sl-skeleton`} role="status" aria-label="Loading the chart" />
      ) : points.length === 0 ? (
        <div className={classes.empty}>
          Nothing was received or due in this window, so there is nothing to draw. A longer window may have some.
        </div>
      ) : view === 'table' ? (
        <SeriesTable points={points} bucket={bucket} />
      ) : (
        <>
          <Legend defects={drawn} />
          <Suspense
            fallback={<div className={`${classes.chart} sl-skeleton`} role="status" aria-label="Loading the chart" />}
          >
            <LeadTimeChart points={points} bucket={bucket} dark={dark} summary={summary} />
          </Suspense>
        </>
      )}
      {performance ? (
        <div className={classes.chartFoot}>
          <p>{summary}</p>
          <span className={classes.figures}>
            <FreshnessMark freshness={performance.leadTime.freshness} kept={kept} />
            {failure ? <TileFailure {...failure} onRetry={retry} brief /> : null}
          </span>
        </div>
      ) : null}
    </Section>
  );
}

function bucketWord(bucket: Bucket): string {
  return bucket.toLowerCase();
}

function Legend({ defects }: { defects: boolean }): ReactNode {
  const entries = [
    { name: 'Median lead time', colour: 'var(--sl-series-1)', dash: undefined },
    { name: '90th percentile', colour: 'var(--sl-series-2)', dash: '5 3' },
    { name: 'On time', colour: 'var(--sl-series-3)', dash: undefined },
    ...(defects ? [{ name: 'Defects', colour: 'var(--sl-series-4)', dash: undefined }] : []),
  ];
  return (
    <ul className={classes.chartHead}>
      {entries.map(({ name, colour, dash }) => (
        <li key={name}>
          <svg className={classes.swatch} viewBox="0 0 22 8" aria-hidden="true">
            <path d="M1 4h20" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function SeriesTable({ points, bucket }: { points: readonly SeriesPoint[]; bucket: Bucket }): ReactNode {
  return (
    <NumberTable
      label="Lead time and on time over time"
      height={414}
      columns={[
        { key: 'start', name: bucketWord(bucket), text: true },
        { key: 'median', name: 'Median (days)' },
        { key: 'p90', name: '90th percentile (days)' },
        { key: 'n', name: 'Lines received' },
        { key: 'onTime', name: 'On time (%)' },
        { key: 'due', name: 'Lines due' },
        ...(hasDefects(points) ? [{ key: 'defects', name: 'Defects (ppm)' }] : []),
      ]}
      rows={points.map((point) => ({
        key: point.start,
        cells: [
          formatBucket(point.start, bucket),
          formatExact(point.leadTimeMedian),
          formatExact(point.leadTimeP90),
          formatCount(point.leadTimeN),
          percentDigitsExact(point.onTimePercent),
          formatCount(point.dueLines),
          ...(hasDefects(points) ? [formatExact(point.defectPpm)] : []),
        ],
      }))}
    />
  );
}
