import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Door, openDoor, type DoorOptions } from './door';
import type { SupplierInput } from './door-facts';
import { openHttp } from './http';

/** Stands for the network and what can go wrong on it; it knows nothing of what the platform does with facts. */
interface Wire {
  requests: {
    url: string;
    authorization: string | undefined;
    body: { query: string; variables: { inputs: SupplierInput[] } };
  }[];
  /** What to answer, by the number of the request, from 0. `null` cuts the connection. */
  answer: (request: number, inputs: SupplierInput[]) => { status: number; body: unknown } | null;
}

let server: Server;
let wire: Wire;
let close: () => void;

const applied = (inputs: readonly SupplierInput[], duplicates = 0) => ({
  status: 200,
  body: {
    data: {
      answer: {
        applied: inputs.length - duplicates,
        duplicates,
        parked: 0,
        quarantined: 0,
        refused: 0,
        results: [] as object[],
      },
    },
  },
});
const failing = (code: string, status = 200) => ({
  status,
  body: { data: { answer: null }, errors: [{ message: 'no', extensions: { code } }] },
});

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

beforeEach(async () => {
  wire = { requests: [], answer: (_, inputs) => applied(inputs) };
  server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const body = JSON.parse(text) as Wire['requests'][number]['body'];
      wire.requests.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
      const answer = wire.answer(wire.requests.length - 1, body.variables.inputs);
      if (answer === null) return request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      return response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  close();
  await new Promise((closed) => server.close(closed));
});

function doorWith(options: Partial<DoorOptions> = {}): Door {
  const http = openHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 4);
  close = () => http.close();
  return openDoor({ post: http.post, token: 'secret', firstRetryMs: 1, ...options });
}
const suppliers = (count: number): SupplierInput[] =>
  Array.from({ length: count }, (_, index) => ({
    source: {
      sourceSystemId: 's',
      flow: 'suppliers',
      idempotencyKey: `k${index}`,
      occurredOn: '2006-01-01',
      recordedOn: '2006-01-01',
      backfill: true,
    },
    code: `c${index}`,
    name: 'é'.repeat(50),
    externalIds: [],
  }));
const keysSent = (): string[] =>
  wire.requests.flatMap((request) => request.body.variables.inputs.map((one) => one.source.idempotencyKey));

describe('facts on their way through the door', () => {
  it('go in batches within the limits, each fact once, in order, with the token', async () => {
    const inputs = suppliers(25);
    const counted: number[] = [];
    const tally = await doorWith({ limits: { facts: 10, bytes: 10_000 }, concurrency: 1 }).onboardSuppliers(
      inputs,
      (count) => counted.push(count),
    );
    expect(wire.requests.map((request) => request.body.variables.inputs.length)).toEqual([10, 10, 5]);
    expect(keysSent()).toEqual(inputs.map((one) => one.source.idempotencyKey));
    expect(
      wire.requests.every((request) => request.url === '/graphql' && request.authorization === 'Bearer secret'),
    ).toBe(true);
    expect(tally).toMatchObject({ sent: 25, outcomes: { APPLIED: 25 }, problems: [] });
    expect(counted).toEqual([10, 10, 5]);
  });

  it('never make a request larger than the bytes allowed', async () => {
    const bytes = 2_000;
    await doorWith({ limits: { facts: 1_000, bytes } }).onboardSuppliers(suppliers(40));
    for (const { body } of wire.requests)
      expect(Buffer.byteLength(JSON.stringify(body.variables.inputs))).toBeLessThanOrEqual(bytes + 2);
    expect(new Set(keysSent()).size).toBe(40);
  });

  it('are halved when the platform finds the request too large', async () => {
    wire.answer = (_, inputs) =>
      inputs.length > 3 ? { status: 413, body: { errors: [{ message: 'too large' }] } } : applied(inputs);
    const tally = await doorWith().onboardSuppliers(suppliers(10));
    expect(tally.sent).toBe(10);
  });

  it.each<[string, ReturnType<Wire['answer']>]>([
    ['the connection is cut', null],
    ['a part of the platform is away', failing('SUBGRAPH_UNAVAILABLE')],
    ['the answer is transient', failing('TRANSIENT')],
    ['the platform is busy', { status: 503, body: 'come back later' }],
    ['a field came back empty', { status: 200, body: { data: { answer: null } } }],
  ])('are sent again with the same keys when %s', async (_, trouble) => {
    wire.answer = (request, inputs) => (request < 2 ? trouble : applied(inputs, inputs.length));
    const tally = await doorWith().onboardSuppliers(suppliers(3));
    expect(wire.requests).toHaveLength(3);
    expect(new Set(keysSent())).toEqual(new Set(['k0', 'k1', 'k2']));
    expect(tally.outcomes.DUPLICATE).toBe(3);
  });

  it('are given up after a bounded number of tries', async () => {
    wire.answer = () => null;
    await expect(doorWith({ retries: 3 }).onboardSuppliers(suppliers(1))).rejects.toMatchObject({
      kind: 'UNREACHABLE',
    });
    expect(wire.requests).toHaveLength(4);
  });

  it.each([
    ['the token is refused', failing('UNAUTHENTICATED', 401), 'NOT_PERMITTED'],
    ['the persona may not', failing('FORBIDDEN'), 'NOT_PERMITTED'],
    ['the operation is not understood', failing('GRAPHQL_VALIDATION_FAILED', 400), 'REJECTED'],
  ])('are not sent again when %s', async (_, answer, kind) => {
    wire.answer = () => answer;
    await expect(doorWith().onboardSuppliers(suppliers(1))).rejects.toMatchObject({ kind });
    expect(wire.requests).toHaveLength(1);
  });

  it('must all be answered', async () => {
    wire.answer = (_, inputs) => applied(inputs.slice(1));
    await expect(doorWith().onboardSuppliers(suppliers(3))).rejects.toThrow('3 facts sent, 2 answered');
  });

  it('are reported when refused, and the others still count', async () => {
    wire.answer = (_, inputs) => {
      const answer = applied(inputs);
      answer.body.data.answer.applied -= 1;
      answer.body.data.answer.refused += 1;
      answer.body.data.answer.results.push({
        idempotencyKey: inputs[0]!.source.idempotencyKey,
        outcome: 'REFUSED',
        userErrors: [{ code: 'DATE_INVALID', message: 'no such day' }],
      });
      return answer;
    };
    const tally = await doorWith().onboardSuppliers(suppliers(3));
    expect(tally.outcomes).toMatchObject({ APPLIED: 2, REFUSED: 1 });
    expect(tally.problems).toEqual([
      { idempotencyKey: 'k0', outcome: 'REFUSED', userErrors: [{ code: 'DATE_INVALID', message: 'no such day' }] },
    ]);
  });
});
