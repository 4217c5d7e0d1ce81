import type { Member } from '../subscriptions/member';
import type { EventFormat, PreparedEvent } from '../subscriptions/prepared-event';
import type { StreamOver } from '../subscriptions/refusal';
import type { Connection } from './connection';
import { SharedMessage } from './websocket-frame';

/** What follows the name of a subscription in its messages: the same for everyone. */
const payloadAndEnd: EventFormat<SharedMessage> = ({ json }) => new SharedMessage(Buffer.from(`${json}}`));

/**
 * One subscription on a socket. graphql-ws takes it for a stream that has nothing to say: events go from the group straight
 * to the socket, serialised once for everyone; only the end passes through the protocol's own machinery.
 */
export class SocketMember implements Member, AsyncGenerator<never, void, void> {
  private readonly head: Buffer;
  private finish: ((result: IteratorResult<never, void>) => void) | null = null;
  private fail: ((over: StreamOver) => void) | null = null;
  private over: StreamOver | null = null;
  private isLeft = false;
  leave: () => void = () => undefined;

  constructor(
    private readonly connection: Connection,
    id: string,
  ) {
    this.head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  }

  deliver(event: PreparedEvent): boolean {
    if (this.isLeft || !this.connection.mayHear()) return false;
    return this.connection.send(this.head, event.as(payloadAndEnd));
  }

  get isBehind(): boolean {
    return !this.isLeft && this.connection.isBehind;
  }

  giveUp(): void {
    this.connection.giveUp();
  }

  end(over: StreamOver): void {
    this.leave();
    if (over.errors.length === 0) {
      this.isLeft = true;
      this.finish?.({ done: true, value: undefined });
      return;
    }
    this.over = over;
    this.fail?.(over);
  }

  /** Pending until the stream is over or the client leaves: events do not come this way. */
  next(): Promise<IteratorResult<never, void>> {
    if (this.over !== null) return Promise.reject(this.over);
    if (this.isLeft) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
  }

  /** Called for `complete` and when the socket closes. Settles the pending step, and reaches the subgraph at once. */
  return(): Promise<IteratorResult<never, void>> {
    this.isLeft = true;
    this.leave();
    this.finish?.({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(error: unknown): Promise<IteratorResult<never, void>> {
    this.isLeft = true;
    this.leave();
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
