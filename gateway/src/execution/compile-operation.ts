import type { QueryPlan } from '@apollo/query-planner';
import {
  executeSync,
  Kind,
  valueFromAST,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { GraphQLBoolean } from 'graphql';
import type { Fragments } from '../fragments';
import { compilePlan, PlanNotCovered } from './compile-plan';
import { compileResponse } from './compile-response';
import { own, type JsonObject } from './json-object';
import type { Run, SendFetch } from './run';
import { TypeConditions } from './type-conditions';

/** The schemas that an operation is run against. */
export interface ExecutionSchemas {
  /** What clients see. */
  api: GraphQLSchema;
  /** With everything that is hidden from clients: what subgraphs are sent may name it. */
  supergraph: GraphQLSchema;
}

/** An operation with its plan, as its text has it. */
export interface PlannedOperation {
  operation: OperationDefinitionNode;
  fragments: Fragments;
  plan: QueryPlan;
}

export interface Executed {
  data: JsonObject | null;
  /** What subgraphs or fetching reported. */
  errors: readonly GraphQLError[];
  /** Where the data breaks a promise of the schema, though nobody reported an error. */
  broken: readonly GraphQLError[];
}

/** A compiled operation: called for each request, for each event of a subscription. */
export type CompiledOperation = (request: {
  variables: Readonly<JsonObject>;
  /** A variable as JSON text; left out: as in `variables`. */
  variableText?: (name: string) => string | undefined;
  send: SendFetch;
}) => Promise<Executed>;

/** Type names, compared once for all operations of a schema. */
export class CompileContext {
  readonly apiTypes: TypeConditions;
  readonly supergraphTypes: TypeConditions;

  constructor(readonly schemas: ExecutionSchemas) {
    this.apiTypes = new TypeConditions(schemas.api);
    this.supergraphTypes = new TypeConditions(schemas.supergraph);
  }
}

/**
 * Compiles an operation and its plan.
 *
 * @throws PlanNotCovered when the plan has a node that is not covered
 */
export function compileOperation(
  { operation, fragments, plan }: PlannedOperation,
  context: CompileContext,
): CompiledOperation {
  const step = compilePlan(plan, context.supergraphTypes);
  const project = compileResponse(context.schemas.api, operation, fragments, context.apiTypes);
  const defaults = booleanDefaults(operation);
  const introspect = introspectionOf(context.schemas.api, operation, fragments);
  return async ({ variables, variableText, send }) => {
    const booleanOf = (name: string): boolean => {
      const value = own(variables as JsonObject, name) ?? defaults.get(name);
      // Variables are checked before an operation runs, so this is a fault of ours.
      if (typeof value !== 'boolean') throw new Error(`$${name} decides what is included and is no boolean.`);
      return value;
    };
    const run: Run = {
      root: {},
      variables,
      variableText: variableText ?? ((name) => textOf(own(variables as JsonObject, name))),
      booleanOf,
      send,
      errors: [],
      found: new Map(),
    };
    const wait = step(run);
    if (wait !== null) await wait;
    const broken: GraphQLError[] = [];
    const data = project(run.root, {
      booleanOf,
      introspect: (field) => introspect(field, variables),
      errors: broken,
    });
    return { data, errors: run.errors, broken: run.errors.length === 0 ? broken : [] };
  };
}

/** The same. @returns a text: why our executor does not cover it, and Apollo's has to run it */
export function compileWhereCovered(planned: PlannedOperation, context: CompileContext): CompiledOperation | string {
  try {
    return compileOperation(planned, context);
  } catch (thrown) {
    if (thrown instanceof PlanNotCovered) return thrown.message;
    throw thrown;
  }
}

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

function booleanDefaults(operation: OperationDefinitionNode): ReadonlyMap<string, boolean> {
  const defaults = new Map<string, boolean>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue === undefined) continue;
    const value: unknown = valueFromAST(defaultValue, GraphQLBoolean);
    if (typeof value === 'boolean') defaults.set(variable.name.value, value);
  }
  return defaults;
}

/** Questions about the schema never leave the gateway. An answer without variables is worked out once. */
function introspectionOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): (field: FieldNode, variables: Readonly<JsonObject>) => unknown {
  const answers = new WeakMap<FieldNode, unknown>();
  return (field, variables) => {
    const known = answers.get(field);
    if (known !== undefined) return known;
    const used = new Set<string>();
    const spread = new Set<string>();
    const look = (node: FieldNode | FragmentDefinitionNode): void => {
      visit(node, {
        Variable: ({ name }) => {
          used.add(name.value);
        },
        FragmentSpread: ({ name }) => {
          const fragment = fragments.get(name.value);
          if (fragment === undefined || spread.has(name.value)) return;
          spread.add(name.value);
          look(fragment);
        },
      });
    };
    look(field);
    const { data, errors } = executeSync({
      schema,
      rootValue: {},
      variableValues: variables,
      document: {
        kind: Kind.DOCUMENT,
        definitions: [
          {
            kind: Kind.OPERATION_DEFINITION,
            operation: operation.operation,
            variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)),
            selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
          },
          ...[...spread].map((name) => fragments.get(name)!),
        ],
      },
    });
    if (errors !== undefined || data == null) throw errors?.[0] ?? new Error('The schema could not be told.');
    const answer = data[field.alias?.value ?? field.name.value];
    if (used.size === 0) answers.set(field, answer);
    return answer;
  };
}
