import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../fragments';
import { isJsonObject, readerOf, writerOf, type JsonObject } from './json-object';
import { validityOf } from './leaf-validity';
import type { TypeConditions } from './type-conditions';

/** What projecting an answer needs beside the data. */
export interface Projecting {
  booleanOf: (name: string) => boolean;
  /** Answers `__schema` or `__type`. */
  introspect: (field: FieldNode) => unknown;
  /** Where the data breaks a promise of the schema. */
  errors: GraphQLError[];
}

/** Shapes what was fetched into what was asked: only that, in that order, with nulls where the schema demands them. */
export type Projection = (fetched: JsonObject, projecting: Projecting) => JsonObject | null;

type Path = (string | number)[];
/** A value that is not allowed to be null, and is: the object around it is null then. */
const BUBBLE: unique symbol = Symbol('null, where null may not be');
type Completed = unknown;

type CompleteValue = (value: unknown, state: State) => Completed;
type CompleteObject = (input: JsonObject, state: State) => JsonObject | typeof BUBBLE;

interface State extends Projecting {
  path: Path;
}

/**
 * Compiles the projection of an operation's answer. Selections are laid out once for each type of object that comes by and
 * for each setting of the variables that include or skip: a request then only copies fields.
 */
export function compileResponse(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  types: TypeConditions,
): Projection {
  const rootType = schema.getRootType(operation.operation);
  if (rootType == null) throw new Error(`The schema has no ${operation.operation}.`);
  const switches = switchesOf(operation.selectionSet, fragments);
  const compiled = new Map<string, CompleteObject>();
  return (fetched, projecting) => {
    const settings = switches.map((name) => projecting.booleanOf(name));
    const key = settings.join();
    let complete = compiled.get(key);
    if (complete === undefined) {
      const isSet = new Map(switches.map((name, index) => [name, settings[index]!]));
      complete = new Compiler(schema, fragments, types, isSet).object([operation.selectionSet], rootType, true);
      if (compiled.size >= 64) compiled.clear();
      compiled.set(key, complete);
    }
    const completed = complete(fetched, { ...projecting, path: [] });
    return completed === BUBBLE ? null : completed;
  };
}

/** The variables that include or skip a part. */
function switchesOf(selectionSet: SelectionSetNode, fragments: Fragments): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = (selections: SelectionSetNode): void => {
    for (const selection of selections.selections) {
      for (const directive of selection.directives ?? [])
        for (const argument of directive.arguments ?? [])
          if (
            (directive.name.value === 'skip' || directive.name.value === 'include') &&
            argument.value.kind === Kind.VARIABLE
          )
            names.add(argument.value.name.value);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
        walk(fragment.selectionSet);
      } else if (selection.selectionSet) walk(selection.selectionSet);
    }
  };
  walk(selectionSet);
  return [...names].sort();
}

class Compiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly types: TypeConditions,
    private readonly isSet: ReadonlyMap<string, boolean>,
  ) {}

  /**
   * @param selectionSets  everything that is asked of the object, from wherever in the operation
   * @param declared       its type as the schema has it; the object itself may say more
   * @param isRoot         a root type has the schema's name, whatever a subgraph calls its own
   */
  object(selectionSets: readonly SelectionSetNode[], declared: GraphQLCompositeType, isRoot = false): CompleteObject {
    const byType = new Map<string, CompleteObject>();
    return (input, state): JsonObject | typeof BUBBLE => {
      const told = isRoot ? undefined : input['__typename'];
      let typename = declared.name;
      if (told !== undefined && told !== null && told !== '') {
        if (typeof told !== 'string' || !this.types.isComposite(told)) {
          // What kind of thing it is stays with us: the schema may hide that type.
          state.errors.push(invalid('Invalid __typename found', declared, state.path));
          return BUBBLE;
        }
        typename = told;
      }
      let complete = byType.get(typename);
      if (complete === undefined) {
        complete = this.objectOf(selectionSets, this.schema.getType(typename) as GraphQLCompositeType);
        byType.set(typename, complete);
      }
      return complete(input, state);
    };
  }

  private objectOf(selectionSets: readonly SelectionSetNode[], type: GraphQLCompositeType): CompleteObject {
    const fields = [...this.collect(selectionSets, type)].map(([name, nodes]) => this.field(name, nodes, type));
    return (input, state) => {
      const output: JsonObject = {};
      for (const complete of fields) if (!complete(input, output, state)) return BUBBLE;
      return output;
    };
  }

  /** Fields by the name they have in the answer, in the order of the specification. */
  private collect(
    selectionSets: readonly SelectionSetNode[],
    type: GraphQLCompositeType,
  ): ReadonlyMap<string, readonly FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    const walk = (selections: readonly SelectionNode[]): void => {
      for (const selection of selections) {
        if (!this.isIncluded(selection)) continue;
        switch (selection.kind) {
          case Kind.FIELD: {
            const name = selection.alias?.value ?? selection.name.value;
            const nodes = fields.get(name);
            if (nodes === undefined) fields.set(name, [selection]);
            else nodes.push(selection);
            break;
          }
          case Kind.INLINE_FRAGMENT: {
            const condition = selection.typeCondition?.name.value;
            if (condition === undefined || this.types.applies(condition, type.name))
              walk(selection.selectionSet.selections);
            break;
          }
          case Kind.FRAGMENT_SPREAD: {
            const name = selection.name.value;
            const fragment = this.fragments.get(name);
            if (fragment === undefined || seen.has(name)) break;
            seen.add(name);
            if (this.types.applies(fragment.typeCondition.name.value, type.name))
              walk(fragment.selectionSet.selections);
            break;
          }
        }
      }
    };
    for (const { selections } of selectionSets) walk(selections);
    return fields;
  }

  private isIncluded(selection: SelectionNode): boolean {
    for (const directive of selection.directives ?? []) {
      const isSkip = directive.name.value === 'skip';
      if (!isSkip && directive.name.value !== 'include') continue;
      const value = directive.arguments?.[0]?.value;
      const holds =
        value?.kind === Kind.VARIABLE
          ? this.isSet.get(value.name.value) === true
          : value?.kind === Kind.BOOLEAN && value.value;
      if (holds === isSkip) return false;
    }
    return true;
  }

  /** Writes one field of an object; answers false when the object must be null for it. */
  private field(
    name: string,
    nodes: readonly FieldNode[],
    parent: GraphQLCompositeType,
  ): (input: JsonObject, output: JsonObject, state: State) => boolean {
    const node = nodes[0]!;
    const fieldName = node.name.value;
    if (fieldName === '__typename') {
      // A subgraph that knows an interface as an object can't say what the object really is; without the subgraph that
      // can, nobody may be told that it is an interface.
      if (!isObjectType(parent)) return () => false;
      return (_input, output) => {
        output[name] = parent.name;
        return true;
      };
    }
    if (fieldName === SchemaMetaFieldDef.name || fieldName === TypeMetaFieldDef.name)
      return (_input, output, state) => {
        output[name] = state.introspect(mergedField(nodes));
        return true;
      };
    const definition = 'getFields' in parent ? parent.getFields()[fieldName] : undefined;
    if (definition === undefined) throw new Error(`${parent.name} has no field ${fieldName}.`);
    const selectionSets = nodes.flatMap((one) => (one.selectionSet ? [one.selectionSet] : []));
    const complete = this.value(definition.type, selectionSets, parent, fieldName);
    const read = readerOf(name);
    const write = writerOf(name);
    const completeAtPlace = (read: unknown, output: JsonObject, state: State): boolean => {
      state.path.push(name);
      const value = complete(read ?? null, state);
      state.path.pop();
      if (value === BUBBLE) return false;
      write(output, value);
      return true;
    };
    const ofType = getNullableType(definition.type);
    if (!isLeafType(ofType)) return (input, output, state) => completeAtPlace(read(input), output, state);
    // Most of an answer is leaves that are there and right: they need no place, which only an error would name.
    const isValid = validityOf(ofType);
    return (input, output, state) => {
      const value = read(input);
      if (value === null || value === undefined || !isValid(value)) return completeAtPlace(value, output, state);
      write(output, value);
      return true;
    };
  }

  private value(
    type: GraphQLOutputType,
    selectionSets: readonly SelectionSetNode[],
    parent: GraphQLCompositeType,
    fieldName: string,
  ): CompleteValue {
    if (isNonNullType(type)) {
      const nullable = getNullableType(type);
      const complete = this.value(nullable, selectionSets, parent, fieldName);
      return (value, state) => {
        const before = state.errors.length;
        const completed = complete(value, state);
        if (completed !== null) return completed;
        // Where something below has said what is wrong, one error is enough. An interface without its real type is null
        // in silence: the fetch that would have told it has failed.
        if (state.errors.length === before && (value === null || value === undefined))
          state.errors.push(
            invalid(`Cannot return null for non-nullable`, nullable, state.path, `${parent.name}.${fieldName}`),
          );
        return BUBBLE;
      };
    }
    if (isListType(type)) {
      const complete = this.value(type.ofType, selectionSets, parent, fieldName);
      return (value, state) => {
        if (value === null || value === undefined) return null;
        if (!Array.isArray(value)) {
          state.errors.push(invalid('Invalid value found', type, state.path, `${parent.name}.${fieldName}`));
          return null;
        }
        const { path } = state;
        const completed = new Array<unknown>(value.length);
        let isBroken = false;
        for (let index = 0; index < value.length; index += 1) {
          path.push(index);
          const element = complete(value[index], state);
          path.pop();
          if (element === BUBBLE) isBroken = true;
          completed[index] = element;
        }
        return isBroken ? null : completed;
      };
    }
    if (isLeafType(type)) {
      const isValid = validityOf(type);
      return (value, state) => {
        if (value === null || value === undefined) return null;
        if (isValid(value)) return value;
        state.errors.push(invalid('Invalid value found', type, state.path, `${parent.name}.${fieldName}`));
        return null;
      };
    }
    const named = getNamedType(type);
    if (!isCompositeType(named)) throw new Error(`${named.name} has neither fields nor values.`);
    const complete = this.object(selectionSets, named);
    return (value, state) => {
      if (value === null || value === undefined) return null;
      if (!isJsonObject(value)) {
        state.errors.push(invalid('Invalid value found', named, state.path, `${parent.name}.${fieldName}`));
        return null;
      }
      const completed = complete(value, state);
      return completed === BUBBLE ? null : completed;
    };
  }
}

/** One field that asks for everything that several ask for together. */
const mergedField = (nodes: readonly FieldNode[]): FieldNode => {
  const node = nodes[0]!;
  if (nodes.length === 1 || node.selectionSet === undefined) return node;
  return {
    ...node,
    selectionSet: {
      ...node.selectionSet,
      selections: nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
    },
  };
};

function invalid(what: string, type: GraphQLOutputType, path: Path, field?: string): GraphQLError {
  const last = path.at(-1);
  const place =
    typeof last === 'number' ? `array element of type ${type.toString()} at index ${last}` : `field ${field ?? last}`;
  return new GraphQLError(`${what} for ${place}.`, { path: [...path], extensions: { code: 'INVALID_GRAPHQL' } });
}
