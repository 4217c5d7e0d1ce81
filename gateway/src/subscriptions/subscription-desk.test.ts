import type { Actor } from '@sightline/contracts/actor';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { StreamSubgraph, streamKeys, streamSupergraph } from '../../test/stream-platform';
import { CompiledOperations } from '../execution/compiled-operations';
import { Callers } from '../guards/callers';
import { Guards } from '../guards/guards';
import { DEFAULT_ALLOWANCES } from '../guards/limits';
import { GatewayMetrics } from '../metrics';
import { SubgraphSources } from '../subgraph-sources';
import type { Member } from './member';
import type { StreamOver } from './refusal';
import { SubscriptionDesk } from './subscription-desk';

const PLAIN = 'subscription { lineChanged { kind } }';
const actor: Actor = { id: 'a', name: 'A', persona: 'executive', scopes: [], supplierIds: null, plantIds: null };

class Recorder implements Member {
  heard = 0;
  over: StreamOver | null = null;
  readonly isBehind = false;
  deliver(): boolean {
    this.heard += 1;
    return true;
  }
  giveUp(): void {}
  end(over: StreamOver): void {
    this.over = over;
  }
}

const ports = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, new StreamSubgraph(name)])) as Record<
  SubgraphName,
  StreamSubgraph
>;
const operations = new CompiledOperations(streamSupergraph);
const guards = new Guards({
  schema: operations.planner.schemas.api,
  supergraphSdl: streamSupergraph,
  trusted: new Map([['own', PLAIN]]),
  callers: new Callers(DEFAULT_ALLOWANCES),
});
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const metrics = new GatewayMetrics(() => 0);
const clock = { now: () => new Date() };

it('a stream that the new schema’s planner cannot plan is told so, and the reload goes on', async () => {
  const desk = new SubscriptionDesk({
    operations,
    guards,
    ports,
    sources: new SubgraphSources(ports, { signingKeys: streamKeys, clock, log, metrics }),
    signingKeys: streamKeys,
    deadlines: { queryMs: 2_000, mutationMs: 2_000, subgraphMs: 1_000 },
    clock,
    log,
    metrics,
  });
  const subscription = desk.prepare({ query: PLAIN }, actor);
  if (!('plan' in subscription)) throw new Error(JSON.stringify(subscription));
  const member = new Recorder();
  desk.join(member, subscription);
  while (member.heard === 0) await new Promise((resolve) => setTimeout(resolve, 5));

  const planner = Object.create(operations.planner) as typeof operations.planner;
  planner.plan = () => {
    throw new Error('Apollo’s planner has a fault.');
  };
  desk.reload({ context: operations.context, planner }, guards);
  expect(member.over?.errors).toEqual([
    expect.objectContaining({ extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } }),
  ]);
  desk.stop();
});
