import type { FetchDataRewrite } from '@apollo/query-planner';
import { isJsonObject, own, setOwn, type JsonObject } from './json-object';
import type { TypeConditions } from './type-conditions';

type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

/**
 * The planner's corrections to what is sent to a subgraph or comes from it: fields renamed where two types forbid one
 * alias, and type names set where a subgraph knows an interface as an object.
 *
 * @returns null when there is nothing to correct
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | null {
  const compiled = (rewrites ?? []).flatMap((rewrite) => {
    const field = rewrite.path.at(-1);
    if (field === undefined) return [];
    return [alongPath(rewrite.path.slice(0, -1), types, changeAt(rewrite, field))];
  });
  if (compiled.length === 0) return null;
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function changeAt(rewrite: FetchDataRewrite, field: string): (object: JsonObject) => void {
  if (rewrite.kind === 'ValueSetter') return (object) => setOwn(object, field, rewrite.setValueTo);
  return (object) => {
    const value = own(object, field);
    // An empty string, 0 and false are values, and keep their new name too; Apollo's executor loses them.
    if (value === undefined || value === null) return;
    setOwn(object, rewrite.renameKeyTo, value);
    object[field] = undefined;
  };
}

function alongPath(path: readonly string[], types: TypeConditions, change: (object: JsonObject) => void): Rewrite {
  const walk = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      for (const element of value) walk(element, depth);
      return;
    }
    if (!isJsonObject(value)) return;
    const step = path[depth];
    if (step === undefined) return change(value);
    if (!step.startsWith(FRAGMENT)) return walk(own(value, step), depth + 1);
    const typename = own(value, '__typename');
    // What was not asked for its type is taken to be of the one that the planner means.
    if (typeof typename !== 'string' || types.applies(step.slice(FRAGMENT.length), typename)) walk(value, depth + 1);
  };
  return (value) => walk(value, 0);
}
