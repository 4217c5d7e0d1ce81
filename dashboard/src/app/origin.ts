import type { DataOrigin } from '../gql/graphql';
import type { OriginChoice } from './view';

/** What the shell must know of a source to tell made-up data from real. */
export interface OriginSource {
  id: string;
  simulated: boolean;
}

export interface Origins {
  /** Whose facts the screens are over; null while nobody can say which sources there are: the platform then decides. */
  shown: DataOrigin | null;
  /** There is something to switch between. */
  both: boolean;
}

/**
 * Whose facts to show. What the address says wins; otherwise real data where any real source exists, else simulated.
 *
 * @param sources null when the platform could not say
 */
export function originsOf(sources: readonly OriginSource[] | null, choice: OriginChoice | undefined): Origins {
  const real = sources?.some((source) => !source.simulated) ?? false;
  const simulated = sources?.some((source) => source.simulated) ?? false;
  const byData = real ? 'REAL' : simulated ? 'SIMULATED' : null;
  const chosen = choice === 'real' ? 'REAL' : choice === 'simulated' ? 'SIMULATED' : null;
  return { shown: chosen ?? byData, both: real && simulated };
}
