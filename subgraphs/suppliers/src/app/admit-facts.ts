import type { EntityManager } from 'typeorm';
import type { FactSource } from '@sightline/contracts/events/envelope';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { StampedSource } from '@sightline/contracts/source-envelope';
import { flowIdOf } from '@sightline/contracts/identities';
import { noteRecordedFlows } from '@sightline/kit/freshness/progress';
import { admitOnce, bodyHash, type Admission } from '@sightline/kit/outbox/once';
import type { Result } from '@sightline/kit/result/result';
import type { Refusal } from '../domain/refusals';

/** What became of one fact at the door, before it is put into words. */
export type DoorOutcome =
  | { kind: 'APPLIED'; subjectId: string }
  | { kind: 'DUPLICATE'; subjectId: string | null }
  | { kind: 'PARKED'; waitsFor: string; subjectId: string }
  | { kind: 'SAID_NO'; refusal: Refusal };

export interface DoorResult {
  idempotencyKey: string;
  outcome: DoorOutcome;
}

/**
 * Takes a list of facts through the door: notes their flows, admits each key once, hands the admitted ones to `apply`,
 * and answers for every one, in order. A fact that is not valid is answered for without touching the others.
 *
 * @param readings  the facts as read from the inputs, or why they cannot be
 * @param apply     applies the admitted facts, in order, and says what became of each
 */
export async function admit<Fact extends StampedSource>(
  manager: EntityManager,
  inputs: readonly { source: { idempotencyKey: string } }[],
  readings: readonly Result<Fact, Refusal>[],
  options: {
    kind: FlowKind;
    now: string;
    subjectIdOf: (fact: Fact) => string;
    /** Everything the fact says beside its source and stamps. */
    saidOf: (fact: Fact) => unknown;
    apply: (facts: readonly Fact[]) => Promise<readonly DoorOutcome[]>;
  },
): Promise<DoorResult[]> {
  const valid = readings.flatMap((reading, index) => (reading.ok ? [{ fact: reading.value, index }] : []));
  await noteRecordedFlows(
    manager,
    valid.map(({ fact }) => fact.source),
    options.kind,
  );
  const admissions = await admitOnce(
    manager,
    valid.map(({ fact }) => ({
      sourceSystemId: fact.source.sourceSystemId,
      idempotencyKey: fact.source.idempotencyKey,
      bodyHash: bodyHash(fact, options.saidOf(fact)),
      subjectId: options.subjectIdOf(fact),
      importId: fact.source.importId,
      flowId: flowIdOf(fact.source.sourceSystemId, fact.source.flow, fact.source.plantId),
    })),
    options.now,
  );
  const admitted = valid.filter((_, position) => admissions[position]!.kind === 'NEW');
  const applied = await options.apply(admitted.map(({ fact }) => fact));
  const outcomes = new Map<number, DoorOutcome>();
  admitted.forEach(({ index }, position) => outcomes.set(index, applied[position]!));
  valid.forEach(({ fact, index }, position) => {
    const outcome = repetition(admissions[position]!, fact.source);
    if (outcome !== null) outcomes.set(index, outcome);
  });
  return inputs.map((input, index) => {
    const reading = readings[index]!;
    return {
      idempotencyKey: input.source.idempotencyKey,
      outcome: reading.ok ? outcomes.get(index)! : { kind: 'SAID_NO', refusal: reading.refusal },
    };
  });
}

function repetition(admission: Admission, source: FactSource): DoorOutcome | null {
  switch (admission.kind) {
    case 'NEW':
      return null;
    case 'DUPLICATE':
      return { kind: 'DUPLICATE', subjectId: admission.subjectId };
    case 'KEY_REUSED':
      return {
        kind: 'SAID_NO',
        refusal: { kind: 'IdempotencyKeyReused', idempotencyKey: source.idempotencyKey },
      };
  }
}
