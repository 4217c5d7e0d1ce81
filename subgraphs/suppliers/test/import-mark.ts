import type { LogEvent } from '@sightline/contracts/events/envelope';
import { IMPORT_DROPPED_V1, IMPORT_SEALED_V1 } from '@sightline/contracts/events/flow-marks.v1';
import { factIdOf } from '@sightline/contracts/identities';
import { ERP } from './supplier-platform';

/** A seal or a drop of an import, as the log of operations, or of inventory, tells it. */
export function importMark(via: 'operations' | 'inventory', kind: 'SEALED' | 'DROPPED', importId: string): LogEvent {
  return {
    eventId: factIdOf(via, `${kind} ${importId}`),
    type: kind === 'SEALED' ? IMPORT_SEALED_V1 : IMPORT_DROPPED_V1,
    subjectType: 'ImportJob',
    subjectId: importId,
    subjectVersion: 2,
    tenant: null,
    source: null,
    occurred: { at: '2026-03-14T09:30:00Z', on: '2026-03-14' },
    recorded: { at: '2026-03-14T09:30:00Z', on: '2026-03-14' },
    ingestedAt: '2026-03-14T09:30:00.000Z',
    payload: { importId, sourceSystemId: ERP, reason: null },
  };
}
