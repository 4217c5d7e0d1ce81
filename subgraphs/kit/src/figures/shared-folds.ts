import type { SubgraphServices } from '../server/manifest';

/** How subjects are folded, and what has to be folded anew when the log goes on. */
export interface FoldSteps<Row> {
  /**
   * The subjects at a position of the log, by id.
   *
   * @param ids  which; null: all that the caller may see
   */
  fold(ids: readonly string[] | null, pos: number): Promise<ReadonlyMap<string, Row>>;
  /** Every subject that a stretch of the log may have changed; null: it may have changed all. */
  changed(after: number, through: number): Promise<readonly string[] | null>;
}

interface Kept {
  pos: number;
  rows: ReadonlyMap<string, unknown>;
}

interface Entry {
  kept: Kept | null;
  weight: number;
  busy: Promise<unknown>;
}

/** Questions kept at most, and rows over all of them: together they bound the memory, at some hundred megabytes. */
const MOST_ENTRIES = 12;
const MOST_ROWS = 100_000;

/**
 * What was folded for figures that are not kept ready: of a day in the past, or by a definition that is rarely asked. A
 * dashboard asks for the same day again and again while the log goes on, so what is folded stays, and moves with the log:
 * only what a stretch has changed is folded anew. It belongs to those who may see the same.
 */
export class SharedFolds {
  private static readonly ofServices = new WeakMap<SubgraphServices, SharedFolds>();
  private readonly entries = new Map<string, Entry>();
  private rows = 0;

  constructor(
    private readonly mostRows = MOST_ROWS,
    private readonly mostEntries = MOST_ENTRIES,
  ) {}

  static of(services: SubgraphServices): SharedFolds {
    let folds = SharedFolds.ofServices.get(services);
    if (folds === undefined) SharedFolds.ofServices.set(services, (folds = new SharedFolds()));
    return folds;
  }

  /**
   * The subjects of a question at a position. Those who ask the same wait for each other.
   *
   * @param key  the question and its audience
   * @param now  where the log stands for the caller: what is kept stands there, so that who may see a subject is decided
   *   anew also for a figure of before
   */
  async at<Row>(
    key: string,
    { pos, now }: { pos: number; now: number },
    steps: FoldSteps<Row>,
  ): Promise<ReadonlyMap<string, Row>> {
    const entry: Entry = this.entries.get(key) ?? { kept: null, weight: 0, busy: Promise.resolve() };
    // The most recently asked stands last and is forgotten last.
    this.entries.delete(key);
    this.entries.set(key, entry);
    const answer = entry.busy.then(async () => {
      const before = entry.kept as { pos: number; rows: ReadonlyMap<string, Row> } | null;
      // A request that began before another one may stand behind what that one has left.
      const present =
        before !== null && before.pos > now ? before : { pos: now, rows: await moved(before, now, steps) };
      this.keep(key, entry, present);
      return present.pos === pos ? present.rows : moved(present, pos, steps);
    });
    // Who comes next begins with what is kept, whatever became of this one.
    entry.busy = answer.catch(() => undefined);
    return answer;
  }

  private keep(key: string, entry: Entry, kept: Kept): void {
    // Forgotten meanwhile: its waiters finish with it, and nobody else finds it.
    if (this.entries.get(key) !== entry) return;
    entry.kept = kept;
    this.rows += kept.rows.size - entry.weight;
    entry.weight = kept.rows.size;
    for (const [oldest, { weight }] of this.entries) {
      if (this.rows <= this.mostRows && this.entries.size <= this.mostEntries) return;
      this.rows -= weight;
      this.entries.delete(oldest);
    }
  }
}

/** What was folded at one position as it is at another, before or after it. */
async function moved<Row>(
  from: { pos: number; rows: ReadonlyMap<string, Row> } | null,
  pos: number,
  steps: FoldSteps<Row>,
): Promise<ReadonlyMap<string, Row>> {
  if (from === null) return steps.fold(null, pos);
  if (from.pos === pos) return from.rows;
  const ids = await steps.changed(Math.min(from.pos, pos), Math.max(from.pos, pos));
  if (ids === null) return steps.fold(null, pos);
  if (ids.length === 0) return from.rows;
  const found = await steps.fold(ids, pos);
  // Others still read what was there before.
  const rows = new Map(from.rows);
  for (const id of ids) {
    const row = found.get(id);
    if (row === undefined) rows.delete(id);
    else rows.set(id, row);
  }
  return rows;
}
