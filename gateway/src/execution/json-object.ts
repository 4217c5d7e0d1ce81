/** An object of a JSON answer. */
export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value under a key of the object's own; a name that happens to stand on a prototype is not one. */
export const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/** Reads one key of many objects. Only a name that stands on a prototype costs the question whether it is the object's own. */
export function readerOf(key: string): (object: JsonObject) => unknown {
  return key in Object.prototype ? (object) => own(object, key) : (object) => object[key];
}

/** Sets one key of many objects. */
export function writerOf(key: string): (object: JsonObject, value: unknown) => void {
  if (key === '__proto__') return (object, value) => setOwn(object, key, value);
  return (object, value) => {
    object[key] = value;
  };
}

/** Sets a key of the object's own, also where its name means something on prototypes. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

/**
 * Adds what a fetch brought to what is there, in place: objects grow together, lists of one length element by element, and
 * anything else is replaced.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const next = source[key];
    if (next === undefined) continue;
    // What else stands on a prototype is a function, which nothing is merged into.
    const before = key === '__proto__' ? own(target, key) : target[key];
    // One answer can stand for several places: what is there already under the same key is the same object then.
    if (before === next) continue;
    if (isJsonObject(next) && isJsonObject(before)) mergeInto(before, next);
    else if (Array.isArray(next) && Array.isArray(before) && next.length === before.length) mergeLists(before, next);
    else setOwn(target, key, next);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index += 1) {
    const next = source[index];
    const before = target[index];
    if (before === next) continue;
    if (isJsonObject(next) && isJsonObject(before)) mergeInto(before, next);
    else target[index] = next;
  }
}
