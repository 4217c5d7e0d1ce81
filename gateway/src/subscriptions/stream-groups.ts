import { Group, type GroupListener, type GroupWorld, type Subscription } from './group';
import type { Member } from './member';
import { RecentEventsBudget } from './recent-events';
import type { StreamOver } from './refusal';
import { shareKey } from './share-key';

/**
 * All streams of clients, grouped. Whoever comes behind a place at which a group stands joins it; whoever comes a little
 * behind it is served from its recent events; whoever comes elsewhere (later, or with an older cursor) gets an upstream of its
 * own, and joins as soon as both stand at one place. So nobody misses an event for the sake of sharing, and everyone shares
 * in the end.
 */
export class StreamGroups {
  private readonly groups = new Map<string, Set<Group>>();
  private readonly groupOf = new Map<Member, Group>();
  private readonly budget = new RecentEventsBudget();

  constructor(private readonly world: GroupWorld) {}

  /** Streams held open at subgraphs. */
  get size(): number {
    return [...this.groups.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** @returns ends the membership; the upstream is left at once when nobody else listens */
  join(member: Member, subscription: Subscription): () => void {
    this.place(member, subscription, subscription.operation.after);
    return () => {
      this.groupOf.get(member)?.leave(member);
      this.groupOf.delete(member);
    };
  }

  /**
   * Plans every stream anew, as after a change of the schema. Clients hear nothing of it; those whose operation is not
   * valid any more are told.
   *
   * @param replan  the same subscription with its new plan, or why there is none
   */
  replan(replan: (subscription: Subscription) => Subscription | StreamOver): void {
    for (const among of this.groups.values())
      for (const group of among) {
        const next = replan(group.subscription);
        if ('plan' in next) group.replan(next);
        else group.endAll(next);
      }
  }

  /** Leaves every upstream. */
  close(): void {
    for (const among of this.groups.values()) for (const group of among) group.close();
  }

  private place(member: Member, subscription: Subscription, after: string | null): void {
    const key = shareKey(subscription.operation, subscription.actor);
    const among = this.groups.get(key) ?? new Set();
    this.groups.set(key, among);
    const found = [...among].find((group) => group.admit(member, after));
    if (found !== undefined) {
      this.groupOf.set(member, found);
      return;
    }
    const group = new Group(subscription, after, this.world, this.listenerOf(key), this.budget);
    group.admit(member, after);
    this.groupOf.set(member, group);
    among.add(group);
    this.world.metrics.groupsChanged(group.service, 1);
    void group.run();
  }

  private listenerOf(key: string): GroupListener {
    return {
      moved: (group) => this.merge(key, group),
      fellOut: (member, place) => {
        const { subscription } = this.groupOf.get(member)!;
        this.place(member, subscription, place);
      },
      ended: (group) => this.forget(key, group),
    };
  }

  /** Groups that stand at one place hear the same from here on: the clients of the younger go to the oldest. */
  private merge(key: string, moved: Group): void {
    const there = [...(this.groups.get(key) ?? [])].filter((group) => group.place === moved.place);
    const [oldest, ...younger] = there;
    if (oldest === undefined) return;
    for (const group of younger) for (const member of group.joinWith(oldest)) this.groupOf.set(member, oldest);
  }

  private forget(key: string, group: Group): void {
    const among = this.groups.get(key);
    if (!among?.delete(group)) return;
    this.world.metrics.groupsChanged(group.service, -1);
    if (among.size === 0) this.groups.delete(key);
  }
}
