import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, parse, type GraphQLSchema } from 'graphql';
import { guardFields } from '../graph/access';
import { SCALARS } from '../graph/scalars';
import type { SubgraphManifest } from './manifest';

// From src/server and from dist/server alike.
const SHARED_SCHEMA = join(__dirname, '..', '..', 'schema', 'shared.graphql');

/** A subgraph's SDL: the kit's shared head, then its own files in order of name. */
export function readSdl(schemaDir: string): string {
  const own = readdirSync(schemaDir)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(join(schemaDir, file), 'utf8'));
  return [readFileSync(SHARED_SCHEMA, 'utf8'), ...own].join('\n');
}

/**
 * The executable schema of a subgraph, every field behind its access rule.
 *
 * @throws UnguardedField; Error when a resolver has no place in the schema
 */
export const buildSchema = (manifest: Pick<SubgraphManifest, 'schemaDir' | 'resolvers'>): GraphQLSchema =>
  guardedSchema(readSdl(manifest.schemaDir), { ...SCALARS, ...manifest.resolvers });

/** The same of a text, which must say everything itself: nothing stands at its head. */
export function guardedSchema(sdl: string, resolvers: Readonly<Record<string, object>>): GraphQLSchema {
  const given = Object.fromEntries(
    Object.entries(resolvers).filter(
      ([, value]) => value instanceof GraphQLScalarType || Object.keys(value).length > 0,
    ),
  );
  return guardFields(buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: given as never }]));
}
