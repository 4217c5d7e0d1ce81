import { isJsonObject, own, type JsonObject } from './json-object';

/** Where a fetch puts its answer: field names, and `@` for every element of a list. */
export type PlanPath = readonly (string | number)[];

/** Collects the objects at a path of the plan, in document order; places that are null are passed over. */
export function compileCollector(path: PlanPath): (root: JsonObject) => JsonObject[] {
  return (root) => {
    const found: JsonObject[] = [];
    collect(root, path, 0, found);
    return found;
  };
}

function collect(value: unknown, path: PlanPath, depth: number, found: JsonObject[]): void {
  if (value === null || value === undefined) return;
  if (depth === path.length) {
    // The planner writes `@` for every list, except where a fetch concerns the list's elements without naming them.
    if (Array.isArray(value)) for (const element of value) collect(element, path, depth, found);
    else if (isJsonObject(value)) found.push(value);
    return;
  }
  if (Array.isArray(value)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const element of value) collect(element, path, next, found);
    return;
  }
  if (isJsonObject(value)) collect(own(value, String(path[depth])), path, depth + 1, found);
}

/**
 * The places in the answer at which the same objects stand, with list indexes in place of `@`. Only errors need them, so
 * they are worked out when there is one.
 */
export function placesOf(root: JsonObject, path: PlanPath): { object: JsonObject; place: (string | number)[] }[] {
  const found: { object: JsonObject; place: (string | number)[] }[] = [];
  const walk = (value: unknown, depth: number, place: (string | number)[]): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const next = depth < path.length && path[depth] === '@' ? depth + 1 : depth;
      value.forEach((element, index) => walk(element, next, [...place, index]));
      return;
    }
    if (!isJsonObject(value)) return;
    if (depth === path.length) {
      found.push({ object: value, place });
      return;
    }
    const name = String(path[depth]);
    walk(own(value, name), depth + 1, [...place, name]);
  };
  walk(root, 0, []);
  return found;
}
