import type { EntityManager } from 'typeorm';
import { eventIdOfFact } from '@sightline/contracts/identities';
import { isSimulatedSource } from '@sightline/contracts/simulated';
import { SUPPLIER_ONBOARDED_V1 } from '@sightline/contracts/events/supplier-onboarded.v1';
import { admitFacts, type DoorOutcome, type DoorResult } from '@sightline/kit/door/admit-facts';
import { append } from '@sightline/kit/outbox/append';
import { lockParking } from '../data/line.repository';
import { lockedSupplierVersions, writeSuppliers } from '../data/supplier.repository';
import type { Refusal } from '../domain/refusals';
import { readSupplierInput, type SupplierFact, type SupplierInput } from '../domain/validate-supplier-input';
import { applyFactsWaitingForSuppliers } from './apply-line-facts';

/**
 * Takes in suppliers as outside systems state them. A later statement about the same code replaces name, tier and
 * country; outside names are added. Order lines that waited for a supplier are applied.
 *
 * @param now  instant of ingestion, RFC 3339
 */
export function onboardSuppliers(
  manager: EntityManager,
  inputs: readonly SupplierInput[],
  now: string,
): Promise<DoorResult<Refusal>[]> {
  return admitFacts(manager, inputs, inputs.map(readSupplierInput), {
    kind: 'SUPPLIERS',
    now,
    subjectIdOf: (fact) => fact.supplierId,
    saidOf: (fact) => fact.payload,
    apply: (facts) => writeAndTell(manager, facts, now),
  });
}

async function writeAndTell(
  manager: EntityManager,
  facts: readonly SupplierFact[],
  now: string,
): Promise<DoorOutcome<Refusal>[]> {
  if (facts.length === 0) return [];
  // A supplier that does not exist cannot be locked: two lists that both bring it take turns instead. The lock is needed
  // for the lines that wait for it anyway.
  await lockParking(manager);
  const versions = await lockedSupplierVersions(
    manager,
    facts.map((fact) => fact.supplierId),
  );
  const events = facts.map((fact) => {
    const subjectVersion = (versions.get(fact.supplierId) ?? 0) + 1;
    versions.set(fact.supplierId, subjectVersion);
    return {
      eventId: eventIdOfFact(fact.source),
      type: SUPPLIER_ONBOARDED_V1,
      subjectType: 'Supplier',
      subjectId: fact.supplierId,
      subjectVersion,
      tenant: fact.supplierId,
      source: fact.source,
      occurred: fact.occurred,
      recorded: fact.recorded,
      ingestedAt: now,
      payload: fact.payload,
    };
  });
  const last = new Map(facts.map((fact) => [fact.supplierId, fact]));
  await writeSuppliers(
    manager,
    [...last.values()].map((fact) => ({
      ...fact.payload,
      externalIds: facts
        .filter((other) => other.supplierId === fact.supplierId)
        .flatMap((other) => other.payload.externalIds),
      simulated: facts
        .filter((other) => other.supplierId === fact.supplierId)
        .every((other) => isSimulatedSource(other.source.sourceSystemId)),
      version: versions.get(fact.supplierId)!,
    })),
  );
  await append(manager, events);
  await applyFactsWaitingForSuppliers(
    manager,
    [...last.values()].map((fact) => fact.payload.code),
    now,
  );
  return facts.map((fact) => ({ kind: 'APPLIED', subjectId: fact.supplierId }));
}
