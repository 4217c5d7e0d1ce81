import type { SubgraphServices } from '@sightline/kit/server/manifest';

/** Entries kept at most, and rows in an entry at most: together they bound the memory. */
const MOST_ENTRIES = 6;
const MOST_ROWS = 20_000;

/**
 * Folds of the past that several requests ask for: a dashboard asks for the same day again and again. What is kept
 * belongs to a position of the log and to those who may see the same, so it never becomes wrong; large ones are not kept.
 */
export class SharedFolds {
  private static readonly ofServices = new WeakMap<SubgraphServices, SharedFolds>();
  private readonly kept = new Map<string, Promise<unknown>>();

  static of(services: SubgraphServices): SharedFolds {
    let folds = SharedFolds.ofServices.get(services);
    if (folds === undefined) SharedFolds.ofServices.set(services, (folds = new SharedFolds()));
    return folds;
  }

  get<Row>(key: string, make: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
    const known = this.kept.get(key) as Promise<readonly Row[]> | undefined;
    const made = known ?? make();
    // The most recently asked stands last and is forgotten last.
    this.kept.delete(key);
    this.kept.set(key, made);
    if (known === undefined) {
      const forget = (): void => {
        if (this.kept.get(key) === made) this.kept.delete(key);
      };
      made.then((rows) => {
        if (rows.length > MOST_ROWS) forget();
      }, forget);
    }
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_ENTRIES) break;
      this.kept.delete(oldest);
    }
    return made;
  }
}
