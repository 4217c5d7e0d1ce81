import { buildOperationContext } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError, Kind, parse, print, visit, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { isSubgraphName, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { compileWhereCovered, type CompiledOperation } from '../execution/compile-operation';
import type { CompiledOperations } from '../execution/compiled-operations';
import { fragmentsOf } from '../fragments';
import { KeptOperations } from '../execution/kept-operations';
import type { OperationPlanner } from '../execution/planner';
import type { SubscriptionOperation } from './read-operation';
import { refusal } from './refusal';

/** The name under which an event stands in for the answer of the subgraph that sent it. */
export const EVENT_SERVICE = '#event';
/** Ours in the upstream's operation; the response is shaped by the client's operation, so no client ever sees it. */
export const CURSOR_ALIAS = 'sightlineCursor';
const AFTER_VARIABLE = 'sightlineAfter';

/** How a subscription is answered: one stream from one subgraph, and what the others add to each event. */
export interface SubscriptionPlan {
  /** Made by the planner of this supergraph; a stream keeps to it until it is planned anew. */
  planner: OperationPlanner;
  upstream: {
    service: SubgraphName;
    /** Text of the operation that the subgraph is asked; with `after` and the cursor where it can be resumed. */
    query: string;
    operationName: string | undefined;
    variables: readonly string[];
    /** Null: the stream has no cursors. */
    afterVariable: string | null;
    /** Under which name the field stands in an event. */
    responseName: string;
  };
  /** Run for each event; its first step is answered by the event itself. */
  perEvent: QueryPlan;
  /** The same, compiled; null where our executor does not cover it, and Apollo's runs it. */
  compiled: CompiledOperation | null;
  operationContext: ReturnType<typeof buildOperationContext>;
}

/** What plans and compiles operations over one supergraph. */
export type OperationsPlanned = Pick<CompiledOperations, 'planner' | 'context'>;

/** Plans of strangers that are kept. */
const MOST_PLANS = 500;

/** Plans subscriptions with Apollo's planner, over one supergraph. */
export class SubscriptionPlanner {
  private readonly plans = new KeptOperations<SubscriptionPlan>(MOST_PLANS);

  constructor(private readonly operations: OperationsPlanned) {}

  /** What clients see. */
  get schema(): GraphQLSchema {
    return this.operations.planner.schemas.api;
  }

  /** @throws GraphQLError when the operation cannot be planned as one stream */
  plan(operation: SubscriptionOperation): SubscriptionPlan {
    const { text, operationName, isTrusted } = operation;
    return this.plans.of(text, operationName, isTrusted, () => this.make(operation));
  }

  private make({ document, operationName, isResumable }: SubscriptionOperation): SubscriptionPlan {
    const { node } = this.operations.planner.plan(document, operationName);
    if (node?.kind !== 'Subscription')
      throw refusal('BAD_USER_INPUT', 'This subscription is not answered by one stream of one subgraph.');
    const { primary, rest } = node;
    if (!isSubgraphName(primary.serviceName))
      throw new Error(`The supergraph names a subgraph "${primary.serviceName}" that this gateway does not know.`);
    const upstream = upstreamOperation(primary.operation, isResumable);
    // The primary stays an ordinary fetch of the root, so that aliases, rewrites and paths of errors work as everywhere.
    const perEvent: QueryPlan = {
      kind: 'QueryPlan',
      node: {
        kind: 'Sequence',
        nodes: [{ ...primary, serviceName: EVENT_SERVICE }, ...(rest === undefined ? [] : [rest])],
      },
    };
    const operationContext = buildOperationContext({
      schema: this.schema,
      operationDocument: document,
      ...(operationName === undefined ? {} : { operationName }),
    });
    const planned = { operation: operationContext.operation, fragments: fragmentsOf(document), plan: perEvent };
    const compiled = compileWhereCovered(planned, this.operations.context);
    return {
      planner: this.operations.planner,
      upstream: {
        service: primary.serviceName,
        ...upstream,
        operationName: primary.operationName,
        variables: primary.variableUsages ?? [],
      },
      perEvent,
      compiled: typeof compiled === 'string' ? null : compiled,
      operationContext,
    };
  }
}

/** The subgraph's operation, with the cursor asked for and `after` as a variable of ours. */
function upstreamOperation(
  text: string,
  isResumable: boolean,
): { query: string; afterVariable: string | null; responseName: string } {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const field = operation?.selectionSet.selections[0];
  if (field?.kind !== Kind.FIELD || operation?.selectionSet.selections.length !== 1)
    throw new GraphQLError('The plan of a subscription begins with something other than one field.');
  const responseName = (field.alias ?? field.name).value;
  if (!isResumable) return { query: text, afterVariable: null, responseName };
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const variable = { kind: Kind.VARIABLE, name: name(AFTER_VARIABLE) } as const;
  const resumable = visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [
        ...(node.variableDefinitions ?? []),
        {
          kind: Kind.VARIABLE_DEFINITION,
          variable,
          type: { kind: Kind.NAMED_TYPE, name: name('Cursor') },
        } as const,
      ],
    }),
    Field: (node) =>
      node === field
        ? {
            ...node,
            arguments: [
              ...(node.arguments ?? []),
              { kind: Kind.ARGUMENT, name: name('after'), value: variable } as const,
            ],
            selectionSet: {
              kind: Kind.SELECTION_SET,
              selections: [
                ...(node.selectionSet?.selections ?? []),
                { kind: Kind.FIELD, name: name('cursor'), alias: name(CURSOR_ALIAS) } as const,
              ],
            } as const,
          }
        : undefined,
  });
  return { query: print(resumable), afterVariable: AFTER_VARIABLE, responseName };
}
