import { InMemoryCache } from '@apollo/client/cache';

/**
 * Entities are known by id. Value types have none: parts of one that different operations asked for belong together,
 * so they merge instead of replacing each other.
 */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      MetricValue: { merge: true },
      Distribution: { merge: true },
      Freshness: { merge: true },
      Volume: { merge: true },
      Window: { merge: true },
      OrderBook: { merge: true },
      LagBreakdown: { merge: true },
      // Rows belong to a figure, not to the cache: the drawer keeps them itself, pinned by their cursor.
      Contribution: { keyFields: false },
      Viewer: { keyFields: [] },
    },
  });
}
