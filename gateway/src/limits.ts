import { GraphQLError, Kind } from 'graphql';
import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';
import type { Actor } from '@sightline/contracts/actor';

/**
 * What one request may cost before it is planned. Facts travel in variables, so documents are small for everyone and
 * only the body of those who send facts may be large.
 */
const BODY_BYTES = 256 * 1024;
const DOOR_BODY_BYTES = 8 * 1024 * 1024;
export const MAX_DOCUMENT_CHARACTERS = 15_000;
export const MAX_TOKENS = 1_000;
export const MAX_DEPTH = 15;
/** Fields that an operation has once its fragments are written out. */
const MAX_FIELDS = 10_000;

/** Bytes of a request's body that are read from this caller. */
export const bodyLimitOf = (actor: Actor): number =>
  actor.scopes.includes('facts:write') ? DOOR_BODY_BYTES : BODY_BYTES;

/** @returns what to tell the caller, or null when the document may be parsed */
export function documentRefusal(query: unknown): GraphQLError | null {
  if (typeof query !== 'string' || query.length <= MAX_DOCUMENT_CHARACTERS) return null;
  return new GraphQLError(
    `The document has ${query.length} characters; at most ${MAX_DOCUMENT_CHARACTERS} are read. Put long values into variables.`,
    { extensions: { code: 'DOCUMENT_TOO_LARGE' } },
  );
}

/**
 * Validation rule: no field lies deeper than `MAX_DEPTH` below the root, fragments included. Introspection is exempt,
 * since tools nest it deeply and it reaches no subgraph.
 */
export function depthLimitRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const fragments = fragmentsOf(document);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const depth = depthOf(definition, fragments);
        if (depth <= MAX_DEPTH) continue;
        const message = `The operation is ${depth} levels deep; at most ${MAX_DEPTH} are answered.`;
        context.reportError(new GraphQLError(message, { nodes: definition }));
      }
    },
  };
}

/**
 * Validation rule: written out, no operation has more than `MAX_FIELDS` fields. A short document whose fragments spread each
 * other twice doubles with each, and it is written out before it is planned. (Over HTTP Apollo Server has the same rule.)
 */
export function expansionLimitRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const fragments = fragmentsOf(document);
      const measured = new Map<string, number>();
      const sizeOf = (selectionSet: SelectionSetNode): number =>
        selectionSet.selections.reduce((sum, selection) => {
          if (selection.kind === Kind.FIELD)
            return sum + 1 + (selection.selectionSet ? sizeOf(selection.selectionSet) : 0);
          if (selection.kind === Kind.INLINE_FRAGMENT) return sum + sizeOf(selection.selectionSet);
          const name = selection.name.value;
          if (!measured.has(name)) {
            measured.set(name, 0);
            const fragment = fragments.get(name);
            measured.set(name, fragment ? sizeOf(fragment.selectionSet) : 0);
          }
          return sum + measured.get(name)!;
        }, 0);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION || sizeOf(definition.selectionSet) <= MAX_FIELDS) continue;
        const message = `Written out, the operation has more than ${MAX_FIELDS} fields.`;
        context.reportError(new GraphQLError(message, { nodes: definition }));
      }
    },
  };
}

/** Depth in fields. Each fragment is measured once, however often it is spread, so the work is linear in the document. */
function depthOf(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  const measured = new Map<string, number>();

  const below = (selectionSet: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of selectionSet.selections) {
      let depth = 0;
      if (selection.kind === Kind.FIELD) {
        // `__schema` and `__type`; `__typename` has nothing below it.
        if (selection.name.value.startsWith('__')) continue;
        depth = 1 + (selection.selectionSet ? below(selection.selectionSet) : 0);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        depth = below(selection.selectionSet);
      } else {
        depth = fragmentDepth(selection.name.value);
      }
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  };

  const fragmentDepth = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused by another rule; here it only must not run for ever.
    measured.set(name, 0);
    const fragment = fragments.get(name);
    const depth = fragment ? below(fragment.selectionSet) : 0;
    measured.set(name, depth);
    return depth;
  };

  return below(operation.selectionSet);
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
