import { useQuery } from '@apollo/client/react';
import { useMemo, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatBucket } from '../../format/date';
import { countOf, formatCompact, formatCount, formatDecimal, formatExact, formatTile } from '../../format/quantity';
import type { QualityFiguresQueryVariables } from '../../gql/graphql';
import type { FigureFreshness } from '../../ui/figure';
import type { ChartSpec } from '../../ui/series-chart.options';
import { SeriesSection, type SeriesView } from '../../ui/series-section';
import { QUALITY_CHANGED } from './live.query';
import { bucketFor, seriesSummary, trimSeries, type BucketName, type DefectPoint } from './quality.model';
import { QUALITY_SERIES } from './quality.query';

interface QualitySeriesProps {
  variables: QualityFiguresQueryVariables;
  past: boolean;
  span: { from: string; to: string };
  /** The figure of the whole window, found in samples; drawn across. */
  whole: number | null;
  freshness: FigureFreshness | null;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** Defects over time, and how many lots they were found in. */
export function QualitySeries({ variables, past, span, whole, ...rest }: QualitySeriesProps): ReactNode {
  const bucket = bucketFor(span.from, span.to);
  const asked = { ...variables, bucket };
  const result = useQuery(QUALITY_SERIES, { ...useLivePolling(), variables: asked });
  const { value, failure, refetch } = useAnswer(result, result.data?.qualityPerformance?.series, asked);
  // The same stream as the tiles': the changes of one are the changes of the other.
  const pulse = usePulse(refetch, 10_000);
  const { scope, window } = variables;
  useStream(past ? null : streamOf('figures', 'qualityPerformanceChanged', QUALITY_CHANGED, { scope, window }), {
    onChange: pulse,
    onRefetch: pulse,
  });
  const points = useMemo(() => (value ? trimSeries(value) : null), [value]);
  const spec = useMemo(
    (): ChartSpec | null =>
      points && {
        labels: points.map(({ start }) => formatBucket(start, bucket)),
        told: (index) => told(points[index], bucket),
        panels: [
          {
            title: 'Defective parts per million, in samples',
            height: 180,
            format: formatCompact,
            series: [{ name: 'Defects', kind: 'line', colour: 1, values: points.map(({ defectPpm }) => defectPpm) }],
            reference: whole === null ? null : { value: whole, name: `whole window: ${formatTile(whole)} ppm` },
          },
          {
            title: 'Lots inspected',
            height: 70,
            format: formatCount,
            series: [
              { name: 'Lots inspected', kind: 'bar', colour: 2, values: points.map(({ inspected }) => inspected) },
            ],
          },
        ],
      },
    [points, bucket, whole],
  );
  return (
    <SeriesSection
      {...rest}
      id="quality-series"
      title="Defects over time"
      description={`By the ${bucket.toLowerCase()} in which the goods were received. Without control limits: they would need the sample sizes of every bucket, which the figures over time do not tell.`}
      spec={spec}
      summary={points === null ? '' : seriesSummary(points, bucket)}
      empty={
        points?.length === 0
          ? 'Nothing was delivered or inspected in this window. A longer window may have some.'
          : null
      }
      failure={failure}
      table={{
        columns: [
          { key: 'start', name: bucket.toLowerCase(), text: true },
          { key: 'ppm', name: 'Defects (ppm)' },
          { key: 'defective', name: 'Defective units' },
          { key: 'delivered', name: 'Units delivered' },
          { key: 'inspected', name: 'Lots inspected' },
        ],
        rows: (points ?? []).map((point) => ({
          key: point.start,
          cells: [
            formatBucket(point.start, bucket),
            formatExact(point.defectPpm),
            formatDecimal(point.defectiveQuantity),
            formatDecimal(point.deliveredQuantity),
            formatCount(point.inspected),
          ],
        })),
      }}
    />
  );
}

function told(point: DefectPoint | undefined, bucket: BucketName): string[] {
  if (!point) return [];
  return [
    formatBucket(point.start, bucket),
    point.defectPpm === null ? 'no defect rate' : `${formatExact(point.defectPpm)} ppm`,
    `${formatDecimal(point.defectiveQuantity)} defective of ${formatDecimal(point.deliveredQuantity)} delivered`,
    `${countOf(point.inspected, 'lot')} inspected`,
  ];
}
