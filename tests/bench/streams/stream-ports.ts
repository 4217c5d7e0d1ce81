import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { NonceWindow } from '@sightline/contracts/nonce-window';
import { SIGNATURE_HEADER, verifyCall } from '@sightline/contracts/signed-call';
import {
  STREAM_HEARTBEAT_MS,
  type GraphQLRequestBody,
  type GraphQLResponseBody,
  type SubgraphEvent,
  type SubgraphPort,
} from '@sightline/contracts/subgraph-port';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { BENCH_KEYS } from '../federation/bench-keys';
import { changeAt, SDL } from './stream-schema';

const NOW = '2026-03-14T09:30:07.123Z';

/** A log that grows when the bench says so. */
export class BenchLog {
  place = 0;
  private waiting: (() => void)[] = [];

  advance(): void {
    this.place += 1;
    this.wake();
  }

  wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  moved(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const resolvers = {
  suppliers: {},
  inventory: { Item: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Item ${id}`, onHand: 12.5 }) } },
  production: {
    Item: {
      __resolveReference: ({ id }: { id: string }) => ({ id, nextOrder: { number: 'WO-1', startsOn: '2026-03-20' } }),
    },
    WorkOrder: { __resolveReference: ({ number }: { number: string }) => ({ number, startsOn: '2026-03-20' }) },
  },
  quality: {},
  operations: { WorkOrder: { __resolveReference: ({ number }: { number: string }) => ({ number, delayMinutes: 40 }) } },
} as const;

/** A subgraph of the stream benches, its data in memory; a signature is verified where there is one. */
export class StreamPort implements SubgraphPort {
  private readonly schema: GraphQLSchema;
  private readonly documents = new Map<string, DocumentNode>();
  private readonly nonces = new NonceWindow();

  constructor(
    readonly name: SubgraphName,
    private readonly log: BenchLog,
  ) {
    this.schema = buildSubgraphSchema([{ typeDefs: parse(SDL[name]), resolvers: resolvers[name] as never }]);
  }

  async send(path: string, body: string, headers: Readonly<Record<string, string>>): ReturnType<SubgraphPort['send']> {
    this.verify(path, body, headers);
    return { status: 200, body: await this.execute(JSON.parse(body) as GraphQLRequestBody, {}) };
  }

  async *subscribe(
    body: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): AsyncGenerator<SubgraphEvent, void, void> {
    this.verify('subscribe', body, headers);
    const asked = JSON.parse(body) as GraphQLRequestBody;
    const after = asked.variables?.['sightlineAfter'] ?? asked.variables?.['after'];
    let place = typeof after === 'string' ? Number(after.slice(1)) : this.log.place;
    let previous = typeof after === 'string' ? after : null;
    const told = async (kind: string): Promise<SubgraphEvent> => {
      const change = changeAt(place, kind, previous);
      previous = change.cursor;
      return { at: NOW, ...(await this.execute(asked, { lineChanged: change })) };
    };
    const left = (): void => this.log.wake();
    signal.addEventListener('abort', left, { once: true });
    if (previous === null) yield await told('SNAPSHOT');
    while (!signal.aborted) {
      const beatMs = Date.now() + STREAM_HEARTBEAT_MS;
      while (place >= this.log.place && Date.now() < beatMs && !signal.aborted)
        await this.log.moved(beatMs - Date.now());
      if (signal.aborted) return;
      if (place >= this.log.place) {
        yield await told('HEARTBEAT');
        continue;
      }
      place += 1;
      yield await told('UPDATED');
    }
  }

  private verify(path: string, body: string, headers: Readonly<Record<string, string>>): void {
    if (headers[SIGNATURE_HEADER] === undefined) return;
    const verified = verifyCall(BENCH_KEYS, this.name, path, headers, body, Date.now(), this.nonces);
    if (!verified.ok) throw new Error(verified.reason);
  }

  private async execute(asked: GraphQLRequestBody, rootValue: object): Promise<GraphQLResponseBody> {
    const document = this.documents.get(asked.query) ?? parse(asked.query);
    this.documents.set(asked.query, document);
    const result = await execute({
      schema: this.schema,
      document,
      rootValue,
      variableValues: asked.variables ?? {},
      operationName: asked.operationName,
    });
    return result as GraphQLResponseBody;
  }
}
