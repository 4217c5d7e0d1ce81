import type { ReactNode } from 'react';
import { freshnessAt, type FreshnessStatus } from '../format/freshness';
import { formatInstant } from '../format/date';
import { formatDuration } from '../format/duration';
import { useNow } from './clock';
import { ageWords } from './figure-words';
import { Glyph } from './glyph';
import type { FigureFreshness } from './figure';
import type { FailureFacts } from './tile-failure';
import classes from './freshness-mark.module.css';

interface FreshnessMarkProps {
  freshness: FigureFreshness;
  /** Why the last attempt to refresh failed: the value shown is an earlier one. */
  failure?: Pick<FailureFacts, 'part' | 'message'> | null;
  /** Whether the weakest source is named: true always, false never (it stands beside); left out when it is at fault. */
  named?: boolean;
}

/** A source that does not keep its promise is named wherever its age stands: whom to ask is the first question. */
const AT_FAULT: ReadonlySet<FreshnessStatus> = new Set(['AGEING', 'STALE', 'NEVER', 'UNKNOWN']);

/** How old a figure is, growing while one looks: shape, word and age, and the promise in the tooltip. */
export function FreshnessMark({ freshness, failure = null, named }: FreshnessMarkProps): ReactNode {
  const moves = freshness.status === 'FRESH' || freshness.status === 'AGEING' || freshness.status === 'STALE';
  const now = freshnessAt(freshness, useNow(moves ? 5 : 0));
  const words = ageWords(now.status, now.ageSeconds, freshness.asOf, named !== true);
  const atFault = (named ?? AT_FAULT.has(now.status)) ? (freshness.weakestSource?.name ?? null) : null;
  const who = failure === null ? atFault : failure.part;
  const promise =
    freshness.budgetSeconds === null ? '' : `, promised to stay under ${formatDuration(freshness.budgetSeconds)}`;
  const why = failure === null ? '' : `${failure.message} `;
  const source = freshness.weakestSource ? `Weakest source: ${freshness.weakestSource.name}${promise}. ` : '';
  return (
    <span
      className={classes.mark}
      data-status={failure === null ? now.status : 'STALE'}
      title={`${why}${source}Complete up to ${formatInstant(freshness.asOf, 'UTC')}.`}
    >
      <Glyph shape={failure === null ? words.shape : 'stale'} />
      <span className={classes.text}>
        <strong>{failure === null ? words.word : 'Not refreshed'}</strong>
        {who ? ` · ${who}` : null}
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
