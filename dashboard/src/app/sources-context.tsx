import { useQuery } from '@apollo/client/react';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { describeFailure, type Failure } from '../apollo/failure';
import { useSyncPulse } from '../apollo/live/use-sync-pulse';
import { polled } from '../apollo/polling';
import { useKept } from '../apollo/use-kept';
import { graphql } from '../gql/gql';
import type { FigureFreshness } from '../ui/figure';

const SOURCE_FRESHNESS = graphql(`
  query SourceFreshness {
    sourceSystems {
      id
      name
      simulated
      freshness {
        ...FreshnessParts @unmask
      }
    }
  }
`);

export interface Source {
  id: string;
  name: string;
  simulated: boolean;
  freshness: FigureFreshness;
}

export interface SourcesState {
  /** Null while unknown, or when nobody could say. */
  sources: readonly Source[] | null;
  /** The platform has answered, well or badly. */
  asked: boolean;
  /** The last attempt failed: the sources shown are from an earlier one. */
  kept: boolean;
  failure: Failure | null;
}

const Sources = createContext<SourcesState>({ sources: null, asked: false, kept: false, failure: null });

/** Asks once, for the whole shell, which sources there are and how old their data is. */
export function SourcesProvider({ children }: { children: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(SOURCE_FRESHNESS, polled);
  useSyncPulse(refetch);
  const { value, kept } = useKept(data?.sourceSystems, 'sources');
  const sources = value;
  const asked = sources !== null || error !== undefined || data !== undefined;
  const state = useMemo(
    () => ({ sources, asked, kept, failure: describeFailure(error) }),
    [sources, asked, kept, error],
  );
  return <Sources value={state}>{children}</Sources>;
}

/** Which sources there are, and how old their data is. */
export function useSources(): SourcesState {
  return useContext(Sources);
}
