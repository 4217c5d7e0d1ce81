import { formatBucket } from '../../format/date';
import { formatPercentExact } from '../../format/percent';
import { countOf, formatCompact, formatExact, formatTile } from '../../format/quantity';
import type { Bucket } from '../../gql/graphql';
import type { ChartEvent, ChartPanel, ChartSpec } from '../../ui/series-chart.options';
import { hasDefects, notable, type SeriesPoint } from './overview.model';

/** The lines of a point's tooltip, also what is read aloud; figures are exact here. */
export function tooltipText(point: SeriesPoint, bucket: Bucket): string[] {
  const lead =
    point.leadTimeN === 0
      ? ['no line received']
      : [
          `median ${formatExact(point.leadTimeMedian)} days`,
          `90th percentile ${point.leadTimeP90 === null ? 'not shown under 10 lines' : `${formatExact(point.leadTimeP90)} days`}`,
          `${countOf(point.leadTimeN, 'line')} received`,
        ];
  const due =
    point.dueLines === 0
      ? ['no line due']
      : [`on time ${formatPercentExact(point.onTimePercent)}`, `${countOf(point.dueLines, 'line')} due`];
  const defects = (point.defectPpm ?? null) === null ? [] : [`defects ${formatExact(point.defectPpm)} ppm`];
  return [formatBucket(point.start, bucket), ...lead, ...due, ...defects];
}

/** Where the on-time axis starts: at zero, or higher (and then marked) when all values are far above it. */
export function onTimeFloor(points: readonly SeriesPoint[]): number {
  const least = Math.min(
    100,
    ...points.flatMap(({ onTimePercent }) => (onTimePercent === null ? [] : [onTimePercent])),
  );
  return least < 50 ? 0 : Math.min(80, Math.floor(least / 10) * 10 - (least % 10 < 3 ? 10 : 0));
}

/** Lead time, below it on time and, where quality answers, defects: a chart each, over one axis of time. */
export function leadTimeSpec(points: readonly SeriesPoint[], bucket: Bucket, events: readonly ChartEvent[]): ChartSpec {
  const { longest, latest } = notable(points);
  const at = (index: number | null): SeriesPoint | undefined => (index === null ? undefined : points[index]);
  const slowest = at(longest);
  const worst = at(latest);
  return {
    labels: points.map((point) => formatBucket(point.start, bucket)),
    told: (index) => {
      const point = points[index];
      const happened = events.filter((event) => event.index === index).map(({ words }) => words);
      return point ? [...tooltipText(point, bucket), ...happened] : [];
    },
    events,
    // Years of quarters read best by their first quarter.
    ...(bucket === 'QUARTER' && points.length > 8
      ? { written: { when: (label) => label.startsWith('Q1'), as: (label) => label.slice(3) } }
      : {}),
    panels: [
      {
        title: 'Days, order sent to received',
        height: 190,
        format: formatCompact,
        series: [
          {
            name: 'Median lead time',
            kind: 'line',
            colour: 1,
            values: points.map((point) => point.leadTimeMedian),
            note:
              longest === null || slowest === undefined
                ? null
                : {
                    index: longest,
                    words: `longest median: ${formatTile(slowest.leadTimeMedian)} d, ${formatBucket(slowest.start, bucket)}`,
                  },
          },
          {
            name: '90th percentile',
            kind: 'line',
            colour: 2,
            dashed: true,
            values: points.map((point) => point.leadTimeP90),
          },
        ],
      },
      {
        ...onTimeAxis(onTimeFloor(points)),
        height: 84,
        format: (percent) => `${percent}`,
        series: [
          {
            name: 'On time',
            kind: 'line',
            colour: 3,
            values: points.map((point) => point.onTimePercent),
            note:
              latest === null || worst === undefined
                ? null
                : { index: latest, words: `fewest on time: ${formatBucket(worst.start, bucket)}` },
          },
        ],
      },
      ...(hasDefects(points) ? [defectsPanel(points)] : []),
    ],
  };
}

function onTimeAxis(floor: number): Pick<ChartPanel, 'title' | 'min' | 'max' | 'step'> {
  const marked = floor === 0 ? '' : ` (axis starts at ${floor} %)`;
  return { title: `% of lines due that were on time${marked}`, min: floor, max: 100, step: (100 - floor) / 2 };
}

function defectsPanel(points: readonly SeriesPoint[]): ChartPanel {
  return {
    title: 'Defective parts per million delivered',
    height: 74,
    format: formatCompact,
    series: [{ name: 'Defects', kind: 'line', colour: 4, values: points.map((point) => point.defectPpm ?? null) }],
  };
}
