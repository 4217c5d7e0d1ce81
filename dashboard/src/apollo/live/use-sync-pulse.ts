import { graphql } from '../../gql/gql';
import { usePulse } from '../polling';
import { useStream } from './live-context';
import { streamOf } from './stream-spec';

/** Every screen listens to it: as long as facts come, it speaks about once a second, and while none do, it says so. */
const SYNC_PULSE = graphql(`
  subscription SyncPulse($after: Cursor) {
    syncHealthChanged(after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      health {
        id
      }
    }
  }
`);

const PULSE_MS = 5_000;

/** Calls `refetch` while facts keep coming from anywhere, every 5 s at most: for what is about the pipeline itself. */
export function useSyncPulse(refetch: () => unknown): void {
  const pulse = usePulse(refetch, PULSE_MS);
  useStream(streamOf('figures', 'syncHealthChanged', SYNC_PULSE, {}), { onChange: pulse, onRefetch: pulse });
}
