import type { FactSource, When } from '@sightline/contracts/events/envelope';
import type { WorkOrderReportPayload, WorkOrderTerms } from '@sightline/contracts/events/work-order.v1';
import type { ExternalKey } from '@sightline/contracts/identities';

interface WorkOrderFactBase {
  eventId: string;
  source: FactSource;
  occurred: When;
  recorded: When;
}

/** A fact about one work order, on its way to it: a report waits (parked) while its order is not released. */
export type WorkOrderFact =
  | (WorkOrderFactBase & {
      kind: 'RELEASE';
      /** Of the order that its plant and number name; one known by another of the keys is that one. */
      workOrderId: string;
      keys: readonly ExternalKey[];
      terms: WorkOrderTerms;
    })
  | (WorkOrderFactBase & { kind: 'REPORT'; workOrder: ExternalKey; payload: WorkOrderReportPayload });
