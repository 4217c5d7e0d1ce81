import { LEEWAY_SECONDS, type Authenticator } from '../actor';
import type { Actor } from '@sightline/contracts/actor';

/** What carries streams to a client: a WebSocket, or one answer over HTTP. */
export type SessionKind = 'socket' | 'answer';

/** What one caller may hold open of each kind. */
export const MOST_SESSIONS: Readonly<Record<SessionKind, number>> = { socket: 20, answer: 50 };
/** Of all callers and kinds together. */
export const MOST_SESSIONS_IN_ALL = 10_000;
/** Expiry is looked at this often, and before each event. */
const SWEEP_MS = 1_000;
/** A token is verified anew this often: its issuer may have withdrawn the key. */
const VERIFY_AGAIN_MS = 60_000;

/** Why nobody was let in. */
export interface SessionRefusal {
  ok: false;
  code: 'UNAUTHENTICATED' | 'SIGN_IN_UNAVAILABLE' | 'TOO_MANY_CONNECTIONS';
  message: string;
}

/** A signed-in connection that may carry streams. */
export class Session {
  private isOver = false;
  verifiedMs: number;

  constructor(
    readonly kind: SessionKind,
    readonly actor: Actor,
    readonly token: string,
    /** Milliseconds since the epoch: nothing is told from then on. */
    private readonly untilMs: number,
    private readonly nowMs: () => number,
    private readonly onOver: (message: string) => void,
  ) {
    this.verifiedMs = nowMs();
  }

  /** Asked before each event: what was allowed when the stream began need not be now. */
  mayHear(): boolean {
    if (this.isOver) return false;
    if (this.nowMs() < this.untilMs) return true;
    this.expire('The token has expired.');
    return false;
  }

  /** Ends the connection: whoever holds this token may not hear any more. */
  expire(message: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onOver(message);
  }
}

/** Who listens, over whatever transport: signed in once, looked at again and again, counted for each caller. */
export class Sessions {
  private readonly sessions = new Set<Session>();
  /** By kind and caller. */
  private readonly counts = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly clock: { now(): Date },
  ) {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS).unref();
    // Whoever was signed out is to hear nothing more, so it is not waited for.
    authenticator.watchSignOuts(() => void this.sweep(true));
  }

  /** @param onOver  called once when the token is not believed any more, with what to tell the client */
  async enter(
    kind: SessionKind,
    token: string | null,
    onOver: (message: string) => void,
  ): Promise<{ ok: true; session: Session } | SessionRefusal> {
    const authentication = await this.authenticator.authenticate(token === null ? undefined : `Bearer ${token}`);
    if (!authentication.ok) return authentication;
    const { actor, expiresMs } = authentication;
    const nowMs = (): number => this.clock.now().getTime();
    const untilMs = expiresMs - LEEWAY_SECONDS * 1_000;
    if (untilMs <= nowMs()) return { ok: false, code: 'UNAUTHENTICATED', message: 'The token has expired.' };
    const key = keyOf(kind, actor);
    const count = this.counts.get(key) ?? 0;
    if (count >= MOST_SESSIONS[kind] || this.sessions.size >= MOST_SESSIONS_IN_ALL) {
      const message =
        count >= MOST_SESSIONS[kind]
          ? `At most ${MOST_SESSIONS[kind]} ${kind === 'socket' ? 'sockets' : 'streams over HTTP'} are open for one caller.`
          : 'This gateway holds as many connections as it can.';
      return { ok: false, code: 'TOO_MANY_CONNECTIONS', message };
    }
    const session = new Session(kind, actor, token!, untilMs, nowMs, onOver);
    this.counts.set(key, count + 1);
    this.sessions.add(session);
    return { ok: true, session };
  }

  /** True when a token belongs to whoever entered the session. */
  async isHeldBy(session: Session, token: string | null): Promise<boolean> {
    const authentication = token === null ? null : await this.authenticator.authenticateToken(token);
    return authentication?.ok === true && authentication.actor.id === session.actor.id;
  }

  leave(session: Session): void {
    if (!this.sessions.delete(session)) return;
    const key = keyOf(session.kind, session.actor);
    const count = this.counts.get(key)! - 1;
    if (count > 0) this.counts.set(key, count);
    else this.counts.delete(key);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** @param all  also tokens that were verified a moment ago */
  private async sweep(all = false): Promise<void> {
    const nowMs = this.clock.now().getTime();
    for (const session of this.sessions) {
      if (!session.mayHear() || (!all && nowMs - session.verifiedMs < VERIFY_AGAIN_MS)) continue;
      session.verifiedMs = nowMs;
      await this.verify(session);
    }
  }

  /** A token that is not believed any more, or that means something else now, ends its connection. */
  private async verify(session: Session): Promise<void> {
    const authentication = await this.authenticator.authenticateToken(session.token);
    const isBelieved = authentication.ok
      ? JSON.stringify(authentication.actor) === JSON.stringify(session.actor)
      : authentication.code !== 'UNAUTHENTICATED';
    if (!isBelieved) session.expire('The token is not valid any more.');
  }
}

const keyOf = (kind: SessionKind, actor: Actor): string => `${kind}\n${actor.id}`;
