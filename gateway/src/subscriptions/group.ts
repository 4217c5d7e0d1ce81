import type { Actor } from '@sightline/contracts/actor';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import type { EventAnswer } from './event-answer';
import type { Member } from './member';
import type { SubscriptionPlan } from './plan';
import { PreparedEvent } from './prepared-event';
import type { SubscriptionOperation } from './read-operation';
import { RecentEvents, type RecentEventsBudget } from './recent-events';
import { StreamOver } from './refusal';
import type { UpstreamEvent } from './upstream';

/** What a group needs of the rest of the gateway. */
export interface GroupWorld {
  /** Opens the upstream of an operation behind a cursor. */
  open(subscription: Subscription, after: string | null, signal: AbortSignal): AsyncIterable<UpstreamEvent>;
  answer(event: SubgraphEvent, subscription: Subscription, gone: AbortSignal): Promise<EventAnswer>;
  log: GatewayLog;
  metrics: GatewayMetrics;
  /** A client that takes nothing for this long is cut off; in milliseconds. */
  stuckMs: number;
}

/** What is asked, and with whose rights. */
export interface Subscription {
  operation: SubscriptionOperation;
  plan: SubscriptionPlan;
  actor: Actor;
}

/** What a group tells of itself. */
export interface GroupListener {
  /** It stands at another place. */
  moved(group: Group): void;
  /** A client fell so far behind that only the log has what it misses. */
  fellOut(member: Member, place: string | null): void;
  ended(group: Group): void;
}

/** Events that are completed at one time: their order is kept, and a slow subgraph delays them together, not in a row. */
const MOST_AT_ONCE = 8;
/** How often clients that are behind are looked at. */
const LOOK_AGAIN_MS = 10;

/** A client that is served from the recent events until it has caught up. */
interface Laggard {
  /** Number of the event that it gets next. */
  next: number;
  /** Cursor of the last one that it got. */
  place: string | null;
  /** Milliseconds of the process at which it last took something. */
  tookMs: number;
}

/** Clients who hear one stream: one upstream, one execution and one serialisation for each event. */
export class Group {
  private readonly current = new Set<Member>();
  private readonly laggards = new Map<Member, Laggard>();
  private readonly recent: RecentEvents;
  /** Ends the upstream that is read now. */
  private reading = new AbortController();
  private isClosed = false;
  private pumping: NodeJS.Timeout | null = null;
  /** Those who wait for a client to catch up. */
  private waiting: (() => void)[] = [];

  /** @param place cursor of the last event delivered, or the one behind which it begins; null: nothing was delivered */
  constructor(
    public subscription: Subscription,
    public place: string | null,
    private readonly world: GroupWorld,
    private readonly listener: GroupListener,
    budget: RecentEventsBudget,
  ) {
    this.recent = new RecentEvents(budget);
  }

  get service(): SubgraphName {
    return this.subscription.plan.upstream.service;
  }

  private get size(): number {
    return this.current.size + this.laggards.size;
  }

  /** Takes a client in that goes on behind a cursor. False: nothing is known here of what comes after it. */
  admit(member: Member, after: string | null): boolean {
    if (this.isClosed) return false;
    if (this.place === after) {
      this.current.add(member);
      return true;
    }
    const next = after === null ? undefined : this.recent.after(after);
    if (next === undefined) return false;
    this.lag(member, next, after);
    this.pump();
    return true;
  }

  /** Hands those who have heard everything over to another group that stands at the same place. */
  joinWith(other: Group): readonly Member[] {
    const moved = [...this.current];
    this.current.clear();
    for (const member of moved) other.current.add(member);
    other.wake();
    if (this.size === 0) this.close();
    return moved;
  }

  leave(member: Member): void {
    this.current.delete(member);
    this.laggards.delete(member);
    if (this.size === 0) this.close();
  }

  /** Goes on with another plan of the same operation, behind the last event delivered. */
  replan(subscription: Subscription): void {
    this.subscription = subscription;
    this.reading.abort();
  }

