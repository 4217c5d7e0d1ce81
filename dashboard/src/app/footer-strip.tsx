import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { describeFailure } from '../apollo/failure';
import { POLL_SECONDS, polled } from '../apollo/polling';
import { secondsSinceAnswer } from '../apollo/server-clock';
import { useKept } from '../apollo/use-kept';
import { formatDuration } from '../format/duration';
import { graphql } from '../gql/gql';
import { useNow } from '../ui/clock';
import { FreshnessMark } from '../ui/freshness-mark';
import { Glyph } from '../ui/glyph';
import { worstSource } from './worst-source';
import classes from './controls.module.css';

const SOURCE_FRESHNESS = graphql(`
  query SourceFreshness {
    sourceSystems {
      id
      name
      freshness {
        ...FreshnessParts @unmask
      }
    }
  }
`);

/** After this many missed answers the platform counts as not answering. */
const MISSED = 2.5 * POLL_SECONDS;

/** The strip at the bottom: the worst source there is, and whether the page itself is still being refreshed. */
export function FooterStrip(): ReactNode {
  const { data, error } = useQuery(SOURCE_FRESHNESS, polled);
  const { value: sources, kept } = useKept(data?.sourceSystems, 'sources');
  const failure = describeFailure(error);
  useNow(5);
  const silent = secondsSinceAnswer();
  const lost = silent !== null && silent > MISSED;
  const worst = sources ? worstSource(sources) : null;
  return (
    <div className={classes.footer} role="status" aria-label="Age of the data" aria-live="off">
      {worst ? (
        <FreshnessMark freshness={{ ...worst.freshness, weakestSource: worst }} kept={kept} named />
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
          <>
            <span className={classes.cadence}>Refreshes every {POLL_SECONDS} s ·</span>
            {silent === null ? '' : `last answer ${silent < 5 ? 'just now' : `${formatDuration(silent)} ago`}`}
          </>
        )}
      </span>
    </div>
  );
}
