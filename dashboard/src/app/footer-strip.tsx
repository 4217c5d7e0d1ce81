import type { ReactNode } from 'react';
import { useConnection } from '../apollo/live/live-context';
import { POLL_SECONDS } from '../apollo/polling';
import { secondsSinceAnswer } from '../apollo/server-clock';
import { formatDuration } from '../format/duration';
import { freshnessAt } from '../format/freshness';
import { useNow } from '../ui/clock';
import { FreshnessMark } from '../ui/freshness-mark';
import { Glyph } from '../ui/glyph';
import { syncLink } from './links';
import { useSources } from './sources-context';
import { useOrigins } from './use-origins';
import { fallenSilent, worstSource } from './worst-source';
import classes from './controls.module.css';

/** After this many missed answers the platform counts as not answering. */
const MISSED = 2.5 * POLL_SECONDS;

/** The strip at the bottom: the worst source there is, and whether the page itself is still being refreshed. */
export function FooterStrip(): ReactNode {
  const { sources, failure } = useSources();
  const { shown } = useOrigins();
  const { kind } = useConnection();
  const now = useNow(5);
  const silent = secondsSinceAnswer();
  const lost = silent !== null && silent > MISSED && kind !== 'live' && kind !== 'resting';
  const ofOrigin = sources?.filter(({ simulated }) => shown === null || simulated === (shown === 'SIMULATED')) ?? null;
  // As they are at this moment, not as they were when they were asked for: silence grows between two answers.
  const aged = ofOrigin?.map((source) => ({
    ...source,
    said: source.freshness,
    freshness: { ...source.freshness, ...freshnessAt(source.freshness, now) },
  }));
  const worst = aged ? worstSource(aged) : null;
  const silentNow = aged ? fallenSilent(aged) : null;
  return (
    <div className={classes.footer} role="status" aria-label="Age of the data" aria-live="off">
      {worst ? (
        <span className={classes.sources}>
          {syncLink(<FreshnessMark freshness={{ ...worst.said, weakestSource: worst }} failure={failure} named />)}
          {silentNow ? (
            <FreshnessMark freshness={{ ...silentNow.said, weakestSource: silentNow }} failure={failure} named />
          ) : null}
        </span>
      ) : (
        <span className={classes.live}>
          <Glyph shape="none" />
          {sources ? 'No source has registered yet' : failure ? 'Sources do not answer' : 'Asking the sources…'}
        </span>
      )}
      <span className={classes.live}>
        {lost ? (
          <>
            <Glyph shape="risk" /> No answer for {formatDuration(silent)}
          </>
        ) : (
          // Where room is short it gives way to the sources: that nothing answers is said at any width.
          <span className={classes.cadence}>
            {kind === 'live' ? 'Pushed as it happens' : `Refreshes every ${POLL_SECONDS} s`}
            {silent === null ? '' : ` · last answer ${silent < 5 ? 'just now' : `${formatDuration(silent)} ago`}`}
          </span>
        )}
      </span>
    </div>
  );
}
