import { useEffect, useRef } from 'react';
import { useConnection } from './live/live-context';

/** Without a live connection figures are asked for again this often. Said on every screen. */
export const POLL_SECONDS = 30;
/** With one, still this often: what hangs on the clock alone (ages, what becomes overdue at midnight) has no event. */
const SLOW_SECONDS = 300;

const hidden = (): boolean => document.visibilityState === 'hidden';

/** Options of a query that no stream covers: ask again every POLL_SECONDS, but not while nobody looks. */
export const polled = {
  pollInterval: POLL_SECONDS * 1000,
  skipPollAttempt: hidden,
  // A part of the platform that is down nulls only its own fields; what answered is shown.
  errorPolicy: 'all',
  notifyOnNetworkStatusChange: true,
} as const;

/** Options of a query whose figures a stream pushes: asked for again often only while there is no live connection. */
export function useLivePolling(): Omit<typeof polled, 'pollInterval'> & { pollInterval: number } {
  const live = useConnection().kind === 'live';
  return { ...polled, pollInterval: (live ? SLOW_SECONDS : POLL_SECONDS) * 1000 };
}

/** What hangs on a stream and is not in it is asked for again at most this often. */
export const PULSE_MS = 3_000;

/**
 * Calls `refetch` after `pulse()`, at once and then at most every `everyMs` while pulses keep coming: a hundred facts a
 * second ask for a table no more often than one reads it.
 */
export function usePulse(refetch: () => unknown, everyMs: number = PULSE_MS): () => void {
  const latest = useRef(refetch);
  latest.current = refetch;
  const state = useRef<{ last: number; timer: number | null }>({ last: 0, timer: null });
  useEffect(() => {
    const { current } = state;
    return () => {
      if (current.timer !== null) window.clearTimeout(current.timer);
      current.timer = null;
    };
  }, []);
  return useRef(() => {
    const { current } = state;
    if (current.timer !== null) return;
    const wait = Math.max(0, current.last + everyMs - Date.now());
    current.timer = window.setTimeout(() => {
      current.timer = null;
      current.last = Date.now();
      latest.current();
    }, wait);
  }).current;
}
