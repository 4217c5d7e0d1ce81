import { factsPayload, userError, type FactResult } from '../graph/facts-payload';
import type { DoorResult } from './admit-facts';
import type { RefusalAsError } from './field-refusals';

/**
 * Door results in the words of the schema: one for each fact, in the order of the inputs.
 *
 * @param inWords  the subgraph's wording of a refusal
 */
export function presentResults<Refusal>(
  results: readonly DoorResult<Refusal>[],
  inWords: (refusal: Refusal) => RefusalAsError,
): ReturnType<typeof factsPayload> {
  const said = (refusal: Refusal): FactResult['userErrors'] => {
    const { code, field, message } = inWords(refusal);
    return [userError(code, field, message)];
  };
  return factsPayload(
    results.map(({ idempotencyKey, outcome }): FactResult => {
      switch (outcome.kind) {
        case 'APPLIED':
        case 'CORROBORATED':
        case 'DUPLICATE':
          return { idempotencyKey, outcome: outcome.kind, subjectId: outcome.subjectId, userErrors: [] };
        case 'PARKED':
          return { idempotencyKey, outcome: 'PARKED', subjectId: outcome.subjectId, userErrors: said(outcome.refusal) };
        case 'SAID_NO':
          return { idempotencyKey, outcome: 'REFUSED', subjectId: null, userErrors: said(outcome.refusal) };
      }
    }),
  );
}
