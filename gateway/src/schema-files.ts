import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SubgraphSchema } from './compose';

/** Where composed schemas lie, relative to the root of the repository. */
export const SUPERGRAPH_FILE = 'gateway/schema/supergraph.graphql';
export const API_FILE = 'gateway/schema/api.graphql';

/**
 * Reads the schema of every subgraph. A folder of `subgraphs/` that has a `schema/` is a subgraph; the kit's `schema/`
 * holds what all of them share.
 *
 * @param root absolute path of the repository
 * @throws when the kit's shared file is missing or a folder cannot be read
 */
export function readSubgraphSchemas(root: string): SubgraphSchema[] {
  const folder = path.join(root, 'subgraphs');
  const shared = readFileSync(path.join(folder, 'kit/schema/shared.graphql'), 'utf8');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
    .map((entry) => ({ name: entry.name, shared, files: readSchemaFolder(path.join(folder, entry.name)) }))
    .filter((subgraph) => subgraph.files.length > 0)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function readSchemaFolder(subgraph: string): { name: string; text: string }[] {
  const rooms = readdirSync(subgraph, { withFileTypes: true });
  if (!rooms.some((entry) => entry.isDirectory() && entry.name === 'schema')) return [];
  return readdirSync(path.join(subgraph, 'schema'))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({ name: `schema/${file}`, text: readFileSync(path.join(subgraph, 'schema', file), 'utf8') }));
}
