import type { FactSource, When } from '@sightline/contracts/events/envelope';
import {
  WORK_ORDER_RELEASED_V1,
  WORK_ORDER_REPORTED_V1,
  type WorkOrderEventKind,
  type WorkOrderReportPayload,
  type WorkOrderTerms,
} from '@sightline/contracts/events/work-order.v1';
import { factIdOf, itemIdOf, naturalWorkOrderKey, plantIdOf, workOrderIdOf } from '@sightline/contracts/identities';
import { siteDayOf } from '@sightline/contracts/site-day';
import { foldWorkOrder } from '../fold-work-order';
import type { WorkOrder, WorkOrderEvent } from '../work-order';

/** A moment of a story: an instant with its offset, or only a day. */
type Moment = string;

interface FactOptions {
  /** When the source recorded it; the moment itself unless told otherwise. */
  recorded?: Moment;
  key?: string;
  correctionOf?: string;
  /** ERP unless told otherwise. */
  by?: string;
}

const NOTHING_SAID: WorkOrderReportPayload = {
  event: 'STARTED',
  quantity: null,
  scrappedQuantity: null,
  reworkedQuantity: null,
  mesState: null,
  erpState: null,
  plannedStart: null,
  plannedFinish: null,
  reason: null,
};

/** Tells the facts of one work order for tests, in the words of the business: 100 pieces at plant HAM unless told otherwise. */
export class OrderStory {
  readonly events: WorkOrderEvent[] = [];
  private lastTerms: WorkOrderTerms;
  readonly id: string;

  constructor(
    readonly number: string,
    private readonly timeZone: string | null = null,
  ) {
    this.id = workOrderIdOf(naturalWorkOrderKey('erp-1', 'HAM', number));
    this.lastTerms = {
      number,
      plantId: plantIdOf('HAM'),
      plantCode: 'HAM',
      itemId: itemIdOf('PUMP'),
      sku: 'PUMP',
      itemName: null,
      quantity: '100',
      unitOfMeasure: 'C62',
      plannedStart: '2026-03-02T06:00:00Z',
      plannedFinish: '2026-03-10T14:00:00Z',
      dueAt: null,
      bomRevision: null,
      externalIds: [],
    };
  }

  releases(at: Moment, terms: Partial<WorkOrderTerms> = {}, options: FactOptions = {}): this {
    this.lastTerms = { ...this.lastTerms, ...terms };
    this.events.push({ ...this.stamps(at, options), type: WORK_ORDER_RELEASED_V1, payload: this.lastTerms });
    return this;
  }

  reports(
    event: WorkOrderEventKind,
    at: Moment,
    payload: Partial<WorkOrderReportPayload> = {},
    options: FactOptions = {},
  ): this {
    this.events.push({
      ...this.stamps(at, options),
      type: WORK_ORDER_REPORTED_V1,
      payload: { ...NOTHING_SAID, ...payload, event },
    });
    return this;
  }

  /** The order as all that was told makes it. */
  told(): WorkOrder {
    const order = foldWorkOrder(this.events);
    if (order === null) throw new Error('the story never released its order');
    return order;
  }

  private stamps(at: Moment, options: FactOptions) {
    const version = this.events.length + 1;
    const key = options.key ?? `${this.number}-${version}`;
    const source: FactSource = {
      sourceSystemId: options.by ?? 'erp-1',
      flow: 'work-orders',
      plantId: null,
      idempotencyKey: key,
      sequence: null,
      correlationId: null,
      backfill: false,
      correctionOf: options.correctionOf ?? null,
      importId: null,
    };
    return {
      eventId: factIdOf(source.sourceSystemId, key),
      subjectType: 'WorkOrder',
      subjectId: this.id,
      subjectVersion: version,
      tenant: null,
      source,
      occurred: this.when(at),
      recorded: this.when(options.recorded ?? at),
      ingestedAt: '2026-03-31T00:00:00Z',
    };
  }

  private when(moment: Moment): When {
    return moment.includes('T') ? { at: moment, on: siteDayOf(moment, this.timeZone) } : { at: null, on: moment };
  }
}
