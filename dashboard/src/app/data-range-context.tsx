import { useQuery } from '@apollo/client/react';
import { createContext, useContext, type ReactNode } from 'react';
import type { Failure } from '../apollo/failure';
import { polled } from '../apollo/polling';
import { failureOf } from '../apollo/use-answer';
import { useKept } from '../apollo/use-kept';
import { DATA_RANGE } from '../features/overview/data-range';
import { dataRange, type DataRange } from '../features/overview/overview.model';
import type { DataOrigin } from '../gql/graphql';
import { useApp } from './app-context';
import { useOrigins } from './use-origins';
import { useSources } from './sources-context';

export interface RangeState {
  /** Undefined while unknown, null when the platform holds nothing or cannot say. */
  range: DataRange | null | undefined;
  /** The platform answers and holds not a single order line. */
  empty: boolean;
  /** Set while the range was never read. */
  failure: Failure | null;
  retry: () => void;
}

const Range = createContext<RangeState>({ range: undefined, empty: false, failure: null, retry: () => undefined });

function useRange(origin: DataOrigin | null, skip: boolean) {
  return useQuery(DATA_RANGE, { ...polled, variables: { filter: origin === null ? null : { origin } }, skip });
}

/** Asks once, for the whole page, from when to when there is data; keeps the answer while later ones fail. */
export function DataRangeProvider({ children }: { children: ReactNode }): ReactNode {
  const { today, identity } = useApp();
  const { shown } = useOrigins();
  const { asked } = useSources();
  // Whose data to look for is known only once the sources have answered, or failed to. Until then both are asked for: the
  // first figures wait for this answer, and this answer need not wait for that one.
  const real = useRange('REAL', shown === null ? asked : shown !== 'REAL');
  const simulated = useRange('SIMULATED', shown === null ? asked : shown !== 'SIMULATED');
  const all = useRange(null, shown !== null || !asked);
  // Of neither is the answer looked at while it is not known whose data are shown.
  const result = shown === 'REAL' ? real : shown === 'SIMULATED' ? simulated : asked ? all : null;
  const data = result?.data;
  const failure = result ? failureOf(result) : null;
  const who = JSON.stringify([identity, shown]);
  const earliest = useKept(data?.earliest, who);
  const lastPromised = useKept(data?.lastPromised, who);
  const latest = useKept(data?.latest, who);
  const state: RangeState = {
    range: earliest
      ? dataRange(
          [earliest, lastPromised, latest].map((line) => line?.edges[0]?.node),
          today,
        )
      : failure || data
        ? null
        : undefined,
    empty: earliest?.edges.length === 0,
    failure: earliest ? null : failure,
    retry: () => void result?.refetch(),
  };
  return <Range value={state}>{children}</Range>;
}

/** From when to when there is data. */
export function useDataRange(): RangeState {
  return useContext(Range);
}
