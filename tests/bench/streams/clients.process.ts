/** Thousands of subscribers in a process of their own. */
import { answerCalls, machineMs } from './answer-calls';
import { SocketClient, type Subscribing } from './socket-client';

/** Handshakes under way at one time. */
const AT_ONCE = 100;
/** An event that has not come to everyone by then never will. */
const LONGEST_MS = 60_000;

let clients: SocketClient[] = [];
let begun = 0;
let arrivals: number[] = [];
let wanted = 0;
let arrived: (() => void) | null = null;
let lastFrame: Buffer | null = null;

function onFrame(frame: Buffer): void {
  if (!frame.includes('"UPDATED"')) {
    if (frame.includes('"SNAPSHOT"')) begun += 1;
    return;
  }
  lastFrame = frame;
  if (arrivals.push(machineMs()) === wanted) arrived?.();
}

answerCalls({
  /** Subscribes once for each token; answers when every stream has begun. */
  async connect(tokens: readonly string[], to: Omit<Subscribing, 'token' | 'variables'>): Promise<void> {
    begun = 0;
    clients = tokens.map(
      () => new SocketClient(onFrame, (why) => process.stderr.write(`a subscriber was lost: ${why}\n`)),
    );
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < clients.length) {
        const index = next;
        next += 1;
        await clients[index]!.open({ ...to, token: tokens[index]!, variables: {} });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    while (begun < clients.length) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  /** From here on the next event is waited for. */
  expect(): void {
    arrivals = [];
    wanted = clients.length;
  },
  /** @returns when the event had come to half of the clients, to 99 of 100, and to the last, by the clock of the machine */
  async arrived(): Promise<{ p50: number; p99: number; last: number }> {
    if (arrivals.length < wanted)
      await new Promise<void>((resolve, reject) => {
        arrived = resolve;
        setTimeout(
          () => reject(new Error(`${arrivals.length} of ${wanted} have it after a minute`)),
          LONGEST_MS,
        ).unref();
      });
    arrived = null;
    const at = (share: number): number => arrivals[Math.ceil(share * arrivals.length) - 1]!;
    return { p50: at(0.5), p99: at(0.99), last: arrivals.at(-1)! };
  },
  /** The frame of the last event, as text. */
  frame: () => lastFrame?.toString('base64') ?? null,
  cut(): void {
    for (const client of clients) client.cut();
    clients = [];
  },
});
