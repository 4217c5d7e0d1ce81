import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { FactSource, When } from '@sightline/contracts/events/envelope';
import { bytesArray, textArray, uuidArray } from '../postgres/column-arrays';

const BODY_HASH_BYTES = 32;

/** No text that can be stored holds a NUL. */
const nameOf = (sourceSystemId: string, idempotencyKey: string): string => `${sourceSystemId}\u0000${idempotencyKey}`;

/** A fact as it knocks at the door. */
export interface FactKey {
  sourceSystemId: string;
  idempotencyKey: string;
  /** Hash of everything the fact says: `bodyHash`. */
  bodyHash: string;
  /** The row it is about; kept to answer a repetition alike. */
  subjectId: string | null;
  importId: string | null;
  flowId: string;
}

export type Admission =
  | { kind: 'NEW' }
  /** Seen before with the same body. */
  | { kind: 'DUPLICATE'; subjectId: string | null }
  /** Seen before with another body. */
  | { kind: 'KEY_REUSED' };

/**
 * Hash of what a fact says, hexadecimal: as it was written and not as it was spelled, and whichever import brings it: the
 * row of a file is the same fact when the file comes again. Of a stamp only what the source wrote counts: the day of an
 * instant depends on what is known of the plant's time zone when it is read.
 *
 * @param said  everything else that the fact says, without such days; its fields always stand in the same order
 */
export function bodyHash(fact: { source: FactSource; occurred: When; recorded: When }, said: unknown): string {
  const { source, occurred, recorded } = fact;
  return hash(
    'sha256',
    JSON.stringify([
      source.sourceSystemId,
      source.flow,
      source.plantId,
      source.sequence,
      source.correlationId,
      source.backfill,
      source.correctionOf,
      asWritten(occurred),
      asWritten(recorded),
      said,
    ]),
  );
}

/** What the source wrote of a stamp: the instant, or the day where it knew no more. */
export const asWritten = (when: When): string => when.at ?? when.on;

/**
 * Admits each fact once, in the caller's transaction: two requests with the same key wait for each other, and the second
 * is a duplicate. Answers stand in the order of the facts; within one list, the first with a key is the one admitted.
 *
 * @param at  instant of admission, RFC 3339
 */
