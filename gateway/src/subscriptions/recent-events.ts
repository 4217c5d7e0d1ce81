import type { PreparedEvent } from './prepared-event';

const MOST_EVENTS = 256;
const MOST_CHARACTERS = 1024 * 1024;
/** Of all streams of a gateway together. */
const MOST_CHARACTERS_IN_ALL = 64 * 1024 * 1024;

/** What the recent events of all streams take together. */
export class RecentEventsBudget {
  characters = 0;
}

/**
 * The last events of one stream, for those who are a little behind: clients that read slowly, and clients that come back.
 * Whoever is further behind is served from the log.
 */
export class RecentEvents {
  private readonly events: PreparedEvent[] = [];
  private characters = 0;
  /** Number of the oldest that is kept. */
  first = 0;

  constructor(private readonly budget: RecentEventsBudget) {}

  /** Number that the next event will have. */
  get next(): number {
    return this.first + this.events.length;
  }

  /** @returns its number */
  push(event: PreparedEvent): number {
    this.events.push(event);
    this.count(event.json.length);
    // The newest stays, however large: it is being delivered.
    while (this.events.length > 1 && this.isTooMuch()) this.dropOldest();
    return this.next - 1;
  }

  /** Undefined: not kept any more, or not there yet. */
  at(number: number): PreparedEvent | undefined {
    return this.events[number - this.first];
  }

  /** Number of the event that comes after this cursor; undefined when it is not kept. */
  after(cursor: string): number | undefined {
    // Whoever comes back was there a moment ago.
    for (let index = this.events.length - 1; index >= 0; index -= 1)
      if (this.events[index]!.before === cursor) return this.first + index;
    return undefined;
  }

  clear(): void {
    while (this.events.length > 0) this.dropOldest();
  }

  private isTooMuch(): boolean {
    return (
      this.events.length > MOST_EVENTS ||
      this.characters > MOST_CHARACTERS ||
      this.budget.characters > MOST_CHARACTERS_IN_ALL
    );
  }

  private dropOldest(): void {
    const dropped = this.events.shift();
    if (dropped === undefined) return;
    this.first += 1;
    this.count(-dropped.json.length);
  }

  private count(characters: number): void {
    this.characters += characters;
    this.budget.characters += characters;
  }
}
