import { useId, type ReactNode } from 'react';
import { countOf } from '../format/quantity';
import { DefinitionPopover } from './definition-popover';
import { FreshnessMark } from './freshness-mark';
import { reasonWords } from './figure-words';
import { ChevronRight } from './icons';
import { TileFailure, type FailureFacts } from './tile-failure';
import type { FigureFacts } from './figure';
import classes from './figure-tile.module.css';

/** One number on a tile. `text` is rounded for reading, `exact` is what it stands for. */
export interface Reading {
  label?: string;
  text: string;
  unit?: string;
  exact: string;
}

interface FigureTileProps {
  title: string;
  /** Null while the first answer is on its way, or when none came. */
  facts: FigureFacts | null;
  /** The first one is the tile's headline. */
  readings: readonly Reading[];
  /** One line under the numbers. */
  context?: ReactNode;
  /** What went wrong with the last attempt; with `facts` present the tile keeps them and says so. */
  failure?: FailureFacts | null;
  /** Draws attention by a bar in the state's colour; the words must say the same. */
  tone?: 'plain' | 'watch' | 'risk';
  /** Two readings that need a line each: the room is there before they are. */
  tall?: boolean;
  /** E.g. "2,921 rows". */
  rowsLabel?: string;
  onRows?: () => void;
}

/** A number that shows its meaning, its age and its rows; and, when there is none, the reason. */
export function FigureTile(props: FigureTileProps): ReactNode {
  const { title, facts, readings, context, failure, tone = 'plain', tall = false, rowsLabel, onRows } = props;
  const heading = useId();
  return (
    <section
      className={classes.tile}
      aria-labelledby={heading}
      data-tone={tone}
      data-tall={tall}
      data-kept={Boolean(failure && facts)}
    >
      <header className={classes.head}>
        <h3 id={heading}>{title}</h3>
        {facts ? <DefinitionPopover title={title} facts={facts} exact={exactOf(readings)} /> : null}
      </header>
      {facts ? (
        <>
          <Readings readings={readings} />
          <p className={classes.context}>{facts.reason ? whyNone(facts) : context}</p>
          <footer className={classes.foot}>
            <FreshnessMark freshness={facts.freshness} failure={failure} />
            {failure ? <TileFailure {...failure} brief /> : null}
            {onRows && rowsLabel ? (
              <button
                type="button"
                className={classes.rows}
                onClick={onRows}
                aria-label={`Rows behind ${title}: ${rowsLabel}`}
              >
                {rowsLabel}
                <ChevronRight />
              </button>
            ) : null}
          </footer>
        </>
      ) : failure ? (
        <TileFailure {...failure} />
      ) : (
        <TilePlaceholder />
      )}
    </section>
  );
}

/** Why there is no value. Where rows were there and all of them left out, what left out most of them says more. */
function whyNone(facts: FigureFacts): string {
  const most = facts.excluded.reduce<(typeof facts.excluded)[number] | null>(
    (best, one) => (best === null || one.count > best.count ? one : best),
    null,
  );
  if (facts.reason === 'NO_DATA' && facts.n === 0 && most !== null) {
    return `${countOf(most.count, 'row')} left out: ${most.label.charAt(0).toLowerCase()}${most.label.slice(1)}`;
  }
  return reasonWords(facts);
}

/** All rows behind a figure, counted and left out: "2,921 rows". */
export function rowsLabel(figure: Pick<FigureFacts, 'n' | 'excluded'>): string {
  return countOf(figure.n + figure.excluded.reduce((sum, { count }) => sum + count, 0), 'row');
}

function exactOf(readings: readonly Reading[]): { label: string; text: string }[] {
  return readings.map((reading) => ({ label: reading.label ?? 'Exactly', text: reading.exact }));
}

function Readings({ readings }: { readings: readonly Reading[] }): ReactNode {
  return (
    <div className={classes.readings}>
      {readings.map((reading, index) => (
        <div
          key={reading.label ?? index}
          className={index === 0 ? classes.primary : classes.secondary}
          title={reading.exact}
        >
          <span className={classes.value}>
            {reading.text}
            {reading.unit ? <span className={classes.unit}>{reading.unit}</span> : null}
          </span>
          {reading.label ? <span className={classes.label}>{reading.label}</span> : null}
        </div>
      ))}
    </div>
  );
}

function TilePlaceholder(): ReactNode {
  return (
    <div className={classes.placeholder} role="status" aria-label="Loading">
      <span className="sl-skeleton" style={{ height: 36, width: '55%' }} />
      <span className="sl-skeleton" style={{ height: 16, width: '80%' }} />
      <span className="sl-skeleton" style={{ height: 16, width: '65%' }} />
    </div>
  );
}
