import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type SelectionSetNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { joinSchemaFiles, type SubgraphSchema } from './compose';
import { pageSizeAdvice } from './page-size-rule';

/** Which promise of the schema guide an element breaks. */
export type SchemaRule =
  | 'unguarded-field'
  | 'guard-on-interface'
  | 'undescribed'
  | 'owner-unclear'
  | 'nulls-what-is-not-ours'
  | 'required-with-arguments'
  | 'page-without-size'
  | 'requires-more-than-it-guards';

/** One broken promise, where it is and what to do about it. */
export interface SchemaFinding {
  rule: SchemaRule;
  subgraph: string;
  /** Schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
  at: string;
  advice: string;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
type InterfaceNode = InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode;

interface ParsedSubgraph {
  name: string;
  objects: readonly ObjectNode[];
  interfaces: readonly InterfaceNode[];
  types: readonly TypeDefinitionNode[];
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** Names whose meaning needs no sentence: a description would only repeat them. */
const EVIDENT_FIELDS = new Set('id name code cursor node edges pageInfo totalCount userErrors'.split(' '));
const EVIDENT_ARGUMENTS = new Set('id first after filter orderBy input inputs'.split(' '));

/**
 * Holds every subgraph's schema against the promises of the schema guide.
 *
 * @param subgraphs all subgraphs; ownership of a type can be told only from all of them together
 * @returns every broken promise, in the order of subgraphs and files; empty when the schema may be composed
 * @throws GraphQLError when a file is not GraphQL at all
 */
export function findBrokenSchemaRules(subgraphs: readonly SubgraphSchema[]): SchemaFinding[] {
  const parsed = subgraphs.map(parseSubgraph);
  const sharedTypes = new Set(
    subgraphs.slice(0, 1).flatMap((subgraph) => typeDefinitions(subgraph.shared).map((type) => type.name.value)),
  );
  const owners = ownersOf(parsed, sharedTypes);
  const findings = parsed.flatMap((subgraph) => {
    // The shared file is in every subgraph; one complaint about it is enough.
    const own = subgraph === parsed[0] ? subgraph : withoutTypes(subgraph, sharedTypes);
    return [
      ...unguardedFields(own),
      ...guardsOnInterfaces(own),
      ...undescribed(own, owners),
      ...nonNullBeyondOwnership(own, owners),
      ...requirements(own, parsed),
      ...pagesWithoutSize(own),
    ];
  });
  return [...unclearOwners(parsed, sharedTypes), ...findings];
}

function parseSubgraph(subgraph: SubgraphSchema): ParsedSubgraph {
  const { definitions } = parse(joinSchemaFiles(subgraph));
  return {
    name: subgraph.name,
    objects: definitions.filter(
      (node): node is ObjectNode =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
    ),
    interfaces: definitions.filter(
      (node): node is InterfaceNode =>
        node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_EXTENSION,
    ),
    types: typeDefinitions(joinSchemaFiles(subgraph)),
  };
}

function typeDefinitions(sdl: string): TypeDefinitionNode[] {
  const kinds: readonly string[] = [
    Kind.OBJECT_TYPE_DEFINITION,
    Kind.INPUT_OBJECT_TYPE_DEFINITION,
    Kind.ENUM_TYPE_DEFINITION,
    Kind.SCALAR_TYPE_DEFINITION,
    Kind.INTERFACE_TYPE_DEFINITION,
    Kind.UNION_TYPE_DEFINITION,
  ];
  return parse(sdl).definitions.filter((node): node is TypeDefinitionNode => kinds.includes(node.kind));
}

function withoutTypes(subgraph: ParsedSubgraph, names: ReadonlySet<string>): ParsedSubgraph {
  const isOwn = (node: { name: { value: string } }) => !names.has(node.name.value);
  return {
    name: subgraph.name,
    objects: subgraph.objects.filter(isOwn),
    interfaces: subgraph.interfaces.filter(isOwn),
    types: subgraph.types.filter(isOwn),
  };
}

/** For each type that is not shared: every subgraph that has it, and those that describe it. */
function typesOf(subgraphs: readonly ParsedSubgraph[], sharedTypes: ReadonlySet<string>) {
  const types = new Map<string, { subgraphs: string[]; describedBy: string[] }>();
  for (const subgraph of subgraphs) {
    for (const node of subgraph.types) {
      const name = node.name.value;
      if (ROOTS.has(name) || sharedTypes.has(name)) continue;
      const type = types.get(name) ?? { subgraphs: [], describedBy: [] };
      type.subgraphs.push(subgraph.name);
      if (node.description !== undefined) type.describedBy.push(subgraph.name);
      types.set(name, type);
    }
  }
  return types;
}

/**
 * Owner by type. The subgraph that describes a type owns it; guests that add fields to it or point at it leave the
 * describing to the owner. A type of a single subgraph is its own, described or not.
 */
function ownersOf(subgraphs: readonly ParsedSubgraph[], sharedTypes: ReadonlySet<string>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [name, type] of typesOf(subgraphs, sharedTypes)) {
    const owner = type.subgraphs.length === 1 ? type.subgraphs[0] : type.describedBy[0];
    if (owner !== undefined) owners.set(name, owner);
  }
  return owners;
}

