import type { EChartsCoreOption } from 'echarts/core';
import type { ReactNode } from 'react';

/** One line or row of columns. `values` has one for each label; null is a gap and is drawn as one. */
export interface ChartSeries {
  name: string;
  kind: 'line' | 'bar';
  /** Place in the palette's fixed order. */
  colour: 1 | 2 | 3 | 4;
  dashed?: boolean;
  values: readonly (number | null)[];
  /** A word on the chart itself, at the point that one asks about first. */
  note?: { index: number; words: string } | null;
}

/** Something that happened: a line down through all panels, with its number, told in words under the chart. */
export interface ChartEvent {
  /** The bucket in which it lies. */
  index: number;
  /** When and what, e.g. "12 Nov 2026: lot SIM-7 not accepted". */
  words: string;
  /** The same with links; left out: the words. */
  shown?: ReactNode;
}

/** One of the charts that stand under each other over one axis of time; each has an axis of its own. */
export interface ChartPanel {
  /** What its axis counts, with its unit. */
  title: string;
  height: number;
  /** Left out: zero. */
  min?: number;
  max?: number;
  /** Distance between ticks, up to the first one above the largest value; left out: round numbers. */
  step?: number;
  format: (value: number) => string;
  series: readonly ChartSeries[];
  /** A named level drawn across, e.g. the figure of the whole window. */
  reference?: { value: number; name: string } | null;
}

export interface ChartSpec {
  /** Names of the buckets, in order. */
  labels: readonly string[];
  panels: readonly ChartPanel[];
  /** What the tooltip says of a bucket, and what is read aloud; exact figures. The first names it. */
  told: (index: number) => readonly string[];
  /** In order of time; numbered from 1. */
  events?: readonly ChartEvent[];
  /** Which labels of the axis are written, e.g. the first quarter of each year; left out: as many as there is room for. */
  written?: { when: (label: string) => boolean; as: (label: string) => string };
}

const ABOVE = 30;
const BELOW = 34;

/** Height of the whole chart in pixels. */
export function chartHeight({ panels }: ChartSpec): number {
  return panels.reduce((sum, panel) => sum + ABOVE + panel.height + 12, BELOW);
}

/** Where an axis of named steps ends; undefined: ECharts finds it. */
function topOf({ step, series }: ChartPanel): number | undefined {
  if (step === undefined) return undefined;
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return Math.max(1, Math.ceil(most / step)) * step;
}

/** Events of one bucket share their line: it is marked with the numbers of all of them. */
function numbered(events: readonly ChartEvent[]): { index: number; numbers: string }[] {
  const at = new Map<number, number[]>();
  events.forEach(({ index }, place) => at.set(index, [...(at.get(index) ?? []), place + 1]));
  return [...at].map(([index, places]) => ({ index, numbers: places.join(', ') }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** ECharts options of a chart; nothing is animated, colours come from the page's own style. */
export function seriesOptions(spec: ChartSpec, style: CSSStyleDeclaration): EChartsCoreOption {
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const [ink, dim, line, surface, border] = ['ink', 'dim', 'line', 'surface', 'border'].map((name) =>
    token(`--sl-${name}`),
  );
  const text = { color: dim, fontSize: 12, fontFamily: style.fontFamily };
  const tops = spec.panels.map((_, index) =>
    spec.panels.slice(0, index).reduce((sum, panel) => sum + ABOVE + panel.height + 12, ABOVE),
  );
  const last = spec.panels.length - 1;
  // A point with gaps on both sides draws no line: it needs a symbol to be seen.
  const symbolSize =
    (values: readonly (number | null)[]) =>
    (_: unknown, { dataIndex: at }: { dataIndex: number }): number =>
      values.length <= 16 || ((values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null) ? 5 : 0;
  const drawn = ({ kind, name, colour, dashed, values }: ChartSeries, panel: number): object => {
    const color = token(`--sl-series-${colour}`);
    const common = {
      name,
      color,
      xAxisIndex: panel,
      yAxisIndex: panel,
      data: [...values],
      emphasis: { disabled: true },
    };
    if (kind === 'bar') return { ...common, type: 'bar', barMaxWidth: 18, itemStyle: { color, opacity: 0.75 } };
    return {
      ...common,
      type: 'line',
      connectNulls: false,
      lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid', color },
      symbol: 'circle',
      showAllSymbol: true,
      symbolSize: symbolSize(values),
    };
  };
  const noted = (series: ChartSeries): object => {
    const { note, values } = series;
    const value = note ? (values[note.index] ?? null) : null;
    if (!note || value === null) return {};
    return {
      markPoint: {
        silent: true,
        symbol: 'circle',
        symbolSize: 9,
        itemStyle: { color: 'transparent', borderColor: ink, borderWidth: 1.5 },
        label: {
          show: true,
          position: note.index > values.length / 2 ? 'left' : 'right',
          offset: [0, -14],
          distance: 8,
          color: ink,
          fontSize: 11,
          backgroundColor: surface,
          padding: [1, 3],
          formatter: note.words,
        },
        data: [{ coord: [note.index, value] }],
      },
    };
  };
  const events = numbered(spec.events ?? []);
  // Its number stands over the first panel; through the others goes the line alone.
  const happened = (panel: number): object => ({
    type: 'line',
    name: 'Events',
    xAxisIndex: panel,
    yAxisIndex: panel,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: ink, type: 'dotted', width: 1, opacity: 0.7 },
      label: { ...text, show: panel === 0, position: 'end', distance: 2, color: ink, fontSize: 11 },
      data: events.map(({ index, numbers }) => ({ xAxis: index, label: { formatter: numbers } })),
    },
  });
  const across = ({ value, name }: { value: number; name: string }): object => ({
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: dim, type: 'dashed', width: 1 },
      label: { ...text, formatter: name, position: 'insideStartTop', color: ink, fontSize: 11 },
      data: [{ yAxis: value }],
    },
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
        if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return '';
        const [title = '', ...rest] = spec.told(Number(first.dataIndex)).map(escaped);
        return `<strong>${title}</strong><br>${rest.join('<br>')}`;
      },
    },
    grid: spec.panels.map((panel, index) => ({ left: 56, right: 16, top: tops[index], height: panel.height })),
    xAxis: spec.panels.map((panel, index) => ({
      type: 'category',
      gridIndex: index,
      data: [...spec.labels],
      boundaryGap: true,
      axisLine: { lineStyle: { color: border } },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        show: index === last,
        hideOverlap: true,
        margin: 10,
        ...(spec.written
          ? { interval: (_: number, label: string) => spec.written?.when(label), formatter: spec.written.as }
          : {}),
      },
      splitLine: {
        show: spec.written !== undefined,
        interval: (_: number, label: string) => spec.written?.when(label) ?? false,
        lineStyle: { color: line },
      },
    })),
    yAxis: spec.panels.map((panel, index) => ({
      gridIndex: index,
      min: panel.min ?? 0,
      max: panel.max ?? topOf(panel),
      interval: panel.step,
      name: panel.title,
      nameLocation: 'end',
      nameTextStyle: { ...text, align: 'left', padding: [0, 0, 2, -56] },
      splitNumber: panel.height < 100 ? 2 : 4,
      axisLabel: { ...text, formatter: panel.format },
      splitLine: { lineStyle: { color: line } },
    })),
    series: spec.panels
      .flatMap((panel, index) =>
        panel.series.map((one, at) => ({
          ...drawn(one, index),
          ...noted(one),
          ...(at === 0 && panel.reference ? across(panel.reference) : {}),
        })),
      )
      .concat(events.length === 0 ? [] : spec.panels.map((_, index) => happened(index))),
  };
}
