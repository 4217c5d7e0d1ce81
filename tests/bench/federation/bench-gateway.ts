import { DEFAULT_DEADLINES } from '@sightline/gateway/config';
import type { Allowances } from '@sightline/gateway/guards/limits';
import { startGateway, type RunningGateway } from '@sightline/gateway/main';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import { BENCH_KEYS } from './bench-keys';
import type { BenchInputs } from './bench-inputs';

export interface BenchGatewayOptions extends Pick<BenchInputs, 'supergraph' | 'issuer' | 'scratch'> {
  /** Left out: a free one. */
  port?: number;
  portOf: (name: SubgraphName) => SubgraphPort;
  /** What each caller may ask for. */
  allowance: Allowances['readers'];
}

/** The gateway as it is shipped, tokens of an OIDC issuer, guards, signed calls and masking, before the bench's subgraphs. */
export const startBenchGateway = (options: BenchGatewayOptions): Promise<RunningGateway> =>
  startGateway({
    host: '127.0.0.1',
    port: options.port ?? 0,
    supergraphSdl: options.supergraph,
    ports: Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, options.portOf(name)])) as Record<
      SubgraphName,
      SubgraphPort
    >,
    signingKeys: BENCH_KEYS,
    keysDir: options.scratch,
    dashboardDir: null,
    clock: { now: () => new Date() },
    log: () => undefined,
    config: {
      production: true,
      devIssuer: 'off',
      oidc: options.issuer,
      deadlines: DEFAULT_DEADLINES,
      allowances: { readers: options.allowance, sources: options.allowance },
      trustedDocuments: [],
    },
  });
