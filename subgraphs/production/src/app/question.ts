import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Population } from '@sightline/kit/figures/contribution';
import { narrowed, QuestionRefused, type Scope } from '@sightline/kit/figures/question';

/** What narrows order lines and says nothing of a work order. */
const FOREIGN = ['supplierIds', 'supplierTiers', 'shipmentModes', 'destinationCountries', 'sourcing'] as const;

/** @throws QuestionRefused for a scope that no work order could answer: leaving it out silently would widen the question */
export function checkScope(scope: Scope | null | undefined): void {
  const foreign = FOREIGN.find((name) => scope?.[name] != null);
  if (foreign !== undefined)
    throw new QuestionRefused(`Work orders have no ${foreign}; leave it out of the scope.`, {
      reason: 'SCOPE_NOT_APPLICABLE',
      field: foreign,
    });
}

/** The dimensions that a scope narrows; no figure is over both origins. */
export const dimsOf = (scope: Scope | null | undefined, origin: DataOrigin): Population['dims'] =>
  narrowed({
    plantId: scope?.plantIds,
    itemId: scope?.itemIds,
    sourceSystemId: scope?.sourceSystemIds,
    origin: [origin],
  });
