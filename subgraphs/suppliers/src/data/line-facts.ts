import type { ExternalKey } from '@sightline/contracts/identities';
import type { FactSource, When } from '@sightline/contracts/events/envelope';
import type {
  InspectedPayload,
  LineTerms,
  MilestonePayload,
  ReceivedPayload,
} from '@sightline/contracts/events/purchase-order-line.v1';

interface LineFactBase {
  eventId: string;
  source: FactSource;
  occurred: When;
  recorded: When;
}

/** A fact about one line, on its way to the line: it waits (parked) while what it refers to is not known. */
export type LineFact =
  | (LineFactBase & {
      kind: 'STATEMENT';
      lineId: string;
      /** Every name by which the line can be referred to. */
      keys: readonly ExternalKey[];
      terms: LineTerms;
    })
  | (LineFactBase & { kind: 'MILESTONE'; purchaseOrderLine: ExternalKey; payload: MilestonePayload })
  | (LineFactBase & { kind: 'RECEIPT'; purchaseOrderLine: ExternalKey; payload: ReceivedPayload })
  | (LineFactBase & { kind: 'INSPECTION'; purchaseOrderLine: ExternalKey; payload: InspectedPayload });

/** Names what a parked fact waits for. */
export const waitsForSupplier = (code: string): string => `supplier:${code}`;
export const waitsForLine = (key: ExternalKey): string =>
  `line:${JSON.stringify([key.sourceSystemId, key.type, key.value])}`;
