import type { EChartsCoreOption } from 'echarts/core';
import { formatBucket } from '../../format/date';
import { formatPercentExact } from '../../format/percent';
import { countOf, formatExact } from '../../format/quantity';
import type { Bucket } from '../../gql/graphql';
import type { SeriesPoint } from './overview.model';

/** Names of the three series, in the palette's fixed order. */
export const MEDIAN = 'Median lead time';
export const P90 = '90th percentile';
export const ON_TIME = 'On time';

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
  return [formatBucket(point.start, bucket), ...lead, ...due];
}

/** Where the on-time axis starts: at zero, or higher (and then marked) when all values are far above it. */
export function onTimeFloor(points: readonly SeriesPoint[]): number {
  const least = Math.min(
    100,
    ...points.flatMap(({ onTimePercent }) => (onTimePercent === null ? [] : [onTimePercent])),
  );
  return least < 50 ? 0 : Math.min(80, Math.floor(least / 10) * 10 - (least % 10 < 3 ? 10 : 0));
}

function token(style: CSSStyleDeclaration, name: string): string {
  return style.getPropertyValue(name).trim();
}

/** ECharts options: two grids over one axis of time, gaps drawn as gaps, nothing animated. Colours come from CSS. */
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
  const colours = [1, 2, 3].map((index) => token(style, `--sl-series-${index}`));
  const labels = points.map((point) => formatBucket(point.start, bucket));
  const floor = onTimeFloor(points);
  // Years of quarters read best by their first quarter.
  const byYear = bucket === 'QUARTER' && points.length > 8;
  const text = { color: dim, fontSize: 12, fontFamily: style.fontFamily };
  // A point with gaps on both sides draws no line: it needs a symbol to be seen.
  const alone = (key: 'leadTimeMedian' | 'leadTimeP90' | 'onTimePercent') => (_: unknown, at: { dataIndex: number }) =>
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
    key: 'leadTimeMedian' | 'leadTimeP90' | 'onTimePercent',
    axis: number,
    colour: string | undefined,
    dash: 'solid' | 'dashed',
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
    ],
    xAxis: [category(0, false), category(1, true)],
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
    ],
    series: [
      series(MEDIAN, 'leadTimeMedian', 0, colours[0], 'solid'),
      series(P90, 'leadTimeP90', 0, colours[1], 'dashed'),
      series(ON_TIME, 'onTimePercent', 1, colours[2], 'solid'),
    ],
  };
}
