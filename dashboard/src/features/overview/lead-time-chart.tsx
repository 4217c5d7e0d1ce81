import { LineChart } from 'echarts/charts';
import { AxisPointerComponent, GridComponent, MarkPointComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Bucket } from '../../gql/graphql';
import { chartHeight, leadTimeOptions, tooltipText } from './lead-time-chart.options';
import type { SeriesPoint } from './overview.model';
import classes from './overview.module.css';

register([LineChart, GridComponent, TooltipComponent, AxisPointerComponent, MarkPointComponent, CanvasRenderer]);

interface LeadTimeChartProps {
  points: readonly SeriesPoint[];
  bucket: Bucket;
  dark: boolean;
  /** What the chart shows, in words. */
  summary: string;
}

/** Lead time and, below on the same axis of time, on time and defects. Arrow keys move the cursor and read the point aloud. */
export function LeadTimeChart({ points, bucket, dark, summary }: LeadTimeChartProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const cursor = useRef(-1);

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
    if (element)
      chart.current?.setOption(leadTimeOptions(points, bucket, getComputedStyle(element)), { notMerge: true });
  }, [points, bucket, dark]);

  const move = (to: number): void => {
    cursor.current = Math.min(Math.max(to, 0), points.length - 1);
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: cursor.current });
    const point = points[cursor.current];
    if (live.current && point) live.current.textContent = tooltipText(point, bucket).join(', ');
  };

  return (
    <>
      <div
        ref={host}
        className={classes.chart}
        style={{ height: chartHeight(points) }}
        role="application"
        aria-roledescription="chart"
        aria-label={`${summary} Arrow keys read it point by point.`}
        tabIndex={0}
        onKeyDown={(event) => {
          const steps: Readonly<Record<string, number>> = {
            ArrowRight: cursor.current + 1,
            ArrowLeft: cursor.current < 0 ? points.length - 1 : cursor.current - 1,
            Home: 0,
            End: points.length - 1,
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
