import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { presentInstant } from '@sightline/contracts/request-instant';
import { signCall, type SigningKeys } from '@sightline/contracts/signed-call';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { GraphQLResponseBody, SubgraphPort } from '@sightline/contracts/subgraph-port';
import { readGatewayConfig } from '@sightline/gateway/config';
import { startGateway, type RunningGateway } from '@sightline/gateway/main';
import { readSdl } from '@sightline/kit/server/build-schema';
import { httpSubgraphPort } from '@sightline/kit/server/http-subgraph-port';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { serveSubgraph, type ServedSubgraph } from '@sightline/kit/server/serve-subgraph';
import { startSubgraph, type RunningSubgraph } from '@sightline/kit/server/start-subgraph';
import { actorOf } from '@sightline/kit/testing/run-platform';
import { scriptedSubgraph } from '@sightline/kit/testing/scripted-port';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { inventoryResolvers, productsResolvers, usersResolvers } from './suite-data';

const KEYS: SigningKeys = {
  current: { kid: 'conformance', secret: 'a secret of tests, longer than 32 bytes' },
  previous: null,
};
const clock = { now: () => new Date() };

/** A subgraph without a single row: what the suite asks for is federation, and nothing of it is stored. */
const manifest = (
  name: SubgraphName,
  folder: string,
  resolvers: Readonly<Record<string, object>>,
): SubgraphManifest => ({
  name,
  schemaDir: path.join(__dirname, folder),
  entities: [],
  migrations: [],
  resolvers,
  makeContext: (base) => base,
  consumers: [],
  project: () => Promise.resolve(),
  flowOf: () => null,
});

/** The platform's list of names is closed, so the suite's three subgraphs go by names of ours. */
export const PRODUCTS = 'production';
const MANIFESTS: readonly SubgraphManifest[] = [
  manifest(PRODUCTS, 'products', productsResolvers),
  manifest('suppliers', 'users', usersResolvers),
  manifest('inventory', 'inventory', inventoryResolvers),
];

/** The suite's three subgraphs as processes of ours serve them, over HTTP and signed, and our gateway before them. */
export class SuitePlatform {
  private readonly running: RunningSubgraph[] = [];
  private readonly served: ServedSubgraph[] = [];
  private readonly keysDir = mkdtempSync(path.join(tmpdir(), 'sightline suite '));
  private gateway: RunningGateway | null = null;
  private token = '';

  private constructor(private readonly database: TestDatabase) {}

  static async start(): Promise<SuitePlatform> {
    const platform = new SuitePlatform(await createTestDatabase());
    await platform.launch();
    return platform;
  }

  private async launch(): Promise<void> {
    const ports = new Map<SubgraphName, SubgraphPort>();
    for (const one of MANIFESTS) {
      const subgraph = await startSubgraph(one, {
        databaseUrl: this.database.urlOf(one.name),
        signingKeys: KEYS,
        cursorKey: 'a key of tests for cursors',
        clock,
        upstream: (name) => scriptedSubgraph(name).port,
        log: () => undefined,
        background: false,
      });
      this.running.push(subgraph);
      const served = await serveSubgraph(subgraph, { host: '127.0.0.1', port: 0 });
      this.served.push(served);
      ports.set(one.name, httpSubgraphPort(one.name, served.url));
    }
    this.products = ports.get(PRODUCTS)!;
    const port = (name: SubgraphName): SubgraphPort => ports.get(name) ?? scriptedSubgraph(name).port;
    this.gateway = await startGateway({
      host: '127.0.0.1',
      port: 0,
      supergraphSdl: composeSuite(),
      ports: {
        suppliers: port('suppliers'),
        inventory: port('inventory'),
        production: port('production'),
        quality: port('quality'),
        operations: port('operations'),
      },
      signingKeys: KEYS,
      keysDir: this.keysDir,
      dashboardDir: null,
      clock,
      log: () => undefined,
      config: readGatewayConfig({}),
    });
    const answer = await this.post('/dev/token', { persona: 'executive' });
    this.token = String(answer['token']);
  }

  private products: SubgraphPort | null = null;

  /** Asks the products subgraph itself, signed, as a gateway does. */
  async askProducts(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLResponseBody> {
    const body = JSON.stringify({ query, variables });
    const call = {
      actor: actorOf('executive'),
      instant: presentInstant(clock.now().toISOString()),
      requestId: randomUUID(),
      deadlineMs: Date.now() + 5_000,
    };
    const headers = signCall(KEYS, PRODUCTS, 'graphql', call, body, Date.now());
    const answer = await this.products!.send('graphql', body, headers);
    if (answer.status !== 200) throw new Error(`products answered with status ${answer.status}`);
    return answer.body as GraphQLResponseBody;
  }

  /** Asks through the gateway, as a client does. */
  askGateway(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLResponseBody> {
    return this.post('/graphql', { query, variables });
  }

  private async post(address: string, body: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.gateway!.url}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  }

  async stop(): Promise<void> {
    await this.gateway?.stop();
    await Promise.all(this.served.map((one) => one.close()));
    for (const one of this.running) await one.stop();
    await this.database.drop();
    rmSync(this.keysDir, { recursive: true, force: true });
  }
}

function composeSuite(): string {
  const services = MANIFESTS.map(({ name, schemaDir }) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(readSdl(schemaDir)),
  }));
  const composed = composeServices(services);
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.join('\n'));
  return composed.supergraphSdl;
}
