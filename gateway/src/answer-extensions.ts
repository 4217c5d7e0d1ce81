import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './fragments';
import type { CostNote } from './guards/callers';
import type { AdmittedOperation } from './guards/guards';

/** The age of an answer: that of the oldest figure in it which says one. */
export interface AnswerFreshness {
  /** Everything recorded up to here is in every figure of the answer; null when a source never delivered, or nobody knows. */
  asOf: string | null;
  status?: string;
}

/** What goes out beside the data of every answer. */
export interface AnswerExtensions {
  /** The trace id: equal to the header `x-request-id`. */
  traceId: string;
  cost: CostNote;
  /** Left out when the operation asks no figure for its freshness. */
  freshness?: AnswerFreshness;
}

const FRESHNESS = 'Freshness';

/** Response names that lead to what says its freshness, by operation; found once. */
const pathsOf = new WeakMap<OperationDefinitionNode, readonly (readonly string[])[]>();

/** @param data  of the answer, as it goes out */
export function answerExtensions(
  { document, operation, cost }: AdmittedOperation,
  schema: GraphQLSchema,
  traceId: string,
  data: unknown,
): AnswerExtensions {
  let paths = pathsOf.get(operation);
  if (!paths) pathsOf.set(operation, (paths = freshnessPaths(operation, document, schema)));
  const oldest = paths.length === 0 ? null : oldestAt(paths, data);
  return oldest === null ? { traceId, cost } : { traceId, cost, freshness: oldest };
}

/** Paths of the fields of type Freshness that select `asOf` under its own name. */
function freshnessPaths(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): readonly (readonly string[])[] {
  const fragments = fragmentsOf(document);
  const found = new Map<string, readonly string[]>();
  const within = (set: SelectionSetNode, type: GraphQLNamedType | undefined, path: readonly string[]): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (!isObjectType(type) && !isInterfaceType(type)) continue;
        const name = selection.name.value;
        const own = (selection.alias ?? selection.name).value;
        if (type.name === FRESHNESS && own === 'asOf' && name === 'asOf') found.set(path.join('.'), path);
        const inner = getNamedType(type.getFields()[name]?.type);
        if (selection.selectionSet && isCompositeType(inner)) within(selection.selectionSet, inner, [...path, own]);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!part) continue;
      const condition = part.typeCondition?.name.value;
      within(part.selectionSet, condition === undefined ? type : schema.getType(condition), path);
    }
  };
  within(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, []);
  return [...found.values()];
}

function oldestAt(paths: readonly (readonly string[])[], data: unknown): AnswerFreshness | null {
  let oldest: AnswerFreshness | null = null;
  let oldestMs = Infinity;
  const look = (value: unknown, path: readonly string[], at: number): void => {
    if (Array.isArray(value)) {
      for (const element of value) look(element, path, at);
    } else if (typeof value === 'object' && value !== null) {
      const name = path[at];
      if (name !== undefined) return look((value as Record<string, unknown>)[name], path, at + 1);
      const { asOf, status } = value as { asOf?: unknown; status?: unknown };
      // Nothing ever arrived, or nobody knows: older than everything.
      const ms = typeof asOf === 'string' ? Date.parse(asOf) : -Infinity;
      if (oldest !== null && ms >= oldestMs) return;
      oldestMs = ms;
      oldest = {
        asOf: typeof asOf === 'string' ? asOf : null,
        ...(typeof status === 'string' ? { status } : {}),
      };
    }
  };
  for (const path of paths) look(data, path, 0);
  return oldest;
}
