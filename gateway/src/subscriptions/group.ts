import type { Actor } from '@sightline/contracts/actor';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import type { EventAnswer } from './event-answer';
import type { SubscriptionPlan } from './plan';
import type { SubscriptionOperation } from './read-operation';
import { StreamOver } from './refusal';
import type { UpstreamEvent } from './upstream';

/** One client's subscription. */
export interface Member {
  /** Hands over an event, as the JSON of its payload. False: it may not have it any more, or cannot take it; it has left. */
  deliver(payload: string): boolean;
  /** True while it has not yet taken what it was handed. */
  readonly isBehind: boolean;
  /** It did not catch up: it has left, and may come back with its cursor. */
  giveUp(): void;
  /** The stream is over, and why. */
  end(over: StreamOver): void;
}

/** What a group needs of the rest of the gateway. */
export interface GroupWorld {
  /** Opens the upstream of an operation behind a cursor. */
  open(subscription: Subscription, after: string | null, signal: AbortSignal): AsyncIterable<UpstreamEvent>;
  answer(event: SubgraphEvent, subscription: Subscription, gone: AbortSignal): Promise<EventAnswer>;
  log: GatewayLog;
  metrics: GatewayMetrics;
}

/** What is asked, and with whose rights. */
export interface Subscription {
  operation: SubscriptionOperation;
  plan: SubscriptionPlan;
  actor: Actor;
}

/**
 * Equal operation, variables and rights: whatever one may see of the answer, the others may. The cursor is no part of it, and
 * neither is who someone is: no field of a stream tells two callers of equal rights apart.
 */
export function shareKey({ operation, actor }: Pick<Subscription, 'operation' | 'actor'>): string {
  const rights = [actor.persona, sorted(actor.scopes), sorted(actor.supplierIds), sorted(actor.plantIds)];
  return JSON.stringify([operation.text, operation.operationName ?? null, canonical(operation.variables), rights]);
}

const sorted = (values: readonly string[] | null): string[] | null => (values === null ? null : [...values].sort());

/** Equal values have one text, whatever the order of their keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

/** Events that are completed at one time: their order is kept, and a slow subgraph delays them together, not in a row. */
const MOST_AT_ONCE = 8;

/** How long the others wait for one that is behind, in milliseconds. In a burst everyone is, for a moment. */
const CATCH_UP_MS = 2_000;
const LOOK_AGAIN_MS = 5;

/** Clients who hear one stream at one place: one upstream, one execution and one serialisation for each event. */
class Group {
  readonly members = new Set<Member>();
  private readonly stop = new AbortController();

  /** @param place cursor of the last event delivered, or the one behind which it begins; null: nothing was delivered */
  constructor(
    readonly subscription: Subscription,
    public place: string | null,
    private readonly world: GroupWorld,
    private readonly moved: (group: Group) => void,
    private readonly ended: (group: Group) => void,
  ) {}

  /** False once its upstream has been left. */
  get isOpen(): boolean {
    return !this.stop.signal.aborted;
  }

  get service(): SubgraphName {
    return this.subscription.plan.upstream.service;
  }

  leave(member: Member): void {
    this.members.delete(member);
    if (this.members.size === 0) this.close();
  }

  /** Leaves the upstream at once. */
  close(): void {
    if (!this.isOpen) return;
    this.stop.abort();
    this.ended(this);
  }

  async run(): Promise<void> {
    const { signal } = this.stop;
    const answering: Promise<void>[] = [];
    let delivered: Promise<void> = Promise.resolve();
    try {
      for await (const { event, cursor } of this.world.open(this.subscription, this.place, signal)) {
        if (signal.aborted) return;
        const startedMs = performance.now();
        const answer = this.world.answer(event, this.subscription, signal).then((made) => JSON.stringify(made));
        const before = delivered;
        delivered = Promise.all([answer, before]).then(([payload]) => this.deliver(payload, cursor, startedMs));
        // Looked at where it is awaited, which may be later.
        delivered.catch(() => undefined);
        answering.push(delivered);
        if (answering.length >= MOST_AT_ONCE) await answering.shift();
      }
      await delivered;
      this.endAll(new StreamOver([{ message: 'The stream has ended.', extensions: { code: 'SUBSCRIPTION_ENDED' } }]));
    } catch (thrown) {
      await delivered.catch(() => undefined);
      if (signal.aborted) return;
      if (thrown instanceof StreamOver) return this.endAll(thrown);
      this.world.log.error('a stream failed', { service: this.service, ...describeThrown(thrown) });
      const extensions = { code: 'INTERNAL_SERVER_ERROR' };
      this.endAll(new StreamOver([{ message: 'Something went wrong on our side.', extensions }]));
    }
  }

