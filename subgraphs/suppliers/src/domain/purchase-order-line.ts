import type {
  LineTerms,
  MilestonePayload,
  PartyName,
  PurchaseOrderLineEvent,
} from '@sightline/contracts/events/purchase-order-line.v1';
import type { FactSource, When } from '@sightline/contracts/events/envelope';

/** A quantity that moved on a day: shipped, received, accepted, ... */
export interface Movement {
  /** Id of the event that told of it. */
  id: string;
  /** What it is about: the goods receipt, or the event itself when nothing else names it. */
  subjectId: string;
  when: When;
  recorded: When;
  /** Exact decimal in the order unit; null when the source does not say how much. */
  quantity: string | null;
  /** The unit the source used when it is not the order unit: the quantity in the order unit is then unknown. */
  otherUnit: string | null;
  shipmentNumber: string | null;
  /** The source says that nothing more will come. */
  final: boolean;
}

/** A date and quantity promised. Never overwritten. */
export interface CommitRecord {
  date: string;
  quantity: string;
  by: PartyName;
  reason: string | null;
  occurred: When;
  recorded: When;
}

export type LineStatus =
  | 'SENT'
  | 'ACKNOWLEDGED'
  | 'PARTIALLY_SHIPPED'
  | 'SHIPPED'
  | 'PARTIALLY_RECEIVED'
  | 'RECEIVED'
  | 'CLOSED'
  | 'CANCELLED'
  | 'DRAFT';

/** How the goods of a line were found. Null: nobody has inspected any. */
export type LineCondition = 'PENDING' | 'PERFECT' | 'DEFECTIVE' | null;

/** An order line as its facts tell it. Made only by `foldLine`; the same facts give the same line, whatever their order of arrival. */
export interface PurchaseOrderLine {
  id: string;
  version: number;
  terms: LineTerms;
  source: FactSource | null;
  /** When the order line itself was recorded: before that day the books do not have it. */
  recorded: When;
  created: When | null;
  sent: When | null;
  acknowledged: When | null;
  /** Oldest first. */
  commits: readonly CommitRecord[];
  originalCommitDate: string | null;
  currentCommitDate: string | null;
  shipped: readonly Movement[];
  handedOver: readonly Movement[];
  arrived: readonly Movement[];
  received: readonly Movement[];
  accepted: readonly Movement[];
  available: readonly Movement[];
  returned: readonly Movement[];
  condition: LineCondition;
  cancelledQuantity: string;
  /** The part of it that the buyer cancelled: no longer owed by the supplier. */
  buyerCancelledQuantity: string;
  cancelledBy: PartyName | null;
  /** Closed by either side: nothing more is expected. */
  closed: boolean;
  finalDelivery: boolean;
  status: LineStatus;
}

export type { LineTerms, MilestonePayload, PurchaseOrderLineEvent };
