import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';

const nameOf = (key: ExternalKey): string => JSON.stringify([key.sourceSystemId, key.type, key.value]);

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

const holderOf = (row: { id: string; told_by: string }): NameHolder => ({
  factId: row.id,
  toldBy: row.told_by,
});

/**
 * Gives each name to the first fact that claims it, and answers who has a name now. Two sources that tell of one receipt
 * at the same moment wait for each other here.
 */
export async function claimNames(
  manager: EntityManager,
  claims: readonly NameClaim[],
): Promise<(key: ExternalKey) => NameHolder | null> {
  const rows = claims.flatMap((claim, place) =>
    claim.names.map((key) => ({
      s: key.sourceSystemId,
      t: key.type,
      v: key.value,
      id: claim.factId,
      told_by: claim.toldBy,
      import_id: claim.importId,
      place,
    })),
  );
  const holders = new Map<string, NameHolder>();
  if (rows.length > 0) {
    const claimed: { s: string; t: string; v: string; id: string; told_by: string }[] = await manager.query(
      `INSERT INTO fact_name AS n (source_system_id, type, value, fact_id, told_by, import_id)
       SELECT DISTINCT ON (s, t, v) s, t, v, id, told_by, import_id
       FROM json_to_recordset($1) AS c(s text, t text, v text, id text, told_by text, import_id text, place int)
       ORDER BY s, t, v, place
       ON CONFLICT (source_system_id, type, value) DO UPDATE SET fact_id = excluded.fact_id,
         told_by = excluded.told_by, import_id = excluded.import_id
       -- What a dropped import named is free, also what came in after the drop.
       WHERE n.import_id IN (SELECT import_id FROM dropped_import) AND n.import_id IS DISTINCT FROM excluded.import_id
       RETURNING source_system_id AS s, type AS t, value AS v, fact_id AS id, told_by`,
      [JSON.stringify(rows)],
    );
    for (const row of claimed) holders.set(nameOf({ sourceSystemId: row.s, type: row.t, value: row.v }), holderOf(row));
    const taken = rows.filter((row) => !holders.has(nameOf({ sourceSystemId: row.s, type: row.t, value: row.v })));
    if (taken.length === 0) return (key) => holders.get(nameOf(key)) ?? null;
    const found: typeof claimed = await manager.query(
      `SELECT DISTINCT s, t, v, n.fact_id AS id, n.told_by
       FROM json_to_recordset($1) AS c(s text, t text, v text)
       JOIN fact_name n ON n.source_system_id = c.s AND n.type = c.t AND n.value = c.v`,
      [JSON.stringify(taken)],
    );
    for (const row of found) holders.set(nameOf({ sourceSystemId: row.s, type: row.t, value: row.v }), holderOf(row));
  }
  return (key) => holders.get(nameOf(key)) ?? null;
}

/** Hands the names that corroborating facts claimed to the facts which they corroborate. */
export async function handOverNames(
  manager: EntityManager,
  moves: readonly { from: string; to: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await manager.query(
    `UPDATE fact_name n SET fact_id = m."to"
     FROM json_to_recordset($1) AS m("from" text, "to" text) WHERE n.fact_id = m."from"`,
    [JSON.stringify(moves)],
  );
}

/** Forgets the names that a dropped import gave, so that its facts may come again. */
export async function forgetNamesOfImport(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(`DELETE FROM fact_name WHERE import_id = $1`, [importId]);
}
