import type { EntityManager } from 'typeorm';
import type { FactSource } from '@sightline/contracts/events/envelope';
import type { ExternalKey } from '@sightline/contracts/identities';
import { claimNames, handOverNames } from '../data/fact-name.repository';

interface NamedFact {
  id: string;
  source: FactSource;
  /** By which outside systems know it. */
  names: readonly ExternalKey[];
  /** A fact that it is known to corroborate, whatever its names say. */
  corroborates: string | null;
}

/**
 * Which of these facts another source has told of already, under the same outside name.
 *
 * @returns the id of the known fact, by the id of the new one
 */
export async function corroborations(
  manager: EntityManager,
  facts: readonly NamedFact[],
): Promise<Map<string, string>> {
  const holderOf = await claimNames(
    manager,
    facts.map(({ id, source, names }) => ({
      factId: id,
      toldBy: source.sourceSystemId,
      importId: source.importId,
      names,
    })),
  );
  const known = new Map<string, string>();
  for (const { id, source, names, corroborates } of facts) {
    const holder = names.map(holderOf).find((found) => found !== null && found.toldBy !== source.sourceSystemId);
    // A holder of this very list may itself corroborate an older fact.
    if (holder) known.set(id, known.get(holder.factId) ?? holder.factId);
    else if (corroborates !== null) known.set(id, corroborates);
  }
  await handOverNames(
    manager,
    [...known].map(([from, to]) => ({ from, to })),
  );
  return known;
}
