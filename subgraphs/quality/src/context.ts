import type { RequestContext } from '@sightline/kit/server/manifest';

/** What a resolver of this subgraph may reach. */
export type Context = RequestContext;

export const makeContext = (base: RequestContext): Context => base;
