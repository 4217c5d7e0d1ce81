import {
  defaultFieldResolver,
  defaultTypeResolver,
  getArgumentValues,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { guardOf } from '../graph/access';
import {
  Failed,
  isLater,
  isPromise,
  pathOf,
  type Completed,
  type Execution,
  type PerField,
  type Place,
} from './execution';
import { entitiesResolver } from './entities';
import { compileLeaf, isWrittenAsItIs } from './leaf';
import { fieldsOf } from './selections';

/** What is not compiled; graphql-js executes the operation. */
export class NotCovered extends Error {}

/** Completes an object from what its fields are resolved from. `place`: where it stands; undefined for the root. */
export type CompleteObject = (source: unknown, execution: Execution, place: Place | undefined) => Completed;
/** Completes a value that may be null here: what fails below becomes null, and its error is kept. */
type CompleteSlot = (value: unknown, execution: Execution, place: Place) => Completed;
/** Writes a field of an object; `Failed` when the object cannot be had without it, a promise when it comes later. */
type WriteField = (
  source: unknown,
  output: Record<string, unknown>,
  execution: Execution,
  place: Place | undefined,
) => Failed | null | Promise<Failed | null>;

interface Reader {
  /** @throws what the resolver throws, or why the caller may not read the field */
  read: (source: unknown, execution: Execution, place: Place) => unknown;
  /** True when nobody resolves the field. */
  isProperty: boolean;
  mayRead: (execution: Execution) => boolean;
}

/** Compiles the selections of one operation, for one setting of the variables that include or skip. */
export class FieldCompiler {
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    private readonly isSet: ReadonlyMap<string, boolean>,
  ) {}

  /** @param isSerial  true for a mutation, whose fields run one after the other */
  root(selectionSet: SelectionSetNode, type: GraphQLObjectType, isSerial: boolean): CompleteObject {
    const fields = this.writers([selectionSet], type);
    return isSerial ? inSeries(fields) : together(fields);
  }

  private writers(selectionSets: readonly SelectionSetNode[], type: GraphQLObjectType): WriteField[] {
    if (type.isTypeOf) throw new NotCovered(`${type.name} is told by isTypeOf`);
    const asked = fieldsOf(selectionSets, type, this.schema, this.fragments, this.isSet);
    return [...asked].map(([name, nodes]) => this.field(name, nodes, type));
  }

  private field(name: string, nodes: readonly FieldNode[], parent: GraphQLObjectType): WriteField {
    const fieldName = nodes[0]!.name.value;
    if (fieldName === '__typename')
      return (_source, output) => {
        output[name] = parent.name;
        return null;
      };
    if (name === '__proto__') throw new NotCovered('an answer with a field of this name');
    const definition = parent.getFields()[fieldName];
    if (definition === undefined) throw new NotCovered(`${parent.name}.${fieldName} is introspection`);
    const read = this.reader(nodes, parent, definition);
    const selectionSets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
    const complete = this.slot(definition.type, selectionSets, nodes, `${parent.name}.${fieldName}`);
    const mayBeNull = !isNonNullType(definition.type);
    const failed = (thrown: unknown, execution: Execution, place: Place): Failed | null => {
      const failure = failureOf(thrown, nodes, place);
      if (!mayBeNull) return failure;
      execution.errors.push(failure.error);
      return null;
    };
    const put = (completed: Completed, output: Record<string, unknown>): Failed | null => {
      if (completed instanceof Failed) return completed;
      output[name] = completed;
      return null;
    };
    const write: WriteField = (source, output, execution, above) => {
      const place: Place = { prev: above, key: name, typename: parent.name };
      let completed: Completed;
      try {
        const value = read.read(source, execution, place);
        completed = isPromise(value)
          ? Promise.resolve(value).then((resolved) => complete(resolved, execution, place))
          : complete(value, execution, place);
      } catch (thrown) {
        output[name] = null;
        return failed(thrown, execution, place);
      }
      if (!isLater(completed)) return put(completed, output);
      // Holds the field's place among the others until its value is there.
      output[name] = null;
      return completed.then(
        (later) => put(later, output),
        (thrown: unknown) => failed(thrown, execution, place),
      );
    };
    const ofType = getNullableType(definition.type);
    const isPlain = isLeafType(ofType) && read.isProperty && definition.args.length === 0;
    const isRight = isPlain ? isWrittenAsItIs(ofType) : null;
    if (isRight === null) return write;
    // Most of an answer is values that are there and right: they need no place, which only an error or a resolver asks for.
    return (source, output, execution, above) => {
      if (!read.mayRead(execution)) return write(source, output, execution, above);
      const value = propertyOf(source, fieldName);
      if (isRight(value)) output[name] = value;
      else if (mayBeNull && (value === null || value === undefined)) output[name] = null;
      else return write(source, output, execution, above);
      return null;
    };
  }

  /** Reads what a field is resolved to: the property of its name where nobody resolves it. */
  private reader(
    nodes: readonly FieldNode[],
    parent: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
  ): Reader {
    const fieldName = definition.name;
    const number = this.fields++;
    const guard = guardOf(definition);
    const given = guard?.resolve ?? definition.resolve ?? defaultFieldResolver;
    const isEntities = fieldName === '_entities' && parent === this.schema.getQueryType();
    const resolve = isEntities ? entitiesResolver(given) : given;
    const hasArguments = definition.args.length > 0;
    const perField = (execution: Execution): PerField =>
      (execution.perField[number] ??= {
        args: hasArguments ? getArgumentValues(definition, nodes[0]!, execution.variableValues) : {},
        refusal: guard?.refusal(execution.contextValue) ?? null,
      });
    const infoAt = (execution: Execution, path: Place): GraphQLResolveInfo => ({
      fieldName,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: parent,
      path,
      schema: execution.schema,
      fragments: execution.fragments,
      rootValue: execution.rootValue,
      operation: execution.operation,
      variableValues: execution.variableValues,
    });
    const isProperty = resolve === defaultFieldResolver;
    const read: Reader['read'] = (source, execution, place) => {
      const { args, refusal } = perField(execution);
      if (refusal !== null) throw refusal;
      const value = isProperty ? propertyOf(source, fieldName) : undefined;
      if (isProperty && typeof value !== 'function') return value;
      return resolve(source, args, execution.contextValue, infoAt(execution, place));
    };
    return { read, isProperty, mayRead: (execution) => perField(execution).refusal === null };
  }

  /** A value with its nullability: at a place that may be null, what fails becomes null. */
  private slot(
    type: GraphQLOutputType,
    selectionSets: readonly SelectionSetNode[],
    nodes: readonly FieldNode[],
    field: string,
  ): CompleteSlot {
    if (isNonNullType(type)) {
      const complete = this.value(type.ofType, selectionSets, nodes, field);
      const orFailed = (completed: unknown, place: Place): unknown =>
        completed === null
          ? failureOf(new Error(`Cannot return null for non-nullable field ${field}.`), nodes, place)
          : completed;
      return (value, execution, place) => {
        const completed = complete(value, execution, place);
        return isLater(completed) ? completed.then((later) => orFailed(later, place)) : orFailed(completed, place);
      };
    }
    const complete = this.value(type, selectionSets, nodes, field);
    const orNull = (completed: unknown, execution: Execution): unknown => {
      if (!(completed instanceof Failed)) return completed;
      execution.errors.push(completed.error);
      return null;
    };
    return (value, execution, place) => {
      const completed = complete(value, execution, place);
      return isLater(completed) ? completed.then((later) => orNull(later, execution)) : orNull(completed, execution);
    };
  }

  private value(
    type: GraphQLOutputType,
    selectionSets: readonly SelectionSetNode[],
    nodes: readonly FieldNode[],
    field: string,
  ): CompleteSlot {
    if (isNonNullType(type)) throw new Error('A type is non-null once.');
    if (isListType(type)) return this.list(type.ofType, selectionSets, nodes, field);
    const complete = isLeafType(type)
      ? compileLeaf(type)
      : isObjectType(type)
        ? together(this.writers(selectionSets, type))
        : this.abstract(type, selectionSets, nodes, field);
    return (value, execution, place) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      return complete(value, execution, place);
    };
  }

  private list(
    ofType: GraphQLOutputType,
    selectionSets: readonly SelectionSetNode[],
    nodes: readonly FieldNode[],
    field: string,
  ): CompleteSlot {
    const complete = this.slot(ofType, selectionSets, nodes, field);
    const mayBeNull = !isNonNullType(ofType);
    const failed = (thrown: unknown, execution: Execution, place: Place): unknown => {
      const failure = failureOf(thrown, nodes, place);
      if (!mayBeNull) return failure;
      execution.errors.push(failure.error);
      return null;
    };
    const element = (value: unknown, execution: Execution, place: Place): Completed => {
      try {
        const completed = isPromise(value)
          ? Promise.resolve(value).then((resolved) => complete(resolved, execution, place))
          : complete(value, execution, place);
        return isLater(completed)
          ? completed.then(undefined, (thrown: unknown) => failed(thrown, execution, place))
          : completed;
      } catch (thrown) {
        return failed(thrown, execution, place);
      }
    };
    return (value, execution, above) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      if (!isIterable(value)) throw new GraphQLError(`Expected Iterable, but did not find one for field "${field}".`);
      const elements = Array.isArray(value) ? value : [...value];
      const completed = new Array<unknown>(elements.length);
      let someLater = false;
      for (let index = 0; index < elements.length; index += 1) {
        const one = element(elements[index], execution, { prev: above, key: index, typename: undefined });
        if (one instanceof Failed && !someLater) return one;
        if (isLater(one)) someLater = true;
        completed[index] = one;
      }
      if (!someLater) return completed;
      return Promise.all(completed).then((all) => all.find((one) => one instanceof Failed) ?? all);
    };
  }

  private abstract(
    type: GraphQLAbstractType,
    selectionSets: readonly SelectionSetNode[],
    nodes: readonly FieldNode[],
    field: string,
  ): CompleteSlot {
    if (!isAbstractType(type)) throw new Error(`${String(type)} is of no known kind.`);
    const compiled = new Map<string, CompleteObject>();
    for (const possible of this.schema.getPossibleTypes(type))
      compiled.set(possible.name, together(this.writers(selectionSets, possible)));
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const of = (told: unknown): CompleteObject => {
      const complete = typeof told === 'string' ? compiled.get(told) : undefined;
      if (complete !== undefined) return complete;
      throw new GraphQLError(
        typeof told === 'string' && this.schema.getType(told) === undefined
          ? `Abstract type "${type.name}" was resolved to a type "${told}" that does not exist inside the schema.`
          : `Abstract type "${type.name}" must resolve to one of its Object types at runtime for field ${field}.`,
      );
    };
    const info = { schema: this.schema, fieldNodes: nodes } as GraphQLResolveInfo;
    return (value, execution, place) => {
      const told = resolveType(value, execution.contextValue, info, type);
      return isPromise(told)
        ? Promise.resolve(told).then((later) => of(later)(value, execution, place))
        : of(told)(value, execution, place);
    };
  }
}

