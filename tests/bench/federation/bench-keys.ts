import type { SigningKeys } from '@sightline/contracts/signed-call';

/** Between the bench's own processes, for as long as it runs. */
export const BENCH_KEYS: SigningKeys = {
  current: { kid: 'bench', secret: 'between the processes of a bench, and nowhere else' },
  previous: null,
};
