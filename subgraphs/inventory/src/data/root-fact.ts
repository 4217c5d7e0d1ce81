import type { EntityManager } from 'typeorm';

/** Facts of which later ones take the place. */
export type CorrectableFacts = 'goods_receipt' | 'movement_fact';

/** SQL: the fact is of no import, or of one that counts: sealed before, or `$n`, the imports sealed right now. */
export const countsNow = (fact: string, sealingParameter: string): string =>
  `(${fact}.import_id IS NULL OR ${fact}.import_id = ANY(${sealingParameter}::text[])
    OR ${fact}.import_id IN (SELECT s.import_id FROM sealed_import s))`;

/** SQL: which of the facts with one root stands: the last correction, or the original when there is none. Orders descending. */
export const standing = (fact: string): string => `(${fact}.corrects IS NOT NULL) DESC, ${fact}.pos DESC`;

/** SQL condition: no other fact that counts has taken the place of this one. */
export const stands = (table: CorrectableFacts, fact: string, counts: (fact: string) => string): string =>
  `NOT EXISTS (SELECT 1 FROM ${table} c WHERE c.root_id = ${fact}.root_id AND c.corrects IS NOT NULL
     AND (${fact}.corrects IS NULL OR c.pos > ${fact}.pos) AND c.id <> ${fact}.id AND ${counts('c')})`;

/** Finds, through corrections of corrections, the fact that each of these goes back to. */
export async function findRoots(
  manager: EntityManager,
  table: CorrectableFacts,
  corrections: readonly string[],
): Promise<void> {
  if (corrections.length === 0) return;
  await manager.query(
    `WITH RECURSIVE up AS (
       SELECT f.id, f.corrects AS earlier FROM ${table} f WHERE f.id = ANY($1) AND f.corrects IS NOT NULL
       UNION
       SELECT up.id, f.corrects FROM up JOIN ${table} f ON f.id = up.earlier WHERE f.corrects IS NOT NULL)
     UPDATE ${table} t SET root_id = f.id FROM up JOIN ${table} f ON f.id = up.earlier AND f.corrects IS NULL
     WHERE t.id = up.id`,
    [corrections],
  );
}
