import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';

/** How many elements a field is taken to give. */
export type ListSize =
  /** No list, and it says nothing of lists below it. */
  | { kind: 'ONE' }
  /** As many as the schema says, or as a list without a word has. */
  | { kind: 'ASSUMED'; elements: number }
  /** As many as an argument says. */
  | { kind: 'ASKED'; argument: string; otherwise: number; of: 'ITSELF' | ReadonlySet<string> };

/** What one field costs. */
export interface FieldCost {
  /** The named type that it gives. */
  type: string;
  /** Points of one element, its own fields not counted. */
  points: number;
  /** Points of each argument that has a weight, when it is given. */
  argumentPoints: ReadonlyMap<string, number>;
  size: ListSize;
}

/** What fields cost, read from `@cost` and `@listSize` of a composed schema. */
export interface SchemaCosts {
  roots: Readonly<Record<'query' | 'mutation' | 'subscription', string>>;
  field(type: string, name: string): FieldCost | undefined;
}

/** Elements of a list of which the schema says nothing. */
export const UNTOLD_ELEMENTS = 10;
/** A mutation writes, and writing is dear. */
const MUTATION_POINTS = 10;

/**
 * Reads the weights. An object costs 1 point, a scalar 0, a mutation 10, unless `@cost(weight:)` on the field or its type says
 * otherwise; a list costs as often as it has elements.
 *
 * @param supergraphSdl  which keeps the directives; what clients see does not
 */
export function readSchemaCosts(supergraphSdl: string): SchemaCosts {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const typePoints = new Map<string, number>();
  const roots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
  for (const definition of definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
        typePoints.set(definition.name.value, weightOf(definition) ?? 1);
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        typePoints.set(definition.name.value, weightOf(definition) ?? 0);
        break;
      case Kind.SCHEMA_DEFINITION:
        for (const { operation, type } of definition.operationTypes) roots[operation] = type.name.value;
        break;
      default:
        break;
    }
  }
  const fields = new Map<string, FieldCost>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const type = namedType(field.type);
      const isMutation = definition.name.value === roots.mutation;
      const points = weightOf(field) ?? (isMutation ? MUTATION_POINTS : (typePoints.get(type) ?? 0));
      fields.set(`${definition.name.value}.${field.name.value}`, {
        type,
        points,
        argumentPoints: argumentPointsOf(field),
        size: sizeOf(field),
      });
    }
  }
  return { roots, field: (type, name) => fields.get(`${type}.${name}`) };
}

function argumentPointsOf(field: FieldDefinitionNode): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (const argument of field.arguments ?? []) {
    const weight = weightOf(argument);
    if (weight !== null) points.set(argument.name.value, weight);
  }
  return points;
}

function sizeOf(field: FieldDefinitionNode): ListSize {
  const directive = directiveOf(field, 'listSize');
  const assumed = intOf(argumentOf(directive, 'assumedSize'));
  const slicing = namesIn(argumentOf(directive, 'slicingArguments'))[0];
  if (slicing !== undefined) {
    const argument = field.arguments?.find(({ name }) => name.value === slicing);
    const sized = namesIn(argumentOf(directive, 'sizedFields'));
    return {
      kind: 'ASKED',
      argument: slicing,
      otherwise: intOf(argument?.defaultValue) ?? assumed ?? UNTOLD_ELEMENTS,
      of: sized.length === 0 ? 'ITSELF' : new Set(sized),
    };
  }
  if (assumed !== null) return { kind: 'ASSUMED', elements: assumed };
  return isList(field.type) ? { kind: 'ASSUMED', elements: UNTOLD_ELEMENTS } : { kind: 'ONE' };
}

type Directed = { directives?: readonly ConstDirectiveNode[] };
const directiveOf = (node: Directed, name: string): ConstDirectiveNode | undefined =>
  node.directives?.find((directive) => directive.name.value === name);
const argumentOf = (directive: ConstDirectiveNode | undefined, name: string): ConstValueNode | undefined =>
  directive?.arguments?.find((argument) => argument.name.value === name)?.value;
const weightOf = (node: Directed | InputValueDefinitionNode): number | null =>
  intOf(argumentOf(directiveOf(node, 'cost'), 'weight'));
const intOf = (value: ConstValueNode | undefined): number | null =>
  value?.kind === Kind.INT ? Number(value.value) : null;
const namesIn = (value: ConstValueNode | undefined): readonly string[] =>
  value?.kind === Kind.LIST ? value.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])) : [];
const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