  /** Leaves the upstream at once. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.reading.abort();
    this.recent.clear();
    if (this.pumping !== null) clearTimeout(this.pumping);
    this.wake();
    this.listener.ended(this);
  }

  endAll(over: StreamOver): void {
    const members = [...this.current, ...this.laggards.keys()];
    this.current.clear();
    this.laggards.clear();
    this.close();
    for (const member of members) member.end(over);
  }

  async run(): Promise<void> {
    while (!this.isClosed) {
      this.reading = new AbortController();
      const { signal } = this.reading;
      const over = await this.read(this.subscription, signal);
      // Another plan: from the top. Closed: nobody is left to be told.
      if (!signal.aborted) return this.endAll(over);
    }
  }

  /** Reads one upstream to its end. @returns why it is over; of no meaning when the signal ended it */
  private async read(subscription: Subscription, signal: AbortSignal): Promise<StreamOver> {
    const answering: Promise<void>[] = [];
    let delivered: Promise<void> = Promise.resolve();
    try {
      for await (const { event, cursor } of this.world.open(subscription, this.place, signal)) {
        if (signal.aborted) break;
        const startedMs = performance.now();
        const answer = this.world.answer(event, subscription, signal).then((made) => JSON.stringify(made));
        const before = delivered;
        delivered = Promise.all([answer, before]).then(([json]) => this.deliver(json, cursor, startedMs, signal));
        // Looked at where it is awaited, which may be later.
        delivered.catch(() => undefined);
        answering.push(delivered);
        if (answering.length >= MOST_AT_ONCE) await answering.shift();
      }
      await delivered;
      return new StreamOver([]);
    } catch (thrown) {
      await delivered.catch(() => undefined);
      if (thrown instanceof StreamOver) return thrown;
      if (!signal.aborted)
        this.world.log.error('a stream failed', { service: this.service, ...describeThrown(thrown) });
      const extensions = { code: 'INTERNAL_SERVER_ERROR' };
      return new StreamOver([{ message: 'Something went wrong on our side.', extensions }]);
    }
  }

  private async deliver(json: string, cursor: string | null, startedMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const event = new PreparedEvent(json, this.place, cursor);
    const number = this.recent.push(event);
    let reached = 0;
    for (const member of this.current) {
      if (member.isBehind) {
        this.current.delete(member);
        this.lag(member, number, event.before);
      } else if (member.deliver(event)) reached += 1;
      else this.current.delete(member);
    }
    this.place = cursor;
    this.world.metrics.eventAnswered(this.service, reached, performance.now() - startedMs);
    for (const [member, { next, place }] of this.laggards) if (next < this.recent.first) this.letGo(member, place);
    if (this.size === 0) return this.close();
    if (cursor !== null) this.listener.moved(this);
    // While nobody can take more, nothing more is asked for: the log keeps it.
    while (!this.isClosed && this.current.size === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private letGo(member: Member, place: string | null): void {
    this.laggards.delete(member);
    // Nobody could tell what a client misses of a stream without cursors.
    if (this.subscription.plan.upstream.afterVariable === null) member.giveUp();
    else this.listener.fellOut(member, place);
  }

  private lag(member: Member, next: number, place: string | null): void {
    this.laggards.set(member, { next, place, tookMs: performance.now() });
    this.pumping ??= setTimeout(() => this.pump(), LOOK_AGAIN_MS);
  }

  /** Hands to those who are behind as much as they can take; who takes nothing for long is cut off. */
  private pump(): void {
    if (this.pumping !== null) clearTimeout(this.pumping);
    this.pumping = null;
    for (const [member, laggard] of this.laggards) this.feed(member, laggard);
    if (this.isClosed) return;
    if (this.size === 0) return this.close();
    if (this.laggards.size > 0) this.pumping = setTimeout(() => this.pump(), LOOK_AGAIN_MS);
    if (this.current.size > 0) this.wake();
  }

  private feed(member: Member, laggard: Laggard): void {
    const nowMs = performance.now();
    if (member.isBehind) {
      if (nowMs - laggard.tookMs < this.world.stuckMs) return;
      this.laggards.delete(member);
      member.giveUp();
      return;
    }
    laggard.tookMs = nowMs;
    while (!member.isBehind) {
      const event = this.recent.at(laggard.next);
      if (event === undefined) {
        this.laggards.delete(member);
        this.current.add(member);
        return;
      }
      if (!member.deliver(event)) {
        this.laggards.delete(member);
        return;
      }
      this.world.metrics.eventCaughtUp();
      laggard.next += 1;
      laggard.place = event.cursor;
    }
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
