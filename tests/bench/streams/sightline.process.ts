/** Sightline's gateway as it is shipped, apart: tokens of an OIDC issuer, limits, signed calls, masking. */
import { readFileSync } from 'node:fs';
import { DEFAULT_ALLOWANCES } from '@sightline/gateway/guards/limits';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { httpSubgraphPort } from '@sightline/kit/server/http-subgraph-port';
import { startBenchGateway, type BenchGatewayOptions } from '../federation/bench-gateway';
import { answerCalls, startedWith } from './answer-calls';

export interface GatewayInput extends Pick<BenchGatewayOptions, 'issuer'> {
  urls: Readonly<Record<SubgraphName, string>>;
  /** A folder with `supergraph.graphql`. */
  scratch: string;
  /** 0 takes a free one. */
  port: number;
}

async function main(): Promise<void> {
  const { urls, issuer, scratch, port } = startedWith<GatewayInput>();
  const gateway = await startBenchGateway({
    port,
    issuer,
    scratch,
    supergraph: readFileSync(`${scratch}/supergraph.graphql`, 'utf8'),
    portOf: (name) => httpSubgraphPort(name, urls[name]),
    allowance: DEFAULT_ALLOWANCES.readers,
  });
  answerCalls({ port: () => Number(new URL(gateway.url).port) });
}

void main();
