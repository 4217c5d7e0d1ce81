import { useQuery } from '@apollo/client/react';
import { useMemo, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatBucket } from '../../format/date';
import { formatPercentExact, formatPercentTile, percentDigitsExact } from '../../format/percent';
import { countOf, formatCount } from '../../format/quantity';
import type { ProductionFiguresQueryVariables, WorkOrderFilter } from '../../gql/graphql';
import type { FigureFreshness } from '../../ui/figure';
import type { ChartSpec } from '../../ui/series-chart.options';
import { SeriesSection, type SeriesView } from '../../ui/series-section';
import { WORK_ORDER_CHANGED } from './live.query';
import { bucketFor, trimSeries, type ProductionPoint } from './production.model';
import { PRODUCTION_SERIES } from './production.query';

interface ProductionSeriesProps {
  variables: ProductionFiguresQueryVariables;
  /** The orders whose changes move the figures. */
  narrowing: WorkOrderFilter;
  past: boolean;
  span: { from: string; to: string };
  freshness: FigureFreshness | null;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** Schedule adherence and first-pass yield over time, with the orders that they are over. */
export function ProductionSeries({ variables, narrowing, past, span, ...rest }: ProductionSeriesProps): ReactNode {
  const bucket = bucketFor(span.from, span.to);
  const asked = { ...variables, bucket };
  const result = useQuery(PRODUCTION_SERIES, { ...useLivePolling(), variables: asked });
  const { value, failure, refetch } = useAnswer(result, result.data?.productionPerformance?.series, asked);
  const pulse = usePulse(refetch, 10_000);
  useStream(past ? null : streamOf('facts', 'workOrderChanged', WORK_ORDER_CHANGED, { filter: narrowing }), {
    onChange: pulse,
    onRefetch: pulse,
  });
  const points = useMemo(() => (value ? trimSeries(value) : null), [value]);
  const spec = useMemo((): ChartSpec | null => {
    if (points === null) return null;
    const percent = (shares: readonly (number | null)[]): { min: number; max: number } => {
      const least = Math.min(100, ...shares.filter((share) => share !== null));
      return { min: least >= 60 ? 50 : 0, max: 100 };
    };
    const shares = points.flatMap((point) => [point.scheduleAdherencePercent, point.firstPassYieldPercent]);
    const axis = percent(shares);
    return {
      labels: points.map(({ start }) => formatBucket(start, bucket)),
      told: (index) => told(points[index], bucket),
      panels: [
        {
          title: axis.min === 0 ? 'Percent' : `Percent (axis starts at ${axis.min} %)`,
          step: 25,
          height: 180,
          ...axis,
          format: (value) => `${value}`,
          series: [
            {
              name: 'Schedule adherence',
              kind: 'line',
              colour: 1,
              values: points.map((point) => point.scheduleAdherencePercent),
            },
            {
              name: 'First-pass yield',
              kind: 'line',
              colour: 2,
              dashed: true,
              values: points.map((point) => point.firstPassYieldPercent),
            },
          ],
        },
        {
          title: 'Orders due',
          height: 70,
          format: formatCount,
          series: [{ name: 'Orders due', kind: 'bar', colour: 3, values: points.map((point) => point.dueOrders) }],
        },
      ],
    };
  }, [points, bucket]);
  return (
    <SeriesSection
      {...rest}
      id="production-series"
      title="Kept to plan, and right the first time"
      description={`By ${bucket.toLowerCase()}: adherence of the orders due in it, yield of the orders completed in it.`}
      spec={spec}
      summary={points === null ? '' : summaryOf(points, bucket)}
      empty={
        points?.length === 0 ? 'No order was due or completed in this window. A longer window may have some.' : null
      }
      failure={failure}
      table={{
        columns: [
          { key: 'start', name: bucket.toLowerCase(), text: true },
          { key: 'adherence', name: 'Schedule adherence (%)' },
          { key: 'due', name: 'Orders due' },
          { key: 'yield', name: 'First-pass yield (%)' },
          { key: 'completed', name: 'Orders completed' },
        ],
        rows: (points ?? []).map((point) => ({
          key: point.start,
          cells: [
            formatBucket(point.start, bucket),
            percentDigitsExact(point.scheduleAdherencePercent),
            formatCount(point.dueOrders),
            percentDigitsExact(point.firstPassYieldPercent),
            formatCount(point.completedOrders),
          ],
        })),
      }}
    />
  );
}

type BucketName = ReturnType<typeof bucketFor>;

function told(point: ProductionPoint | undefined, bucket: BucketName): string[] {
  if (!point) return [];
  return [
    formatBucket(point.start, bucket),
    point.dueOrders === 0
      ? 'no order due'
      : `schedule adherence ${formatPercentExact(point.scheduleAdherencePercent)} of ${countOf(point.dueOrders, 'order')}`,
    point.completedOrders === 0
      ? 'no order completed'
      : `first-pass yield ${formatPercentExact(point.firstPassYieldPercent)} of ${countOf(point.completedOrders, 'order')}`,
  ];
}

function summaryOf(points: readonly ProductionPoint[], bucket: BucketName): string {
  const known = points.filter((point) => point.scheduleAdherencePercent !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'No schedule adherence is known in this window.';
  const least = known.reduce((worst, point) =>
    (point.scheduleAdherencePercent ?? 0) < (worst.scheduleAdherencePercent ?? 0) ? point : worst,
  );
  return (
    `Schedule adherence went from ${formatPercentTile(first.scheduleAdherencePercent)} in ${formatBucket(first.start, bucket)} ` +
    `to ${formatPercentTile(last.scheduleAdherencePercent)} in ${formatBucket(last.start, bucket)}; ` +
    `lowest ${formatPercentTile(least.scheduleAdherencePercent)} in ${formatBucket(least.start, bucket)}.`
  );
}
