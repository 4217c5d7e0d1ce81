import type { Actor } from '@sightline/contracts/actor';
import type { RequestInstant } from '@sightline/contracts/request-instant';
import type { Deadlines } from './config';
import type { AdmittedOperation } from './guards/guards';
import type { HeldLists } from './held-lists';

/** What the whole of one request shares, made once when it arrives. */
export interface RequestContext {
  actor: Actor;
  /** One request, one instant: every subgraph answers for the same moment. */
  instant: RequestInstant;
  /** The trace id: in the response header, beside a masked error, in every log line and every call to a subgraph. */
  requestId: string;
  /** When the request arrived, in milliseconds of this machine's clock; deadlines count from here. */
  arrivedMs: number;
  deadlines: Deadlines;
  /** Long lists of the variables, for the fetches. */
  heldLists: HeldLists;
  /** Aborted when the caller has left. */
  gone: AbortSignal;
}

/** Of a request that has passed the guards. */
export interface AdmittedContext extends RequestContext {
  admitted: AdmittedOperation;
}

/** Until when the operation may run, in milliseconds of this machine's clock. */
export const deadlineOf = (context: RequestContext, isMutation: boolean): number =>
  context.arrivedMs + (isMutation ? context.deadlines.mutationMs : context.deadlines.queryMs);