function unclearOwners(subgraphs: readonly ParsedSubgraph[], sharedTypes: ReadonlySet<string>): SchemaFinding[] {
  return [...typesOf(subgraphs, sharedTypes)]
    .filter(([, type]) => type.describedBy.length !== 1)
    .map(([name, { describedBy, subgraphs: holders }]) => ({
      rule: describedBy.length === 0 ? 'undescribed' : 'owner-unclear',
      subgraph: holders[0]!,
      at: name,
      advice:
        describedBy.length === 0
          ? 'the subgraph that owns the type describes it'
          : `described by ${describedBy.join(' and ')}: only the owner describes a type`,
    }));
}

const accessOf = (node: { directives?: readonly ConstDirectiveNode[] }): string[] | null => {
  const directive = node.directives?.find((candidate) => candidate.name.value === 'access');
  const value = directive?.arguments?.find((argument) => argument.name.value === 'any')?.value;
  if (value === undefined || value.kind !== Kind.LIST) return null;
  return value.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []));
};

function unguardedFields(subgraph: ParsedSubgraph): SchemaFinding[] {
  const guardedTypes = new Set(
    subgraph.objects.filter((node) => (accessOf(node)?.length ?? 0) > 0).map((node) => node.name.value),
  );
  return subgraph.objects.flatMap((node) =>
    (node.fields ?? [])
      .filter((field) => {
        const own = accessOf(field);
        return own === null ? !guardedTypes.has(node.name.value) : own.length === 0;
      })
      .map((field) => ({
        rule: 'unguarded-field' as const,
        subgraph: subgraph.name,
        at: `${node.name.value}.${field.name.value}`,
        advice: 'add @access(any: [...]) to the field or its type',
      })),
  );
}

function guardsOnInterfaces(subgraph: ParsedSubgraph): SchemaFinding[] {
  return subgraph.interfaces.flatMap((node) =>
    [node, ...(node.fields ?? [])]
      .filter((guarded) => accessOf(guarded) !== null)
      .map((guarded) => ({
        rule: 'guard-on-interface' as const,
        subgraph: subgraph.name,
        at: guarded === node ? node.name.value : `${node.name.value}.${guarded.name.value}`,
        advice: 'guard the object types: a guard on an interface is lost when the object is reached another way',
      })),
  );
}

function undescribed(subgraph: ParsedSubgraph, owners: ReadonlyMap<string, string>): SchemaFinding[] {
  const missing = (at: string): SchemaFinding => ({
    rule: 'undescribed',
    subgraph: subgraph.name,
    at,
    advice: 'say what it means to a planner, with its unit and what null means',
  });
  const needsWords = (node: InputValueDefinitionNode | FieldDefinitionNode, evident: ReadonlySet<string>) =>
    node.description === undefined && !evident.has(node.name.value);
  const holders: readonly (ObjectNode | InterfaceNode)[] = [...subgraph.objects, ...subgraph.interfaces];
  const ofFields = holders.flatMap((node) =>
    (node.fields ?? []).flatMap((field) => [
      ...(needsWords(field, ROOTS.has(node.name.value) ? new Set() : EVIDENT_FIELDS)
        ? [missing(`${node.name.value}.${field.name.value}`)]
        : []),
      ...(field.arguments ?? [])
        .filter((argument) => needsWords(argument, EVIDENT_ARGUMENTS))
        .map((argument) => missing(`${node.name.value}.${field.name.value}(${argument.name.value}:)`)),
    ]),
  );
  const ofTypes = subgraph.types.flatMap((type) => {
    const name = type.name.value;
    const own = owners.has(name) || ROOTS.has(name) || type.description !== undefined ? [] : [missing(name)];
    if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
      const values = (type.values ?? []).filter((value) => value.description === undefined);
      return [...own, ...values.map((value) => missing(`${name}.${value.name.value}`))];
    }
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      const fields = (type.fields ?? []).filter((field) => needsWords(field, EVIDENT_FIELDS));
      return [...own, ...fields.map((field) => missing(`${name}.${field.name.value}`))];
    }
    return own;
  });
  return [...ofTypes, ...ofFields];
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** A value that another subgraph fills may be missing: neither the field nor an element of its list may insist on it. */
const insists = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE || (type.kind === Kind.LIST_TYPE && insists(type.type));

