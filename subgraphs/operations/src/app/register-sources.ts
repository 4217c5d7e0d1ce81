import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { FLOW_REGISTERED_V1, type FlowRegisteredV1 } from '@sightline/contracts/events/flow-marks.v1';
import { append } from '@sightline/kit/outbox/append';
import { lockSources, writeSource } from '../data/source-system.repository';
import type { Refusal } from '../domain/refusals';
import {
  changedBy,
  readRegistration,
  type RegisteredStream,
  type Registration,
  type SourceSystemInput,
} from '../domain/source-registration';

/** What became of a registration. */
export type Registered = { outcome: 'APPLIED' | 'DUPLICATE' } | { outcome: 'REFUSED'; refusal: Refusal };

/**
 * Takes down what sources say of themselves and of their flows. The same said again changes nothing. What is new about a
 * flow goes into the log, from where the subgraph that records its facts takes the budget and the name.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export async function registerSources(
  manager: EntityManager,
  inputs: readonly SourceSystemInput[],
  now: string,
): Promise<Registered[]> {
  const read = inputs.map(readRegistration);
  const ids = read.flatMap((one) => (one.ok ? [one.value.id] : []));
  const known = await lockSources(manager, ids);
  const events: FlowRegisteredV1[] = [];
  const outcomes: Registered[] = [];
  for (const one of read) {
    if (!one.ok) {
      outcomes.push({ outcome: 'REFUSED', refusal: one.refusal });
      continue;
    }
    const registration = one.value;
    const before = known.get(registration.id)!;
    const changed = changedBy(registration, before);
    if (changed === null) {
      outcomes.push({ outcome: 'DUPLICATE' });
      continue;
    }
    const versions = await writeSource(manager, registration, changed);
    for (const flow of changed) events.push(eventOf(registration, flow, versions.get(flow.id)!, now));
    // One list may register a source twice.
    known.set(registration.id, {
      version: before.version + 1,
      name: registration.name,
      kind: registration.kind,
      flows: new Map([...before.flows, ...registration.flows.map((flow) => [flow.id, flow] as const)]),
    });
    outcomes.push({ outcome: 'APPLIED' });
  }
  await append(manager, events);
  return outcomes;
}

function eventOf(
  { id, name }: Registration,
  { id: flowId, flow, plantId, budgetSeconds }: RegisteredStream,
  version: number,
  now: string,
): FlowRegisteredV1 {
  const said = { at: now, on: now.slice(0, 10) };
  return {
    eventId: randomUUID(),
    type: FLOW_REGISTERED_V1,
    // Beside the flow's heartbeats, which have versions of their own.
    subjectType: 'FlowRegistration',
    subjectId: `registration:${flowId}`,
    subjectVersion: version,
    tenant: null,
    source: null,
    occurred: said,
    recorded: said,
    ingestedAt: now,
    // Of what kind the flow's facts are is known by the subgraph that takes them.
    payload: { sourceSystemId: id, sourceName: name, flow, plantId, kind: null, budgetSeconds },
  };
}
