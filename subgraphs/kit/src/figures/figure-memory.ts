import type { DataSource } from 'typeorm';
import { ContributionChanges } from './contribution-changes';

/** Something that was worked out at one position of the log, and can be moved to another. */
export interface Kept {
  pos: number;
  /** How much memory it takes, in numbers kept. */
  weight(): number;
}

/** Numbers kept at most, over everything: with the texts of distinct values up to some two hundred megabytes. */
const MOST_NUMBERS = 2_000_000;
const MOST_ENTRIES = 300;
const MOST_AUDIENCES = 50;
/** Questions whose rows are read at the same time: others need the database too, those who bring facts above all. */
const MOST_LOADS = 2;

interface Entry {
  kept: Kept | null;
  weight: number;
  busy: Promise<unknown>;
}

/**
 * What a process remembers of the figures of one database: for each audience and question what the answer is made of, at
 * the position of the log at which it was asked last. What was asked longest ago is forgotten first. Each entry is worked
 * on by one at a time, so the same question asked by many is worked out once.
 */
export class FigureMemory {
  private static readonly ofDatabases = new WeakMap<DataSource, FigureMemory>();
  private readonly entries = new Map<string, Entry>();
  private numbers = 0;
  private loads = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly changes = new Map<string, ContributionChanges>();

  static of(database: DataSource): FigureMemory {
    let memory = FigureMemory.ofDatabases.get(database);
    if (memory === undefined) {
      memory = new FigureMemory();
      FigureMemory.ofDatabases.set(database, memory);
    }
    return memory;
  }

  /**
   * What the log changed for an audience.
   *
   * @param audience  whose rows are seen, in which epoch of the log
   */
  changesFor(audience: string, dimensions: readonly string[]): ContributionChanges {
    const found = this.changes.get(audience) ?? new ContributionChanges(dimensions);
    this.changes.delete(audience);
    this.changes.set(audience, found);
    for (const oldest of this.changes.keys()) {
      if (this.changes.size <= MOST_AUDIENCES) break;
      this.changes.delete(oldest);
    }
    return found;
  }

  /**
   * Works with what is kept of a question, after everyone who asked it before.
   *
   * @param work  gets what is kept, null at first; gives what is to be kept (null: nothing) and its answer
   */
  use<Remembered extends Kept, Answer>(
    audience: string,
    question: string,
    work: (kept: Remembered | null) => Promise<{ keep: Remembered | null; answer: Answer }>,
  ): Promise<Answer> {
    const key = `${audience} ${question}`;
    const entry: Entry = this.entries.get(key) ?? { kept: null, weight: 0, busy: Promise.resolve() };
    // The most recently asked stands last and is forgotten last.
    this.entries.delete(key);
    this.entries.set(key, entry);
    const answer = entry.busy.then(async () => {
      const done = await work(entry.kept as Remembered | null);
      this.keep(key, entry, done.keep);
      return done.answer;
    });
    // Who comes next begins with what is kept, whatever became of this one.
    entry.busy = answer.catch(() => undefined);
    return answer;
  }

  /** Reads the rows of a question that nobody has asked before, when it is its turn. */
  async load<Made>(read: () => Promise<Made>): Promise<Made> {
    if (this.loads < MOST_LOADS) this.loads += 1;
    else
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    try {
      return await read();
    } finally {
      // Whoever is next takes over the place.
      const next = this.waiting.shift();
      if (next === undefined) this.loads -= 1;
      else next();
    }
  }

  private keep(key: string, entry: Entry, kept: Kept | null): void {
    entry.kept = kept;
    // Forgotten meanwhile: its waiters finish with it, and nobody else finds it.
    if (this.entries.get(key) !== entry) return;
    const weight = kept?.weight() ?? 0;
    this.numbers += weight - entry.weight;
    entry.weight = weight;
    this.forget();
  }

  private forget(): void {
    for (const [key, { weight }] of this.entries) {
      if (this.numbers <= MOST_NUMBERS && this.entries.size <= MOST_ENTRIES) return;
      this.numbers -= weight;
      this.entries.delete(key);
    }
  }
}
