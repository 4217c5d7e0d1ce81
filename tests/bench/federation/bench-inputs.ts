import type { SubgraphName } from '@sightline/contracts/subgraph-names';

/** What every server of a gateway bench is given, in a file: its peers are plain scripts without our types. */
export interface BenchInputs {
  /** Name of the model. */
  model: string;
  /** Where the subgraphs are served. */
  urls: Readonly<Record<SubgraphName, string>>;
  supergraph: string;
  federation1: Readonly<Partial<Record<SubgraphName, string>>>;
  /** Null: only gateways are measured. */
  monolith: string | null;
  /** All data, for servers that federate nothing. */
  suppliers: readonly unknown[];
  /** What has to be answered to each set of variables, in the form of the specification; none without a monolith. */
  answers: readonly string[];
  /** Whose tokens Sightline believes here. */
  issuer: { issuer: string; audience: string; jwksUrl: string };
  /** A folder that goes when the bench ends. */
  scratch: string;
}
