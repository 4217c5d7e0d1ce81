import { Supergraph, operationFromDocument, type Schema } from '@apollo/federation-internals';
import { buildOperationContext } from '@apollo/gateway';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { GraphQLError, Kind, parse, print, visit, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { isSubgraphName, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubscriptionOperation } from './read-operation';
import { refusal } from './refusal';

/** The name under which an event stands in for the answer of the subgraph that sent it. */
export const EVENT_SERVICE = '#event';
/** Ours in the upstream's operation; the response is shaped by the client's operation, so no client ever sees it. */
export const CURSOR_ALIAS = 'sightlineCursor';
const AFTER_VARIABLE = 'sightlineAfter';

/** How a subscription is answered: one stream from one subgraph, and what the others add to each event. */
export interface SubscriptionPlan {
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
  operationContext: ReturnType<typeof buildOperationContext>;
}

const KEPT_PLANS = 500;

/**
 * Plans subscriptions with Apollo's planner. One generation: a stream goes on as it was planned, and the supergraph of a
 * running gateway never changes (a new one comes with a new process, to which clients resume by cursor).
 */
export class SubscriptionPlanner {
  /** What clients see; the parts below are the planner's view of the same supergraph. */
  readonly schema: GraphQLSchema;
  readonly apiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  private readonly planner: QueryPlanner;
  private readonly plans = new Map<string, SubscriptionPlan>();

  constructor(supergraphSdl: string) {
    const supergraph = Supergraph.build(supergraphSdl);
    this.apiSchema = supergraph.apiSchema();
    this.schema = this.apiSchema.toGraphQLJSSchema();
    this.supergraphSchema = supergraph.schema.toGraphQLJSSchema();
    this.planner = new QueryPlanner(supergraph);
  }

  /** @throws GraphQLError when the operation cannot be planned as one stream */
  plan(operation: SubscriptionOperation): SubscriptionPlan {
    const key = `${operation.operationName ?? ''}\n${operation.text}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const made = this.make(operation);
    if (this.plans.size >= KEPT_PLANS) this.plans.delete(this.plans.keys().next().value!);
    this.plans.set(key, made);
    return made;
  }

  private make({ document, operationName, isResumable }: SubscriptionOperation): SubscriptionPlan {
    const { node } = this.planner.buildQueryPlan(operationFromDocument(this.apiSchema, document, { operationName }));
    if (node?.kind !== 'Subscription')
      throw refusal('BAD_USER_INPUT', 'This subscription is not answered by one stream of one subgraph.');
    const { primary, rest } = node;
    if (!isSubgraphName(primary.serviceName))
      throw new Error(`The supergraph names a subgraph "${primary.serviceName}" that this gateway does not know.`);
    const upstream = upstreamOperation(primary.operation, isResumable);
    return {
      upstream: {
        service: primary.serviceName,
        ...upstream,
        operationName: primary.operationName,
        variables: primary.variableUsages ?? [],
      },
      // The primary stays an ordinary fetch of the root, so that aliases, rewrites and paths of errors work as everywhere.
      perEvent: {
        kind: 'QueryPlan',
        node: {
          kind: 'Sequence',
          nodes: [{ ...primary, serviceName: EVENT_SERVICE }, ...(rest === undefined ? [] : [rest])],
        },
      },
      operationContext: buildOperationContext({
        schema: this.schema,
        operationDocument: document,
        ...(operationName === undefined ? {} : { operationName }),
      }),
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