function nonNullBeyondOwnership(subgraph: ParsedSubgraph, owners: ReadonlyMap<string, string>): SchemaFinding[] {
  const isGuestOn = (type: string) => owners.has(type) && owners.get(type) !== subgraph.name;
  return subgraph.objects.flatMap((node) =>
    (node.fields ?? []).flatMap((field) => {
      const type = node.name.value;
      const isKeyOrShared =
        isKeyField(node, field) || field.directives?.some((used) => used.name.value === 'shareable');
      const advice =
        type === 'Query' && field.type.kind === Kind.NON_NULL_TYPE
          ? 'a root field is nullable: one subgraph that is down must not empty the whole answer'
          : isGuestOn(type) && field.type.kind === Kind.NON_NULL_TYPE && !isKeyOrShared
            ? 'a field added to a type of another subgraph is nullable, or it nulls what is not ours'
            : isGuestOn(namedType(field.type)) && insists(field.type)
              ? `${namedType(field.type)} is filled by another subgraph: field and list elements are nullable`
              : null;
      return advice === null
        ? []
        : [
            {
              rule: 'nulls-what-is-not-ours' as const,
              subgraph: subgraph.name,
              at: `${type}.${field.name.value}`,
              advice,
            },
          ];
    }),
  );
}

function isKeyField(node: ObjectNode, field: FieldDefinitionNode): boolean {
  return (node.directives ?? [])
    .filter((directive) => directive.name.value === 'key')
    .some((directive) => topLevelNames(fieldSetOf(directive)).includes(field.name.value));
}

function fieldSetOf(directive: ConstDirectiveNode): SelectionSetNode {
  const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  const text = fields?.kind === Kind.STRING ? fields.value : '__typename';
  const operation = parse(`{ ${text} }`).definitions[0]!;
  if (operation.kind !== Kind.OPERATION_DEFINITION) throw new Error(`not a field set: ${text}`);
  return operation.selectionSet;
}

const fieldsOf = (set: SelectionSetNode): FieldNode[] =>
  set.selections.filter((selection): selection is FieldNode => selection.kind === Kind.FIELD);
const topLevelNames = (set: SelectionSetNode): string[] => fieldsOf(set).map((field) => field.name.value);

/** Whatever a resolver is handed through `@requires` leaves through its own field: it must not be guarded less. */
function requirements(subgraph: ParsedSubgraph, all: readonly ParsedSubgraph[]): SchemaFinding[] {
  return subgraph.objects.flatMap((node) =>
    (node.fields ?? []).flatMap((field) => {
      const directive = field.directives?.find((used) => used.name.value === 'requires');
      if (directive === undefined) return [];
      const at = `${node.name.value}.${field.name.value}`;
      const set = fieldSetOf(directive);
      const mayRead = accessOf(field) ?? accessOf(node) ?? [];
      const findings: SchemaFinding[] = [];
      if (hasArguments(set)) {
        findings.push({
          rule: 'required-with-arguments',
          subgraph: subgraph.name,
          at,
          advice: 'ask for a field without arguments: arguments in @requires bypass their limits',
        });
      }
      for (const required of requiredFields(node.name.value, set, all)) {
        const stricter = mayRead.filter((scope) => !required.access.includes(scope));
        if (stricter.length === 0) continue;
        findings.push({
          rule: 'requires-more-than-it-guards',
          subgraph: subgraph.name,
          at,
          advice: `${stricter.join(', ')} may read it, but not ${required.at} from which it is made`,
        });
      }
      return findings;
    }),
  );
}

function pagesWithoutSize(subgraph: ParsedSubgraph): SchemaFinding[] {
  return subgraph.objects.flatMap((node) =>
    (node.fields ?? []).flatMap((field) => {
      const advice = pageSizeAdvice(field);
      const at = `${node.name.value}.${field.name.value}`;
      return advice === null ? [] : [{ rule: 'page-without-size' as const, subgraph: subgraph.name, at, advice }];
    }),
  );
}

const hasArguments = (set: SelectionSetNode): boolean =>
  fieldsOf(set).some(
    (field) =>
      (field.arguments?.length ?? 0) > 0 || (field.selectionSet !== undefined && hasArguments(field.selectionSet)),
  );

function requiredFields(
  type: string,
  set: SelectionSetNode,
  all: readonly ParsedSubgraph[],
): { at: string; access: readonly string[] }[] {
  return fieldsOf(set).flatMap((selected) => {
    const name = selected.name.value;
    const definitions = all.flatMap((subgraph) =>
      subgraph.objects
        .filter((node) => node.name.value === type)
        .flatMap((node) => (node.fields ?? []).map((field) => ({ node, field })))
        .filter(({ field }) => field.name.value === name)
        .filter(({ field }) => !field.directives?.some((used) => used.name.value === 'external')),
    );
    const here = definitions.map(({ node, field }) => ({
      at: `${type}.${name}`,
      access: accessOf(field) ?? accessOf(node) ?? [],
    }));
    const first = definitions[0];
    if (selected.selectionSet === undefined || first === undefined) return here;
    return [...here, ...requiredFields(namedType(first.field.type), selected.selectionSet, all)];
  });
}
