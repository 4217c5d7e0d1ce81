import type { ReactNode } from 'react';
import { freshnessAt, type FreshnessStatus } from '../format/freshness';
import { formatInstant } from '../format/date';
import { formatDuration } from '../format/duration';
import { useNow } from './clock';
import { ageWords } from './figure-words';
import { Glyph } from './glyph';
import type { FigureFreshness } from './figure';
import classes from './freshness-mark.module.css';

interface FreshnessMarkProps {
  freshness: FigureFreshness;
  /** Set when the last attempt to refresh failed: the value shown is an earlier one. */
  kept?: boolean;
  /** Name the weakest source as well, also while it keeps its promise. */
  named?: boolean;
}

/** A source that does not keep its promise is named wherever its age stands: whom to ask is the first question. */
const AT_FAULT: ReadonlySet<FreshnessStatus> = new Set(['AGEING', 'STALE', 'NEVER', 'UNKNOWN']);

/** How old a figure is, growing while one looks: shape, word and age, and the promise in the tooltip. */
export function FreshnessMark({ freshness, kept = false, named = false }: FreshnessMarkProps): ReactNode {
  const moves = freshness.status === 'FRESH' || freshness.status === 'AGEING' || freshness.status === 'STALE';
  const now = freshnessAt(freshness, useNow(moves ? 5 : 0));
  const words = ageWords(now.status, now.ageSeconds, freshness.asOf, !named);
  const who = named || (!kept && AT_FAULT.has(now.status)) ? freshness.weakestSource : null;
  const promise =
    freshness.budgetSeconds === null ? '' : `, promised to stay under ${formatDuration(freshness.budgetSeconds)}`;
  const source = freshness.weakestSource ? `Weakest source: ${freshness.weakestSource.name}${promise}. ` : '';
  return (
    <span
      className={classes.mark}
      data-status={kept ? 'STALE' : now.status}
      title={`${source}Complete up to ${formatInstant(freshness.asOf, 'UTC')}.`}
    >
      <Glyph shape={kept ? 'stale' : words.shape} />
      <span className={classes.text}>
        <strong>{kept ? 'Not refreshed' : words.word}</strong>
        {who ? ` · ${who.name}` : null}
        {words.detail ? (
          <>
            {' · '}
            {freshness.asOf ? <time dateTime={freshness.asOf}>{words.detail}</time> : words.detail}
          </>
        ) : null}
      </span>
    </span>
  );
}
