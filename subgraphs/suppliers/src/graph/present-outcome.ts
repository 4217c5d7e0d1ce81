import { factsPayload, userError, type FactResult } from '@sightline/kit/graph/facts-payload';
import type { DoorResult } from '../app/admit-facts';
import { outcomeOf, userErrorOf } from '../domain/refusals';

/** Door results in the words of the schema: one for each fact, in the order of the inputs. */
export function presentResults(results: readonly DoorResult[]): ReturnType<typeof factsPayload> {
  return factsPayload(results.map(presentResult));
}

function presentResult({ idempotencyKey, outcome }: DoorResult): FactResult {
  switch (outcome.kind) {
    case 'APPLIED':
      return { idempotencyKey, outcome: 'APPLIED', subjectId: outcome.subjectId, userErrors: [] };
    case 'DUPLICATE':
      return { idempotencyKey, outcome: 'DUPLICATE', subjectId: outcome.subjectId, userErrors: [] };
    case 'PARKED':
      return {
        idempotencyKey,
        outcome: 'PARKED',
        subjectId: outcome.subjectId,
        userErrors: [
          outcome.waitsFor.startsWith('supplier:')
            ? userError(
                'SUPPLIER_UNKNOWN',
                ['supplierCode'],
                'The supplier is not onboarded yet; the line waits for it.',
              )
            : userError(
                'PURCHASE_ORDER_LINE_UNKNOWN',
                ['purchaseOrderLine'],
                'No order line has this name yet; the fact waits for it.',
              ),
        ],
      };
    case 'SAID_NO': {
      const { code, field, message } = userErrorOf(outcome.refusal);
      return {
        idempotencyKey,
        outcome: outcomeOf(outcome.refusal),
        subjectId: null,
        userErrors: [userError(code, field, message)],
      };
    }
  }
}
