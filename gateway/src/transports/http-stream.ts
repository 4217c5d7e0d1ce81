import type { ServerResponse } from 'node:http';
import type { Member } from '../subscriptions/member';
import type { PreparedEvent } from '../subscriptions/prepared-event';
import type { StreamOver } from '../subscriptions/refusal';
import { BEHIND_BYTES } from './connection';
import { endAnswer } from './end-answer';
import type { Session } from './sessions';
import type { StreamFormat } from './stream-format';

/** One subscription that is told in one answer over HTTP. */
export class HttpStream implements Member {
  private isOver = false;

  /** @param onEnd  why it ended, where that is not the client's own doing */
  constructor(
    private readonly response: ServerResponse,
    private readonly format: StreamFormat,
    private readonly session: Session,
    private readonly onEnd: (reason: 'EXPIRED' | 'TOO_SLOW' | 'STOPPING' | null, over: StreamOver['errors']) => void,
  ) {}

  begin(): void {
    this.response.writeHead(200, this.format.headers);
    this.response.write(this.format.opening);
  }

  deliver(event: PreparedEvent): boolean {
    if (this.isOver || !this.session.mayHear()) return false;
    this.response.write(event.as(this.format.event));
    return true;
  }

  get isBehind(): boolean {
    return this.response.writableLength > BEHIND_BYTES;
  }

  heartbeat(): void {
    if (!this.isOver && !this.isBehind) this.response.write(this.format.heartbeat);
  }

  giveUp(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onEnd('TOO_SLOW', []);
    this.response.destroy();
  }

  end({ errors }: StreamOver): void {
    this.finish(this.format.over(errors), null, errors);
  }

  expire(message: string): void {
    const errors = [{ message, extensions: { code: 'UNAUTHENTICATED' } }];
    this.finish(this.format.over(errors), 'EXPIRED', errors);
  }

  interrupt(message: string): void {
    const errors = [{ message, extensions: { code: 'GATEWAY_STOPPING' } }];
    this.finish(this.format.interrupted(errors), 'STOPPING', []);
  }

  private finish(text: string, reason: 'EXPIRED' | 'STOPPING' | null, errors: StreamOver['errors']): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onEnd(reason, errors);
    endAnswer(this.response, text);
  }
}
