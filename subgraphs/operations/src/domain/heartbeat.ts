import { flowIdOf } from '@sightline/contracts/identities';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { compareInstants, toUtcMs } from '@sightline/kit/time/instant';
import type { Refusal } from './refusals';

/** The schema's HeartbeatInput. */
export interface HeartbeatInput {
  sourceSystemId: string;
  flow: string;
  plantId?: string | null;
  /** RFC 3339. */
  completeThrough: string;
  lastSequence?: string | null;
  closed?: boolean | null;
}

export interface Heartbeat {
  flowId: string;
  sourceSystemId: string;
  flow: string;
  plantId: string | null;
  completeThrough: string;
  lastSequence: string | null;
  closed: boolean;
}

/** What is known of a flow from its heartbeats so far; completeThrough is null when none was believed. */
export interface HeartbeatState {
  completeThrough: string | null;
  lastSequence: string | null;
  closed: boolean;
}

/** How far a source's clock may run ahead of ours and still be believed, in seconds. */
export const TOLERATED_SKEW_SECONDS = 60;

/** Reads a heartbeat; whether it says anything new is judged against what is known. */
export function readHeartbeat(input: HeartbeatInput): Result<Heartbeat, Refusal> {
  if (input.sourceSystemId.trim() === '') return refuse({ kind: 'TextMissing', field: 'sourceSystemId' });
  if (input.flow.trim() === '') return refuse({ kind: 'TextMissing', field: 'flow' });
  const plantId = input.plantId ?? null;
  return ok({
    flowId: flowIdOf(input.sourceSystemId, input.flow, plantId),
    sourceSystemId: input.sourceSystemId,
    flow: input.flow,
    plantId,
    completeThrough: input.completeThrough,
    lastSequence: input.lastSequence ?? null,
    closed: input.closed ?? false,
  });
}

export type HeartbeatVerdict =
  /** Says what is known already. */
  | 'DUPLICATE'
  /** Older than what is known: taken, and moves nothing. */
  | 'OVERTAKEN'
  /** Promises a time that has not come: the source's clock can't be believed. */
  | 'FROM_THE_FUTURE'
  | 'NEWS';

/** What a heartbeat is worth beside what is known of its flow. */
export function judgeHeartbeat(heartbeat: Heartbeat, known: HeartbeatState | null, now: string): HeartbeatVerdict {
  if (toUtcMs(heartbeat.completeThrough) - toUtcMs(now) > TOLERATED_SKEW_SECONDS * 1000) return 'FROM_THE_FUTURE';
  if (known === null || known.completeThrough === null) return 'NEWS';
  const order = compareInstants(heartbeat.completeThrough, known.completeThrough);
  if (order < 0) return 'OVERTAKEN';
  const same = order === 0 && heartbeat.closed === known.closed && heartbeat.lastSequence === known.lastSequence;
  return same ? 'DUPLICATE' : 'NEWS';
}
