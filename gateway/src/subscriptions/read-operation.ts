import {
  getVariableValues,
  type GraphQLError,
  isObjectType,
  Kind,
  print,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { fragmentsOf } from '../fragments';
import type { Actor } from '@sightline/contracts/actor';
import type { AdmittedOperation } from '../guards/guards';
import { mayKnowSchema, withoutHints } from '../hints';
import { refusal } from './refusal';

/** What a client sends to begin a subscription. */
export interface SubscribePayload {
  query: string;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
  /** `persistedQuery.sha256Hash` names a trusted document; `query` may then be empty. */
  extensions?: Readonly<Record<string, unknown>> | null;
}

/** A subscription that may be planned: checked like a query over HTTP, its place of resumption set aside. */
export interface SubscriptionOperation {
  /** The operation and its fragments, without `after`: equal for all who ask the same, wherever they go on. */
  document: DocumentNode;
  /** The text of it; names the operation among equal ones. */
  text: string;
  operationName: string | undefined;
  /** Coerced, with defaults, without those that only `after` used. */
  variables: Readonly<Record<string, unknown>>;
  /** Name of the field that is subscribed to. */
  field: string;
  /** The cursor after which the client goes on; null: from now. */
  after: string | null;
  /** True: released with a client of ours. */
  isTrusted: boolean;
  /** True when the field takes `after` and its changes have a `cursor`: such a stream can be opened again unnoticed. */
  isResumable: boolean;
}

const AFTER = 'after';

/** What does not depend on the variables. */
interface ReadDocument extends Omit<SubscriptionOperation, 'variables' | 'after' | 'isTrusted'> {
  definitions: readonly VariableDefinitionNode[];
  /** What stands for `after`; undefined: it is left out. */
  afterValue: ValueNode | undefined;
  /** Names of the variables that the operation still uses without `after`. */
  used: ReadonlySet<string>;
}

/** Reads subscriptions that the guards have let in: what they are about, and where they go on. */
export class OperationReader {
  /** The guards give equal texts the same document: many clients send it, and all of them at once when they come back. */
  private readonly documents = new WeakMap<OperationDefinitionNode, ReadDocument | readonly GraphQLError[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns the operation, or what to tell the caller; never throws for anything that a caller sent */
  read(
    admitted: Pick<AdmittedOperation, 'document' | 'operation' | 'variables' | 'isTrusted'>,
    actor: Actor,
  ): SubscriptionOperation | readonly GraphQLError[] {
    const { document, isTrusted, operation, variables } = admitted;
    const known = this.documents.get(operation) ?? readDocument(this.schema, document, operation);
    this.documents.set(operation, known);
    if (!('document' in known)) return known;
    const { definitions, afterValue, used, ...read } = known;
    const coerced = getVariableValues(this.schema, definitions, { ...variables });
    if (coerced.errors)
      return coerced.errors.map(({ message }) =>
        refusal('BAD_USER_INPUT', mayKnowSchema(actor) ? message : withoutHints(message)),
      );
    const after = afterValue === undefined ? null : valueFromASTUntyped(afterValue, coerced.coerced);
    if (after !== null && after !== undefined && typeof after !== 'string')
      return [refusal('BAD_USER_INPUT', 'after takes a cursor of an earlier event.')];
    const kept = Object.entries(coerced.coerced).filter(([name]) => used.has(name));
    return { ...read, isTrusted, variables: Object.fromEntries(kept), after: after ?? null };
  }
}

function readDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadDocument | readonly GraphQLError[] {
  if (operation.operation !== 'subscription')
    return [
      refusal(
        'OPERATION_NOT_SUPPORTED',
        `Only subscriptions are answered in a stream; send a ${operation.operation} with POST /graphql.`,
      ),
    ];
  const field = rootFieldOf(operation, document);
  if (field === null)
    return [refusal('BAD_USER_INPUT', 'The field of a subscription may not stand under @skip or @include.')];
  const rest = withoutAfter(document, operation, field);
  return {
    document: rest,
    text: print(rest),
    operationName: operation.name?.value,
    field: field.name.value,
    isResumable: isResumable(schema, field.name.value),
    definitions: operation.variableDefinitions ?? [],
    afterValue: field.arguments?.find(({ name }) => name.value === AFTER)?.value,
    used: new Set(operationOf(rest).variableDefinitions?.map((definition) => definition.variable.name.value)),
  };
}

/** The one root field, wherever it stands; null when a directive may leave it out. */
function rootFieldOf(operation: OperationDefinitionNode, document: DocumentNode): FieldNode | null {
  const fragments = fragmentsOf(document);
  const within = (set: SelectionSetNode): FieldNode | null => {
    for (const selection of set.selections) {
      if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return null;
      if (selection.kind === Kind.FIELD) return selection;
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      const found = inner === undefined ? null : within(inner);
      if (found !== null) return found;
    }
    return null;
  };
  return within(operation.selectionSet);
}

/** The operation of a document that has but one. */
export const operationOf = (document: DocumentNode): OperationDefinitionNode =>
  document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;

/** The document with this operation alone, without the argument `after` and the variables that only it used. */
function withoutAfter(document: DocumentNode, operation: OperationDefinitionNode, field: FieldNode): DocumentNode {
  const alone: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.filter(
      (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
    ),
  };
  const stripped: DocumentNode = visit(alone, {
    Field: (node) =>
      node === field
        ? { ...node, arguments: node.arguments?.filter((argument) => argument.name.value !== AFTER) }
        : undefined,
  });
  const used = new Set<string>();
  visit(stripped, {
    VariableDefinition: () => false,
    Variable: (node) => void used.add(node.name.value),
  });
  return visit(stripped, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? false : null),
  });
}

function isResumable(schema: GraphQLSchema, name: string): boolean {
  const field = schema.getSubscriptionType()?.getFields()[name];
  if (field === undefined || !field.args.some((argument) => argument.name === AFTER)) return false;
  const type = 'ofType' in field.type ? field.type.ofType : field.type;
  return isObjectType(type) && type.getFields()['cursor'] !== undefined;
}