/** An object whose fields are resolved together. */
function together(fields: readonly WriteField[]): CompleteObject {
  return (source, execution, place) => {
    const output: Record<string, unknown> = {};
    let later: Promise<Failed | null>[] | null = null;
    for (const write of fields) {
      const done = write(source, output, execution, place);
      if (done === null) continue;
      if (!(done instanceof Failed)) (later ??= []).push(done);
      // What has begun is waited for: nothing of a request goes on when its answer is there.
      else return later === null ? done : Promise.all(later).then(() => done);
    }
    if (later === null) return output;
    return Promise.all(later).then((all) => all.find((one) => one !== null) ?? output);
  };
}

/** An object whose fields are resolved one after the other. */
function inSeries(fields: readonly WriteField[]): CompleteObject {
  return async (source, execution, place) => {
    const output: Record<string, unknown> = {};
    for (const write of fields) {
      const failed = await write(source, output, execution, place);
      if (failed !== null) return failed;
    }
    return output;
  };
}

const failureOf = (thrown: unknown, nodes: readonly FieldNode[], place: Place): Failed =>
  new Failed(locatedError(thrown, nodes, pathOf(place)));

const propertyOf = (source: unknown, name: string): unknown =>
  typeof source === 'object' && source !== null ? (source as Record<string, unknown>)[name] : undefined;

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;
