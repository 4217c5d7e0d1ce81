/** Until figures are pushed, they are asked for again this often. Said on every screen. */
export const POLL_SECONDS = 30;

/** Options of a live query: ask again every POLL_SECONDS, but not while nobody looks. */
export const polled = {
  pollInterval: POLL_SECONDS * 1000,
  skipPollAttempt: (): boolean => document.visibilityState === 'hidden',
  // A part of the platform that is down nulls only its own fields; what answered is shown.
  errorPolicy: 'all',
  notifyOnNetworkStatusChange: true,
} as const;
