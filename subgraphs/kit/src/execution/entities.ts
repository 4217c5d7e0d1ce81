import { isObjectType, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';
import { isPromise } from './execution';

type Reference = Readonly<Record<string, unknown>>;
type ResolveReference = (reference: Reference, context: unknown, info: unknown) => unknown;

/**
 * Resolves `_entities` as @apollo/subgraph does, and without a promise for each entity that is there at once.
 *
 * @param theirs  the resolver of @apollo/subgraph, which goes on with whatever is not an object type
 */
export function entitiesResolver(
  theirs: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args: { representations: readonly Reference[] }, context, info) => {
    const entities: unknown[] = [];
    for (const reference of args.representations) {
      const type = info.schema.getType(String(reference['__typename']));
      if (!isObjectType(type)) return theirs(source, args, context, info);
      const resolve = resolveReferenceOf(type);
      const entity = resolve === undefined ? reference : resolve(reference, context, info);
      entities.push(isPromise(entity) ? entity.then((later) => named(later, type.name)) : named(entity, type.name));
    }
    return entities;
  };
}

const resolveReferenceOf = (type: GraphQLObjectType): ResolveReference | undefined =>
  (type.extensions as { apollo?: { subgraph?: { resolveReference?: ResolveReference } } }).apollo?.subgraph
    ?.resolveReference;

/** The union of all entities is told apart by a name that what a resolver gives need not have. */
function named(entity: unknown, typename: string): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  if (!('__typename' in entity)) Object.defineProperty(entity, '__typename', { value: typename });
  else if (entity.__typename !== typename) return { ...entity, __typename: typename };
  return entity;
}
