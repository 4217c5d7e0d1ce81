import type { RequestContext } from '@sightline/kit/server/manifest';
import { StockAges } from './app/stock-ages';
import { makeLoaders, type Loaders } from './data/loaders';

/** What a resolver of this subgraph may reach. */
export interface Context extends RequestContext {
  loaders: Loaders;
  stockAges: StockAges;
}

export const makeContext = (base: RequestContext): Context => ({
  ...base,
  loaders: makeLoaders(base),
  stockAges: new StockAges(base),
});
