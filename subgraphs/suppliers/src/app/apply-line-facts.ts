import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import {
  PURCHASE_ORDER_LINE_INSPECTED_V1,
  PURCHASE_ORDER_LINE_MILESTONE_V1,
  PURCHASE_ORDER_LINE_RECEIVED_V1,
  PURCHASE_ORDER_LINE_SENT_V1,
} from '@sightline/contracts/events/purchase-order-line.v1';
import { append } from '@sightline/kit/outbox/append';
import { keyText } from '@sightline/kit/postgres/key-columns';
import {
  lineIdsByKey,
  lockLines,
  lockParking,
  park,
  unpark,
  writeKeys,
  writeVersions,
  type StatedLine,
} from '../data/line.repository';
import { waitsForLine, waitsForSupplier, type LineFact } from '../data/line-facts';
import { knownSuppliers } from '../data/supplier.repository';
import type { Refusal } from '../domain/refusals';

/** What became of a fact: the line it was applied to, or that it waits. */
export type AppliedFact =
  | { kind: 'APPLIED'; lineId: string }
  | {
      kind: 'PARKED';
      waitsFor: string;
      missing: Extract<Refusal, { kind: 'SupplierUnknown' | 'PurchaseOrderLineUnknown' }>;
    };

/**
 * Applies facts to their lines, in the order given: locks the lines, counts their versions up, and appends one event a
 * fact. A fact whose supplier or line is not known yet is parked, and applied by the fact that brings it.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each fact, in order
 */
export async function applyLineFacts(
  manager: EntityManager,
  facts: readonly LineFact[],
  now: string,
): Promise<readonly AppliedFact[]> {
  if (facts.length === 0) return [];
  const { targets, isNamed } = await findTargets(manager, facts);
  const applied = facts.flatMap((fact, index) => {
    const target = targets[index]!;
    return target.kind === 'APPLIED' ? [{ fact, lineId: target.lineId }] : [];
  });
  await park(
    manager,
    facts.flatMap((fact, index) => {
      const target = targets[index]!;
      return target.kind === 'PARKED' ? [{ waitsFor: target.waitsFor, fact }] : [];
    }),
    now,
  );
  if (applied.length > 0) {
    const keys = await appendToLines(manager, applied, now);
    const newKeys = keys.filter((key) => !isNamed(key));
    if (newKeys.length > 0) {
      await lockParking(manager);
      const waiting = await unpark(manager, newKeys.map(waitsForLine));
      await applyLineFacts(manager, waiting, now);
    }
  }
  return targets;
}

/** Applies the lines that waited for these suppliers. */
export async function applyFactsWaitingForSuppliers(
  manager: EntityManager,
  supplierCodes: readonly string[],
  now: string,
): Promise<void> {
  await lockParking(manager);
  await applyLineFacts(manager, await unpark(manager, supplierCodes.map(waitsForSupplier)), now);
}

const keysOf = (fact: LineFact): readonly ExternalKey[] =>
  fact.kind === 'STATEMENT' ? fact.keys : [fact.purchaseOrderLine];

interface Targets {
  /** In the order of the facts. */
  targets: readonly AppliedFact[];
  /** Whether a line had the name before these facts. */
  isNamed: (key: ExternalKey) => boolean;
}

async function findTargets(manager: EntityManager, facts: readonly LineFact[]): Promise<Targets> {
  const attempt = await targetsNow(manager, facts);
  if (attempt.targets.every((target) => target.kind === 'APPLIED')) return attempt;
  // Whoever brings what is missing holds the lock until it has looked for waiting facts, so a second look under the lock
  // either finds it or is seen by it.
  await lockParking(manager);
  return targetsNow(manager, facts);
}

