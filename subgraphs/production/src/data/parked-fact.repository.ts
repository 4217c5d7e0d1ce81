import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import { originOf } from '@sightline/contracts/simulated';
import type { WorkOrderFact } from './work-order-facts';

/**
 * What a fact waits for: an order with such a name, whoever gives it. Coarser than the name itself, because the number of
 * a plant may be said by any source; whoever takes facts out again looks whether they were meant.
 */
export const waitsFor = (key: ExternalKey): string =>
  JSON.stringify([originOf(key.sourceSystemId), key.type, key.value]);

/**
 * Held from here to the end of the transaction by whoever parks a fact and by whoever brings what facts wait for:
 * otherwise each could miss the other, and the fact would wait for ever.
 */
export async function lockParking(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('production:parking'))`);
}

export async function park(
  manager: EntityManager,
  facts: readonly Extract<WorkOrderFact, { kind: 'REPORT' }>[],
  at: string,
): Promise<void> {
  if (facts.length === 0) return;
  await manager.query(
    `INSERT INTO parked_fact (waits_for, import_id, fact, parked_at)
     SELECT waits_for, import_id, fact::json, $2
     FROM json_to_recordset($1) AS p(waits_for text, import_id text, fact text)`,
    [
      JSON.stringify(
        facts.map((fact) => ({
          waits_for: waitsFor(fact.workOrder),
          import_id: fact.source.importId,
          fact: JSON.stringify(fact),
        })),
      ),
      at,
    ],
  );
}

/** Takes the facts that wait for one of these names out of the car park, oldest first. */
export async function unpark(manager: EntityManager, names: readonly string[]): Promise<WorkOrderFact[]> {
  const rows: [{ seq: string; fact: WorkOrderFact }[], number] = await manager.query(
    `DELETE FROM parked_fact WHERE waits_for = ANY($1) RETURNING seq, fact`,
    [names],
  );
  return rows[0].sort((a, b) => Number(a.seq) - Number(b.seq)).map((row) => row.fact);
}

/** Forgets the facts of an import that still wait. */
export async function forgetParked(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM parked_fact WHERE import_id = $1`, [importId]);
}
