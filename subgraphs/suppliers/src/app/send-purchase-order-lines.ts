import type { EntityManager } from 'typeorm';
import { admitFacts, type DoorOutcome, type DoorResult } from '@sightline/kit/door/admit-facts';
import { asWritten } from '@sightline/kit/outbox/once';
import { isKeepable } from '@sightline/contracts/fact-texts';
import { eventIdOfFact } from '@sightline/contracts/identities';
import type { Refusal } from '../domain/refusals';
import { readLineInput, type PurchaseOrderLineInput } from '../domain/validate-line-input';
import { plantTimeZones } from '../data/supplier.repository';
import { applyLineFacts, type AppliedFact } from './apply-line-facts';

/**
 * Takes in order lines as their sources state them. A line stated again with other terms is a change of the same line.
 *
 * @param now  instant of ingestion, RFC 3339
 */
export async function sendPurchaseOrderLines(
  manager: EntityManager,
  inputs: readonly PurchaseOrderLineInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  const plantCodes = new Set(inputs.flatMap((input) => input.plantCode ?? []));
  const zones = await plantTimeZones(manager, [...plantCodes].filter(isKeepable));
  const readings = inputs.map((input) =>
    readLineInput(input, input.plantCode == null ? null : (zones.get(input.plantCode) ?? null)),
  );
  return admitFacts(manager, inputs, readings, {
    kind: 'PURCHASE_ORDER_LINES',
    now,
    subjectIdOf: (fact) => fact.lineId,
    saidOf: ({ terms }) => (terms.sent === null ? terms : { ...terms, sent: asWritten(terms.sent) }),
    apply: async (facts) => {
      const applied = await applyLineFacts(
        manager,
        facts.map((fact) => ({
          kind: 'STATEMENT' as const,
          eventId: eventIdOfFact(fact.source),
          source: fact.source,
          occurred: fact.occurred,
          recorded: fact.recorded,
          lineId: fact.lineId,
          keys: [fact.key, ...fact.aliases],
          terms: fact.terms,
        })),
        now,
      );
      return applied.map((outcome, index) => doorOutcome(outcome, facts[index]!.lineId));
    },
  });
}

/** @param lineId  the line's id if it comes to be: known before the line is */
export function doorOutcome(outcome: AppliedFact, lineId: string): DoorOutcome<Refusal> {
  return outcome.kind === 'APPLIED'
    ? { kind: 'APPLIED', subjectId: outcome.lineId }
    : { kind: 'PARKED', subjectId: lineId, refusal: outcome.missing };
}
