import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { lastFailure } from './last-failures';
import { useConnection } from './live/live-context';

const RETRY_MS = 10_000;

/**
 * Asks again every 10 s for what failed, and for nothing else: a part of the platform that comes back is on the screen
 * without anybody pressing "try again". At once when the live connection is there again. A hidden tab rests.
 */
export function useRetryFailed(): void {
  const client = useApolloClient();
  const live = useConnection().kind === 'live';
  useEffect(() => {
    const retry = (): void => {
      if (document.visibilityState === 'hidden') return;
      const asked = client.refetchQueries({
        include: 'active',
        onQueryUpdated: (query) => {
          const failure = lastFailure(client, query);
          // What one may not see one may not see in ten seconds either.
          return failure !== null && failure.code !== 'FORBIDDEN';
        },
      });
      // What fails again shows on its own tile.
      asked.catch(() => undefined);
    };
    if (live) retry();
    const timer = window.setInterval(retry, RETRY_MS);
    return () => window.clearInterval(timer);
  }, [client, live]);
}
