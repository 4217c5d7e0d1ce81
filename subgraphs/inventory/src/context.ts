import type { RequestContext } from '@sightline/kit/server/manifest';
import { makeLoaders, type Loaders } from './data/loaders';

/** What a resolver of this subgraph may reach. */
export interface Context extends RequestContext {
  loaders: Loaders;
}

export const makeContext = (base: RequestContext): Context => ({ ...base, loaders: makeLoaders(base) });