async function targetsNow(manager: EntityManager, facts: readonly LineFact[]): Promise<Targets> {
  const codes = new Map<string, string>();
  for (const fact of facts)
    if (fact.kind === 'STATEMENT' && fact.terms.supplierId !== null)
      codes.set(fact.terms.supplierId, fact.terms.supplierCode ?? '');
  const known = await knownSuppliers(manager, [...codes.keys()]);
  const lineOf = await lineIdsByKey(manager, facts.flatMap(keysOf));
  // A line that this very list brings is a target for the facts behind it.
  const brought = new Map<string, string>();
  const targets = facts.map((fact): AppliedFact => {
    const found = keysOf(fact)
      .map((key) => lineOf(key) ?? brought.get(keyText(key)) ?? null)
      .find((id) => id !== null);
    if (fact.kind !== 'STATEMENT') {
      if (found !== undefined && found !== null) return { kind: 'APPLIED', lineId: found };
      const { purchaseOrderLine: key } = fact;
      const missing = { kind: 'PurchaseOrderLineUnknown', value: key.value } as const;
      return { kind: 'PARKED', waitsFor: waitsForLine(key), missing };
    }
    if (fact.terms.supplierId !== null && !known.has(fact.terms.supplierId)) {
      const supplierCode = fact.terms.supplierCode ?? '';
      const missing = { kind: 'SupplierUnknown', supplierCode } as const;
      return { kind: 'PARKED', waitsFor: waitsForSupplier(supplierCode), missing };
    }
    const lineId = found ?? fact.lineId;
    for (const key of fact.keys) brought.set(keyText(key), lineId);
    return { kind: 'APPLIED', lineId };
  });
  return { targets, isNamed: (key) => lineOf(key) !== null };
}

/** @returns every name that the facts give to lines */
async function appendToLines(
  manager: EntityManager,
  applied: readonly { fact: LineFact; lineId: string }[],
  now: string,
): Promise<ExternalKey[]> {
  const facts = new Map<string, number>();
  for (const { lineId } of applied) facts.set(lineId, (facts.get(lineId) ?? 0) + 1);
  const stated = new Map<string, StatedLine>();
  for (const { fact, lineId } of applied)
    if (fact.kind === 'STATEMENT') stated.set(lineId, { supplierId: fact.terms.supplierId, facts: facts.get(lineId)! });
  const heads = await lockLines(manager, [...facts.keys()], stated);
  const events = applied.map(({ fact, lineId }) => {
    const head = heads.get(lineId)!;
    head.version += 1;
    // A restatement may name another supplier: from here on the line is that one's.
    if (fact.kind === 'STATEMENT') head.supplierId = fact.terms.supplierId;
    return eventOf(fact, lineId, head.version, head.supplierId, now);
  });
  await writeVersions(
    manager,
    [...heads].flatMap(([id, { made, version, supplierId }]) => (made ? [] : [{ id, version, supplierId }])),
  );
  const names = applied.flatMap(({ fact, lineId }) =>
    fact.kind === 'STATEMENT'
      ? fact.keys.map((key) => ({
          key,
          lineId,
          supplierId: fact.terms.supplierId,
          importId: fact.source.importId,
        }))
      : [],
  );
  await writeKeys(manager, names);
  await append(manager, events);
  return names.map(({ key }) => key);
}

function eventOf(
  fact: LineFact,
  lineId: string,
  subjectVersion: number,
  tenant: string | null,
  ingestedAt: string,
): LogEvent {
  const { eventId, source, occurred, recorded } = fact;
  const [type, payload] = saidBy(fact);
  return {
    eventId,
    type,
    subjectType: 'PurchaseOrderLine',
    subjectId: lineId,
    subjectVersion,
    tenant,
    source,
    occurred,
    recorded,
    ingestedAt,
    payload,
  };
}

function saidBy(fact: LineFact): [type: string, payload: object] {
  switch (fact.kind) {
    case 'STATEMENT':
      return [PURCHASE_ORDER_LINE_SENT_V1, fact.terms];
    case 'MILESTONE':
      return [PURCHASE_ORDER_LINE_MILESTONE_V1, fact.payload];
    case 'RECEIPT':
      return [PURCHASE_ORDER_LINE_RECEIVED_V1, fact.payload];
    case 'INSPECTION':
      return [PURCHASE_ORDER_LINE_INSPECTED_V1, fact.payload];
  }
}
