import type { EntityManager } from 'typeorm';
import { isKeepable } from '@sightline/contracts/fact-texts';
import { eventIdOfFact } from '@sightline/contracts/identities';
import {
  admitFacts,
  type DoorOutcome,
  type DoorResult,
  type IdempotencyKeyReused,
} from '@sightline/kit/door/admit-facts';
import { plantZones } from '../data/reference.repository';
import { readInspectionInput, type InspectionInput } from '../domain/read-inspection-input';
import type { Refusal } from '../domain/refusals';
import { applyLotFacts } from './apply-lot-facts';
import type { AppliedFact } from './lot-book';

/**
 * Takes in what happened to inspection lots, as quality systems tell it.
 *
 * @param now  instant of ingestion, RFC 3339
 */
export async function recordInspections(
  manager: EntityManager,
  inputs: readonly InspectionInput[],
  now: string,
): Promise<DoorResult<Refusal | IdempotencyKeyReused>[]> {
  const codes = new Set(inputs.flatMap((input) => input.plantCode?.trim() ?? []));
  const ids = new Set(inputs.flatMap((input) => input.source.plantId ?? []));
  const zones = await plantZones(manager, [...ids].filter(isKeepable), [...codes].filter(isKeepable));
  const readings = inputs.map((input) => {
    const code = input.plantCode?.trim();
    const zone = code ? zones.byCode.get(code) : zones.byId.get(input.source.plantId ?? '');
    return readInspectionInput(input, zone ?? null);
  });
  return admitFacts(manager, inputs, readings, {
    kind: 'INSPECTIONS',
    now,
    // Which lot a name means is known only when the fact is applied.
    subjectIdOf: () => null,
    saidOf: ({ said, goodsReceipt, purchaseOrderLine, goods }) => ({ said, goodsReceipt, purchaseOrderLine, goods }),
    apply: async (facts) => {
      const applied = await applyLotFacts(
        manager,
        facts.map((fact) => ({ ...fact, kind: 'INSPECTION' as const, eventId: eventIdOfFact(fact.source) })),
        now,
      );
      return applied.map(doorOutcome);
    },
  });
}

function doorOutcome(applied: AppliedFact): DoorOutcome<Refusal> {
  switch (applied.kind) {
    case 'APPLIED':
      return { kind: 'APPLIED', subjectId: applied.lotId };
    case 'PARKED':
      return { kind: 'PARKED', subjectId: null, refusal: applied.refusal };
    case 'SAID_NO':
      return applied;
  }
}
