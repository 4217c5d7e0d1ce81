import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { makeContext } from './context';
import { CreateQuality1763700000000 } from './data/migrations/1763700000000-create-quality';

/** The room is built and its log runs; what it records comes with its first door (see README). */
export const subgraph: SubgraphManifest = {
  name: 'quality',
  // From src and from dist alike.
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [],
  migrations: [CreateQuality1763700000000],
  resolvers: {},
  makeContext,
  consumers: [],
  project: async () => undefined,
  flowOf: () => null,
};
