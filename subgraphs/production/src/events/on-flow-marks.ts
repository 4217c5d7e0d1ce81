import { IMPORT_DROPPED_V1, type ImportMarkPayload } from '@sightline/contracts/events/flow-marks.v1';
import { flowMarksConsumer } from '@sightline/kit/outbox/flow-marks';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { forgetImport } from '../app/forget-import';

const marks = flowMarksConsumer<SubgraphServices>('operations', ['operations'], (services) => services.clock.now());

/** Heartbeats, seals and drops: repeated in the own log behind the facts they cover; a dropped import is forgotten. */
export const onFlowMarks: Consumer<SubgraphServices> = {
  ...marks,
  async handle(manager, entries, services) {
    for (const entry of entries)
      if (entry.type === IMPORT_DROPPED_V1) await forgetImport(manager, (entry.payload as ImportMarkPayload).importId);
    await marks.handle(manager, entries, services);
  },
};
