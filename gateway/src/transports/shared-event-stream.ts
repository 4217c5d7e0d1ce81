import type { ServerResponse } from 'node:http';
import type { Member } from '../subscriptions/member';
import type { EventFormat, PreparedEvent } from '../subscriptions/prepared-event';
import type { StreamOver } from '../subscriptions/refusal';
import { BEHIND_BYTES } from './connection';
import { endAnswer } from './end-answer';
import type { Session } from './sessions';
import { EVENT_STREAM } from './stream-format';

/** What follows the name of an operation in its events: the same for everyone. */
const payloadAndEnd: EventFormat = ({ json }) => Buffer.from(`${json}}\n\n`);

/** One answer of server-sent events that carries many subscriptions of one client. */
export class SharedEventStream {
  /** By the client's name for it. */
  readonly operations = new Map<string, SharedOperation>();
  /** Null: the client has not opened it yet; what comes meanwhile is kept for it, as for any client that is behind. */
  private response: ServerResponse | null = null;
  isOver = false;

  /** @param onTooSlow  told when it is cut off because its client does not read */
  constructor(
    readonly session: () => Session,
    private readonly onTooSlow: () => void,
  ) {}

  get isOpen(): boolean {
    return this.response !== null;
  }

  get isBehind(): boolean {
    return this.response === null || this.response.writableLength > BEHIND_BYTES;
  }

  open(response: ServerResponse): void {
    this.response = response;
    response.writeHead(200, EVENT_STREAM.headers);
    response.write(EVENT_STREAM.opening);
  }

  write(...parts: readonly (Buffer | string)[]): boolean {
    if (this.isOver || this.response === null) return false;
    this.response.cork();
    for (const part of parts) this.response.write(part);
    this.response.uncork();
    return true;
  }

  heartbeat(): void {
    if (!this.isBehind) this.write(EVENT_STREAM.heartbeat);
  }

  giveUp(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onTooSlow();
    this.response?.destroy();
  }

  /** Ends every operation that it carries, with the reason where there is one, and the answer. */
  end(errors: StreamOver['errors'] | null): void {
    if (this.isOver) return;
    if (errors !== null) for (const operation of this.operations.values()) operation.tell(errors);
    this.isOver = true;
    if (this.response !== null) endAnswer(this.response);
  }
}

/** One subscription in such an answer. */
export class SharedOperation implements Member {
  private readonly head: Buffer;
  leave: () => void = () => undefined;

  constructor(
    private readonly stream: SharedEventStream,
    private readonly id: string,
  ) {
    this.head = Buffer.from(`event: next\ndata: {"id":${JSON.stringify(id)},"payload":`);
  }

  deliver(event: PreparedEvent): boolean {
    return this.stream.session().mayHear() && this.stream.write(this.head, event.as(payloadAndEnd));
  }

  get isBehind(): boolean {
    return !this.stream.isOver && this.stream.isBehind;
  }

  giveUp(): void {
    this.stream.giveUp();
  }

  end({ errors }: StreamOver): void {
    this.tell(errors);
    this.stream.operations.delete(this.id);
    this.leave();
  }

  /** The last that is heard of it. */
  tell(errors: StreamOver['errors']): void {
    if (errors.length > 0) this.stream.write(this.head, `${JSON.stringify({ errors })}}\n\n`);
    this.stream.write(`event: complete\ndata: ${JSON.stringify({ id: this.id })}\n\n`);
  }
}
