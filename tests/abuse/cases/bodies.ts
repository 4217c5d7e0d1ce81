import { connect, type Socket as TcpSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { csvCell } from '@sightline/kit/figures/csv';
import type { Abuse } from '../abuse';
import type { World } from '../world';

const BODY = JSON.stringify({ query: '{ me { id } }' });

/** Connections that send their request a byte at a time; opened first and looked at last. */
export class SlowClients {
  private readonly sockets: { socket: TcpSocket; closedMs: number | null }[] = [];
  private readonly sinceMs = Date.now();
  private readonly timer: NodeJS.Timeout;

  constructor(world: World, count: number) {
    const { hostname, port } = new URL(world.platform.url);
    for (let n = 0; n < count; n += 1) {
      const socket = connect(Number(port), hostname);
      const one: { socket: TcpSocket; closedMs: number | null } = { socket, closedMs: null };
      socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
      socket.on('error', () => undefined);
      socket.on('close', () => (one.closedMs = Date.now() - this.sinceMs));
      socket.resume();
      this.sockets.push(one);
    }
    this.timer = setInterval(() => {
      for (const { socket, closedMs } of this.sockets) if (closedMs === null) socket.write('x');
    }, 1_000);
  }

  /** Milliseconds until the last of them was cut off. @throws when one is open after a minute */
  async cutOff(): Promise<number> {
    const until = this.sinceMs + 60_000;
    while (this.sockets.some(({ closedMs }) => closedMs === null)) {
      if (Date.now() > until) throw new Error('a connection that never ends its request was not cut off in a minute');
      await sleep(100);
    }
    this.end();
    return Math.max(...this.sockets.map(({ closedMs }) => closedMs!));
  }

  end(): void {
    clearInterval(this.timer);
    for (const { socket } of this.sockets) socket.destroy();
  }
}

/** What stands in bodies, and around them. */
export const bodies = (slow: SlowClients): readonly Abuse[] => [
  {
    id: 'A42',
    attack: 'bodies of 5 MB and 60 MB, a content-length that lies, 50 slow clients',
    before: true,
    anonymous: async (world) => {
      await world.send(null, 'x'.repeat(5_000_000));
    },
    run: async (world) => {
      const token = await world.platform.token('executive');
      for (const size of [5_000_000, 60_000_000]) {
        const answer = await world.send(token, JSON.stringify({ query: ' '.repeat(size) }));
        world.is([answer.status, answer.errors[0]?.extensions?.code], [413, 'BODY_TOO_LARGE'], `${size} bytes`);
      }
      const chunked = await world.send(token, ' '.repeat(5_000_000), {
        headers: { 'transfer-encoding': 'chunked' },
      });
      world.is(chunked.status, 413, 'size not announced');
      const lied = await rawRequest(world, token, BODY, 10);
      world.holds(lied.startsWith('HTTP/1.1 400'), `a length that is too small: ${lied.slice(0, 60)}`);
      return {
        happened: '413; whoever lies about the length gets 400; slow clients: see the last line',
        code: 'BODY_TOO_LARGE',
      };
    },
  },
  {
    id: 'A42',
    attack: '50 clients that send their headers a byte a second (slowloris)',
    before: false,
    run: async (world) => {
      const startedMs = Date.now();
      world.is((await world.ask('executive', '{ me { id } }')).status, 200, 'others are answered meanwhile');
      const answeredMs = Date.now() - startedMs;
      const ms = await slow.cutOff();
      return {
        happened: `others were answered meanwhile (${answeredMs} ms); all cut off within ${Math.ceil(ms / 1_000)} s`,
        code: '408',
      };
    },
  },
  {
    id: 'A43',
    attack: 'malformed JSON',
    before: true,
    anonymous: async (world) => {
      await world.send(null, '{"query": ');
    },
    run: async (world) => {
      const token = await world.platform.token('executive');
      for (const body of ['{"query": ', '', 'null', '"x"', '[', '{"query":"{ me { id } }",}', '\u0000']) {
        const answer = await world.send(token, body);
        world.is([answer.status, answer.errors[0]?.extensions?.code], [400, 'BAD_REQUEST'], JSON.stringify(body));
        world.holds(!/<html|\bat .*\.js/.test(answer.text), 'no page, no stack');
      }
      return { happened: '400, as JSON', code: 'BAD_REQUEST' };
    },
  },
  {
    id: 'A44',
    attack: 'an error that knows addresses and words of the inside (a subgraph that was stopped)',
    before: false,
    run: async (world) => {
      const stopped = await world.platform.command('infra/subgraph.mjs', 'stop', 'quality').done;
      world.is(stopped.code, 0, stopped.output);
      try {
        const answer = await world.ask('executive', '{ inspectionLots { totalCount } me { id } }');
        world.is(answer.errors[0]?.extensions?.code, 'SUBGRAPH_UNAVAILABLE', 'code');
        world.holds(!/127\.0\.0\.1|ECONN|localhost|\.js:|password/i.test(answer.text), `no inside in ${answer.text}`);
        world.holds(answer.data?.['me'] !== null, 'the rest stands');
        return {
          happened: 'the part is named, nothing else; the rest of the answer stands',
          code: 'SUBGRAPH_UNAVAILABLE',
        };
      } finally {
        await world.platform.command('infra/subgraph.mjs', 'start', 'quality').done;
      }
    },
  },
  {
    id: 'A45',
    attack: 'SQL through the order of a list',
    before: true,
    run: async (world) => {
      const sql = "s.id; select set_config('app.tenant','B',true)";
      const variable = await world.ask(
        'executive',
        'query ($o: SupplierOrder!) { suppliers(orderBy: $o) { totalCount } }',
        { o: sql },
      );
      world.is([variable.status, variable.errors[0]?.extensions?.code], [400, 'BAD_USER_INPUT'], 'by variable');
      const literal = await world.ask('executive', `{ suppliers(orderBy: ${JSON.stringify(sql)}) { totalCount } }`);
      world.is(
        [literal.status, literal.errors[0]?.extensions?.code],
        [400, 'GRAPHQL_VALIDATION_FAILED'],
        'in the text',
      );
      return { happened: '400: an order is one of a list', code: 'BAD_USER_INPUT' };
    },
  },
  {
    id: 'A48',
    attack: '`__proto__` and `constructor` in variables and inputs',
    before: false,
    run: async (world) => {
      const token = await world.platform.token('executive');
      const query = 'query ($f: SupplierFilter) { suppliers(filter: $f) { totalCount } }';
      for (const filter of ['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}']) {
        const answer = await world.send(token, `{"query":${JSON.stringify(query)},"variables":{"f":${filter}}}`);
        world.is(answer.errors[0]?.extensions?.code, 'BAD_USER_INPUT', filter);
      }
      const outer = `{"query":"{ me { id } }","__proto__":{"polluted":true},"variables":{"__proto__":{"polluted":true}}}`;
      const answer = await world.send(token, outer);
      world.is([answer.status, answer.errors], [200, []], 'beside the variables');
      world.holds(!answer.text.includes('polluted'), 'nothing of it comes back');
      return { happened: 'keys of an input are checked; elsewhere they have no effect', code: 'BAD_USER_INPUT' };
    },
  },
  {
    id: 'A50',
    attack: 'formulas in cells of an export: `=`, `+`, `-`, `@`, tab, line end first',
    before: true,
    run: async (world) => {
      for (const cell of ['=HYPERLINK("http://x")', '+1+1', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1'])
        world.holds(/^"?'/.test(csvCell(cell)), JSON.stringify(cell));
      world.is([csvCell('-5'), csvCell(-5.25), csvCell('a,"b"')], ['-5', '-5.25', '"a,""b"""'], 'data stays data');
      return { happened: 'an apostrophe before them, RFC 4180; numbers stay numbers (the kit’s writer)', code: '-' };
    },
  },
];

/** A request whose header says another length than its body has. */
function rawRequest(world: World, token: string, body: string, announced: number): Promise<string> {
  const { hostname, port } = new URL(world.platform.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ${announced}\r\n\r\n${body}`,
    );
  });
}
