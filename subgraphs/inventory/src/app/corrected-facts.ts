import type { EntityManager } from 'typeorm';
import type { StampedSource } from '@sightline/contracts/source-envelope';
import { eventIdOfFact } from '@sightline/contracts/identities';
import { knownEvents } from '../data/known-events';
import type { Refusal } from '../domain/refusals';

export interface CorrectedFacts {
  /** Why a fact cannot be taken: it corrects something that nobody sent. A correction may stand in one list with it. */
  refusalOf(fact: StampedSource): Refusal | null;
  /** The fact whose corroboration this one corrects: it then corroborates that fact as well, and adds nothing. */
  corroborates(fact: StampedSource): string | null;
}

/**
 * Looks up what these facts correct.
 *
 * @param types  events whose facts may be corrected here
 */
export async function correctedFacts(
  manager: EntityManager,
  facts: readonly StampedSource[],
  types: readonly string[],
): Promise<CorrectedFacts> {
  const known = await knownEvents(
    manager,
    facts.flatMap(({ source }) => source.correctionOf ?? []),
    types,
  );
  const inThisList = new Set(facts.map(({ source }) => eventIdOfFact(source)));
  return {
    refusalOf: ({ source: { correctionOf } }) =>
      correctionOf === null || known.has(correctionOf) || inThisList.has(correctionOf)
        ? null
        : { kind: 'CorrectedFactUnknown', correctionOf },
    corroborates: ({ source }) => known.get(source.correctionOf ?? '')?.corroborates ?? null,
  };
}
