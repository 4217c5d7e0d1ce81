import type { DataSource } from 'typeorm';

/** What is kept at most; what a dashboard asks again and again is a few windows. */
const MOST_ENTRIES = 12;

/**
 * Merged sketches of stretches of the past that are asked again every few seconds. An entry is known by its stretch and by
 * the number of events in it: stored sketches only grow, so while that number stands, so does what was made of them.
 */
export class LagMemory {
  private static readonly ofDatabases = new WeakMap<DataSource, LagMemory>();
  private readonly kept = new Map<string, unknown>();

  static of(database: DataSource): LagMemory {
    let memory = LagMemory.ofDatabases.get(database);
    if (memory === undefined) {
      memory = new LagMemory();
      LagMemory.ofDatabases.set(database, memory);
    }
    return memory;
  }

  async get<Made>(what: readonly unknown[], events: number, make: () => Promise<Made>): Promise<Made> {
    const key = JSON.stringify([...what, events]);
    const known = this.kept.get(key) as Made | undefined;
    const made = known ?? (await make());
    // The most recently asked stands last and is forgotten last.
    this.kept.delete(key);
    this.kept.set(key, made);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_ENTRIES) break;
      this.kept.delete(oldest);
    }
    return made;
  }
}
