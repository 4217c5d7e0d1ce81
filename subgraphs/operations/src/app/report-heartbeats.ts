import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { HEARTBEAT_REPORTED_V1, type HeartbeatReportedV1 } from '@sightline/contracts/events/flow-marks.v1';
import { append } from '@sightline/kit/outbox/append';
import {
  lockHeartbeatFlows,
  quarantineHeartbeats,
  writeHeartbeatFlows,
  type KeptFlow,
} from '../data/heartbeat.repository';
import { judgeHeartbeat, readHeartbeat, type Heartbeat, type HeartbeatInput } from '../domain/heartbeat';
import type { Refusal } from '../domain/refusals';

/** What became of a heartbeat. */
export type Heard =
  { outcome: 'APPLIED' | 'DUPLICATE' | 'QUARANTINED'; flowId: string } | { outcome: 'REFUSED'; refusal: Refusal };

/**
 * Takes heartbeats in. One that says nothing new is a duplicate; one that was overtaken by a later one is taken and
 * moves nothing; one from a clock that runs ahead is kept aside. News goes into the log, from where the subgraph that
 * records the flow's facts repeats it behind them.
 *
 * @param now  instant of ingestion, RFC 3339
 * @returns what became of each, in order
 */
export async function reportHeartbeats(
  manager: EntityManager,
  inputs: readonly HeartbeatInput[],
  now: string,
): Promise<Heard[]> {
  const read = inputs.map(readHeartbeat);
  const heartbeats = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (heartbeats.length === 0)
    return read.flatMap((one): Heard[] => (one.ok ? [] : [{ outcome: 'REFUSED', refusal: one.refusal }]));

  const known = await lockHeartbeatFlows(manager, heartbeats);
  const alive = new Map<string, KeptFlow>();
  const unbelievable: Heartbeat[] = [];
  const events: HeartbeatReportedV1[] = [];
  const heard = read.map((one): Heard => {
    if (!one.ok) return { outcome: 'REFUSED', refusal: one.refusal };
    const heartbeat = one.value;
    const { flowId } = heartbeat;
    const before = known.get(flowId)!;
    switch (judgeHeartbeat(heartbeat, before, now)) {
      case 'DUPLICATE':
        return { outcome: 'DUPLICATE', flowId };
      case 'FROM_THE_FUTURE':
        unbelievable.push(heartbeat);
        return { outcome: 'QUARANTINED', flowId };
      case 'OVERTAKEN':
        alive.set(flowId, before);
        return { outcome: 'APPLIED', flowId };
      case 'NEWS': {
        const { completeThrough, lastSequence, closed } = heartbeat;
        const after = { completeThrough, lastSequence, closed, version: before.version + 1 };
        known.set(flowId, after);
        alive.set(flowId, after);
        events.push(eventOf(heartbeat, after.version, now));
        return { outcome: 'APPLIED', flowId };
      }
    }
  });
  await writeHeartbeatFlows(manager, alive, now);
  await quarantineHeartbeats(manager, unbelievable, 'completeThrough lies in the future', now);
  await append(manager, events);
  return heard;
}

function eventOf(heartbeat: Heartbeat, version: number, ingestedAt: string): HeartbeatReportedV1 {
  const { flowId, ...told } = heartbeat;
  const said = { at: heartbeat.completeThrough, on: heartbeat.completeThrough.slice(0, 10) };
  return {
    eventId: randomUUID(),
    type: HEARTBEAT_REPORTED_V1,
    subjectType: 'SyncFlow',
    subjectId: flowId,
    subjectVersion: version,
    tenant: null,
    source: null,
    occurred: said,
    recorded: said,
    ingestedAt,
    // Of what kind the flow's facts are is known by the subgraph that takes them.
    payload: { ...told, kind: null },
  };
}
