import type { GraphQLError } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import type { Actor } from '@sightline/contracts/actor';
import type { SigningKeys } from '@sightline/contracts/signed-call';
import type { Deadlines } from '../config';
import type { OperationPlanner } from '../execution/planner';
import type { Guards } from '../guards/guards';
import { asGraphQLErrors } from '../guards/refusal';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import { SubgraphSource } from '../subgraph-source';
import { EventAnswers } from './event-answer';
import type { Subscription } from './group';
import type { Member } from './member';
import { SubscriptionPlanner } from './plan';
import { readOperation, type SubscribePayload } from './read-operation';
import { refusal } from './refusal';
import { StreamGroups } from './stream-groups';
import { upstreamEvents, type Patience } from './upstream';

export interface SubscriptionDeskOptions {
  planner: OperationPlanner;
  /** Judge every operation before it is planned, as over HTTP. */
  guards: Guards;
  ports: Readonly<Record<SubgraphName, SubgraphPort>>;
  signingKeys: SigningKeys;
  deadlines: Deadlines;
  production: boolean;
  clock: { now(): Date };
  log: GatewayLog;
  metrics: GatewayMetrics;
  /** Default: as in production. */
  patience?: Patience;
  /** A client that takes nothing for this long is cut off; in milliseconds. Default: as in production. */
  stuckMs?: number;
}

const STUCK_MS = 10_000;

/** Everything about federated subscriptions that is the same for whatever carries them to clients. */
export class SubscriptionDesk {
  readonly planner: SubscriptionPlanner;
  private readonly groups: StreamGroups;

  constructor(private readonly options: SubscriptionDeskOptions) {
    const { clock, log, metrics, patience, ports, signingKeys } = options;
    this.planner = new SubscriptionPlanner(options.planner);
    const sources = new Map(SUBGRAPH_NAMES.map((name) => [name, new SubgraphSource(ports[name], options)] as const));
    const answers = new EventAnswers({ sources, deadlines: options.deadlines, log, metrics });
    this.groups = new StreamGroups({
      open: ({ plan: { upstream }, operation, actor }, after, signal) =>
        upstreamEvents(
          {
            port: ports[upstream.service],
            plan: upstream,
            variables: operation.variables,
            actor,
            signingKeys,
            clock,
            log,
            patience,
            onReopen: () => metrics.streamReopened(upstream.service),
          },
          after,
          signal,
        ),
      answer: (event, { plan, operation, actor }, gone) => answers.answer(event, plan, operation, actor, gone),
      log,
      metrics,
      stuckMs: options.stuckMs ?? STUCK_MS,
    });
  }

  /** Streams held open at subgraphs. */
  get upstreams(): number {
    return this.groups.size;
  }

  /** Checks and plans. @returns what may be joined, or what to tell the caller */
  prepare(payload: SubscribePayload, actor: Actor): Subscription | readonly GraphQLError[] {
    const admission = this.options.guards.admit({ ...payload }, actor);
    if (!admission.ok) return asGraphQLErrors(admission.refusal);
    const operation = readOperation(this.planner.schema, admission.admitted, this.options.production);
    if (!('document' in operation)) return operation;
    try {
      return { operation, plan: this.planner.plan(operation), actor };
    } catch (thrown) {
      this.options.log.warn('a subscription could not be planned', describeThrown(thrown));
      return [refusal('BAD_USER_INPUT', 'This subscription cannot be planned.')];
    }
  }

  /** @returns ends the membership */
  join(member: Member, subscription: Subscription): () => void {
    return this.groups.join(member, subscription);
  }

  /** Leaves every subgraph. */
  stop(): void {
    this.groups.close();
  }
}
