import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isJsonObject, own, readerOf, type JsonObject } from './json-object';
import type { TypeConditions } from './type-conditions';

/** What a subgraph needs of an object to find it, as JSON text; null when the object lacks a part or is of another type. */
export type RepresentationOf = (entity: JsonObject) => string | null;

/**
 * Compiles the `requires` of a fetch. Which fields an object owes depends on its type alone, so for each type that comes by
 * they are laid out once; what remains for an object is to write its values into a text, which is also the key by which
 * equal objects are asked for once.
 *
 * @param rewrite  corrections of the planner to the finished representation
 */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  types: TypeConditions,
  rewrite: ((value: unknown) => void) | null,
): RepresentationOf {
  const writers = new Map<string, Writer | null>();
  const writerFor = (typename: string): Writer | null => {
    let writer = writers.get(typename);
    if (writer === undefined) {
      writer = simpleWriter(partsFor(requires, typename, types), types);
      if (writers.size > 1_000) writers.clear();
      writers.set(typename, writer);
    }
    return writer;
  };
  return (entity) => {
    const typename = own(entity, '__typename');
    if (typeof typename === 'string' && rewrite === null) {
      const writer = writerFor(typename);
      if (writer !== null) return writer(entity);
    }
    const representation = pick(entity, requires, types);
    if (representation === null || !own(representation, '__typename')) return null;
    if (rewrite !== null) rewrite(representation);
    return JSON.stringify(representation);
  };
}

/** Writes an object as text; null: the object lacks a part. */
type Writer = (object: JsonObject) => string | null;

/** Selections that stand or fall together: a fragment whose fields are not all there adds nothing. */
type Part = readonly QueryPlanSelectionNode[];

function partsFor(selections: readonly QueryPlanSelectionNode[], typename: string, types: TypeConditions): Part[] {
  const fields = selections.filter((selection) => selection.kind === 'Field');
  const parts: Part[] = fields.length === 0 ? [] : [fields];
  for (const selection of selections)
    if (
      selection.kind === 'InlineFragment' &&
      selection.typeCondition !== undefined &&
      types.applies(selection.typeCondition, typename)
    )
      parts.push(...partsFor(selection.selections, typename, types));
  return parts;
}

/** A writer for the usual case, one part with plain fields; null when the general way has to be taken. */
function simpleWriter(parts: readonly Part[], types: TypeConditions): Writer | null {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return null;
  if (!part.some((selection) => selection.kind === 'Field' && responseNameOf(selection) === '__typename')) return null;
  return fieldsWriter(part, types);
}

function fieldsWriter(fields: Part, types: TypeConditions): Writer {
  const compiled = fields.map((field, index) => {
    if (field.kind !== 'Field') throw new Error('A part of a representation has fields only.');
    const name = responseNameOf(field);
    const head = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    return { read: readerOf(name), head, write: valueWriter(field.selections, types) };
  });
  return (object) => {
    let text = '';
    for (const { read, head, write } of compiled) {
      const value = read(object);
      if (value === undefined) return null;
      text += head + write(value);
    }
    return `${text}}`;
  };
}

function valueWriter(
  selections: readonly QueryPlanSelectionNode[] | undefined,
  types: TypeConditions,
): (value: unknown) => string {
  if (selections === undefined) return (value) => JSON.stringify(value);
  const plain = selections.every((selection) => selection.kind === 'Field');
  const write = plain ? fieldsWriter(selections, types) : null;
  const one = (value: unknown): string => {
    if (!isJsonObject(value)) return 'null';
    if (write !== null) return write(value) ?? 'null';
    const picked = pick(value, selections, types);
    return picked === null ? 'null' : JSON.stringify(picked);
  };
  return (value) => (Array.isArray(value) ? `[${value.map(one).join(',')}]` : one(value));
}

/** The general way, selection by selection. */
function pick(
  source: JsonObject,
  selections: readonly QueryPlanSelectionNode[],
  types: TypeConditions,
): JsonObject | null {
  const result: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = responseNameOf(selection);
      const value = own(source, name);
      // Not there: fetching it has failed, and that error is told already.
      if (value === undefined) return null;
      result[name] = pickValue(value, selection.selections, types);
    } else if (selection.typeCondition !== undefined) {
      const typename = own(source, '__typename');
      if (typeof typename !== 'string' || !types.applies(selection.typeCondition, typename)) continue;
      mergePicked(result, pick(source, selection.selections, types));
    }
  }
  return result;
}

function pickValue(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  types: TypeConditions,
): unknown {
  if (selections === undefined) return value;
  if (Array.isArray(value)) return value.map((element) => pickValue(element, selections, types));
  return isJsonObject(value) ? pick(value, selections, types) : null;
}

/** Unlike merging answers, nothing here may be shared with the answer: what is picked is corrected later. */
function mergePicked(target: JsonObject, source: JsonObject | null): void {
  for (const [key, value] of Object.entries(source ?? {})) {
    const before = target[key];
    if (isJsonObject(before) && isJsonObject(value)) mergePicked(before, value);
    else target[key] = value;
  }
}

const responseNameOf = (field: { name: string; alias?: string }): string => field.alias ?? field.name;
