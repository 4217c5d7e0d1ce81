import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';

/** One subgraph's schema as it lies on disk: the kit's shared file apart, its own files as a list. */
export interface SubgraphSchema {
  name: string;
  /** The kit's `shared.graphql`, byte for byte. */
  shared: string;
  /** The subgraph's own SDL files, in any order. */
  files: readonly SchemaFile[];
}

export interface SchemaFile {
  /** File name with its folder inside the subgraph, e.g. `schema/supplier.graphql`. */
  name: string;
  text: string;
}

/** Either both schemas as SDL text that ends with a line break, or every reason for which the subgraphs do not fit together. */
export type Composition =
  { kind: 'Composed'; supergraph: string; api: string } | { kind: 'Rejected'; errors: readonly string[] };

const byName = (left: { name: string }, right: { name: string }): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0;

/**
 * One subgraph's whole schema: the shared file first and unchanged, then its own files by name. Types are recognised
 * across subgraphs because each of them starts with the same bytes.
 */
export function joinSchemaFiles(subgraph: SubgraphSchema): string {
  const own = [...subgraph.files].sort(byName).map((file) => file.text);
  return [subgraph.shared, ...own].join('\n');
}

/**
 * Composes subgraph schemas into what the gateway plans with (supergraph) and what clients see (api).
 * The same input in any order gives the same bytes. A subgraph's url is its name: the gateway reaches it through a port.
 *
 * @throws GraphQLError when a file is not GraphQL at all
 */
export function composeSubgraphs(subgraphs: readonly SubgraphSchema[]): Composition {
  const services = [...subgraphs].sort(byName).map((subgraph) => ({
    name: subgraph.name,
    url: `http://${subgraph.name}`,
    typeDefs: parse(joinSchemaFiles(subgraph)),
  }));
  const result = composeServices(services);
  if (result.errors !== undefined) return { kind: 'Rejected', errors: result.errors.map((error) => error.message) };
  return {
    kind: 'Composed',
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    api: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema()).trimEnd()}\n`,
  };
}
