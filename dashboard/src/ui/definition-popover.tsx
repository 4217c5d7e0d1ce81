import type { ReactNode } from 'react';
import { formatDay, formatInstant } from '../format/date';
import { formatDuration } from '../format/duration';
import { countOf, formatCount, formatExact } from '../format/quantity';
import { basisWords } from './figure-words';
import { IconButton } from './button';
import { InfoIcon } from './icons';
import { Popup } from './popup';
import type { FigureFacts } from './figure';
import classes from './definition-popover.module.css';

interface DefinitionPopoverProps {
  /** Name of the figure, e.g. "On time". */
  title: string;
  facts: FigureFacts;
  /** The exact value or values behind what the tile rounds. */
  exact?: readonly { label: string; text: string }[];
}

/** What a figure means: words, formula, window, population and everything that was left out, with the reason. */
export function DefinitionPopover(props: DefinitionPopoverProps): ReactNode {
  return (
    <Popup
      label={`What ${props.title} means`}
      align="end"
      width={360}
      trigger={(trigger) => (
        <IconButton
          {...trigger}
          className={classes.trigger}
          variant="subtle"
          size={28}
          aria-label={`What ${props.title} means`}
        >
          <InfoIcon />
        </IconButton>
      )}
    >
      {() => <Definition {...props} />}
    </Popup>
  );
}

function Definition({ title, facts, exact = [] }: DefinitionPopoverProps): ReactNode {
  const { definition, window, freshness } = facts;
  return (
    <div className={classes.card}>
      <h3 className={classes.title} tabIndex={-1} data-autofocus>
        {title}
      </h3>
      <p className={classes.text}>{definition.description}</p>
      <p className={classes.formula}>{definition.formula}</p>
      <dl className={classes.facts}>
        {exact.map(({ label, text }) => (
          <Fact key={label} name={label}>
            {text}
          </Fact>
        ))}
        <Fact name="Counted">{countOf(facts.n, 'row')}</Fact>
        <Fact name="Window">
          {formatDay(window.from)} – {formatDay(window.to)}, {basisWords(window.basis)} ({window.timeZone})
        </Fact>
        <Fact name="As of">{formatInstant(facts.asOf, 'UTC')}</Fact>
        {facts.knownAt === facts.asOf ? null : <Fact name="As known at">{formatInstant(facts.knownAt, 'UTC')}</Fact>}
        <Fact name="Complete to">
          {formatInstant(freshness.asOf, 'UTC')}
          {freshness.budgetSeconds === null ? '' : `; promise ${formatDuration(freshness.budgetSeconds)}`}
        </Fact>
        <Fact name="Sources">
          {countOf(freshness.sources, 'flow')}
          {freshness.weakestSource ? `, weakest ${freshness.weakestSource.name}` : ''}
          {freshness.completeness === null ? '' : `, ${formatExact(freshness.completeness * 100)} % complete`}
        </Fact>
        <Fact name="Definition">
          <code>{definition.id}</code>
        </Fact>
      </dl>
      {facts.excluded.length === 0 ? (
        <p className={classes.text}>No row was left out.</p>
      ) : (
        <>
          <h4 className={classes.subtitle}>Left out</h4>
          <ul className={classes.excluded}>
            {facts.excluded.map((exclusion) => (
              <li key={exclusion.code}>
                <span>{formatCount(exclusion.count)}</span>
                <span>
                  {exclusion.label} <code>{exclusion.code}</code>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
