import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { WORK_ORDER_RELEASED_V1, WORK_ORDER_REPORTED_V1 } from '@sightline/contracts/events/work-order.v1';
import { append } from '@sightline/kit/outbox/append';
import { lockParking, park, unpark, waitsFor } from '../data/parked-fact.repository';
import type { WorkOrderFact } from '../data/work-order-facts';
import { countFacts } from '../data/work-order-head.repository';
import { workOrderIdsByKey, writeNames } from '../data/work-order-name.repository';

/** What became of a fact: the order it was applied to, or null while it waits for its release. */
export type AppliedFact = { workOrderId: string | null };

/**
 * Applies facts to their orders, in the order given: locks the orders, counts their versions up, and appends one event a
 * fact. A report of an order that is not released is parked, and applied by the release that names it.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each fact, in order
 */
export async function applyWorkOrderFacts(
  manager: EntityManager,
  facts: readonly WorkOrderFact[],
  now: string,
): Promise<readonly AppliedFact[]> {
  if (facts.length === 0) return [];
  const targets = await findTargets(manager, facts);
  await park(
    manager,
    facts.flatMap((fact, index) => (targets[index] === null && fact.kind === 'REPORT' ? [fact] : [])),
    now,
  );
  const applied = facts.flatMap((fact, index) => {
    const workOrderId = targets[index]!;
    return workOrderId === null ? [] : [{ fact, workOrderId }];
  });
  const named = await appendToOrders(manager, applied, now);
  if (named.length > 0) {
    await lockParking(manager);
    // Those that were not meant after all are parked again.
    await applyWorkOrderFacts(manager, await unpark(manager, [...new Set(named.map(waitsFor))]), now);
  }
  return targets.map((workOrderId) => ({ workOrderId }));
}

/** The order of each fact; null for a report whose order nobody has released. */
async function findTargets(
  manager: EntityManager,
  facts: readonly WorkOrderFact[],
): Promise<readonly (string | null)[]> {
  const attempt = await targetsNow(manager, facts);
  if (!attempt.includes(null)) return attempt;
  // Whoever releases an order holds the lock until it has looked for waiting facts, so a second look under the lock either
  // finds it or is seen by it.
  await lockParking(manager);
  return targetsNow(manager, facts);
}

async function targetsNow(
  manager: EntityManager,
  facts: readonly WorkOrderFact[],
): Promise<readonly (string | null)[]> {
  const idOf = await workOrderIdsByKey(
    manager,
    facts.flatMap((fact) => (fact.kind === 'RELEASE' ? fact.keys : [fact.workOrder])),
  );
  // An order that this very list releases is known to the releases behind it, by whichever of its names.
  const released = new Map<string, string>();
  return facts.map((fact) => {
    if (fact.kind === 'REPORT') return idOf(fact.workOrder);
    const known = fact.keys
      .map((key) => idOf(key) ?? released.get(JSON.stringify([key.sourceSystemId, key.type, key.value])))
      .find((id) => id != null);
    const workOrderId = known ?? fact.workOrderId;
    for (const key of fact.keys) released.set(JSON.stringify([key.sourceSystemId, key.type, key.value]), workOrderId);
    return workOrderId;
  });
}

/** @returns every name that the facts give to orders */
async function appendToOrders(
  manager: EntityManager,
  applied: readonly { fact: WorkOrderFact; workOrderId: string }[],
  now: string,
): Promise<readonly ExternalKey[]> {
  const counts = new Map<string, number>();
  for (const { workOrderId } of applied) counts.set(workOrderId, (counts.get(workOrderId) ?? 0) + 1);
  const versions = new Map(await countFacts(manager, counts));
  const events = applied.map(({ fact, workOrderId }) => {
    const version = versions.get(workOrderId)! + 1;
    versions.set(workOrderId, version);
    return eventOf(fact, workOrderId, version, now);
  });
  const named = applied.flatMap(({ fact, workOrderId }) =>
    fact.kind === 'RELEASE' ? [{ keys: fact.keys, workOrderId, importId: fact.source.importId }] : [],
  );
  await writeNames(manager, named);
  await append(manager, events);
  return named.flatMap(({ keys }) => keys);
}

function eventOf(fact: WorkOrderFact, workOrderId: string, subjectVersion: number, ingestedAt: string): LogEvent {
  const { eventId, source, occurred, recorded } = fact;
  return {
    eventId,
    type: fact.kind === 'RELEASE' ? WORK_ORDER_RELEASED_V1 : WORK_ORDER_REPORTED_V1,
    subjectType: 'WorkOrder',
    subjectId: workOrderId,
    subjectVersion,
    // Work orders are the buyer's own: no supplier sees any.
    tenant: null,
    source,
    occurred,
    recorded,
    ingestedAt,
    payload: fact.kind === 'RELEASE' ? fact.terms : fact.payload,
  };
}
