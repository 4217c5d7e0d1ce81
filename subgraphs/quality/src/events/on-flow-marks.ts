import { IMPORT_DROPPED_V1, type ImportMarkPayload } from '@sightline/contracts/events/flow-marks.v1';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { flowMarksConsumer } from '@sightline/kit/outbox/flow-marks';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { forgetImport } from '../app/forget-import';

/** Heartbeats, seals and drops: repeated in the own log behind the facts they cover; a dropped import is forgotten. */
export function onFlowMarks(sealVias: readonly SubgraphName[]): Consumer<SubgraphServices> {
  const marks = flowMarksConsumer<SubgraphServices>('operations', sealVias, (services) => services.clock.now());
  return {
    ...marks,
    async handle(manager, entries, services) {
      for (const entry of entries)
        if (entry.type === IMPORT_DROPPED_V1)
          await forgetImport(manager, (entry.payload as ImportMarkPayload).importId);
      await marks.handle(manager, entries, services);
    },
  };
}
