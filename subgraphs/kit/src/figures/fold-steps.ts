import type { EntityManager } from 'typeorm';
import { changedSubjects } from '../outbox/changed-subjects';
import { withTenant } from '../postgres/transaction';
import type { FigureGround } from './figure-ground';
import type { FoldSteps } from './shared-folds';

/** How a subgraph folds the subjects of its figures out of their facts. */
export interface FoldedKind<Row> {
  subjectType: string;
  /** Types of entries that change what all subjects are judged by. */
  unsettling: readonly string[];
  /** Ids of all subjects that the caller may see. */
  ids(manager: EntityManager): Promise<readonly string[]>;
  /** Some of them at a position; those that the caller may not see, and those not there, are missing. */
  fold(manager: EntityManager, ids: readonly string[], pos: number): Promise<ReadonlyMap<string, Row>>;
}

/** Subjects folded at a time: their facts are in memory together. */
const CHUNK = 1_000;

/** Folds subjects in chunks; others have the thread in between. */
export const foldSteps = <Row>(ground: FigureGround, kind: FoldedKind<Row>): FoldSteps<Row> => ({
  fold: (ids, pos) =>
    ground.remember(async (manager) => {
      const rows = new Map<string, Row>();
      const all = ids ?? (await kind.ids(manager));
      for (let start = 0; start < all.length; start += CHUNK) {
        const folded = await kind.fold(manager, all.slice(start, start + CHUNK), pos);
        for (const [id, row] of folded) rows.set(id, row);
      }
      return rows;
    }),
  changed: (after, through) =>
    withTenant(
      ground.context.services.database,
      'ALL',
      (manager) => changedSubjects(manager, kind, after, through),
      true,
    ),
});
