import { useQuery } from '@apollo/client/react';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Failure } from '../apollo/failure';
import { useSyncPulse } from '../apollo/live/use-sync-pulse';
import { polled } from '../apollo/polling';
import { useAnswer } from '../apollo/use-answer';
import { graphql } from '../gql/gql';
import type { FigureFreshness } from '../ui/figure';
import type { OriginSource } from './origin';

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

/** For those who may not see the sources: whether they see any line of either origin. */
const ORIGINS_SEEN = graphql(`
  query OriginsSeen {
    real: purchaseOrderLines(filter: { origin: REAL }, first: 1) {
      edges {
        node {
          id
        }
      }
    }
    simulated: purchaseOrderLines(filter: { origin: SIMULATED }, first: 1) {
      edges {
        node {
          id
        }
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
  /** What tells real from simulated: the sources, or the lines that one sees where one may not see those. */
  origins: readonly OriginSource[] | null;
  /** The platform has answered, well or badly. */
  asked: boolean;
  /** What went wrong with the last attempt; sources, if there are any, are then from an earlier one. */
  failure: Failure | null;
}

const Sources = createContext<SourcesState>({ sources: null, origins: null, asked: false, failure: null });

/** Asks once, for the whole shell, which sources there are and how old their data is. */
export function SourcesProvider({ children }: { children: ReactNode }): ReactNode {
  const result = useQuery(SOURCE_FRESHNESS, polled);
  const { value: sources, failure, refetch } = useAnswer(result, result.data?.sourceSystems, 'sources');
  useSyncPulse(refetch);
  const blind = sources === null && failure !== null;
  const seen = useQuery(ORIGINS_SEEN, { ...polled, skip: !blind });
  const lines = seen.data;
  const origins = useMemo((): readonly OriginSource[] | null => {
    if (sources !== null || lines === undefined) return sources;
    return [
      ...(lines.real?.edges.length ? [{ id: 'real', simulated: false }] : []),
      ...(lines.simulated?.edges.length ? [{ id: 'simulated', simulated: true }] : []),
    ];
  }, [sources, lines]);
  const asked =
    sources !== null || (blind ? lines !== undefined || seen.error !== undefined : result.data !== undefined);
  return <Sources value={{ sources, origins, asked, failure }}>{children}</Sources>;
}

/** Which sources there are, and how old their data is. */
export function useSources(): SourcesState {
  return useContext(Sources);
}
