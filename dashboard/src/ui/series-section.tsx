import { lazy, Suspense, type ReactNode } from 'react';
import { Segmented } from './field';
import type { FigureFreshness } from './figure';
import { FreshnessMark } from './freshness-mark';
import { NumberTable } from './number-table';
import { Section } from './section';
import { chartHeight, type ChartSpec } from './series-chart.options';
import { TileFailure, type FailureFacts } from './tile-failure';
import { patiently } from './patient-import';
import classes from './series-section.module.css';

const SeriesChart = lazy(async () => ({ default: (await patiently(() => import('./series-chart'))).SeriesChart }));

export type SeriesView = 'chart' | 'table';

interface SeriesSectionProps {
  id: string;
  title: string;
  description: string;
  /** Controls before the choice of chart or table. */
  actions?: ReactNode;
  /** Null while the first answer is on its way, or when none came. */
  spec: ChartSpec | null;
  /** The same numbers, exact: the chart's equal. */
  table: {
    columns: readonly { key: string; name: string; text?: boolean }[];
    rows: readonly { key: string; cells: readonly ReactNode[] }[];
  };
  /** What the chart says, in words. */
  summary: string;
  /** Why there is nothing to draw, and what to do; null when there is something. */
  empty: string | null;
  freshness: FigureFreshness | null;
  failure: FailureFacts | null;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** Room that the chart takes before its series are known. */
const USUAL_HEIGHT = 330;

/** Figures over time, as a chart or as the same numbers in a table. */
export function SeriesSection(props: SeriesSectionProps): ReactNode {
  const { id, title, description, actions, spec, table, summary, empty, freshness, failure, view, onView } = props;
  const height = spec ? chartHeight(spec) : USUAL_HEIGHT;
  const waiting = (
    <div className={`${classes.chart} sl-skeleton`} style={{ height }} role="status" aria-label="Loading the chart" />
  );
  return (
    <Section
      id={id}
      card
      title={title}
      description={description}
      actions={
        <>
          {actions}
          <Segmented<SeriesView>
            label="Show as"
            data={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
            value={view}
            onChange={onView}
          />
        </>
      }
    >
      {spec === null ? (
        failure ? (
          <TileFailure {...failure} />
        ) : (
          waiting
        )
      ) : empty !== null ? (
        <div className={classes.empty} style={{ height: USUAL_HEIGHT }}>
          {empty}
        </div>
      ) : view === 'table' ? (
        <NumberTable label={`${title}, as a table`} height={height} columns={table.columns} rows={table.rows} />
      ) : (
        <>
          <Legend spec={spec} />
          <Suspense fallback={waiting}>
            <SeriesChart spec={spec} dark={props.dark} summary={summary} />
          </Suspense>
          {spec.events?.length ? (
            <ol className={classes.events} aria-label="What happened, by its number in the chart">
              {spec.events.map(({ words, shown }) => (
                <li key={words}>{shown ?? words}</li>
              ))}
            </ol>
          ) : null}
        </>
      )}
      {spec ? (
        <div className={classes.foot}>
          <p>{summary}</p>
          <span className={classes.figures}>
            {freshness ? <FreshnessMark freshness={freshness} failure={failure} /> : null}
            {failure ? <TileFailure {...failure} brief /> : null}
          </span>
        </div>
      ) : null}
    </Section>
  );
}

/** Names of the series beside their line or column, in the palette's order. */
function Legend({ spec }: { spec: ChartSpec }): ReactNode {
  return (
    <ul className={classes.legend}>
      {spec.panels
        .flatMap(({ series }) => series)
        .map(({ name, kind, colour, dashed }) => (
          <li key={name}>
            <svg className={classes.swatch} viewBox="0 0 22 8" aria-hidden="true">
              {kind === 'bar' ? (
                <rect x="6" y="0" width="10" height="8" fill={`var(--sl-series-${colour})`} opacity="0.75" />
              ) : (
                <path
                  d="M1 4h20"
                  stroke={`var(--sl-series-${colour})`}
                  strokeWidth="2.5"
                  strokeDasharray={dashed ? '5 3' : undefined}
                />
              )}
            </svg>
            {name}
          </li>
        ))}
    </ul>
  );
}