  private async deliver(payload: string, cursor: string | null, startedMs: number): Promise<void> {
    if (!this.isOpen) return;
    let reached = 0;
    for (const member of this.members) {
      if (member.deliver(payload)) reached += 1;
      else this.members.delete(member);
    }
    this.place = cursor;
    this.world.metrics.eventAnswered(this.service, reached, performance.now() - startedMs);
    if (this.members.size === 0) this.close();
    else if (cursor !== null) this.moved(this);
    await this.caughtUp();
  }

  /** Nothing piles up for a client that does not read: the stream waits a moment, then goes on without it. */
  private async caughtUp(): Promise<void> {
    const untilMs = performance.now() + CATCH_UP_MS;
    while (this.isOpen) {
      const behind = [...this.members].filter((member) => member.isBehind);
      if (behind.length === 0) return;
      if (performance.now() >= untilMs) {
        for (const member of behind) {
          this.members.delete(member);
          member.giveUp();
        }
        if (this.members.size === 0) this.close();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  private endAll(over: StreamOver): void {
    const members = [...this.members];
    this.members.clear();
    this.close();
    for (const member of members) member.end(over);
  }
}

/**
 * All streams of clients, grouped. Whoever comes behind a place at which a group stands joins it; whoever comes elsewhere
 * (later, or with an older cursor) gets an upstream of its own, and joins as soon as both stand at one place. So nobody
 * misses an event for the sake of sharing, and everyone shares in the end.
 */
export class StreamGroups {
  private readonly groups = new Map<string, Set<Group>>();
  private readonly groupOf = new Map<Member, Group>();

  constructor(private readonly world: GroupWorld) {}

  /** Streams held open at subgraphs. */
  get size(): number {
    return [...this.groups.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** @returns ends the membership; the upstream is left at once when nobody else listens */
  join(member: Member, subscription: Subscription): () => void {
    const key = shareKey(subscription);
    const { after } = subscription.operation;
    const among = this.groups.get(key) ?? new Set();
    this.groups.set(key, among);
    let group = [...among].find((one) => one.place === after);
    const isNew = group === undefined;
    group ??= new Group(
      subscription,
      after,
      this.world,
      (moved) => this.merge(key, moved),
      (over) => this.forget(key, over),
    );
    group.members.add(member);
    this.groupOf.set(member, group);
    if (isNew) {
      among.add(group);
      this.world.metrics.groupsChanged(group.service, 1);
      void group.run();
    }
    return () => {
      this.groupOf.get(member)?.leave(member);
      this.groupOf.delete(member);
    };
  }

  /** Leaves every upstream. */
  close(): void {
    for (const among of this.groups.values()) for (const group of among) group.close();
  }

  /** Two groups that stand at one place hear the same from here on: the members of the younger go to the older. */
  private merge(key: string, moved: Group): void {
    const there = [...(this.groups.get(key) ?? [])].filter((group) => group.place === moved.place);
    const [older, ...younger] = there;
    if (older === undefined) return;
    for (const group of younger) {
      for (const member of group.members) {
        older.members.add(member);
        this.groupOf.set(member, older);
      }
      group.members.clear();
      group.close();
    }
  }

  private forget(key: string, group: Group): void {
    const among = this.groups.get(key);
    if (!among?.delete(group)) return;
    this.world.metrics.groupsChanged(group.service, -1);
    if (among.size === 0) this.groups.delete(key);
  }
}
