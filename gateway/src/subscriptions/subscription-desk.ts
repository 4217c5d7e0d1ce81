import { validate, type GraphQLError } from 'graphql';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import type { Actor } from '@sightline/contracts/actor';
import type { SigningKeys } from '@sightline/contracts/signed-call';
import type { Deadlines } from '../config';
import type { AdmittedOperation, Guards } from '../guards/guards';
import { asGraphQLErrors } from '../guards/refusal';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import type { SubgraphSources } from '../subgraph-sources';
import { EventAnswers } from './event-answer';
import type { Subscription } from './group';
import type { Member } from './member';
import { SubscriptionPlanner, type OperationsPlanned, type SubscriptionPlan } from './plan';
import { operationOf, OperationReader, type SubscribePayload, type SubscriptionOperation } from './read-operation';
import { refusal, StreamOver } from './refusal';
import { StreamGroups } from './stream-groups';
import { upstreamEvents, type Patience } from './upstream';

export interface SubscriptionDeskOptions {
  /** Plan and compile over the supergraph that is served. */
  operations: OperationsPlanned;
  /** Judge every operation before it is planned, as over HTTP. */
  guards: Guards;
  ports: Readonly<Record<SubgraphName, SubgraphPort>>;
  /** Those of the queries: what fails there is spared here as well. */
  sources: SubgraphSources;
  signingKeys: SigningKeys;
  deadlines: Deadlines;
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
  planner: SubscriptionPlanner;
  private reader: OperationReader;
  private guards: Guards;
  private readonly groups: StreamGroups;

  constructor(private readonly options: SubscriptionDeskOptions) {
    const { clock, log, metrics, patience, ports, signingKeys, sources } = options;
    this.planner = new SubscriptionPlanner(options.operations);
    this.reader = new OperationReader(this.planner.schema);
    this.guards = options.guards;
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
    const admission = this.guards.admit({ ...payload }, actor);
    return admission.ok ? this.prepareAdmitted(admission.admitted, actor) : asGraphQLErrors(admission.refusal);
  }

  /** Plans what the guards have let in. @returns what may be joined, or what to tell the caller */
  prepareAdmitted(admitted: AdmittedOperation, actor: Actor): Subscription | readonly GraphQLError[] {
    const operation = this.reader.read(admitted, actor);
    if (!('document' in operation)) return operation;
    const plan = this.plan(operation);
    return plan === null
      ? [refusal('BAD_USER_INPUT', 'This subscription cannot be planned.')]
      : { operation, plan, actor };
  }

  /** @returns ends the membership */
  join(member: Member, subscription: Subscription): () => void {
    return this.groups.join(member, subscription);
  }

  /** Goes on with another supergraph: every stream is planned anew behind its last event, or told that it can't be. */
  reload(operations: OperationsPlanned, guards: Guards): void {
    this.planner = new SubscriptionPlanner(operations);
    this.reader = new OperationReader(this.planner.schema);
    this.guards = guards;
    this.groups.replan((subscription) => this.planAnew(subscription));
  }

  /** It was let in and paid for: only whether it still means something is asked. */
  private planAnew({ operation: former, actor, plan }: Subscription): Subscription | StreamOver {
    const { document, isTrusted, variables } = former;
    const problems = validate(this.planner.schema, document);
    if (problems.length > 0) return changed(problems.map(({ message }) => message).join(' '));
    const operation = this.reader.read({ document, isTrusted, operation: operationOf(document), variables }, actor);
    if (!('document' in operation)) return changed(operation.map(({ message }) => message).join(' '));
    const next = this.plan(operation);
    if (next === null) return changed('This subscription cannot be planned any more.');
    // Nobody could tell what a client misses between the two of a stream without cursors.
    const isWithoutGap = plan.upstream.afterVariable !== null && next.upstream.afterVariable !== null;
    return isWithoutGap ? { operation, plan: next, actor } : changed('Subscribe again.');
  }

  /** Null: the planner finds no one stream that answers it. */
  private plan(operation: SubscriptionOperation): SubscriptionPlan | null {
    try {
      return this.planner.plan(operation);
    } catch (thrown) {
      this.options.log.warn('a subscription could not be planned', describeThrown(thrown));
      return null;
    }
  }

  /** Leaves every subgraph. */
  stop(): void {
    this.groups.close();
  }
}

const changed = (why: string): StreamOver =>
  new StreamOver([{ message: `The schema has changed. ${why}`, extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } }]);
