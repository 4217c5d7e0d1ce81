import type { EntityManager } from 'typeorm';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { StampedSource } from '@sightline/contracts/source-envelope';
import { flowIdOf } from '@sightline/contracts/identities';
import { noteRecordedFlows } from '../freshness/progress';
import { admitOnce, bodyHash, withdraw, type Admission, type FactKey } from '../outbox/once';
import type { Result } from '../result/result';

/** What became of one fact at the door, before it is put into words. */
export type DoorOutcome<Refusal> =
  | { kind: 'APPLIED' | 'CORROBORATED'; subjectId: string }
  | { kind: 'DUPLICATE'; subjectId: string | null }
  /** Waits for what is missing; it is applied by the fact that brings that. */
  | { kind: 'PARKED'; subjectId: string | null; refusal: Refusal }
  | { kind: 'SAID_NO'; refusal: Refusal };

export interface DoorResult<Refusal> {
  idempotencyKey: string;
  outcome: DoorOutcome<Refusal>;
}

/** The refusal that every door knows. */
export interface IdempotencyKeyReused {
  kind: 'IdempotencyKeyReused';
  idempotencyKey: string;
}

export interface Admitting<Fact, Refusal> {
  /** What kind of fact comes through this door. */
  kind: FlowKind;
  /** Instant of ingestion, RFC 3339. */
  now: string;
  /** The row that the fact is about; null when only its application can tell. */
  subjectIdOf: (fact: Fact) => string | null;
  /** Everything the fact says beside its source and stamps. */
  saidOf: (fact: Fact) => unknown;
  /** Applies the admitted facts, in order, and says what became of each. A key that is refused here may be used again. */
  apply: (facts: readonly Fact[]) => Promise<readonly DoorOutcome<Refusal>[]>;
}

/**
 * Takes a list of facts through the door: notes their flows, admits each key once, hands the admitted ones to `apply`,
 * and answers for every one, in order. A fact that is not valid is answered for without touching the others.
 *
 * @param readings  the facts as read from the inputs, or why they cannot be
 */
export async function admitFacts<Fact extends StampedSource, Refusal extends { kind: string }>(
  manager: EntityManager,
  inputs: readonly { source: { idempotencyKey: string } }[],
  readings: readonly Result<Fact, Refusal>[],
  options: Admitting<Fact, Refusal | IdempotencyKeyReused>,
): Promise<DoorResult<Refusal | IdempotencyKeyReused>[]> {
  type Outcome = DoorOutcome<Refusal | IdempotencyKeyReused>;
  const outcomes = new Array<Outcome>(inputs.length);
  const valid: { fact: Fact; index: number; key: FactKey }[] = [];
  readings.forEach((reading, index) => {
    if (reading.ok) valid.push({ fact: reading.value, index, key: keyOf(reading.value, options) });
    else outcomes[index] = { kind: 'SAID_NO', refusal: reading.refusal };
  });
  const admissions = await admitOnce(
    manager,
    valid.map(({ key }) => key),
    options.now,
  );
  const admitted = valid.filter(({ fact, index }, position) => {
    const known = repetition(admissions[position]!, fact.source.idempotencyKey);
    if (known !== null) outcomes[index] = known;
    return known === null;
  });
  if (admitted.length > 0) {
    const applied = await options.apply(admitted.map(({ fact }) => fact));
    admitted.forEach(({ index }, position) => (outcomes[index] = applied[position]!));
    await withdraw(
      manager,
      admitted.filter((_, position) => applied[position]!.kind === 'SAID_NO').map(({ key }) => key),
    );
  }
  // Last: whoever notes a flow first holds up everyone else with facts of that flow until its commit.
  await noteRecordedFlows(
    manager,
    valid.map(({ fact }) => fact.source),
    options.kind,
  );
  return inputs.map((input, index) => ({ idempotencyKey: input.source.idempotencyKey, outcome: outcomes[index]! }));
}

const keyOf = <Fact extends StampedSource, Refusal>(fact: Fact, options: Admitting<Fact, Refusal>): FactKey => ({
  sourceSystemId: fact.source.sourceSystemId,
  idempotencyKey: fact.source.idempotencyKey,
  bodyHash: bodyHash(fact, options.saidOf(fact)),
  subjectId: options.subjectIdOf(fact),
  importId: fact.source.importId,
  flowId: flowIdOf(fact.source.sourceSystemId, fact.source.flow, fact.source.plantId),
});

function repetition(
  admission: Admission,
  idempotencyKey: string,
): Extract<DoorOutcome<IdempotencyKeyReused>, { kind: 'DUPLICATE' | 'SAID_NO' }> | null {
  switch (admission.kind) {
    case 'NEW':
      return null;
    case 'DUPLICATE':
      return { kind: 'DUPLICATE', subjectId: admission.subjectId };
    case 'KEY_REUSED':
      return { kind: 'SAID_NO', refusal: { kind: 'IdempotencyKeyReused', idempotencyKey } };
  }
}
