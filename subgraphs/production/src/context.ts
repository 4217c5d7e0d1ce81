import type { RequestContext } from '@sightline/kit/server/manifest';
import { FigureDesk } from './app/figure-desk';
import { makeLoaders, type Loaders } from './data/loaders';

/** What a resolver of this subgraph may reach. */
export interface Context extends RequestContext {
  loaders: Loaders;
  /** Every figure of the request, at one position of the log. */
  desk: FigureDesk;
}

export const makeContext = (base: RequestContext): Context => ({
  ...base,
  loaders: makeLoaders(base),
  desk: new FigureDesk(base),
});
