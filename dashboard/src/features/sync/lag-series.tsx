import { useMemo, type ReactNode } from 'react';
import { formatLag } from '../../format/lag';
import { countOf, formatCount } from '../../format/quantity';
import { Segmented } from '../../ui/field';
import type { FigureFreshness } from '../../ui/figure';
import type { ChartSpec } from '../../ui/series-chart.options';
import { SeriesSection, type SeriesView } from '../../ui/series-section';
import type { FailureFacts } from '../../ui/tile-failure';
import { lagStep, pointName, seriesSummary, trimSeries, type LagBucket, type LagPoint } from './sync.model';

interface LagSeriesProps {
  /** Null while the first answer is on its way, or when none came. */
  series: readonly LagPoint[] | null;
  failure: FailureFacts | null;
  freshness: FigureFreshness | null;
  bucket: LagBucket;
  onBucket: (bucket: LagBucket) => void;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** Lag over time: the two percentiles apart, because one of seconds and one of hours share no scale. */
export function LagSeries({ series, bucket, onBucket, ...rest }: LagSeriesProps): ReactNode {
  const points = useMemo(() => (series ? trimSeries(series) : null), [series]);
  const spec = useMemo((): ChartSpec | null => {
    if (points === null) return null;
    const axis = (seconds: number): string => formatLag(seconds);
    return {
      labels: points.map(({ start }) => pointName(start, bucket)),
      told: (index) => told(points[index], bucket),
      panels: [
        {
          title: '95th percentile, happened to readable here',
          height: 130,
          step: lagStep(
            points.map((one) => one.p95Seconds),
            4,
          ),
          format: axis,
          series: [{ name: '95th percentile', kind: 'line', colour: 1, values: points.map((one) => one.p95Seconds) }],
        },
        {
          title: 'Median',
          height: 70,
          step: lagStep(
            points.map((one) => one.p50Seconds),
            2,
          ),
          format: axis,
          series: [
            { name: 'Median', kind: 'line', colour: 2, dashed: true, values: points.map((one) => one.p50Seconds) },
          ],
        },
        {
          title: 'Facts',
          height: 50,
          format: formatCount,
          series: [{ name: 'Facts', kind: 'bar', colour: 3, values: points.map((one) => one.n) }],
        },
      ],
    };
  }, [points, bucket]);
  return (
    <SeriesSection
      {...rest}
      id="lag-series"
      title="Lag over time"
      description={`End to end, by the ${bucket.toLowerCase()} (UTC) in which facts became readable here.`}
      actions={
        <Segmented<LagBucket>
          label="How long a point is"
          data={[
            { value: 'HOUR', label: 'Hours' },
            { value: 'DAY', label: 'Days' },
          ]}
          value={bucket}
          onChange={onBucket}
        />
      }
      spec={spec}
      summary={points === null ? '' : seriesSummary(points, bucket)}
      empty={
        points?.length === 0
          ? 'No fact became readable in this window: lag is measured live, and history loaded after the fact has none.'
          : null
      }
      table={{
        columns: [
          { key: 'start', name: bucket.toLowerCase(), text: true },
          { key: 'p50', name: 'Median' },
          { key: 'p95', name: '95th percentile' },
          { key: 'n', name: 'Facts' },
        ],
        rows: (points ?? []).map((point) => ({
          key: point.start,
          cells: [
            pointName(point.start, bucket),
            formatLag(point.p50Seconds),
            formatLag(point.p95Seconds),
            formatCount(point.n),
          ],
        })),
      }}
    />
  );
}

function told(point: LagPoint | undefined, bucket: LagBucket): string[] {
  if (!point) return [];
  return [
    `${pointName(point.start, bucket)} UTC`,
    point.n === 0 ? 'no fact' : `median ${formatLag(point.p50Seconds)}`,
    point.p95Seconds === null
      ? '95th percentile not shown under 20 facts'
      : `95th percentile ${formatLag(point.p95Seconds)}`,
    countOf(point.n, 'fact'),
  ];
}
