import type { DataSource } from 'typeorm';
import type { LogEntry, LogEvent } from '@sightline/contracts/events/envelope';

/** Of a SHA-256. */
export const HASH_BYTES = 32;

/** What is kept at most, by the length of the JSON that is stored of it; in memory it takes a few times as much. */
const MOST_BYTES = 12 * 1024 * 1024;
/** An end of the log that nothing was added to for this long is read from the database by whoever still wants it. */
const FORGOTTEN_AFTER_MS = 30_000;

/**
 * The end of the log as this process has just written it, so that projector, deriver and feed need not read it back. An
 * event is kept under the hash of its content, which the database gives back when the event has its position: what stands
 * here is what is stored, or it is not found. Entries are shared by all who read them, and nobody may change one.
 *
 * A hint and no source of truth: it may be empty at any moment, and then everything comes from the database.
 */
export class RecentLog {
  /** Written, and not yet in the log; by hash of the content. The transaction may still be rolled back. */
  private readonly unplaced = new Map<string, { entry: LogEntry; bytes: number }>();
  private unplacedBytes = 0;
  private entries: LogEntry[] = [];
  private sizes: number[] = [];
  private bytes = 0;
  private forgetting: NodeJS.Timeout | null = null;

  /**
   * @param ingestedAt  as it is stored; of a source's own instants the log keeps three digits, and always three
   * @param bytes       length of the JSON that is stored of it
   */
  written(contentHash: string, event: LogEvent, ingestedAt: string, bytes: number): void {
    const entry: LogEntry = {
      pos: 0,
      epoch: 0,
      eventId: event.eventId,
      type: event.type,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      subjectVersion: event.subjectVersion,
      tenant: event.tenant,
      source: event.source,
      occurred: event.occurred,
      recorded: event.recorded,
      ingestedAt: THREE_DIGITS.test(ingestedAt) ? ingestedAt : new Date(ingestedAt).toISOString(),
      payload: event.payload,
    };
    // A transaction that is run again writes the same once more.
    if (!this.unplaced.has(contentHash)) this.unplacedBytes += bytes;
    this.unplaced.set(contentHash, { entry, bytes });
    // Where another process leads, or transactions are rolled back, nobody comes for them.
    for (const [oldest, { bytes: size }] of this.unplaced) {
      if (this.unplacedBytes <= MOST_BYTES) break;
      this.unplaced.delete(oldest);
      this.unplacedBytes -= size;
    }
  }

  /** Events have got their positions, and are committed. */
  placed(epoch: number, firstPos: number, contentHashes: readonly string[]): void {
    if (firstPos !== (this.entries.at(-1)?.pos ?? 0) + 1 || this.entries.at(-1)?.epoch !== epoch) this.clear();
    contentHashes.forEach((contentHash, index) => {
      const found = this.unplaced.get(contentHash);
      if (found === undefined) {
        // Written by another process: what comes before it is no longer the end of the log.
        this.clear();
        return;
      }
      this.unplaced.delete(contentHash);
      this.unplacedBytes -= found.bytes;
      // Nobody has seen it before it has its position.
      found.entry.pos = firstPos + index;
      found.entry.epoch = epoch;
      this.entries.push(found.entry);
      this.sizes.push(found.bytes);
      this.bytes += found.bytes;
    });
    this.shorten();
    if (this.forgetting === null) {
      this.forgetting = setTimeout(() => this.clear(), FORGOTTEN_AFTER_MS);
      this.forgetting.unref();
    } else this.forgetting.refresh();
  }

  /** Forgets the end of the log, not what waits for its position. */
  clear(): void {
    this.entries = [];
    this.sizes = [];
    this.bytes = 0;
  }

  /** Last position that is here, with its epoch; null when nothing is. */
  end(): { epoch: number; pos: number } | null {
    const last = this.entries.at(-1);
    return last === undefined ? null : { epoch: last.epoch, pos: last.pos };
  }

  /** Entries after a position up to another one, as far as they are here; null when the first of them are not. */
  after(pos: number, upTo = Infinity): readonly LogEntry[] | null {
    const first = this.entries[0]?.pos;
    if (first === undefined || pos + 1 < first || pos >= this.entries.at(-1)!.pos) return null;
    return this.entries.slice(pos + 1 - first, Math.max(0, Math.min(this.entries.length, upTo + 1 - first)));
  }

  /** All that is here up to a position, in order; nothing when the log goes on before that position elsewhere. */
  upTo(pos: number): readonly LogEntry[] {
    const [first] = this.entries;
    if (first === undefined || this.entries.at(-1)!.pos < pos) return [];
    return this.entries.slice(0, Math.max(0, pos + 1 - first.pos));
  }

  private shorten(): void {
    if (this.bytes <= MOST_BYTES) return;
    // A quarter more than needed, so that not every batch moves the whole list.
    let drop = 0;
    for (; this.bytes > MOST_BYTES * 0.75 && drop < this.entries.length; drop += 1) this.bytes -= this.sizes[drop]!;
    this.entries = this.entries.slice(drop);
    this.sizes = this.sizes.slice(drop);
  }
}

const THREE_DIGITS = /\.\d{3}Z$/;

const logs = new WeakMap<DataSource, RecentLog>();

/** The recent log of a subgraph, one for each of its databases in this process. */
export function recentLogOf(dataSource: DataSource): RecentLog {
  let log = logs.get(dataSource);
  if (log === undefined) {
    log = new RecentLog();
    logs.set(dataSource, log);
  }
  return log;
}
