import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { makeContext } from './context';
import { HeartbeatFlowRow } from './data/heartbeat-flow.entity';
import { ImportJobRow } from './data/import-job.entity';
import { CreateOperations1763700000000 } from './data/migrations/1763700000000-create-operations';
import { reportHeartbeats } from './graph/heartbeat';
import { registerSources } from './graph/register-sources';
import { importJob, importMutations, importQueries } from './graph/import-job';
import { sourceSystem, sourceSystemQueries } from './graph/source-system';
import { subscriptions } from './graph/subscriptions';
import { plant, plantLag, syncFlow, syncHealth, syncQueries } from './graph/sync-health';
import { me } from './graph/viewer';

export const subgraph: SubgraphManifest = {
  name: 'operations',
  // From src and from dist alike.
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [HeartbeatFlowRow, ImportJobRow],
  migrations: [CreateOperations1763700000000],
  resolvers: {
    Query: { me, ...syncQueries, ...sourceSystemQueries, ...importQueries },
    Mutation: { reportHeartbeats, registerSources, ...importMutations },
    Subscription: subscriptions,
    Plant: plant,
    SourceSystem: sourceSystem,
    SyncHealth: syncHealth,
    SyncFlow: syncFlow,
    PlantLag: plantLag,
    ImportJob: importJob,
  },
  makeContext,
  consumers: [],
  // Marks go out into the log; nothing here is read from it.
  project: async () => undefined,
  // Heartbeats and marks of imports are about facts; they are none.
  flowOf: () => null,
};
