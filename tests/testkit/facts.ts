import type { StoryPlatform } from './platform';

interface Payload {
  applied: number;
  duplicates: number;
  parked: number;
  refused: number;
  results: { outcome: string; subjectId: string | null; userErrors: { code: string; message: string }[] }[];
}

const RESULT = 'applied duplicates parked refused results { outcome subjectId userErrors { code message } }';

/** Sends facts through the door of a running platform, as an integrator. */
export async function sendFacts(
  platform: StoryPlatform,
  mutation: string,
  inputType: string,
  inputs: readonly object[],
): Promise<Payload> {
  const answer = await platform.ask<Record<string, Payload>>(
    'integrator',
    `mutation ($inputs: [${inputType}!]!) { ${mutation}(inputs: $inputs) { ${RESULT} } }`,
    { inputs },
  );
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors, null, 2));
  return answer.data[mutation]!;
}

const ERP = 'erp-de01';
const MES = 'mes-de01';

export const lineName = (value: string): object => ({ sourceSystemId: ERP, type: 'purchaseOrderLine', value });

/** An envelope of a live fact: recorded a moment after it happened. */
export function envelope(key: string, flow: string, at: string): object {
  return { sourceSystemId: ERP, flow, idempotencyKey: key, occurredAt: at, recordedAt: at };
}

export const supplierInput = (code: string, at: string): object => ({
  source: envelope(`supplier-${code}`, 'suppliers', at),
  code,
  name: `${code} GmbH`,
});

export const lineInput = (id: string, supplierCode: string, at: string, terms: object = {}): object => ({
  source: envelope(`line-${id}`, 'orders', at),
  orderNumber: `PO-${id}`,
  lineNumber: '10',
  supplierCode,
  sku: `SKU-${id}`,
  itemName: `Item ${id}`,
  plantCode: 'DE01',
  quantity: '10',
  unitOfMeasure: 'C62',
  sentAt: at,
  committedDate: at.slice(0, 10),
  externalIds: [lineName(id)],
  ...terms,
});

export const receiptInput = (id: string, at: string, terms: object = {}): object => ({
  source: envelope(`receipt-${id}`, 'receipts', at),
  purchaseOrderLine: lineName(id),
  plantCode: 'DE01',
  quantity: '10',
  unitOfMeasure: 'C62',
  ...terms,
});

/**
 * The facts of one work order at plant DE01, told as ERP releases it and as MES and ERP report it: 100 pieces, planned for
 * the eight hours from its release. Each fact is sent when it is told.
 */
export class WorkOrderFacts {
  private told = 0;

  constructor(
    private readonly platform: StoryPlatform,
    readonly number: string,
  ) {}

  /** ERP releases the order. */
  release(at: string, terms: object = {}): Promise<Payload> {
    return sendFacts(this.platform, 'releaseWorkOrders', 'WorkOrderInput', [
      {
        source: this.envelope(ERP, at),
        number: this.number,
        plantCode: 'DE01',
        sku: `SKU-${this.number}`,
        itemName: `Item ${this.number}`,
        quantity: '100',
        unitOfMeasure: 'C62',
        plannedStart: at,
        plannedFinish: new Date(Date.parse(at) + 8 * 3_600_000).toISOString(),
        ...terms,
      },
    ]);
  }

  /** MES reports the order complete. */
  complete(at: string, quantity: string, rest: object = {}): Promise<Payload> {
    return this.report(MES, 'COMPLETED', at, { quantity, ...rest });
  }

  /** ERP posts a quantity. */
  post(at: string, quantity: string): Promise<Payload> {
    return this.report(ERP, 'POSTED', at, { quantity });
  }

  private report(by: string, event: string, at: string, rest: object): Promise<Payload> {
    return sendFacts(this.platform, 'recordWorkOrderEvents', 'WorkOrderEventInput', [
      {
        source: this.envelope(by, at),
        workOrder: { sourceSystemId: by, type: 'workOrder', value: `DE01/${this.number}` },
        event,
        ...rest,
      },
    ]);
  }

  private envelope(sourceSystemId: string, at: string): object {
    this.told += 1;
    return { ...envelope(`work-order-${this.number}-${this.told}`, 'work-orders', at), sourceSystemId };
  }
}

/** Asks again and again until the answer is as wanted; fails with the last answer after a while. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, ms = 45_000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > until) throw new Error(`not within ${ms} ms; last answer: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
