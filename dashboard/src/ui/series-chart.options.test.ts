import { chartHeight, seriesOptions, type ChartSpec } from './series-chart.options';

const spec: ChartSpec = {
  labels: ['<W1>', 'W2'],
  told: (index) => [spec.labels[index] ?? '', 'defects 3 ppm'],
  panels: [
    {
      title: 'Defects (ppm)',
      height: 180,
      format: String,
      series: [{ name: 'Defects', kind: 'line', colour: 1, values: [null, 3] }],
      reference: { value: 2, name: 'whole window: 2 ppm' },
    },
    {
      title: 'Lots',
      height: 70,
      step: 3,
      format: String,
      series: [{ name: 'Lots', kind: 'bar', colour: 2, values: [0, 4] }],
    },
  ],
};

interface Drawn {
  grid: { top: number; height: number }[];
  xAxis: { axisLabel: { show: boolean } }[];
  yAxis: { min: number; max?: number }[];
  series: { name: string; data: unknown[]; connectNulls?: boolean; markLine?: { data: { yAxis: number }[] } }[];
  tooltip: { formatter: (shown: unknown) => string };
}

const drawn = (): Drawn => seriesOptions(spec, getComputedStyle(document.body)) as unknown as Drawn;

describe('charts over one axis of time', () => {
  it('stand under each other without touching, and only the last names the time', () => {
    const { grid, xAxis } = drawn();
    expect((grid[1]?.top ?? 0) > (grid[0]?.top ?? 0) + (grid[0]?.height ?? 0)).toBe(true);
    expect(chartHeight(spec) > (grid[1]?.top ?? 0) + (grid[1]?.height ?? 0)).toBe(true);
    expect(xAxis.map(({ axisLabel }) => axisLabel.show)).toEqual([false, true]);
  });

  it('draw a gap as a gap and begin at zero', () => {
    const { series, yAxis } = drawn();
    expect(series[0]).toMatchObject({ data: [null, 3], connectNulls: false });
    expect(yAxis.map(({ min }) => min)).toEqual([0, 0]);
  });

  it('end their axis at the first step above the largest value, where the steps are named', () => {
    expect(drawn().yAxis.map(({ max }) => max ?? null)).toEqual([null, 6]);
  });

  it('draw the named level where it is asked for only', () => {
    const { series } = drawn();
    expect(series.map(({ markLine }) => markLine?.data[0]?.yAxis ?? null)).toEqual([2, null]);
  });

  it('let no name become markup', () => {
    expect(drawn().tooltip.formatter([{ dataIndex: 0 }])).toBe('<strong>&lt;W1&gt;</strong><br>defects 3 ppm');
  });
});

describe('what happened', () => {
  it('is a numbered line through all charts, one for all events of a bucket', () => {
    const marked = { ...spec, events: [1, 1].map((index, place) => ({ index, words: `event ${place}` })) };
    const { series } = seriesOptions(marked, getComputedStyle(document.body)) as unknown as {
      series: { name: string; markLine?: { data: { xAxis: number; label: { formatter: string } }[] } }[];
    };
    const lines = series.filter(({ name }) => name === 'Events').map(({ markLine }) => markLine?.data);
    expect(lines).toEqual([[{ xAxis: 1, label: { formatter: '1, 2' } }], [{ xAxis: 1, label: { formatter: '1, 2' } }]]);
  });
});
