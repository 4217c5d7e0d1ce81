import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import { textArray } from '@sightline/kit/postgres/column-arrays';
import { keyArrays, keyText } from '@sightline/kit/postgres/key-columns';

/** A receipt or movement that claims the names by which outside systems know it. */
export interface NameClaim {
  factId: string;
  /** The source system that tells of it. */
  toldBy: string;
  importId: string | null;
  names: readonly ExternalKey[];
}

export interface NameHolder {
  factId: string;
  toldBy: string;
}

/**
 * Gives each name to the first fact that claims it, and answers who has a name now. Two sources that tell of one receipt
 * at the same moment wait for each other here.
 */
export async function claimNames(
  manager: EntityManager,
  claims: readonly NameClaim[],
): Promise<(key: ExternalKey) => NameHolder | null> {
  const first = new Map<string, { key: ExternalKey; claim: NameClaim }>();
  for (const claim of claims)
    for (const key of claim.names) if (!first.has(keyText(key))) first.set(keyText(key), { key, claim });
  if (first.size === 0) return () => null;
  // In order of name, so that two commands cannot wait for each other in a circle.
  const claimed = [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const keys = keyArrays(claimed.map(({ key }) => key));
  const [taken]: { count: number }[] = await manager.query(
    `WITH taken AS (
       INSERT INTO fact_name AS n (source_system_id, type, value, fact_id, told_by, import_id)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       ON CONFLICT (source_system_id, type, value) DO UPDATE SET fact_id = excluded.fact_id,
         told_by = excluded.told_by, import_id = excluded.import_id
       -- What a dropped import named is free, also what came in after the drop.
       WHERE n.import_id IN (SELECT import_id FROM dropped_import) AND n.import_id IS DISTINCT FROM excluded.import_id
       RETURNING 1)
     SELECT count(*)::int AS count FROM taken`,
    [
      ...keys,
      textArray(claimed.map(({ claim }) => claim.factId)),
      textArray(claimed.map(({ claim }) => claim.toldBy)),
      textArray(claimed.map(({ claim }) => claim.importId)),
    ],
  );
  const holders = new Map<string, NameHolder>();
  // Mostly all names are new, and then their number is enough of an answer.
  if (taken!.count === claimed.length)
    for (const [name, { claim }] of first) holders.set(name, { factId: claim.factId, toldBy: claim.toldBy });
  else {
    const rows: { place: number; id: string; told_by: string }[] = await manager.query(
      `SELECT k.place::int AS place, n.fact_id AS id, n.told_by
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k(s, t, v, place)
       JOIN fact_name n ON n.source_system_id = k.s AND n.type = k.t AND n.value = k.v`,
      keys,
    );
    for (const row of rows) holders.set(keyText(claimed[row.place - 1]!.key), { factId: row.id, toldBy: row.told_by });
  }
  return (key) => holders.get(keyText(key)) ?? null;
}

/** Hands the names that corroborating facts claimed to the facts which they corroborate. */
export async function handOverNames(
  manager: EntityManager,
  moves: readonly { from: string; to: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await manager.query(
    `UPDATE fact_name n SET fact_id = m."to"
     FROM unnest($1::text[], $2::text[]) AS m("from", "to") WHERE n.fact_id = m."from"`,
    [textArray(moves.map((move) => move.from)), textArray(moves.map((move) => move.to))],
  );
}

/** Forgets the names that a dropped import gave, so that its facts may come again. */
export async function forgetNamesOfImport(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM fact_name WHERE import_id = $1`, [importId]);
}
