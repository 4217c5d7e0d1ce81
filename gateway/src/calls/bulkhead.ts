/** Calls that one subgraph is given at a time, and those that wait for a place. */
const AT_A_TIME = 128;
const WAITING = 512;

/**
 * Keeps what waits for one subgraph from taking everything: memory, connections and the time of those who ask others. Who
 * comes when all places are taken waits in order; who comes when too many wait is sent away.
 */
export class Bulkhead {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly places = AT_A_TIME,
    private readonly mostWaiting = WAITING,
  ) {}

  get taken(): number {
    return this.inside;
  }

  /** @returns null: there is a place; a promise of one, which `leave` keeps; 'full': neither */
  enter(): Promise<void> | null | 'full' {
    if (this.inside < this.places) {
      this.inside += 1;
      return null;
    }
    if (this.waiting.length >= this.mostWaiting) return 'full';
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Gives the place to the one who has waited longest. */
  leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.inside -= 1;
    else next();
  }
}
