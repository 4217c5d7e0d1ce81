import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { describeFailure } from './failure';

const RETRY_MS = 10_000;

/**
 * Asks again every 10 s for what failed, and for nothing else: a part of the platform that comes back is on the screen
 * without anybody pressing "try again". A hidden tab rests.
 */
export function useRetryFailed(): void {
  const client = useApolloClient();
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      const asked = client.refetchQueries({
        include: 'active',
        onQueryUpdated: (query) => {
          const failure = describeFailure(query.getCurrentResult().error);
          // What one may not see one may not see in ten seconds either.
          return failure !== null && failure.code !== 'FORBIDDEN';
        },
      });
      // What fails again shows on its own tile.
      asked.catch(() => undefined);
    }, RETRY_MS);
    return () => window.clearInterval(timer);
  }, [client]);
}
