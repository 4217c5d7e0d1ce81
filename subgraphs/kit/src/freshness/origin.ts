import type { EntityManager } from 'typeorm';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import { originOf, SIMULATED_PREFIX, type DataOrigin } from '@sightline/contracts/simulated';

/**
 * Whose facts a figure is over when nobody says: those of real sources wherever one of them has sent any fact of these
 * kinds that counts here, and the simulator's where only the simulator has. Nothing at all is nothing simulated: REAL.
 *
 * @param kinds  kinds of the flows that the figure rests on
 */
export async function defaultOrigin(manager: EntityManager, kinds: readonly FlowKind[]): Promise<DataOrigin> {
  const rows: { simulated: boolean }[] = await manager.query(
    `SELECT starts_with(source_system_id, $2) AS simulated FROM flow_progress
     WHERE kinds && $1::text[] AND facts + backfilled > 0 GROUP BY 1`,
    [kinds, SIMULATED_PREFIX],
  );
  return rows.length === 1 && rows[0]!.simulated ? 'SIMULATED' : 'REAL';
}

/** What a question says of the origin of its facts: by name, or by naming only sources of one origin. */
export interface OriginScope {
  origin?: DataOrigin | null;
  sourceSystemIds?: readonly string[] | null;
}

/** Gives the origin of a figure: the one that its scope says, or else the default of its kinds. */
export type OriginReader = (scope: OriginScope | null | undefined, kinds: readonly FlowKind[]) => Promise<DataOrigin>;

/**
 * One request's origins: the default of some kinds is read once, when the first figure wants it, so that all figures of a
 * request are over the same facts.
 *
 * @param read  the request's `context.read`
 */
export function originReader(
  read: (work: (manager: EntityManager) => Promise<DataOrigin>) => Promise<DataOrigin>,
): OriginReader {
  const defaults = new Map<string, Promise<DataOrigin>>();
  return (scope, kinds) => {
    const said = saidOrigin(scope);
    if (said !== null) return Promise.resolve(said);
    const key = [...kinds].sort().join();
    let known = defaults.get(key);
    if (known === undefined) {
      known = read((manager) => defaultOrigin(manager, kinds));
      defaults.set(key, known);
    }
    return known;
  };
}

function saidOrigin(scope: OriginScope | null | undefined): DataOrigin | null {
  if (scope?.origin != null) return scope.origin;
  const [first, ...others] = new Set((scope?.sourceSystemIds ?? []).map(originOf));
  return first !== undefined && others.length === 0 ? first : null;
}
