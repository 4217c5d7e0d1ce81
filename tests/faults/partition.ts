import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ALLOWANCES } from '@sightline/gateway/guards/limits';
import type { RunningGateway } from '@sightline/gateway/main';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { httpSubgraphPort } from '@sightline/kit/server/http-subgraph-port';
import { PAGE } from '../bench/federation/bench-data';
import { startBenchGateway } from '../bench/federation/bench-gateway';
import { BenchProcess } from '../bench/federation/bench-process';
import { OPERATION, supergraph } from '../bench/federation/bench-schema';
import { Principals } from '../bench/federation/principals';
import { TcpProxy } from '../testkit/tcp-proxy';

export interface PartAnswer {
  status: number;
  ms: number;
  suppliers: { name: string | null; lines: { item: Record<string, unknown> | null }[] | null }[] | null;
  errors: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

/**
 * The gateway before five subgraphs in another process, each behind a network of its own that can fail. The subgraphs are
 * those of the bench: what is tried here is the traffic, and it needs no database.
 */
export class PartitionedPlatform {
  private constructor(
    private readonly scratch: string,
    private readonly subgraphs: BenchProcess,
    private readonly principals: Principals,
    readonly networks: Readonly<Record<SubgraphName, TcpProxy>>,
    private readonly gateway: RunningGateway,
    private readonly token: string,
  ) {}

  static async start(): Promise<PartitionedPlatform> {
    const scratch = mkdtempSync(join(tmpdir(), 'sightline faults '));
    const principals = await Principals.start();
    const subgraphs = await BenchProcess.start(join(__dirname, '..', 'bench', 'federation', 'subgraphs.process.ts'));
    const urls = subgraphs.told as Record<SubgraphName, string>;
    const networks = {} as Record<SubgraphName, TcpProxy>;
    for (const name of SUBGRAPH_NAMES) networks[name] = await TcpProxy.start(urls[name]);
    const gateway = await startBenchGateway({
      supergraph: supergraph(urls),
      issuer: principals.issuer,
      scratch,
      portOf: (name) => httpSubgraphPort(name, networks[name].url),
      allowance: PLENTY,
    });
    return new PartitionedPlatform(scratch, subgraphs, principals, networks, gateway, principals.tokens(1)[0]!);
  }

  /** @param query  Default: the operation that crosses all five */
  async ask(query = OPERATION, variables: object = { first: PAGE, offset: 0 }): Promise<PartAnswer> {
    const began = performance.now();
    const answer = await fetch(`${this.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await answer.json()) as { data?: PartAnswer | null; errors?: PartAnswer['errors'] };
    return {
      status: answer.status,
      ms: performance.now() - began,
      suppliers: body.data?.suppliers ?? null,
      errors: body.errors ?? [],
    };
  }

  /** A figure of /metrics of one subgraph. */
  async metric(name: string, service: SubgraphName, also = ''): Promise<number> {
    const text = await (await fetch(`${this.gateway.url}/metrics`)).text();
    const line = text
      .split('\n')
      .find((one) => one.startsWith(name) && one.includes(`service="${service}"`) && one.includes(also));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    for (const network of Object.values(this.networks)) await network.close();
    await this.subgraphs.stop();
    await this.principals.stop();
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

const PLENTY = { ...DEFAULT_ALLOWANCES.readers, capacity: 1e12, perSecond: 1e12, atOnce: 1_000, waiting: 1_000 };
