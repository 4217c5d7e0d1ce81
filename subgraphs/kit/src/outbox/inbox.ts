import type { DataSource, EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { FeedPage } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { uuidArray } from '../postgres/column-arrays';
import { withTenant } from '../postgres/transaction';

/** What a subgraph hears from another one. */
export interface Consumer<Services> {
  /** Unique within the subgraph; its position is kept under this name. */
  name: string;
  from: SubgraphName;
  types: readonly string[];
  /** What it brings is of no hurry: while a bulk comes in at the subgraph that it reads, it waits a few seconds; or
   * only as long as no command of its own subgraph may need it. */
  patient?: boolean | 'UNTIL_COMMAND';
  /** Applies entries, in order, in the transaction that also moves the position: each entry has its effect once only. */
  handle(manager: EntityManager, entries: readonly LogEntry[], services: Services): Promise<void>;
}

/** The log that is read has become another one: positions mean something else now. Someone has to look. */
export class LogRewound extends Error {
  constructor(consumer: string, from: string, known: string, found: string) {
    super(
      `${consumer} has read the log of ${from} up to ${known}, and now finds ${found}. ` +
        'The log was restored to an earlier state; reconcile before going on (see the runbook).',
    );
  }
}

/** Position up to which a consumer has applied its upstream's log. */
export async function consumerPosition(
  dataSource: DataSource,
  consumer: string,
): Promise<{ epoch: number; pos: number } | null> {
  const rows: { epoch: number; pos: string }[] = await withTenant(
    dataSource,
    'ALL',
    (manager) => manager.query(`SELECT epoch, pos FROM reader_position WHERE reader = $1`, [consumer]),
    true,
  );
  return rows[0] === undefined ? null : { epoch: rows[0].epoch, pos: Number(rows[0].pos) };
}

/**
 * Applies one page of another subgraph's log: inbox, effect and position in one transaction. A page that was applied
 * before, by this process or by another replica, changes nothing.
 *
 * @param askedAfter  position after which the page was asked
 * @throws LogRewound when the upstream's epoch has changed, or its log is shorter than what was read of it
 */
export async function applyPage<Services>(
  dataSource: DataSource,
  consumer: Consumer<Services>,
  page: FeedPage,
  askedAfter: number,
  services: Services,
): Promise<number> {
  return withTenant(dataSource, 'ALL', async (manager) => {
    await manager.query(`INSERT INTO reader_position (reader, epoch, pos) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING`, [
      consumer.name,
      page.epoch,
    ]);
    const rows: { epoch: number; pos: string }[] = await manager.query(
      `SELECT epoch, pos FROM reader_position WHERE reader = $1 FOR UPDATE`,
      [consumer.name],
    );
    const known = rows[0]!;
    if (known.epoch !== page.epoch || page.through < askedAfter)
      throw new LogRewound(
        consumer.name,
        consumer.from,
        `epoch ${known.epoch}, position ${known.pos}`,
        `epoch ${page.epoch}, position ${page.through}`,
      );
    const ahead = page.entries.filter((entry) => entry.pos > Number(known.pos));
    let fresh: readonly LogEntry[] = [];
    if (ahead.length > 0) {
      const [admitted]: { count: number; ids: string[] | null }[] = await manager.query(
        `WITH admitted AS (INSERT INTO inbox (consumer, event_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING
                           RETURNING event_id)
         SELECT count(*)::int AS count, CASE WHEN count(*) < $3 THEN array_agg(event_id::text) END AS ids FROM admitted`,
        [consumer.name, uuidArray(ahead.map((entry) => entry.eventId)), ahead.length],
      );
      const { count, ids } = admitted!;
      const isFresh = new Set(ids ?? []);
      fresh = count === ahead.length ? ahead : ahead.filter((entry) => isFresh.has(entry.eventId));
      if (fresh.length > 0) await consumer.handle(manager, fresh, services);
    }
    if (page.through > Number(known.pos))
      await manager.query(`UPDATE reader_position SET pos = $2 WHERE reader = $1`, [consumer.name, page.through]);
    return fresh.length;
  });
}