export async function admitOnce(manager: EntityManager, facts: readonly FactKey[], at: string): Promise<Admission[]> {
  if (facts.length === 0) return [];
  const names = facts.map((fact) => nameOf(fact.sourceSystemId, fact.idempotencyKey));
  const firsts = new Map<string, FactKey>();
  facts.forEach((fact, index) => {
    if (!firsts.has(names[index]!)) firsts.set(names[index]!, fact);
  });
  // Sorted, so that two lists with the same keys in another order cannot wait for each other in a circle.
  const offeredNames = [...firsts.keys()].sort();
  const offered = offeredNames.map((name) => firsts.get(name)!);
  // Mostly all are new, and then their number is enough of an answer.
  const [taken]: { count: number; systems: string[] | null; keys: string[] | null }[] = await manager.query(
    `WITH taken AS (
     INSERT INTO idempotency (source_system_id, idempotency_key, body_hash, subject_id, import_id, flow_id, at)
     SELECT *, $7::timestamptz FROM unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::uuid[])
     ON CONFLICT (source_system_id, idempotency_key) DO UPDATE SET body_hash = excluded.body_hash,
       subject_id = excluded.subject_id, import_id = excluded.import_id, flow_id = excluded.flow_id, at = excluded.at
     -- What a dropped import sent never counts, so its keys are free again, also those that came in after the drop.
     WHERE idempotency.import_id IN (SELECT import_id FROM dropped_import)
       AND idempotency.import_id IS DISTINCT FROM excluded.import_id
       AND NOT EXISTS (SELECT 1 FROM dropped_import d WHERE d.import_id = excluded.import_id)
     RETURNING source_system_id, idempotency_key)
     SELECT count(*)::int AS count,
       CASE WHEN count(*) < $8 THEN array_agg(source_system_id ORDER BY source_system_id, idempotency_key) END AS systems,
       CASE WHEN count(*) < $8 THEN array_agg(idempotency_key ORDER BY source_system_id, idempotency_key) END AS keys
     FROM taken`,
    [
      textArray(offered.map((fact) => fact.sourceSystemId)),
      textArray(offered.map((fact) => fact.idempotencyKey)),
      bytesArray(Buffer.from(offered.map((fact) => fact.bodyHash).join(''), 'hex'), BODY_HASH_BYTES),
      textArray(offered.map((fact) => fact.subjectId)),
      textArray(offered.map((fact) => fact.importId)),
      uuidArray(offered.map((fact) => fact.flowId)),
      at,
      offered.length,
    ],
  );
  const { count, systems, keys } = taken!;
  const isNew = new Set(
    count === offered.length ? offeredNames : (systems ?? []).map((system, index) => nameOf(system, keys![index]!)),
  );
  const known = new Map<string, { hash: string; subjectId: string | null }>();
  const old = offered.filter((_, index) => !isNew.has(offeredNames[index]!));
  if (old.length > 0) {
    const rows: { source_system_id: string; idempotency_key: string; hash: string; subject_id: string | null }[] =
      await manager.query(
        `SELECT i.source_system_id, i.idempotency_key, encode(i.body_hash, 'hex') AS hash, i.subject_id
         FROM unnest($1::text[], $2::text[]) AS f(source_system_id, idempotency_key)
         JOIN idempotency i USING (source_system_id, idempotency_key)`,
        [textArray(old.map((fact) => fact.sourceSystemId)), textArray(old.map((fact) => fact.idempotencyKey))],
      );
    for (const row of rows)
      known.set(nameOf(row.source_system_id, row.idempotency_key), {
        hash: row.hash,
        subjectId: row.subject_id,
      });
    const repeated = new Map<string, number>();
    for (const [index, fact] of facts.entries()) {
      const before = known.get(names[index]!);
      if (before?.hash === fact.bodyHash) repeated.set(fact.flowId, (repeated.get(fact.flowId) ?? 0) + 1);
    }
    for (const [flowId, count] of repeated)
      await manager.query(`UPDATE recorded_flow SET duplicates = duplicates + $2 WHERE id = $1`, [flowId, count]);
  }
  const seenInThisList = new Set<string>();
  return facts.map((fact, index): Admission => {
    const name = names[index]!;
    const first = firsts.get(name)!;
    if (isNew.has(name)) {
      if (!seenInThisList.has(name)) {
        seenInThisList.add(name);
        return { kind: 'NEW' };
      }
      return first.bodyHash === fact.bodyHash
        ? { kind: 'DUPLICATE', subjectId: first.subjectId }
        : { kind: 'KEY_REUSED' };
    }
    const before = known.get(name);
    return before !== undefined && before.hash === fact.bodyHash
      ? { kind: 'DUPLICATE', subjectId: before.subjectId }
      : { kind: 'KEY_REUSED' };
  });
}

/** Takes back the admission of facts that turned out to be refused, so that a corrected fact may use their keys. */
export async function withdraw(manager: EntityManager, facts: readonly FactKey[]): Promise<void> {
  if (facts.length === 0) return;
  await manager.query(
    `DELETE FROM idempotency USING unnest($1::text[], $2::text[]) AS f(source_system_id, idempotency_key)
     WHERE idempotency.source_system_id = f.source_system_id AND idempotency.idempotency_key = f.idempotency_key`,
    [textArray(facts.map((fact) => fact.sourceSystemId)), textArray(facts.map((fact) => fact.idempotencyKey))],
  );
}

/** Frees the keys of a dropped import, so that its facts may come again. */
export async function forgetImport(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`INSERT INTO dropped_import (import_id) VALUES ($1) ON CONFLICT DO NOTHING`, [importId]);
}
