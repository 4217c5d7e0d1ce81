import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

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
        onQueryUpdated: (query) => query.getCurrentResult().error !== undefined,
      });
      // What fails again shows on its own tile.
      asked.catch(() => undefined);
    }, RETRY_MS);
    return () => window.clearInterval(timer);
  }, [client]);
}
