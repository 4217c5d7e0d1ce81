import type { EChartsCoreOption } from 'echarts/core';
import { formatBucket } from '../../format/date';
import { formatPercentExact } from '../../format/percent';
import { countOf, formatCompact, formatExact, formatTile } from '../../format/quantity';
import type { Bucket } from '../../gql/graphql';
import { hasDefects, notable, type SeriesPoint } from './overview.model';

/** Names of the series, in the palette's fixed order. */
export const MEDIAN = 'Median lead time';
export const P90 = '90th percentile';
export const ON_TIME = 'On time';
export const DEFECTS = 'Defects';

/** Height of the chart in pixels; the defects have a grid of their own below the others. */
export function chartHeight(points: readonly SeriesPoint[]): number {
  return hasDefects(points) ? 500 : 390;
}

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

type Key = 'leadTimeMedian' | 'leadTimeP90' | 'onTimePercent' | 'defectPpm';

function token(style: CSSStyleDeclaration, name: string): string {
  return style.getPropertyValue(name).trim();
}

/** ECharts options: two or three grids over one axis of time, gaps drawn as gaps, nothing animated. Colours come from CSS. */
export function leadTimeOptions(
  points: readonly SeriesPoint[],
  bucket: Bucket,
  style: CSSStyleDeclaration,
): EChartsCoreOption {
  const ink = token(style, '--sl-ink');
  const dim = token(style, '--sl-dim');
  const line = token(style, '--sl-line');
  const surface = token(style, '--sl-surface');
  const border = token(style, '--sl-border');
  const colours = [1, 2, 3, 4].map((index) => token(style, `--sl-series-${index}`));
  const labels = points.map((point) => formatBucket(point.start, bucket));
  const floor = onTimeFloor(points);
  const defects = hasDefects(points);
  const { longest, latest } = notable(points);
  // Years of quarters read best by their first quarter.
  const byYear = bucket === 'QUARTER' && points.length > 8;
  const text = { color: dim, fontSize: 12, fontFamily: style.fontFamily };
  // A point with gaps on both sides draws no line: it needs a symbol to be seen.
  const alone = (key: Key) => (_: unknown, at: { dataIndex: number }) =>
    points.length <= 16 ||
    ((points[at.dataIndex - 1]?.[key] ?? null) === null && (points[at.dataIndex + 1]?.[key] ?? null) === null)
      ? 5
      : 0;
  const category = (gridIndex: number, shown: boolean) => ({
    type: 'category' as const,
    gridIndex,
    data: labels,
    boundaryGap: false,
    axisLine: { lineStyle: { color: border } },
    axisTick: { show: false },
    axisLabel: {
      ...text,
      show: shown,
      hideOverlap: true,
      margin: 10,
      ...(byYear
        ? {
            interval: (_: number, label: string) => label.startsWith('Q1'),
            formatter: (label: string) => label.slice(3),
          }
        : { alignMinLabel: 'left', alignMaxLabel: 'right' }),
    },
    splitLine: {
      show: byYear,
      interval: (_: number, label: string) => label.startsWith('Q1'),
      lineStyle: { color: line },
    },
  });
  const series = (
    name: string,
    key: Key,
    axis: number,
    colour: string | undefined,
    dash: 'solid' | 'dashed',
    note: { index: number | null; words: (point: SeriesPoint) => string } | null = null,
  ) => ({
    type: 'line' as const,
    name,
    xAxisIndex: axis,
    yAxisIndex: axis,
    data: points.map((point) => point[key]),
    connectNulls: false,
    color: colour,
    lineStyle: { width: 2, type: dash, color: colour },
    symbol: 'circle',
    showAllSymbol: true,
    symbolSize: alone(key),
    emphasis: { disabled: true },
    // One word on the chart itself, at the point that one asks about first.
    ...(note && note.index !== null && points[note.index]
      ? {
          markPoint: {
            silent: true,
            symbol: 'circle',
            symbolSize: 9,
            itemStyle: { color: 'transparent', borderColor: ink, borderWidth: 1.5 },
            label: {
              show: true,
              position: note.index > points.length / 2 ? 'left' : 'right',
              offset: [0, -14],
              distance: 8,
              color: ink,
              fontSize: 11,
              backgroundColor: surface,
              padding: [1, 3],
              formatter: note.words(points[note.index] as SeriesPoint),
            },
            data: [{ coord: [note.index, points[note.index]?.[key] ?? 0] }],
          },
        }
      : {}),
  });
  return {
    animation: false,
    textStyle: { fontFamily: style.fontFamily },
    axisPointer: {
      link: [{ xAxisIndex: 'all' }],
      lineStyle: { color: dim, type: 'solid', width: 1 },
      label: { show: false },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: surface,
      borderColor: border,
      padding: [8, 12],
      textStyle: { color: ink, fontSize: 13, fontFamily: style.fontFamily },
      formatter: (shown: unknown) => {
        const first: unknown = Array.isArray(shown) ? shown[0] : shown;
        const index =
          typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : Number.NaN;
        const point = points[index];
        if (!point) return '';
        const [title, ...rest] = tooltipText(point, bucket);
        return `<strong>${title}</strong><br>${rest.join('<br>')}`;
      },
    },
    grid: [
      { left: 52, right: 20, top: 30, height: 196 },
      { left: 52, right: 20, top: 274, height: 84 },
      ...(defects ? [{ left: 52, right: 20, top: 394, height: 74 }] : []),
    ],
    xAxis: [category(0, false), category(1, !defects), ...(defects ? [category(2, true)] : [])],
    yAxis: [
      {
        gridIndex: 0,
        min: 0,
        name: 'Days, order sent to received',
        nameLocation: 'end',
        nameTextStyle: { ...text, align: 'left', padding: [0, 0, 4, -52] },
        splitNumber: 4,
        axisLabel: text,
        splitLine: { lineStyle: { color: line } },
      },
      {
        gridIndex: 1,
        min: floor,
        max: 100,
        interval: (100 - floor) / 2,
        name:
          floor === 0
            ? '% of lines due that were on time'
            : `% of lines due that were on time (axis starts at ${floor} %)`,
        nameLocation: 'end',
        nameTextStyle: { ...text, align: 'left', padding: [0, 0, 4, -52] },
        axisLabel: text,
        splitLine: { lineStyle: { color: line } },
      },
      ...(defects
        ? [
            {
              gridIndex: 2,
              min: 0,
              name: 'Defective parts per million delivered',
              nameLocation: 'end' as const,
              nameTextStyle: { ...text, align: 'left' as const, padding: [0, 0, 4, -52] },
              splitNumber: 2,
              axisLabel: { ...text, formatter: (ppm: number) => formatCompact(ppm) },
              splitLine: { lineStyle: { color: line } },
            },
          ]
        : []),
    ],
    series: [
      series(MEDIAN, 'leadTimeMedian', 0, colours[0], 'solid', {
        index: longest,
        words: (point) => `longest median: ${formatTile(point.leadTimeMedian)} d, ${formatBucket(point.start, bucket)}`,
      }),
      series(P90, 'leadTimeP90', 0, colours[1], 'dashed'),
      series(ON_TIME, 'onTimePercent', 1, colours[2], 'solid', {
        index: latest,
        words: (point) => `fewest on time: ${formatBucket(point.start, bucket)}`,
      }),
      ...(defects ? [series(DEFECTS, 'defectPpm', 2, colours[3], 'solid')] : []),
    ],
  };
}
