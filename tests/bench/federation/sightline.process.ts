/** Sightline's gateway as it is shipped: tokens of an OIDC issuer, guards, signed calls, masking. Apart or together. */
import { readFileSync } from 'node:fs';
import { DEFAULT_DEADLINES } from '@sightline/gateway/config';
import { DEFAULT_ALLOWANCES } from '@sightline/gateway/guards/limits';
import { startGateway } from '@sightline/gateway/main';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import { httpSubgraphPort } from '@sightline/kit/server/http-subgraph-port';
import { BENCH_KEYS } from './bench-keys';
import type { BenchInputs } from './bench-inputs';
import { modelNamed } from './models';
import { benchPort } from './bench-ports';
import { serveBench } from './served-process';

/** The clients ask as fast as they can; what they ask is judged and counted as ever, but never more than allowed. */
const UNLIMITED = { ...DEFAULT_ALLOWANCES.sources, capacity: 1e12, perSecond: 1e12 };

async function main(): Promise<void> {
  const [file = '', mode] = process.argv.slice(2);
  const { model, urls, supergraph, issuer, scratch } = JSON.parse(readFileSync(file, 'utf8')) as BenchInputs;
  const portOf = (name: SubgraphName): SubgraphPort =>
    mode === 'together' ? benchPort(modelNamed(model), name, BENCH_KEYS) : httpSubgraphPort(name, urls[name]);
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraphSdl: supergraph,
    ports: Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, portOf(name)])) as Record<SubgraphName, SubgraphPort>,
    signingKeys: BENCH_KEYS,
    keysDir: scratch,
    dashboardDir: null,
    clock: { now: () => new Date() },
    log: () => undefined,
    config: {
      production: true,
      devIssuer: 'off',
      oidc: issuer,
      deadlines: DEFAULT_DEADLINES,
      allowances: { readers: UNLIMITED, sources: UNLIMITED },
      trustedDocuments: [],
    },
  });
  serveBench(`${gateway.url}/graphql`);
}

void main();
