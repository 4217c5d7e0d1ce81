import type { FactSource, When } from '@sightline/contracts/events/envelope';
import {
  PURCHASE_ORDER_LINE_MILESTONE_V1,
  PURCHASE_ORDER_LINE_RECEIVED_V1,
  PURCHASE_ORDER_LINE_SENT_V1,
  type LineMilestone,
  type LineTerms,
  type MilestonePayload,
  type PartyName,
  type ReceivedPayload,
} from '@sightline/contracts/events/purchase-order-line.v1';
import { factIdOf, supplierIdOf } from '@sightline/contracts/identities';
import type { JudgeContext } from '../contribution-of-line';
import type { PurchaseOrderLineEvent } from '../purchase-order-line';

/** A moment of a story: a day, or an instant with its day at the site. */
export type Moment = string | When;

export const moment = (given: Moment): When => (typeof given === 'string' ? { at: null, on: given } : given);

/** A site whose zone nobody told. */
export const PLAIN_CONTEXT: JudgeContext = { supplierTier: 'PREFERRED', timeZone: null };

interface FactOptions {
  /** When the source recorded it; the moment itself unless told otherwise. */
  recorded?: Moment;
  key?: string;
  correctionOf?: string;
}

/**
 * Tells the facts of one order line for tests, in the words of the business. 100 pieces ordered from ACME unless the
 * terms say otherwise.
 */
export class LineStory {
  readonly events: PurchaseOrderLineEvent[] = [];
  private lastTerms: LineTerms;

  constructor(
    readonly id: string,
    terms: Partial<LineTerms> = {},
  ) {
    this.lastTerms = { ...plainTerms(id), ...terms };
  }

  /** States the line, again with other terms when called again. */
  states(on: Moment, terms: Partial<LineTerms> = {}, options: FactOptions = {}): this {
    this.lastTerms = { ...this.lastTerms, ...terms };
    this.events.push({ ...this.stamps(on, options), type: PURCHASE_ORDER_LINE_SENT_V1, payload: this.lastTerms });
    return this;
  }

  milestone(
    milestone: LineMilestone,
    on: Moment,
    payload: Partial<MilestonePayload> = {},
    options: FactOptions = {},
  ): this {
    const by: PartyName = payload.by ?? (milestone === 'CANCELLED' ? 'BUYER' : 'SUPPLIER');
    const full: MilestonePayload = {
      quantity: null,
      date: null,
      reason: null,
      shipmentNumber: null,
      ...payload,
      milestone,
      by,
    };
    this.events.push({ ...this.stamps(on, options), type: PURCHASE_ORDER_LINE_MILESTONE_V1, payload: full });
    return this;
  }

  commits(date: string, on: Moment, by: PartyName = 'SUPPLIER'): this {
    return this.milestone('COMMITTED', on, { date, by });
  }

  receives(
    quantity: string | null,
    on: Moment,
    payload: Partial<ReceivedPayload> = {},
    options: FactOptions = {},
  ): this {
    const stamps = this.stamps(on, options);
    const full: ReceivedPayload = {
      goodsReceiptId: `receipt-of-${stamps.eventId}`,
      quantity,
      unitOfMeasure: quantity === null ? null : this.lastTerms.unitOfMeasure,
      shipmentNumber: null,
      finalDelivery: false,
      ...payload,
    };
    this.events.push({ ...stamps, type: PURCHASE_ORDER_LINE_RECEIVED_V1, payload: full });
    return this;
  }

  private stamps(on: Moment, options: FactOptions): Stamps {
    const version = this.events.length + 1;
    const key = options.key ?? `${this.id}-${version}`;
    const occurred = moment(on);
    return {
      eventId: factIdOf('erp', key),
      subjectType: 'PurchaseOrderLine',
      subjectId: this.id,
      subjectVersion: version,
      tenant: this.lastTerms.supplierId,
      source: { ...plainSource, idempotencyKey: key, correctionOf: options.correctionOf ?? null },
      occurred,
      recorded: options.recorded === undefined ? occurred : moment(options.recorded),
      ingestedAt: '2026-03-20T12:00:00.000Z',
    };
  }
}

type Stamps = Omit<PurchaseOrderLineEvent, 'type' | 'payload'> & { source: FactSource };

const plainSource: FactSource = {
  sourceSystemId: 'erp',
  flow: 'purchase-orders',
  plantId: null,
  idempotencyKey: '',
  sequence: null,
  correlationId: null,
  backfill: false,
  correctionOf: null,
  importId: null,
};

function plainTerms(id: string): LineTerms {
  return {
    orderNumber: 'PO-1',
    lineNumber: id,
    scheduleNumber: 1,
    supplierId: supplierIdOf('ACME'),
    supplierCode: 'ACME',
    sourcing: 'PURCHASED',
    supplyingPlantId: null,
    supplyingPlantCode: null,
    itemId: null,
    sku: null,
    itemName: null,
    productGroup: null,
    plantId: null,
    plantCode: null,
    destinationCountry: null,
    manufacturingSiteId: null,
    manufacturingSite: null,
    shipmentMode: null,
    incoterm: null,
    quantity: '100',
    unitOfMeasure: 'C62',
    value: null,
    currency: null,
    createdOn: null,
    sent: null,
    requestedDate: null,
    committedDate: null,
    commitIsOriginal: true,
    externalIds: [],
  };
}
