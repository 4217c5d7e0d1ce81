import type { Actor } from '@sightline/contracts/actor';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { NOW, StreamSubgraph, streamKeys, streamSupergraph } from '../../test/stream-platform';
import { CompiledOperations } from '../execution/compiled-operations';
import { Callers } from '../guards/callers';
import { Guards } from '../guards/guards';
import { DEFAULT_ALLOWANCES } from '../guards/limits';
import { GatewayMetrics } from '../metrics';
import { SubgraphSources } from '../subgraph-sources';
import { EventAnswers } from './event-answer';
import { SubscriptionPlanner, type SubscriptionPlan } from './plan';
import { OperationReader, type SubscriptionOperation } from './read-operation';

const QUERY = `subscription { lineChanged { note line { id number risk item { id name asked } described: item { sku } } } }`;
const actor: Actor = { id: 'a', name: 'A', persona: 'executive', scopes: [], supplierIds: null, plantIds: null };
const planner = new SubscriptionPlanner(new CompiledOperations(streamSupergraph));
const admission = new Guards({
  schema: planner.schema,
  supergraphSdl: streamSupergraph,
  trusted: new Map([['its own', QUERY]]),
  callers: new Callers(DEFAULT_ALLOWANCES),
}).admit({ query: QUERY }, actor);
if (!admission.ok) throw new Error(JSON.stringify(admission.refusal));
const operation = new OperationReader(planner.schema).read(admission.admitted, actor) as SubscriptionOperation;
const compiled = planner.plan(operation);
const logged: string[] = [];
const log = { info: () => undefined, warn: () => undefined, error: (message: string) => void logged.push(message) };
const metrics = new GatewayMetrics(() => 0);
const subgraphs = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, new StreamSubgraph(name)])) as Record<
  SubgraphName,
  StreamSubgraph
>;
const settings = { signingKeys: streamKeys, clock: { now: () => new Date() }, log, metrics };
const answers = new EventAnswers({
  sources: new SubgraphSources(subgraphs, settings),
  deadlines: { queryMs: 2_000, mutationMs: 2_000, subgraphMs: 1_000 },
  log,
  metrics,
});
const eventOf = (id: string, over: Partial<SubgraphEvent> = {}): SubgraphEvent => ({
  at: NOW,
  data: {
    lineChanged: {
      note: id,
      line: {
        __typename: 'Line',
        id,
        number: `PO-${id}`,
        item: { __typename: 'Item', id: `i${id}` },
        described: { __typename: 'Item', id: `i${id}` },
      },
    },
  },
  ...over,
});
const answer = (event: SubgraphEvent, plan: SubscriptionPlan) =>
  answers.answer(event, plan, operation, actor, new AbortController().signal);

it('our executor covers the plans of subscriptions', () => {
  expect(compiled.compiled).not.toBeNull();
});

describe.each([
  ['our executor', compiled],
  ["Apollo's executor", { ...compiled, compiled: null }],
])('an event completed by %s', (_name, plan) => {
  beforeEach(() => {
    logged.length = 0;
    for (const subgraph of Object.values(subgraphs))
      Object.assign(subgraph, { isDown: false, callsBeforeItIsKnown: 0 });
  });

  it('has what every subgraph adds, for the instant of the event', async () => {
    expect(await answer(eventOf('7'), plan)).toEqual({
      data: {
        lineChanged: {
          note: '7',
          line: {
            id: '7',
            number: 'PO-7',
            risk: 'PO-7 at risk',
            item: { id: 'i7', name: 'Item i7', asked: NOW },
            described: { sku: 'SKU-i7' },
          },
        },
      },
    });
  });

  it('is left as it was: a payload that others share shows nothing of this answer', async () => {
    const event = eventOf('7');
    const before = structuredClone(event);
    await Promise.all([answer(event, plan), answer(event, plan)]);
    expect(event).toEqual(before);
  });

  it('keeps the path and the code of an error that came with it, also of one that is no plain object', async () => {
    const error = { message: 'Not yours.', path: ['lineChanged', 'line'], extensions: { code: 'FORBIDDEN' } };
    const asObject = { ...error, toJSON: () => error };
    for (const given of [error, asObject]) {
      const told = await answer(
        eventOf('7', { data: { lineChanged: { note: 'n', line: null } }, errors: [given] }),
        plan,
      );
      expect(told.data).toEqual({ lineChanged: { note: 'n', line: null } });
      expect(told.errors).toEqual([expect.objectContaining({ message: 'Not yours.', path: error.path })]);
      expect(told.errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('has one error for each place at which a subgraph that is away is missed, and nothing else is lost', async () => {
    subgraphs.inventory.isDown = true;
    const told = await answer(eventOf('7'), plan);
    expect(told.data).toMatchObject({
      lineChanged: { line: { risk: 'PO-7 at risk', item: { id: 'i7', name: null }, described: null } },
    });
    expect(told.errors!.map(({ extensions }) => extensions)).toEqual([
      { code: 'SUBGRAPH_UNAVAILABLE', service: 'inventory' },
      { code: 'SUBGRAPH_UNAVAILABLE', service: 'inventory' },
    ]);
  });

  it('waits a moment for what another part of the platform has not heard of yet', async () => {
    subgraphs.inventory.callsBeforeItIsKnown = 2;
    const told = await answer(eventOf('7'), { ...plan });
    expect(told).toEqual({
      data: {
        lineChanged: expect.objectContaining({
          line: expect.objectContaining({ described: { sku: 'SKU-i7' } }),
        }),
      },
    });
  });

  it('is told with what nobody comes to know missing, and the next one is not held up by it', async () => {
    subgraphs.inventory.callsBeforeItIsKnown = Infinity;
    const stream = { ...plan };
    const first = await answer(eventOf('7'), stream);
    expect(first.errors!.map(({ extensions }) => extensions)).toEqual([{ code: 'ENTITY_UNKNOWN' }]);
    const asked = subgraphs.inventory.calls.length;
    expect(await answer(eventOf('8'), stream)).toMatchObject({ errors: [{ extensions: { code: 'ENTITY_UNKNOWN' } }] });
    // Once for each place of the item.
    expect(subgraphs.inventory.calls.length - asked).toBe(2);
  });

  it('masks what is ours to know, under a trace id', async () => {
    const errors = [{ message: 'duplicate key in pg_17 at 10.0.0.7', extensions: { code: 'INTERNAL' } }];
    const told = await answer(eventOf('7', { errors }), plan);
    expect(told.errors).toEqual([
      expect.objectContaining({
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: expect.any(String) },
      }),
    ]);
    expect(logged).toContain('an error was kept from a caller');
  });

  it('is null when the stream says null', async () => {
    expect(await answer(eventOf('7', { data: { lineChanged: null } }), plan)).toEqual({ data: { lineChanged: null } });
  });
});
