import type { SubgraphServices } from '@sightline/kit/server/manifest';

/** Entries kept at most, and lines in an entry at most: together they bound the memory. */
const MOST_ENTRIES = 6;
const MOST_LINES = 20_000;

/**
 * Folds of the past that several requests ask for: a dashboard asks for the same day again and again. What is kept
 * belongs to a position of the log and to those who may see the same, so it never becomes wrong; large ones are not kept.
 */
export class SharedFolds {
  private static readonly ofServices = new WeakMap<SubgraphServices, SharedFolds>();
  private readonly kept = new Map<string, Promise<unknown>>();

  static of(services: SubgraphServices): SharedFolds {
    let folds = SharedFolds.ofServices.get(services);
    if (folds === undefined) {
      folds = new SharedFolds();
      SharedFolds.ofServices.set(services, folds);
    }
    return folds;
  }

  /** @param sizeOf  number of lines in what was made */
  get<T>(key: string, make: () => Promise<T>, sizeOf: (made: T) => number): Promise<T> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      // The most recently asked stands last and is forgotten last.
      this.kept.delete(key);
      this.kept.set(key, known);
      return known as Promise<T>;
    }
    const made = make();
    this.kept.set(key, made);
    const forget = (): void => {
      if (this.kept.get(key) === made) this.kept.delete(key);
    };
    made.then((value) => {
      if (sizeOf(value) > MOST_LINES) forget();
    }, forget);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_ENTRIES) break;
      this.kept.delete(oldest);
    }
    return made;
  }
}
