import type { Call, SigningKeys } from '@sightline/contracts/signed-call';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import { jsonLog } from '../log';
import { GatewayMetrics } from '../metrics';
import { BULKHEAD, SubgraphCaller, type Question } from './subgraph-caller';

type Answer = Awaited<ReturnType<SubgraphPort['send']>>;

/** A subgraph that does what the test says, call by call. */
class Scripted implements SubgraphPort {
  readonly name = 'quality';
  readonly bodies: string[] = [];
  reply: (body: string, signal: AbortSignal) => Promise<Answer> = async () => OK;

  send(_path: string, body: string, _headers: unknown, signal?: AbortSignal): Promise<Answer> {
    this.bodies.push(body);
    return this.reply(body, signal!);
  }

  subscribe(): never {
    throw new Error('Nobody subscribes here.');
  }

  /** Calls without the signs of life. */
  get asked(): number {
    return this.bodies.filter((body) => !isSignOfLife(body)).length;
  }
}

const OK: Answer = { status: 200, body: { data: { lots: 1 } } };
const isSignOfLife = (body: string): boolean => body.includes('__typename');
const alive: Answer = { status: 200, body: { data: { __typename: 'Query' } } };
const refused = async (): Promise<never> => {
  throw new Error('connect ECONNREFUSED 10.0.0.7:4102');
};
const silent = (_body: string, signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

const signingKeys: SigningKeys = { current: { kid: 'k1', secret: 'x'.repeat(32) }, previous: null };
const at = '2026-03-14T09:30:00.000Z';

let port: Scripted;
let metrics: GatewayMetrics;
let caller: SubgraphCaller;
beforeEach(() => {
  port = new Scripted();
  metrics = new GatewayMetrics(() => 0);
  caller = new SubgraphCaller(port, callerSettings());
});

const clock = { now: () => new Date(at) };
const callerSettings = () => ({ signingKeys, clock, metrics, log: jsonLog(() => undefined, clock) });

function question(over: Partial<Question> = {}, deadlineMs = Date.now() + 60_000): Question {
  const call: Call = {
    actor: { id: 'u1', name: 'Ada', persona: 'planner', scopes: [], supplierIds: null, plantIds: null },
    instant: { now: at, asOf: at, knownAt: at, knownBy: 'SOURCE' },
    requestId: 'r1',
    deadlineMs,
  };
  return { body: '{"query":"{ lots }"}', call, patienceMs: 30_000, isRead: true, gone: null, ...over };
}

async function metric(name: string): Promise<number> {
  const line = (await metrics.text()).split('\n').find((one) => one.startsWith(name));
  return line === undefined ? 0 : Number(line.split(' ').at(-1));
}
const outcomes = (outcome: string): Promise<number> =>
  metric(`sightline_gateway_subgraph_calls_total{service="quality",outcome="${outcome}"}`);
const circuit = (): Promise<number> => metric('sightline_gateway_subgraph_circuit_open{service="quality"}');

/** Fails as often as opens the circuit. */
async function openCircuit(): Promise<void> {
  port.reply = async () => ({ status: 503, body: {} });
  for (let n = 0; n < 5; n += 1) await caller.ask(question());
  expect(await circuit()).toBe(1);
}

describe('a call to a subgraph', () => {
  it('brings the answer, also one that is nothing but errors', async () => {
    expect(await caller.ask(question())).toEqual(OK.body);
    const body = { errors: [{ message: 'not yours' }], failure: 'of the business, not of the call' };
    port.reply = async () => ({ status: 200, body });
    expect(await caller.ask(question())).toEqual(body);
    expect(await outcomes('ok')).toBe(2);
  });

  it('to a subgraph in this process is told whom it comes from, and is not signed', async () => {
    const told: unknown[] = [];
    const asked = question();
    const local = new SubgraphCaller(
      Object.assign(new Scripted(), {
        answer: async (body: string, call: Call) => {
          told.push(body, call);
          return OK.body as { data: { lots: number } };
        },
      }),
      callerSettings(),
    );
    expect(await local.ask(asked)).toEqual(OK.body);
    expect(told).toEqual([asked.body, asked.call]);
  });

  it('is made a second time where no answer came, and only then', async () => {
    port.reply = refused;
    expect(await caller.ask(question())).toBe('SUBGRAPH_UNAVAILABLE');
    expect(port.asked).toBe(2);
    for (const status of [401, 403, 500, 503]) {
      port.bodies.length = 0;
      caller = new SubgraphCaller(port, callerSettings());
      port.reply = async () => ({ status, body: { error: 'no' } });
      expect(await caller.ask(question())).toBe('SUBGRAPH_UNAVAILABLE');
      expect(port.asked).toBe(1);
    }
  });

  it('is made once when it writes', async () => {
    port.reply = refused;
    expect(await caller.ask(question({ isRead: false }))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(port.asked).toBe(1);
  });

  it('that nobody waits for any more is no failure of the subgraph', async () => {
    port.reply = silent;
    for (let n = 0; n < 6; n += 1) {
      const gone = new AbortController();
      const asking = caller.ask(question({ gone: gone.signal }));
      gone.abort();
      await asking;
    }
    expect(await outcomes('CALLER_GONE')).toBe(6);
    expect(await outcomes('SUBGRAPH_UNAVAILABLE')).toBe(0);
    expect(await circuit()).toBe(0);
  });

  it('whose time is up is not sent, and is no failure of the subgraph', async () => {
    for (let n = 0; n < 6; n += 1) expect(await caller.ask(question({}, Date.now() - 1))).toBe('SUBGRAPH_TIMEOUT');
    expect(port.bodies).toEqual([]);
    expect(await outcomes('TIME_UP')).toBe(6);
    expect(await circuit()).toBe(0);
  });

  it('waits for a place no longer than it has time, or a caller', async () => {
    const answers: ((answer: Answer) => void)[] = [];
    port.reply = () => new Promise((resolve) => answers.push(resolve));
    const inside = Array.from({ length: BULKHEAD.atOnce }, () => caller.ask(question({ isRead: false })));
    const gone = new AbortController();
    const leaving = caller.ask(question({ gone: gone.signal }));
    const late = caller.ask(question({}, Date.now() + 30));
    gone.abort();
    expect(await leaving).toBe('SUBGRAPH_UNAVAILABLE');
    expect(await late).toBe('SUBGRAPH_OVERLOADED');
    expect(port.asked).toBe(BULKHEAD.atOnce);
    for (const answer of answers) answer(OK);
    await Promise.all(inside);
    port.reply = async () => OK;
    expect(await caller.ask(question())).toEqual(OK.body);
    expect(await circuit()).toBe(0);
  });

  it('beyond all places is turned away at once', async () => {
    const answers: ((answer: Answer) => void)[] = [];
    port.reply = () => new Promise((resolve) => answers.push(resolve));
    const asking = Array.from({ length: BULKHEAD.atOnce + BULKHEAD.waiting }, () =>
      caller.ask(question({ isRead: false })),
    );
    expect(await caller.ask(question())).toBe('SUBGRAPH_OVERLOADED');
    port.reply = async () => OK;
    for (const answer of answers) answer(OK);
    await Promise.all(asking);
  });

  it('to one that gives no sign of life ends early; to one that lives it may take its time', async () => {
    port.reply = silent;
    // Its patience is an hour: the test would not see its end.
    const hour = 3_600_000;
    expect(await caller.ask(question({ patienceMs: hour }, Date.now() + hour))).toBe('SUBGRAPH_TIMEOUT');
    port.reply = async (body, signal) => {
      if (isSignOfLife(body)) return alive;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return signal.aborted ? silent(body, signal) : OK;
    };
    expect(await caller.ask(question())).toEqual(OK.body);
  });
});

describe('the circuit of a subgraph', () => {
  it('lets calls try at once when it says its name, and opens again at the first that fails', async () => {
    await openCircuit();
    port.reply = async (body) => (isSignOfLife(body) ? alive : { status: 503, body: {} });
    expect(await caller.ask(question())).toBe('SUBGRAPH_UNAVAILABLE');
    expect(await outcomes('CIRCUIT_OPEN')).toBe(1);
    expect(await caller.answers(1_000)).toBe(true);
    expect(await caller.ask(question())).toBe('SUBGRAPH_UNAVAILABLE');
    expect(await outcomes('CIRCUIT_OPEN')).toBe(1);
    expect(await circuit()).toBe(1);
    expect(await caller.answers(1_000)).toBe(true);
    port.reply = async () => OK;
    expect(await caller.ask(question())).toEqual(OK.body);
    expect(await circuit()).toBe(0);
  });

  it('is closed by the first call that goes well after the pause', async () => {
    await openCircuit();
    port.reply = async () => OK;
    const untilMs = Date.now() + 10_000;
    while ((await caller.ask(question())) === 'SUBGRAPH_UNAVAILABLE' && Date.now() < untilMs)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await circuit()).toBe(0);
  });
});
