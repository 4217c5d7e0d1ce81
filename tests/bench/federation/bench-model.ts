import type { SubgraphName } from '@sightline/contracts/subgraph-names';

type Resolvers = Record<string, Record<string, unknown>>;

/** What is asked in a bench, and of which subgraphs. Processes are told its name, and make it anew. */
export interface BenchModel {
  name: string;
  operation: string;
  /** Asked in turn. */
  variables: readonly Readonly<Record<string, unknown>>[];
  sdl: (name: SubgraphName) => string;
  resolvers: (name: SubgraphName) => Resolvers;
  /** The same without federation; null: only gateways are measured. */
  monolith: { sdl: string; federation1: (name: SubgraphName) => string; rootOf: (offset: number) => object } | null;
}
