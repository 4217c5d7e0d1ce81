import { BarChart, LineChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';
import { chartHeight, seriesOptions, type ChartSpec } from './series-chart.options';
import classes from './series-section.module.css';

register([
  LineChart,
  BarChart,
  GridComponent,
  TooltipComponent,
  AxisPointerComponent,
  MarkLineComponent,
  MarkPointComponent,
  CanvasRenderer,
]);

interface SeriesChartProps {
  spec: ChartSpec;
  dark: boolean;
  /** What the chart shows, in words. */
  summary: string;
}

/** Figures over time, one chart under the other on one axis. Arrow keys move the cursor and read the point aloud. */
export function SeriesChart({ spec, dark, summary }: SeriesChartProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const cursor = useRef(-1);
  const height = chartHeight(spec);

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const made = init(element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = host.current;
    if (element) chart.current?.setOption(seriesOptions(spec, getComputedStyle(element)), { notMerge: true });
  }, [spec, dark]);

  const move = (to: number): void => {
    cursor.current = Math.min(Math.max(to, 0), spec.labels.length - 1);
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: cursor.current });
    if (live.current) live.current.textContent = spec.told(cursor.current).join(', ');
  };

  return (
    <>
      <div
        ref={host}
        className={classes.chart}
        style={{ height }}
        role="application"
        aria-roledescription="chart"
        aria-label={`${summary} Arrow keys read it point by point.`}
        tabIndex={0}
        onKeyDown={(event) => {
          const steps: Readonly<Record<string, number>> = {
            ArrowRight: cursor.current + 1,
            ArrowLeft: cursor.current < 0 ? spec.labels.length - 1 : cursor.current - 1,
            Home: 0,
            End: spec.labels.length - 1,
          };
          const to = steps[event.key];
          if (to === undefined) return;
          event.preventDefault();
          move(to);
        }}
        onBlur={() => chart.current?.dispatchAction({ type: 'hideTip' })}
      />
      <div ref={live} className="sl-unseen" aria-live="polite" />
    </>
  );
}
