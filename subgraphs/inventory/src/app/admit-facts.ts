import type { EntityManager } from 'typeorm';
import type { FactSource } from '@sightline/contracts/events/envelope';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import { flowIdOf } from '@sightline/contracts/identities';
import type { StampedSource } from '@sightline/contracts/source-envelope';
import { noteRecordedFlows } from '@sightline/kit/freshness/progress';
import { admitOnce, bodyHash, type Admission, type FactKey } from '@sightline/kit/outbox/once';
import type { Refusal } from '../domain/refusals';

/** What became of one fact at the door. */
export type Taken =
  | { outcome: 'APPLIED' | 'DUPLICATE' | 'CORROBORATED'; subjectId: string | null }
  | { outcome: 'REFUSED'; refusal: Refusal };

/** A fact that reads well. */
export interface ReadFact {
  fact: StampedSource & { payload: object };
  source: FactSource;
  subjectId: string;
}

/** Under which key a fact is remembered. */
export function factKeyOf(fact: ReadFact): FactKey {
  const { source } = fact;
  return {
    sourceSystemId: source.sourceSystemId,
    idempotencyKey: source.idempotencyKey,
    // The receipt's own id comes of key and import, and is no part of what the source said.
    bodyHash: bodyHash(fact.fact, { ...fact.fact.payload, goodsReceiptId: null }),
    subjectId: fact.subjectId,
    importId: source.importId,
    flowId: flowIdOf(source.sourceSystemId, source.flow, source.plantId),
  };
}

/** Notes the flows of the facts as recorded here, and admits each fact once. Answers in the order of the facts. */
export async function admitFacts(
  manager: EntityManager,
  facts: readonly ReadFact[],
  kind: FlowKind,
  now: string,
): Promise<Admission[]> {
  await noteRecordedFlows(
    manager,
    facts.map((fact) => fact.source),
    kind,
  );
  return admitOnce(manager, facts.map(factKeyOf), now);
}

/** What to answer for a fact that was not admitted. */
export function answerKnown(admission: Exclude<Admission, { kind: 'NEW' }>, source: FactSource): Taken {
  if (admission.kind === 'DUPLICATE') return { outcome: 'DUPLICATE', subjectId: admission.subjectId };
  return { outcome: 'REFUSED', refusal: { kind: 'IdempotencyKeyReused', idempotencyKey: source.idempotencyKey } };
}
