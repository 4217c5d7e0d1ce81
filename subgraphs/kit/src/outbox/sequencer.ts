import { hash } from 'node:crypto';
import { Client } from 'pg';
import { bigintArray, bytesArray } from '../postgres/column-arrays';
import { HASH_BYTES, type RecentLog } from './recent-log';

export interface SequencerOptions {
  url: string;
  schema: string;
  log: (line: string) => void;
  /** Called after each batch that reached the log. */
  onAdvance: () => void;
  /** Events in a batch at most, as long as one command did not write more. */
  batchSize?: number;
  /** Is told of what this process has written, for its own readers. */
  recent?: RecentLog;
}

/** Commands looked at for one batch at most. */
const MOST_COMMANDS = 500;

interface WaitingCommand {
  seq: string;
  /** Joined by commas, in order. */
  events: string;
  /** Of each event, one behind the other. */
  content_hashes: Buffer;
}

/**
 * Gives the events of the outbox their positions in the log: contiguous, hash-chained, by one writer. The writer holds an
 * advisory lock on the very connection that writes; should two ever write, the primary key of the log stops the second.
 *
 * Why not read the outbox by sequence number: a transaction that commits late shows a lower number after a higher one was
 * read, and a reader that keeps "the last number seen" loses it. Here a snapshot that shows an event also shows every
 * event that it follows from, so positions respect versions and causes.
 */
export class Sequencer {
  private client: Client | null = null;
  private leader = false;
  private headHash: Buffer | null = null;
  private headPos = 0;
  private epoch = 0;

  constructor(private readonly options: SequencerOptions) {}

  /**
   * Moves everything that is in the outbox now. Does nothing while another process leads.
   * @returns events moved
   */
  async drain(): Promise<number> {
    if (!(await this.lead())) return 0;
    let moved = 0;
    for (;;) {
      const { count, more } = await this.moveBatch();
      moved += count;
      if (count > 0) this.options.onAdvance();
      if (!more) return moved;
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = null;
    this.leader = false;
    await client?.end();
  }

  private async lead(): Promise<boolean> {
    if (this.client === null) {
      const client = new Client({
        connectionString: this.options.url,
        application_name: `sightline-${this.options.schema}-sequencer`,
        options: `-c search_path=${this.options.schema} -c timezone=UTC -c app.tenant=*`,
      });
      client.on('error', (error) => {
        this.options.log(`the sequencer's connection broke and is opened anew: ${error.message}`);
        if (this.client === client) {
          this.client = null;
          this.leader = false;
        }
      });
      await client.connect();
      this.client = client;
      this.leader = false;
    }
    if (!this.leader) {
      const answer = await this.client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(hashtext($1)) AS mine`, [
        `sightline:sequencer:${this.options.schema}`,
      ]);
      this.leader = answer.rows[0]!.mine;
      this.options.recent?.clear();
      // What an earlier leader wrote is read once, on taking over.
      if (this.leader) await this.readHead();
    }
    return this.leader;
  }

  private async readHead(): Promise<void> {
    const head = await this.client!.query<{ pos: string; hash: Buffer }>(
      `SELECT pos, hash FROM log_position ORDER BY pos DESC LIMIT 1`,
    );
    this.headPos = Number(head.rows[0]?.pos ?? 0);
    this.headHash = head.rows[0]?.hash ?? Buffer.alloc(HASH_BYTES);
    const state = await this.client!.query<{ epoch: number }>(`SELECT epoch FROM log_state`);
    this.epoch = state.rows[0]!.epoch;
  }

  private async moveBatch(): Promise<{ count: number; more: boolean }> {
    const client = this.client!;
    try {
      const waiting = await client.query<WaitingCommand>(
        `SELECT seq, array_to_string(event_seqs, ',') AS events, content_hashes
         FROM outbox_command ORDER BY seq LIMIT ${MOST_COMMANDS}`,
      );
      const { commands, events, contents } = batchOf(waiting.rows, this.options.batchSize ?? 5000);
      if (events.length === 0) return { count: 0, more: false };
      const hashes = Buffer.allocUnsafe(contents.length);
      let head = this.headHash!;
      for (let from = 0; from < contents.length; from += HASH_BYTES) {
        head = chainHash(head, contents.subarray(from, from + HASH_BYTES));
        head.copy(hashes, from);
      }
      const firstPos = this.headPos + 1;
      // One statement, so one transaction: an event is in the outbox or in the log, never in both or in neither.
      await client.query(
        `WITH taken AS (DELETE FROM outbox_command WHERE seq = ANY($1::bigint[]))
         INSERT INTO log_position (pos, event_seq, epoch, hash)
         SELECT $2::bigint + place - 1, seq, $3, hash
         FROM unnest($4::bigint[], $5::bytea[]) WITH ORDINALITY AS p(seq, hash, place)`,
        [bigintArray(commands), firstPos, this.epoch, bigintArray(events), bytesArray(hashes, HASH_BYTES)],
      );
      this.headHash = head;
      this.headPos += events.length;
      const { recent } = this.options;
      if (recent !== undefined) {
        const text = contents.toString('hex');
        recent.placed(
          this.epoch,
          firstPos,
          events.map((_, index) => text.slice(index * 2 * HASH_BYTES, (index + 1) * 2 * HASH_BYTES)),
        );
      }
      return { count: events.length, more: commands.length < waiting.rows.length || commands.length === MOST_COMMANDS };
    } catch (error) {
      // Whatever went wrong, the head in memory may no longer be the head of the log.
      this.leader = false;
      await this.stop().catch((closing: unknown) => this.options.log(`closing the sequencer: ${String(closing)}`));
      throw error;
    }
  }
}

/** The first commands whose events fit into a batch; the first one always does. */
function batchOf(
  waiting: readonly WaitingCommand[],
  mostEvents: number,
): { commands: string[]; events: string[]; contents: Buffer } {
  const commands: string[] = [];
  const events: string[] = [];
  const contents: Buffer[] = [];
  for (const command of waiting) {
    const seqs = command.events.split(',');
    if (events.length > 0 && events.length + seqs.length > mostEvents) break;
    commands.push(command.seq);
    for (const seq of seqs) events.push(seq);
    contents.push(command.content_hashes);
  }
  return { commands, events, contents: Buffer.concat(contents) };
}

/** Hash of a position: SHA-256 over the hash before it and the event's own. */
export function chainHash(previous: Buffer, content: Buffer): Buffer {
  const both = Buffer.allocUnsafe(2 * HASH_BYTES);
  previous.copy(both, 0);
  content.copy(both, HASH_BYTES);
  return hash('sha256', both, 'buffer');
}
