/**
 * What is usual with @apollo/gateway: each client has its own stream, and each event is completed by Apollo's executor for
 * each client, with its fetches over HTTP.
 */
import { buildOperationContext, executeQueryPlan, RemoteGraphQLDataSource } from '@apollo/gateway';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { GraphQLError, parse, type ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { httpSubgraphPort } from '@sightline/kit/server/http-subgraph-port';
import { answerCalls, startedWith } from './answer-calls';
import type { GatewayInput } from './sightline.process';
import { ACROSS } from './stream-schema';

const { urls, scratch } = startedWith<GatewayInput>();
const supergraph = Supergraph.build(readFileSync(`${scratch}/supergraph.graphql`, 'utf8'));
const apiSchema = supergraph.apiSchema();
const schema = apiSchema.toGraphQLJSSchema();
const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
const document = parse(ACROSS);
const { node } = new QueryPlanner(supergraph).buildQueryPlan(operationFromDocument(apiSchema, document, {}));
if (node?.kind !== 'Subscription') throw new Error('No plan of a subscription.');
const { primary, rest } = node;
const perEvent: QueryPlan = {
  kind: 'QueryPlan',
  node: { kind: 'Sequence', nodes: [{ ...primary, serviceName: '#event' }, ...(rest ? [rest] : [])] },
};
const operationContext = buildOperationContext({ schema, operationDocument: document });
const sources = Object.fromEntries(
  SUBGRAPH_NAMES.map((name) => [name, new RemoteGraphQLDataSource({ url: `${urls[name]}/graphql` })]),
);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

async function answer({ data }: SubgraphEvent): Promise<ExecutionResult> {
  const requestContext = { request: { variables: {} }, context: {}, document, schema, logger: quiet, metrics: {} };
  const services = { ...sources, '#event': { process: async () => ({ data: structuredClone(data) }) } };
  const context = requestContext as unknown as Parameters<typeof executeQueryPlan>[2];
  const { data: completed, errors } = await executeQueryPlan(
    perEvent,
    services as never,
    context,
    operationContext,
    supergraphSchema,
    apiSchema,
  );
  // The library serialises them as errors of graphql-js only.
  const told = errors?.map(({ message, path }) => new GraphQLError(message, { path }));
  return { data: completed as ExecutionResult['data'], ...(told === undefined ? {} : { errors: told }) };
}

async function* stream(): AsyncGenerator<ExecutionResult> {
  const gone = new AbortController();
  const body = JSON.stringify({ query: primary.operation, variables: {} });
  try {
    for await (const event of httpSubgraphPort('suppliers', urls.suppliers).subscribe(body, {}, gone.signal))
      yield await answer(event);
  } finally {
    gone.abort();
  }
}

const server = createServer();
const webSockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false });
useServer({ schema, subscribe: () => stream() as never, validate: () => [] }, webSockets);
server.listen(0, '127.0.0.1', () => answerCalls({ port: () => (server.address() as AddressInfo).port }));
