import type { RequestContext } from '@sightline/kit/server/manifest';
import { SyncDesk } from './app/sync-desk';

/** What a resolver of this subgraph may reach. */
export interface Context extends RequestContext {
  /** What the request learns of the flows of all subgraphs. */
  desk: SyncDesk;
}

export const makeContext = (base: RequestContext): Context => ({ ...base, desk: new SyncDesk(base) });
