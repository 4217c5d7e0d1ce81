import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  GraphQLError,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  isInterfaceType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { composeServices } from '@apollo/composition';
import type { FetchAnswer } from '../run';

/**
 * Three subgraphs of a shop that does not exist, with everything that makes a plan interesting: several keys, an interface,
 * a union, lists of lists, fields that need fields of another subgraph, and fields that may not be null. Every value is
 * made out of the object's key and a seed, so any executor sees the same data and the same faults.
 */
const SDL: Readonly<Record<string, string>> = {
  catalog: `
    type Query {
      products(first: Int = 3): [Product!]
      product(id: ID!): Product
      search: [Thing]
      shelves: [[Product]!]
      nodes: [Node]
      favourite: Product!
    }
    type Mutation { rename(id: ID!): Product  retire(id: ID!): Boolean! }
    interface Node { id: ID! }
    union Thing = Product | Maker
    enum Kind { TOOL TOY }
    type Product implements Node @key(fields: "id") @key(fields: "sku") {
      id: ID! sku: String! name: String maker: Maker size: Size price: Float! tags: [String!] kind: Kind
    }
    type Size { width: Int! height: Int box: Box }
    type Box { depth: Int }
    type Maker implements Node @key(fields: "id") { id: ID! name: String! products: [Product!] }`,
  stock: `
    type Query { places: [Place!] }
    type Place { name: String! amount: Int! product: Product! }
    type Product @key(fields: "id") {
      id: ID! size: Size @external places: [Place!] related: [Product]
      shipping: Int @requires(fields: "size { width height }")
    }
    type Size @shareable { width: Int! height: Int }`,
  quality: `
    type Query { worst: [Product] }
    type Product @key(fields: "sku") { sku: String! defects: Int! note: Note inspector: Maker }
    type Note { text: String! by: Maker! }
    type Maker @key(fields: "id") { id: ID! rating: Float best: Product }`,
};

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])';

export interface Faults {
  seed: number;
  /** Of a hundred fields, how many fail. */
  failing: number;
  /** Of a hundred fields that may be null, how many are. */
  missing: number;
  /** Subgraphs that do not answer at all. */
  down: ReadonlySet<string>;
}

/** Composes the shop. */
export function composeShop(): string {
  const result = composeServices(
    Object.entries(SDL).map(([name, text]) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(`${LINK}\n${shareableSize(name, text)}`),
    })),
  );
  if (result.errors !== undefined) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

const shareableSize = (name: string, text: string): string =>
  name === 'catalog' ? text.replace('type Size {', 'type Size @shareable {') : text;

const schemas = new Map<string, GraphQLSchema>(
  Object.entries(SDL).map(([name, text]) => [
    name,
    buildSubgraphSchema(parse(`${LINK}\n${shareableSize(name, text)}`)),
  ]),
);

/** Answers one request to a subgraph of the shop. */
export async function askShop(
  serviceName: string,
  request: { query: string; variables?: Record<string, unknown> | null },
  faults: Faults,
): Promise<FetchAnswer> {
  if (faults.down.has(serviceName))
    return { data: null, errors: [{ message: `"${serviceName}" is not available.`, extensions: { code: 'DOWN' } }] };
  const { data, errors } = await execute({
    schema: schemas.get(serviceName)!,
    document: parse(request.query),
    variableValues: request.variables,
    fieldResolver: resolverOf(faults),
    typeResolver: (value) => (value as { __typename: string }).__typename,
  });
  // As it comes over the wire.
  return JSON.parse(JSON.stringify({ data, ...(errors === undefined ? {} : { errors }) })) as FetchAnswer;
}

function resolverOf(faults: Faults): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, info) => {
    const object = withId(source as Record<string, unknown> | undefined);
    const key = `${info.parentType.name}:${keyOf(object)}.${info.fieldName}${JSON.stringify(args)}`;
    const draw = hundredths(faults.seed, key);
    if (Object.hasOwn(object, info.fieldName)) return object[info.fieldName];
    if (draw(0) < faults.failing) throw new GraphQLError(`no ${key}`);
    return made(info.returnType, key, draw, faults);
  };
}

function keyOf({ id, path }: Record<string, unknown>): string {
  if (typeof id === 'string') return id;
  return typeof path === 'string' ? path : '';
}

/** A product is known by its id or by its sku, and each tells the other. */
function withId(source: Record<string, unknown> | undefined): Record<string, unknown> {
  if (source === undefined) return {};
  const { id, sku } = source;
  if (typeof sku === 'string' && id === undefined) return { ...source, id: sku.slice(1) };
  if (typeof id === 'string' && source['__typename'] === 'Product') return { ...source, sku: `s${id}` };
  return source;
}

function made(type: GraphQLOutputType, key: string, draw: (salt: number) => number, faults: Faults): unknown {
  if (isNonNullType(type)) return present(type.ofType, key, draw, faults);
  return draw(1) < faults.missing ? null : present(type, key, draw, faults);
}

function present(type: GraphQLOutputType, key: string, draw: (salt: number) => number, faults: Faults): unknown {
  if (isListType(type))
    return Array.from({ length: draw(2) % 4 }, (_, index) =>
      made(type.ofType, `${key}/${index}`, hundredths(faults.seed, `${key}/${index}`), faults),
    );
  if (isObjectType(type)) return objectOf(type.name, key, draw);
  if (isUnionType(type) || isInterfaceType(type)) return objectOf(draw(3) < 50 ? 'Product' : 'Maker', key, draw);
  if (isEnumType(type)) return type.getValues()[draw(4) % type.getValues().length]!.value;
  switch (String(type)) {
    case 'Int':
      return draw(5);
    case 'Float':
      return draw(5) / 4;
    case 'Boolean':
      return draw(5) < 50;
    default:
      return `${key}=${draw(5)}`;
  }
}

const objectOf = (typename: string, key: string, draw: (salt: number) => number): Record<string, unknown> =>
  typename === 'Product' || typename === 'Maker'
    ? { __typename: typename, id: String(draw(6) % 5) }
    : { __typename: typename, path: key };

const hundredths =
  (seed: number, key: string) =>
  (salt: number): number =>
    createHash('sha1').update(`${seed}:${salt}:${key}`).digest().readUInt32BE(0) % 100;
