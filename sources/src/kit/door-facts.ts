/**
 * What the door takes, as `gateway/schema/api.graphql` writes it. Days are YYYY-MM-DD, instants RFC 3339, decimals exact
 * text. A field that is absent means that the source does not say.
 */
export interface ExternalId {
  sourceSystemId: string;
  type: string;
  value: string;
}

export interface SourceEnvelope {
  sourceSystemId: string;
  flow: string;
  idempotencyKey: string;
  occurredOn: string;
  recordedOn: string;
  backfill: boolean;
  /** The import it belongs to; set just before sending. */
  importId?: string;
}

export interface SupplierInput {
  source: SourceEnvelope;
  code: string;
  name: string;
  externalIds: readonly ExternalId[];
}

export interface PurchaseOrderLineInput {
  source: SourceEnvelope;
  orderNumber: string;
  scheduleNumber: number;
  sourcing: 'PURCHASED' | 'TRANSFER';
  supplierCode?: string;
  supplyingPlantCode?: string;
  itemName?: string;
  productGroup?: string;
  destinationCountry?: string;
  manufacturingSite?: string;
  shipmentMode?: string;
  incoterm?: string;
  quantity: string;
  unitOfMeasure: string;
  value?: string;
  currency?: string;
  sentOn?: string;
  committedDate: string;
  committedDateIsOriginal: boolean;
  externalIds: readonly ExternalId[];
}

export interface GoodsReceiptInput {
  source: SourceEnvelope;
  purchaseOrderLine: ExternalId;
  shipmentNumber?: string;
  finalDelivery: boolean;
  externalIds: readonly ExternalId[];
}

export interface HeartbeatInput {
  sourceSystemId: string;
  flow: string;
  completeThrough: string;
  closed: boolean;
}

export type FactOutcome = 'APPLIED' | 'DUPLICATE' | 'CORROBORATED' | 'PARKED' | 'QUARANTINED' | 'REFUSED';

export interface FactResult {
  idempotencyKey: string;
  outcome: FactOutcome;
  userErrors: readonly { code: string; message: string }[];
}

/** What the door answered, added up. `problems` are the facts it refused or put aside. */
export interface FactsTally {
  sent: number;
  outcomes: Record<FactOutcome, number>;
  problems: FactResult[];
}

export const emptyTally = (): FactsTally => ({
  sent: 0,
  outcomes: { APPLIED: 0, DUPLICATE: 0, CORROBORATED: 0, PARKED: 0, QUARANTINED: 0, REFUSED: 0 },
  problems: [],
});

/** What a batch met with: how many facts of each outcome, and those that need someone's attention. */
export interface BatchAnswer {
  /** Taken, corroborations included. */
  applied: number;
  duplicates: number;
  parked: number;
  quarantined: number;
  refused: number;
  results: readonly FactResult[];
}

/** Facts that a batch's answer accounts for. */
export const answeredFacts = (answer: BatchAnswer): number =>
  answer.applied + answer.duplicates + answer.parked + answer.quarantined + answer.refused;

/** Adds one batch's answer to a tally, in place. */
export function addAnswer(tally: FactsTally, answer: BatchAnswer): void {
  tally.sent += answeredFacts(answer);
  tally.outcomes.APPLIED += answer.applied;
  tally.outcomes.DUPLICATE += answer.duplicates;
  tally.outcomes.PARKED += answer.parked;
  tally.outcomes.QUARANTINED += answer.quarantined;
  tally.outcomes.REFUSED += answer.refused;
  tally.problems.push(...answer.results);
}

/** Adds one tally to another, in place. */
export function addTally(tally: FactsTally, other: FactsTally): void {
  tally.sent += other.sent;
  for (const outcome of Object.keys(tally.outcomes) as FactOutcome[])
    tally.outcomes[outcome] += other.outcomes[outcome];
  tally.problems.push(...other.problems);
}
