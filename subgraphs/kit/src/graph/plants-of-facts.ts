import { GraphQLError } from 'graphql';
import { plantIdOf } from '@sightline/contracts/identities';

/** Where an input of a door names the plant that it is about; a source names the plants of its flows. */
interface AboutPlant {
  source?: { plantId?: unknown } | null;
  plantId?: unknown;
  plantCode?: unknown;
  flows?: unknown;
}

/**
 * Refuses a call of a door whole when the caller's token is narrowed to plants and any of its facts is about another one, or
 * names none: it would be a fact about all of them. Every door is guarded here, also one that is written later.
 *
 * @param plantIds  those of the token; null: it is not narrowed
 */
export function refuseForeignPlants(args: Readonly<Record<string, unknown>>, plantIds: readonly string[] | null): void {
  if (plantIds === null) return;
  for (const argument of Object.values(args)) {
    // A fact of a list names its plant; what is told once for all of them (the beginning of an import) need not.
    const isList = Array.isArray(argument);
    const inputs: readonly unknown[] = isList ? argument : [argument];
    for (const input of inputs) {
      if (typeof input !== 'object' || input === null) continue;
      const named = plantsNamedIn(input);
      if (named.every((id) => plantIds.includes(id)) && (named.length > 0 || !isList)) continue;
      throw new GraphQLError('Your token sends facts of its own plants only, and each of them names its plant.', {
        extensions: { code: 'FORBIDDEN', plantIds },
      });
    }
  }
}

function plantsNamedIn({ source, plantId, plantCode, flows }: AboutPlant): readonly string[] {
  const ofFlows = (Array.isArray(flows) ? flows : []).map((flow: AboutPlant | null) => flow?.plantId ?? null);
  const ids = [source?.plantId, plantId, ...ofFlows].filter((id) => id !== undefined);
  const code = typeof plantCode === 'string' && plantCode.trim() !== '' ? [plantIdOf(plantCode.trim())] : [];
  return [...ids, ...code].filter((id) => typeof id === 'string');
}
