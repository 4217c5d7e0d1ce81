import type { DataSource, EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { IMPORT_SEALED_V1, type ImportMarkPayload } from '@sightline/contracts/events/flow-marks.v1';
import { recordLags } from '../freshness/lag-store';
import { advanceProgress, type FlowOfEvent } from '../freshness/progress';
import { readAsPlatform, withTenant } from '../postgres/transaction';
import { readLog, readNext, recentEntriesOfImports } from './read-log';

/** A stretch of the own log that becomes visible at once. */
export interface ProjectionBatch {
  /** In order of position; entries of imports that are not sealed are left out, they come when the seal does. */
  entries: readonly LogEntry[];
  firstPos: number;
  lastPos: number;
  /** Imports that this stretch seals: all their facts, wherever in the log, become visible with it. */
  sealedImports: readonly string[];
}

/** What a subgraph makes of a stretch of its log, in the transaction that moves the position of the reader. */
export type Projection = (manager: EntityManager, batch: ProjectionBatch) => Promise<void>;

export interface ProjectorOptions {
  dataSource: DataSource;
  project: Projection;
  flowOf: FlowOfEvent;
  now: () => Date;
  batchSize?: number;
  /** Told of each stretch how many of its entries count from now on; those of imports that are not sealed do not. */
  onVisible?: (entries: number) => void;
}

/** Position up to which the subgraph's own log is visible. */
export async function projectedPosition(manager: EntityManager): Promise<number> {
  const rows: { pos: string }[] = await manager.query(`SELECT pos FROM reader_position WHERE reader = 'projector'`);
  return Number(rows[0]!.pos);
}

/**
 * Makes the next stretch of the log visible: read models, watermarks, visible stamps and the position, in one
 * transaction. Of several processes one works, the others find nothing to do.
 *
 * @returns entries made visible
 */
export function projectNext(options: ProjectorOptions): Promise<number> {
  const limit = options.batchSize ?? 5000;
  return withTenant(options.dataSource, 'ALL', async (manager) => {
    const rows: { pos: string }[] = await manager.query(
      `SELECT pos FROM reader_position WHERE reader = 'projector' FOR UPDATE`,
    );
    const from = Number(rows[0]!.pos);
    // Of imports that are not sealed only the flows are of interest now; their payloads come when the seal does.
    const all = await readNext(manager, from, null, limit, `CASE WHEN ${countsAt('$1')} THEN payload END`);
    if (all.length === 0) return 0;
    const lastPos = all.at(-1)!.pos;
    const seals = all.filter((entry) => entry.type === IMPORT_SEALED_V1);
    const sealedImports = seals.map((entry) => (entry.payload as ImportMarkPayload).importId);
    const pending = new Set(all.flatMap((entry) => entry.source?.importId ?? []));
    for (const row of await sealedAmong(manager, [...pending])) pending.delete(row);
    const entries = all.filter((entry) => entry.source?.importId == null || !pending.has(entry.source.importId));
    await options.project(manager, { entries, firstPos: from + 1, lastPos, sealedImports });
    // Of an import that is sealed here, everything counts from now on; of one that is not, nothing does.
    const arrived =
      sealedImports.length === 0
        ? entries
        : [
            ...all.filter((entry) => entry.source?.importId == null),
            ...((await recentEntriesOfImports(manager, sealedImports, lastPos)) ??
              (await readLog(
                manager,
                `import_id = ANY($1) AND pos <= $2`,
                [sealedImports, lastPos],
                null,
                'CASE WHEN source IS NULL THEN payload END',
              ))),
          ];
    await advanceProgress(manager, arrived, options.flowOf);
    // Stamped last, so that "visible" is as close to the commit as can be.
    const visibleAt = options.now().toISOString();
    await recordLags(manager, arrived, options.flowOf, { at: visibleAt, pos: lastPos });
    for (const importId of sealedImports)
      await manager.query(
        `INSERT INTO sealed_import (import_id, pos, visible_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [importId, lastPos, visibleAt],
      );
    await manager.query(`INSERT INTO projection_batch (first_pos, last_pos, visible_at) VALUES ($1, $2, $3)`, [
      from + 1,
      lastPos,
      visibleAt,
    ]);
    await manager.query(`UPDATE reader_position SET pos = $1 WHERE reader = 'projector'`, [lastPos]);
    options.onVisible?.(entries.length);
    return all.length;
  });
}

/** What is kept ready for figures: what each subject comes to, judged by the stored definitions. */
export interface Derivation {
  /** Ids of the subjects that a stretch of the visible log changes, or has judged otherwise than before. */
  touched(manager: EntityManager, batch: ProjectionBatch): Promise<readonly string[]>;
  /** Judges subjects by all their facts up to a position. */
  judge(
    manager: EntityManager,
    subjectIds: readonly string[],
    at: { pos: number; sealedImports: readonly string[] },
  ): Promise<void>;
}

/** Of a bulk that is over, every subject is judged once, and not with each of its facts. */
const DERIVED_AT_ONCE = 250_000;
const READ_AT_ONCE = 5_000;

export interface DeriverOptions {
  dataSource: DataSource;
  derive: Derivation;
  batchSize?: number;
}

/** How far the log is. */
export interface LogPositions {
  /** Up to where it is visible, and up to where what is derived from it is kept ready. */
  visible: number;
  derived: number;
  /** The epoch of its last entry, and the one in which the next is written. */
  epoch: number;
  nextEpoch: number;
}

const POSITIONS = `SELECT reader, pos, (SELECT epoch FROM log_position ORDER BY pos DESC LIMIT 1) AS epoch,
    (SELECT epoch FROM log_state) AS next_epoch
  FROM reader_position WHERE reader IN ('projector', 'deriver')`;

/** How far the log is, in the snapshot of a transaction. */
export const readPositions = async (manager: EntityManager): Promise<LogPositions> =>
  positionsIn(await manager.query(POSITIONS));

/** How far the log is now. */
export const positionsNow = async (dataSource: DataSource): Promise<LogPositions> =>
  positionsIn(await readAsPlatform(dataSource, POSITIONS));

function positionsIn(
  rows: readonly { reader: string; pos: string; epoch: number | null; next_epoch: number }[],
): LogPositions {
  const of = (reader: string): number => Number(rows.find((row) => row.reader === reader)?.pos ?? 0);
  return {
    visible: of('projector'),
    derived: of('deriver'),
    epoch: rows[0]?.epoch ?? 0,
    nextEpoch: rows[0]!.next_epoch,
  };
}

/**
 * Keeps ready what could also be computed from the visible log when it is asked for: it follows the projector, in stretches
 * of its own, so that nothing becomes visible later for its sake.
 *
 * @returns positions passed
 */
export function deriveNext(options: DeriverOptions): Promise<number> {
  return withTenant(options.dataSource, 'ALL', async (manager) => {
    const rows: { pos: string }[] = await manager.query(
      `SELECT pos FROM reader_position WHERE reader = 'deriver' FOR UPDATE`,
    );
    const from = Number(rows[0]!.pos);
    const to = Math.min((await readPositions(manager)).visible, from + (options.batchSize ?? DERIVED_AT_ONCE));
    if (to <= from) return 0;
    const touched = new Set<string>();
    const sealedImports: string[] = [];
    for (let start = from; start < to; start += READ_AT_ONCE) {
      const end = Math.min(to, start + READ_AT_ONCE);
      const sealed = await sealedBetween(manager, start, end);
      sealedImports.push(...sealed);
      const entries = await countingBetween(manager, start, end);
      const batch = { entries, firstPos: start + 1, lastPos: end, sealedImports: sealed };
      for (const id of await options.derive.touched(manager, batch)) touched.add(id);
    }
    await options.derive.judge(manager, [...touched], { pos: to, sealedImports });
    await manager.query(`UPDATE reader_position SET pos = $1 WHERE reader = 'deriver'`, [to]);
    return to - from;
  });
}

/** Imports that were sealed after a position, up to another one. */
async function sealedBetween(manager: EntityManager, from: number, to: number): Promise<string[]> {
  const rows: { import_id: string }[] = await manager.query(
    `SELECT import_id FROM sealed_import WHERE pos > $1 AND pos <= $2`,
    [from, to],
  );
  return rows.map((row) => row.import_id);
}

/** Entries after a position up to another one that count at that one. */
async function countingBetween(manager: EntityManager, from: number, to: number): Promise<readonly LogEntry[]> {
  const all = await readNext(manager, from, to, to - from, `CASE WHEN ${countsAt('$2')} THEN payload END`);
  const imports = new Set(all.flatMap((entry) => entry.source?.importId ?? []));
  const sealed = new Set(await sealedAmong(manager, [...imports], to));
  return all.filter((entry) => entry.source?.importId == null || sealed.has(entry.source.importId));
}

/** @param pos  sealed by this position; left out: at all */
async function sealedAmong(
  manager: EntityManager,
  importIds: readonly string[],
  pos: number | null = null,
): Promise<string[]> {
  if (importIds.length === 0) return [];
  const rows: { import_id: string }[] = await manager.query(
    `SELECT import_id FROM sealed_import WHERE import_id = ANY($1) AND ($2::bigint IS NULL OR pos <= $2)`,
    [importIds, pos],
  );
  return rows.map((row) => row.import_id);
}

/** SQL condition: the event counts at position `$n` (it is no part of an import, or of one that was sealed by then). */
export const countsAt = (positionParameter: string): string =>
  `(import_id IS NULL OR import_id IN (SELECT import_id FROM sealed_import WHERE pos <= ${positionParameter}))`;

/** Last position that was visible at an instant; 0 when nothing was. */
export async function positionVisibleAt(manager: EntityManager, instant: string): Promise<number> {
  const rows: { pos: string | null }[] = await manager.query(
    `SELECT max(last_pos) AS pos FROM projection_batch WHERE visible_at <= $1`,
    [instant],
  );
  return Number(rows[0]?.pos ?? 0);
}
