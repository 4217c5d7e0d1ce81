import type { EntityManager } from 'typeorm';
import type { LotFact } from './lot-facts';

/** Keeps facts until one of the things that each waits for is there. */
export async function park(
  manager: EntityManager,
  facts: readonly { waitsFor: readonly string[]; fact: LotFact }[],
  at: string,
): Promise<void> {
  if (facts.length === 0) return;
  await manager.query(
    `INSERT INTO parked_fact (waits_for, import_id, fact, parked_at)
     SELECT ARRAY(SELECT json_array_elements_text(waits_for)), import_id, fact::json, $2
     FROM json_to_recordset($1) AS p(waits_for json, import_id text, fact text)`,
    [
      JSON.stringify(
        facts.map(({ waitsFor, fact }) => ({
          waits_for: waitsFor,
          import_id: fact.source.importId,
          fact: JSON.stringify(fact),
        })),
      ),
      at,
    ],
  );
}

/** Takes out the facts that wait for one of these, oldest first. */
export async function unpark(manager: EntityManager, waitsFor: readonly string[]): Promise<LotFact[]> {
  if (waitsFor.length === 0) return [];
  const rows: [{ seq: string; fact: LotFact }[], number] = await manager.query(
    `DELETE FROM parked_fact WHERE waits_for && $1::text[] RETURNING seq, fact`,
    [waitsFor],
  );
  return rows[0].sort((a, b) => Number(a.seq) - Number(b.seq)).map((row) => row.fact);
}

/** Forgets the facts of an import that still wait. */
export async function forgetParked(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM parked_fact WHERE import_id = $1`, [importId]);
}
