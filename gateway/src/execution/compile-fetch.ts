import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isJsonObject, mergeInto, own, setOwn, type JsonObject } from './json-object';
import { compileCollector, placesOf, type PlanPath } from './plan-path';
import { compileRepresentation } from './representations';
import { compileRewrites } from './rewrites';
import type { FetchAnswer, Found, Run, Step } from './run';
import type { TypeConditions } from './type-conditions';

/**
 * Compiles one fetch of a plan. Everything that does not depend on the request is done here: the constant part of the body,
 * which variables go with it, how objects are found, what of them is sent and where the answer goes.
 *
 * @param path  where the fetch stands in the answer, from its root
 */
export function compileFetch(node: FetchNode, path: PlanPath, types: TypeConditions): Step {
  return node.requires === undefined
    ? compileRootFetch(node, path, types)
    : compileEntityFetch(node, path, types, node.requires);
}

function compileRootFetch(node: FetchNode, path: PlanPath, types: TypeConditions): Step {
  const bodyOf = compileBody(node);
  const collect = compileCollector(path);
  const rewrite = compileRewrites(node.outputRewrites, types);
  const call = callOf(node);
  return async (run) => {
    const objects = path.length === 0 ? [run.root] : collect(run.root);
    if (objects.length === 0) return;
    const answer = await send(run, call, bodyOf(run, null));
    if (answer === null) return;
    for (const error of answer.errors ?? [])
      run.errors.push(errorOf(error, node.serviceName, error.path && [...path, ...error.path]));
    const { data } = answer;
    if (!isJsonObject(data)) return;
    rewrite?.(data);
    run.found.clear();
    objects.forEach((object, index) => mergeInto(object, index === 0 ? data : structuredClone(data)));
  };
}

function compileEntityFetch(
  node: FetchNode,
  path: PlanPath,
  types: TypeConditions,
  requires: NonNullable<FetchNode['requires']>,
): Step {
  const bodyOf = compileBody(node);
  const collect = compileCollector(path);
  const representationOf = compileRepresentation(requires, types, compileRewrites(node.inputRewrites, types));
  const rewrite = compileRewrites(node.outputRewrites, types);
  const call = callOf(node);
  // Corrections are this fetch's own; without any, what is found is the same for all who need the same.
  const key = node.inputRewrites === undefined ? JSON.stringify([path, requires]) : null;
  return (run) => {
    const known = key === null ? undefined : run.found.get(key);
    const found = known ?? find(run.root);
    if (known === undefined && key !== null) run.found.set(key, found);
    return found.owners.length === 0 ? null : fetchEntities(run, found);
  };

  function find(root: JsonObject): Found {
    const owners = new Map<string, JsonObject[]>();
    for (const entity of collect(root)) {
      const representation = representationOf(entity);
      if (representation === null) continue;
      const same = owners.get(representation);
      if (same === undefined) owners.set(representation, [entity]);
      else same.push(entity);
    }
    return { representations: `[${[...owners.keys()].join(',')}]`, owners: [...owners.values()] };
  }

  async function fetchEntities(run: Run, { representations, owners: entities }: Found): Promise<void> {
    const answer = await send(run, call, bodyOf(run, representations));
    if (answer === null) return;
    for (const error of answer.errors ?? []) pushEntityErrors(run, error, entities);
    const received = isJsonObject(answer.data) ? own(answer.data, '_entities') : null;
    if (received === null || received === undefined) {
      // Nothing, and no word why: that is the subgraph's fault, and must not look like objects that are not there.
      if (!answer.errors?.length) run.errors.push(broken('answered without "_entities"'));
      return;
    }
    if (!Array.isArray(received) || received.length !== entities.length) {
      run.errors.push(broken(`was asked for ${entities.length} objects and answered with another number`));
      return;
    }
    run.found.clear();
    entities.forEach((same, index) => {
      const entity: unknown = received[index];
      if (!isJsonObject(entity)) return;
      if (!own(entity, '__typename')) setOwn(entity, '__typename', own(same[0]!, '__typename'));
      rewrite?.(entity);
      for (const owner of same) mergeInto(owner, entity);
    });
  }

  /** An error of one entity is told at every place at which that entity stands. */
  function pushEntityErrors(
    run: Run,
    error: GraphQLFormattedError,
    entities: readonly (readonly JsonObject[])[],
  ): void {
    const index = error.path?.[1];
    const concerned = typeof index === 'number' ? entities[index] : undefined;
    if (error.path === undefined || concerned === undefined) {
      run.errors.push(errorOf(error, node.serviceName, error.path && [...path, ...error.path]));
      return;
    }
    const isConcerned = new Set(concerned);
    for (const { object, place } of placesOf(run.root, path))
      if (isConcerned.has(object))
        run.errors.push(errorOf(error, node.serviceName, [...place, ...error.path.slice(2)]));
  }

  function broken(how: string): GraphQLError {
    return new GraphQLError(`"${node.serviceName}" ${how}.`, {
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: node.serviceName },
    });
  }
}

type ConstantCall = Omit<Parameters<Run['send']>[0], 'body'>;

const callOf = (node: FetchNode): ConstantCall => ({
  serviceName: node.serviceName,
  operation: node.operation,
  isRoot: node.requires === undefined,
  isMutation: node.operationKind === 'mutation',
});

/** A fetch that cannot even be sent is an error of the answer like any other: the other parts go on. */
async function send(run: Run, call: ConstantCall, body: string): Promise<FetchAnswer | null> {
  try {
    return await run.send({ ...call, body });
  } catch (thrown) {
    run.errors.push(
      thrown instanceof GraphQLError
        ? thrown
        : new GraphQLError('A part of the answer could not be fetched.', {
            originalError: thrown instanceof Error ? thrown : new Error(String(thrown)),
            extensions: { serviceName: call.serviceName },
          }),
    );
    return null;
  }
}

/** The body around its variables: only they are written anew for each request. */
function compileBody(node: FetchNode): (run: Run, representations: string | null) => string {
  const name = node.operationName === undefined ? '' : `,"operationName":${JSON.stringify(node.operationName)}`;
  const head = `{"query":${JSON.stringify(node.operation)}${name},"variables":{`;
  const variables = (node.variableUsages ?? []).map((variable) => ({
    variable,
    key: `${JSON.stringify(variable)}:`,
  }));
  return (run, representations) => {
    let text = head;
    let first = true;
    for (const { variable, key } of variables) {
      const value = run.variableText(variable);
      if (value === undefined) continue;
      text += first ? key + value : `,${key}${value}`;
      first = false;
    }
    if (representations !== null) text += `${first ? '' : ','}"representations":${representations}`;
    return `${text}}}`;
  };
}

function errorOf(
  { message, extensions }: GraphQLFormattedError,
  serviceName: string,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  return new GraphQLError(message || `"${serviceName}" reported an error.`, {
    path,
    extensions: {
      ...extensions,
      code: extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR',
      serviceName,
    },
  });
}
