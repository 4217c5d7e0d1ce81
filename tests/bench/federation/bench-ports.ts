import { randomUUID } from 'node:crypto';
import type { Actor } from '@sightline/contracts/actor';
import { NonceWindow } from '@sightline/contracts/nonce-window';
import { presentInstant } from '@sightline/contracts/request-instant';
import { SIGNATURE_HEADER, verifyCall, type Call, type SigningKeys } from '@sightline/contracts/signed-call';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { GraphQLRequestBody, GraphQLResponseBody, LocalSubgraphPort } from '@sightline/contracts/subgraph-port';
import { AUTHENTICATED } from '@sightline/kit/graph/access';
import { guardedSchema } from '@sightline/kit/server/build-schema';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { OperationRunner } from '@sightline/kit/server/run-operation';
import type { BenchModel } from './bench-model';

/** Whom a call without a signature comes from: the peers sign nothing. */
const ANYBODY: Actor = { id: 'peer', name: 'Peer', persona: 'admin', scopes: [], supplierIds: null, plantIds: null };

/** A subgraph of the bench on the kit's own runner, its data in memory; a signature is verified where there is one. */
export function benchPort(model: BenchModel, name: SubgraphName, keys: SigningKeys): LocalSubgraphPort {
  const runner = new OperationRunner(guardedSchema(model.sdl(name), model.resolvers(name)));
  const nonces = new NonceWindow();
  const gone = new AbortController().signal;
  const services = { name, log: () => undefined } as unknown as RequestContext['services'];
  const answer = (body: string, call: Call): Promise<GraphQLResponseBody> => {
    const context: RequestContext = {
      call,
      services,
      gone,
      msLeft: () => call.deadlineMs - Date.now(),
      tenancy: 'ALL',
      scopes: new Set([AUTHENTICATED, ...call.actor.scopes]),
      read: nothingToRead,
      command: nothingToRead,
    };
    return runner.run(JSON.parse(body) as GraphQLRequestBody, context);
  };
  return {
    name,
    answer,
    async send(path, body, headers) {
      if (headers[SIGNATURE_HEADER] === undefined) return { status: 200, body: await answer(body, unsigned()) };
      const verified = verifyCall(keys, name, path, headers, body, Date.now(), nonces);
      if (!verified.ok) return { status: 401, body: { error: verified.reason } };
      return { status: 200, body: await answer(body, verified.call) };
    },
    subscribe() {
      throw new Error('This subgraph has no streams.');
    },
  };
}

function nothingToRead(): never {
  throw new Error('This subgraph has no database.');
}

const unsigned = (): Call => ({
  actor: ANYBODY,
  instant: presentInstant(new Date().toISOString()),
  requestId: randomUUID(),
  deadlineMs: Date.now() + 10_000,
});
