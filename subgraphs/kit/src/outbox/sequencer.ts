import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { EVENT_COLUMNS } from './migration';

export interface SequencerOptions {
  url: string;
  schema: string;
  log: (line: string) => void;
  /** Called after each batch that reached the log. */
  onAdvance: () => void;
  batchSize?: number;
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
      const count = await this.moveBatch();
      moved += count;
      if (count > 0) this.options.onAdvance();
      if (count < (this.options.batchSize ?? 5000)) return moved;
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
      // What an earlier leader wrote is read once, on taking over.
      if (this.leader) await this.readHead();
    }
    return this.leader;
  }

  private async readHead(): Promise<void> {
    const head = await this.client!.query<{ pos: string; hash: Buffer }>(
      `SELECT pos, hash FROM event_log ORDER BY pos DESC LIMIT 1`,
    );
    this.headPos = Number(head.rows[0]?.pos ?? 0);
    this.headHash = head.rows[0]?.hash ?? Buffer.alloc(32);
    const state = await this.client!.query<{ epoch: number }>(`SELECT epoch FROM log_state`);
    this.epoch = state.rows[0]!.epoch;
  }

  private async moveBatch(): Promise<number> {
    const client = this.client!;
    try {
      const waiting = await client.query<{ seq: string; content_hash: Buffer }>(
        `SELECT seq, content_hash FROM outbox ORDER BY seq LIMIT ${this.options.batchSize ?? 5000}`,
      );
      if (waiting.rows.length === 0) return 0;
      const links: { seq: string; pos: number; prev_hash: string; hash: string }[] = [];
      let hash = this.headHash!;
      let pos = this.headPos;
      for (const row of waiting.rows) {
        const previous = hash;
        hash = chainHash(previous, row.content_hash);
        pos += 1;
        links.push({ seq: row.seq, pos, prev_hash: previous.toString('hex'), hash: hash.toString('hex') });
      }
      const columns = EVENT_COLUMNS.join(', ');
      // One statement, so one transaction: an event is in the outbox or in the log, never in both or in neither.
      await client.query(
        `WITH link AS (SELECT * FROM json_to_recordset($1) AS l(seq bigint, pos bigint, prev_hash text, hash text)),
              taken AS (DELETE FROM outbox USING link WHERE outbox.seq = link.seq
                        RETURNING link.pos, link.prev_hash, link.hash, ${EVENT_COLUMNS.map((c) => `outbox.${c}`).join(', ')})
         INSERT INTO event_log (pos, epoch, ${columns}, prev_hash, hash)
         SELECT pos, $2, ${columns}, decode(prev_hash, 'hex'), decode(hash, 'hex') FROM taken`,
        [JSON.stringify(links), this.epoch],
      );
      this.headHash = hash;
      this.headPos = pos;
      return waiting.rows.length;
    } catch (error) {
      // Whatever went wrong, the head in memory may no longer be the head of the log.
      this.leader = false;
      await this.stop().catch((closing: unknown) => this.options.log(`closing the sequencer: ${String(closing)}`));
      throw error;
    }
  }
}

/** Hash of a position: SHA-256 over the hash before it and the event's own. */
export function chainHash(previous: Buffer, content: Buffer): Buffer {
  return createHash('sha256').update(previous).update(content).digest();
}
