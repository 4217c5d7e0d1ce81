/** Thousands of subscribers who come back by their cursors, and count what they miss and what they hear twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { answerCalls, machineMs } from './answer-calls';
import { SocketClient } from './socket-client';

/** As clients should: soon, and not all at one moment. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 1_000;
/** Handshakes of this process under way at one time; the processor is shared with the server. */
const AT_ONCE = 200;
/** Who is not back by then never will be. */
const LONGEST_MS = 60_000;

interface Place {
  port: number;
  query: string;
}

/** Lets so many through at one time, the others in the order in which they came. */
class Doors {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async enter(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}

const doors = new Doors(AT_ONCE);
let gaps = 0;
let repeats = 0;
let heard = 0;
/** When each subscriber heard something again after its connection was lost. */
let resumedAt: number[] = [];

const field = (frame: Buffer, name: string): string | null => {
  const start = frame.indexOf(name);
  if (start < 0) return null;
  return frame.toString('latin1', start + name.length, frame.indexOf('"', start + name.length));
};

class Subscriber {
  private cursor: string | null = null;
  /** Nothing was heard yet on the present connection. */
  private isAway = true;
  hasBegun = false;

  constructor(
    private readonly token: string,
    private readonly place: Place,
  ) {}

  async follow(): Promise<void> {
    this.isAway = true;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      await doors.enter();
      const isOpen = await this.connect();
      doors.leave();
      if (isOpen) return;
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }

  /** False: it is to be tried again. */
  private async connect(): Promise<boolean> {
    let isOpen = false;
    const client = new SocketClient(
      (frame) => this.hear(frame),
      () => {
        client.cut();
        if (isOpen) void this.follow();
      },
    );
    try {
      await client.open({ ...this.place, token: this.token, variables: { after: this.cursor } });
      return (isOpen = true);
    } catch {
      client.cut();
      return false;
    }
  }

  private hear(frame: Buffer): void {
    const cursor = field(frame, '"cursor":"');
    const before = field(frame, '"previousCursor":"');
    if (cursor === null) return;
    if (this.cursor !== null && before !== this.cursor) {
      if (Number(cursor.slice(1)) <= Number(this.cursor.slice(1))) repeats += 1;
      else gaps += 1;
    }
    this.cursor = cursor;
    this.hasBegun = true;
    heard += 1;
    if (!this.isAway) return;
    this.isAway = false;
    resumedAt.push(machineMs());
  }
}

let subscribers: Subscriber[] = [];

answerCalls({
  async connect(tokens: readonly string[], place: Place): Promise<void> {
    subscribers = tokens.map((token) => new Subscriber(token, place));
    await Promise.all(subscribers.map((one) => one.follow()));
    while (!subscribers.every((one) => one.hasBegun)) await pause(20);
  },
  expectLoss(): void {
    resumedAt = [];
  },
  /** @returns when all of them were back, and 99 of 100, by the clock of the machine */
  async resumed(): Promise<{ p99: number; last: number }> {
    const untilMs = machineMs() + LONGEST_MS;
    while (resumedAt.length < subscribers.length) {
      if (machineMs() > untilMs)
        throw new Error(`${resumedAt.length} of ${subscribers.length} are back after a minute`);
      await pause(10);
    }
    return { p99: resumedAt[Math.ceil(0.99 * resumedAt.length) - 1]!, last: resumedAt.at(-1)! };
  },
  counts: () => ({ gaps, repeats, heard }),
});
