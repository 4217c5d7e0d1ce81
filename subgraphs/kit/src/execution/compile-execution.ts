import {
  getOperationAST,
  getVariableValues,
  Kind,
  print,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { FieldCompiler, NotCovered, type CompleteObject } from './compile-fields';
import { Failed, isLater, type Completed, type Execution } from './execution';
import { switchesOf } from './selections';

/** A compiled operation: called for each request, or for each event of a subscription, it answers as graphql-js does. */
export type CompiledExecution = (request: {
  variables: Readonly<Record<string, unknown>>;
  contextValue: unknown;
  /** What its root fields are resolved from: the event of a subscription. */
  rootValue?: unknown;
}) => ExecutionResult | Promise<ExecutionResult>;

const MOST_VARIABLE_ERRORS = 50;

/**
 * Compiles an operation: which fields an object owes, who resolves them and how their values are written is found out once,
 * where graphql-js does so for every object of every request.
 *
 * @param document  valid against the schema
 * @returns null when something in it is not covered, and graphql-js has to execute it: introspection, types that are told by
 *   `isTypeOf`
 */
export function compileExecution(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledExecution | null {
  const operation = getOperationAST(document, operationName);
  if (operation == null) return null;
  const rootType = schema.getRootType(operation.operation);
  if (rootType == null) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const switches = switchesOf(operation.selectionSet, fragments);
  const isSerial = operation.operation === 'mutation';

  const compile = (variables: Readonly<Record<string, unknown>>): CompleteObject => {
    const isSet = new Map(switches.map((name) => [name, variables[name] === true]));
    return new FieldCompiler(schema, fragments, isSet).root(operation.selectionSet, rootType, isSerial);
  };
  const compiled = new Map<string, CompleteObject>();
  try {
    // What is not covered shows at once, whatever is included later.
    for (const all of [true, false]) compile(Object.fromEntries(switches.map((name) => [name, all])));
  } catch (thrown) {
    if (thrown instanceof NotCovered) return null;
    throw thrown;
  }

  const coerce = coercerOf(schema, operation.variableDefinitions ?? []);
  return ({ variables, contextValue, rootValue }) => {
    const given = coerce(variables);
    if (given.errors !== undefined) return { errors: given.errors };
    const key = switches.map((name) => given.coerced[name] === true).join();
    let complete = compiled.get(key);
    if (complete === undefined) {
      complete = compile(given.coerced);
      if (compiled.size >= 64) compiled.clear();
      compiled.set(key, complete);
    }
    const execution: Execution = {
      schema,
      operation,
      fragments,
      rootValue,
      contextValue,
      variableValues: given.coerced,
      errors: [],
      perField: [],
    };
    const completed = complete(rootValue, execution, undefined);
    return isLater(completed) ? completed.then((data) => resultOf(data, execution)) : resultOf(completed, execution);
  };
}

type Coerced = ReturnType<typeof getVariableValues>;

/** Coerces variables as graphql-js does; lists of representations, of which it would look at each, are right as they are. */
function coercerOf(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (variables: Readonly<Record<string, unknown>>) => Coerced {
  const all = (variables: Readonly<Record<string, unknown>>): Coerced =>
    getVariableValues(schema, definitions, variables, { maxErrors: MOST_VARIABLE_ERRORS });
  const lists = definitions.filter(({ type }) => print(type) === '[_Any!]!').map(({ variable }) => variable.name.value);
  if (lists.length === 0) return all;
  const others = definitions.filter(({ variable }) => !lists.includes(variable.name.value));
  return (variables) => {
    if (!lists.every((name) => isWithoutNull(variables[name]))) return all(variables);
    const given = getVariableValues(schema, others, variables, { maxErrors: MOST_VARIABLE_ERRORS });
    if (given.errors !== undefined) return given;
    for (const name of lists) given.coerced[name] = variables[name];
    return given;
  };
}

const isWithoutNull = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => one !== null && one !== undefined);

function resultOf(completed: Completed, { errors }: Execution): ExecutionResult {
  if (completed instanceof Failed) return { errors: [...errors, completed.error], data: null };
  const data = completed as Record<string, unknown>;
  return errors.length === 0 ? { data } : { errors, data };
}
