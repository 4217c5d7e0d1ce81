import type { FactSource, When } from '@sightline/contracts/events/envelope';
import type { GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { InspectionFact } from '../domain/read-inspection-input';

/** A receipt of inventory, on its way to the lot that it opens or completes. */
export interface ReceiptFact {
  kind: 'RECEIPT';
  eventId: string;
  source: FactSource;
  occurred: When;
  recorded: When;
  receipt: GoodsReceivedPayload;
}

/** A fact about one lot: it waits (parked) while what it refers to is not known. */
export type LotFact = ReceiptFact | (InspectionFact & { kind: 'INSPECTION'; eventId: string });

const named = (what: string, key: ExternalKey): string =>
  `${what}:${JSON.stringify([key.sourceSystemId, key.type, key.value])}`;

/** Names of what parked facts wait for. */
export const waitsForLine = (key: ExternalKey): string => named('line', key);
export const waitsForReceipt = (key: ExternalKey): string => named('receipt', key);
export const waitsForLot = (key: ExternalKey): string => named('lot', key);
export const waitsForReceiptEvent = (eventId: string): string => `receipt-event:${eventId}`;
export const waitsForClosing = (lotId: string): string => `closing:${lotId}`;
export const waitsForReopening = (lotId: string): string => `reopening:${lotId}`;
