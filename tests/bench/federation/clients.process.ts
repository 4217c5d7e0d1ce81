/**
 * Clients in a process of their own: each keeps one connection and asks again as soon as it is answered. Plain sockets and
 * as little work as can be, since the clients share the processors with what they measure.
 */
import { connect, type Socket } from 'node:net';
import type { LoadOrder, LoadRequest, LoadResult } from './load';

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready', told: null });

async function run({ atLeast, clients, milliseconds, questions, tokens }: LoadOrder): Promise<LoadResult> {
  const prepared = new Map<string | null, Prepared[][]>();
  for (const token of tokens.slice(0, clients))
    if (!prepared.has(token))
      prepared.set(
        token,
        questions.map((one) => one.map((request) => prepare(request, token))),
      );
  const latencies: number[] = [];
  let bytes = 0;
  const began = performance.now();
  const end = began + milliseconds;
  await Promise.all(
    tokens.slice(0, clients).map(async (token, client) => {
      const own = prepared.get(token)!;
      const connections = new Map<string, Connection>();
      for (const { target } of own[0]!) connections.set(target.host, await Connection.open(target));
      // Each client begins elsewhere, so that no two ask the same at the same time.
      for (let next = client * 11; performance.now() < end || latencies.length < atLeast; next += 7) {
        const asked = performance.now();
        for (const { target, bytes: request } of own[next % own.length]!)
          bytes += await connections.get(target.host)!.ask(request);
        latencies.push(performance.now() - asked);
      }
      for (const connection of connections.values()) connection.close();
    }),
  );
  return { latencies, seconds: (performance.now() - began) / 1_000, bytes };
}

interface Prepared {
  target: URL;
  bytes: Buffer;
}

function prepare({ url, body }: LoadRequest, token: string | null): Prepared {
  const target = new URL(url);
  return { target, bytes: requestOf(target, body, token) };
}

function requestOf(target: URL, body: string, token: string | null): Buffer {
  const authorization = token === null ? '' : `authorization: Bearer ${token}\r\n`;
  return Buffer.from(
    `POST ${target.pathname} HTTP/1.1\r\nhost: ${target.host}\r\ncontent-type: application/json\r\naccept: application/json\r\n` +
      `${authorization}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    'utf8',
  );
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n');

class Connection {
  private received: Buffer[] = [];
  private size = 0;
  /** Bytes of the whole answer once its head is there; null: it comes in chunks. */
  private whole: number | null | undefined;
  private answered: { resolve: (bytes: number) => void; reject: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.take(chunk));
    const fail = (error?: Error): void => this.answered?.reject(error ?? new Error('The connection was closed.'));
    socket.on('error', fail);
    socket.on('close', () => fail());
  }

  static open(target: URL): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket)));
    });
  }

  /** @returns bytes of the answer */
  ask(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.answered = { resolve, reject };
      this.received = [];
      this.size = 0;
      this.whole = undefined;
      this.socket.write(request);
    });
  }

  close(): void {
    this.answered = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    if (this.whole === undefined) this.readHead();
    const isWhole =
      this.whole === null
        ? this.received.at(-1)!.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS) ||
          Buffer.concat(this.received.slice(-2)).subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)
        : this.whole !== undefined && this.size >= this.whole;
    if (!isWhole) return;
    const { answered } = this;
    this.answered = null;
    answered?.resolve(this.size);
  }

  private readHead(): void {
    const head = Buffer.concat(this.received);
    const end = head.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const text = head.toString('latin1', 0, end);
    if (!text.startsWith('HTTP/1.1 200')) {
      this.answered?.reject(new Error(text.split('\r\n')[0]));
      return;
    }
    const length = /content-length: *(\d+)/i.exec(text)?.[1];
    this.whole = length === undefined ? null : end + END_OF_HEAD.length + Number(length);
  }
}
