import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The variables of an operation that include or skip a part of it. */
export function switchesOf(selectionSet: SelectionSetNode, fragments: Fragments): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      for (const { name, arguments: given } of selection.directives ?? [])
        if (name.value === 'skip' || name.value === 'include')
          for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments[selection.name.value];
        if (fragment === undefined || seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
        walk(fragment.selectionSet);
      } else if (selection.selectionSet) walk(selection.selectionSet);
    }
  };
  walk(selectionSet);
  return [...names].sort();
}

/**
 * The fields that are asked of an object of this type, by their name in the answer, in the order of the specification.
 *
 * @param isSet  the variables that include or skip
 */
export function fieldsOf(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  schema: GraphQLSchema,
  fragments: Fragments,
  isSet: ReadonlyMap<string, boolean>,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const applies = (condition: string | undefined): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && schema.isSubType(wanted, type);
  };
  const walk = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, isSet)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = fields.get(name);
        if (nodes === undefined) fields.set(name, [selection]);
        else nodes.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) walk(selection.selectionSet.selections);
      } else {
        const fragment = fragments[selection.name.value];
        if (fragment === undefined || seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
        if (applies(fragment.typeCondition.name.value)) walk(fragment.selectionSet.selections);
      }
    }
  };
  for (const { selections } of selectionSets) walk(selections);
  return fields;
}

function isIncluded(selection: SelectionNode, isSet: ReadonlyMap<string, boolean>): boolean {
  for (const { name, arguments: given } of selection.directives ?? []) {
    const isSkip = name.value === 'skip';
    if (!isSkip && name.value !== 'include') continue;
    const value = given?.[0]?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? isSet.get(value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (holds === isSkip) return false;
  }
  return true;
}
