import * as fc from 'fast-check';
import { isDayText, isInstantText, siteDayOf } from '@sightline/contracts/site-day';
import { isCalendarDay } from '@sightline/kit/time/calendar-day';
import { dayOfInstant, isInstant } from '@sightline/kit/time/instant';
import type { Result } from '@sightline/kit/result/result';
import { userErrorOf, type Refusal } from './refusals';
import { readLineInput, type PurchaseOrderLineInput } from './validate-line-input';
import { readMilestoneInput, type PurchaseOrderLineEventInput } from './validate-milestone-input';
import { readSupplierInput } from './validate-supplier-input';

const source = {
  sourceSystemId: 'erp',
  flow: 'purchase-orders',
  idempotencyKey: 'po-1-10',
  occurredOn: '2026-03-01',
  recordedAt: '2026-03-01T09:00:00+01:00',
};
const plainLine: PurchaseOrderLineInput = {
  source,
  orderNumber: 'PO-1',
  lineNumber: '10',
  supplierCode: 'ACME',
  quantity: '100',
  unitOfMeasure: 'C62',
};
const key = { sourceSystemId: 'erp', type: 'purchaseOrderLine', value: 'PO-1/10/1' };
const plainEvent: PurchaseOrderLineEventInput = { source, purchaseOrderLine: key, milestone: 'SHIPPED' };

const codeOf = (result: Result<unknown, Refusal>): string | null =>
  result.ok ? null : userErrorOf(result.refusal).code;
const taken = <Value>(result: Result<Value, Refusal>): Value => {
  if (!result.ok) throw new Error(userErrorOf(result.refusal).message);
  return result.value;
};

describe('an order line through the door', () => {
  it('is known by order, line and schedule when its source gives no id of its own', () => {
    const fact = taken(readLineInput(plainLine, null));
    expect(fact.key).toEqual(key);
    expect(fact.aliases).toEqual([key]);
    expect(fact.lineId).toBe(taken(readMilestoneInput(plainEvent, null)).lineId);
    expect(fact.terms).toMatchObject({ sourcing: 'PURCHASED', scheduleNumber: 1, commitIsOriginal: true, sent: null });
  });

  it('is known by the first id of its source, and can be named by any', () => {
    const externalIds = [{ sourceSystemId: 'erp', type: 'row', value: '7' }];
    expect(taken(readLineInput({ ...plainLine, externalIds }, null))).toMatchObject({
      key: externalIds[0],
      aliases: [externalIds[0], key],
    });
  });

  it('does not lend its order’s name to all its lines when it has no number of its own', () => {
    const externalIds = [{ sourceSystemId: 'erp', type: 'row', value: '7' }];
    expect(taken(readLineInput({ ...plainLine, lineNumber: null, externalIds }, null)).aliases).toEqual(externalIds);
  });

  it('takes its days from the receiving site', () => {
    const sentAt = '2026-03-01T23:30:00Z';
    expect(taken(readLineInput({ ...plainLine, sentAt }, 'Asia/Tokyo')).terms.sent).toEqual({
      at: sentAt,
      on: '2026-03-02',
    });
    expect(taken(readLineInput({ ...plainLine, sentAt }, null)).terms.sent).toEqual({ at: sentAt, on: '2026-03-01' });
  });

  it('may be set to zero', () => {
    expect(taken(readLineInput({ ...plainLine, quantity: '0' }, null)).terms.quantity).toBe('0');
  });

  it.each<[string, Partial<PurchaseOrderLineInput>]>([
    ['SUPPLIER_MISSING', { supplierCode: ' ' }],
    ['SUPPLIER_OF_TRANSFER', { sourcing: 'TRANSFER' }],
    ['ORDER_NUMBER_MISSING', { orderNumber: '' }],
    ['SCHEDULE_NUMBER_INVALID', { scheduleNumber: 0 }],
    ['QUANTITY_INVALID', { quantity: '-1' }],
    ['QUANTITY_INVALID', { quantity: '1e3' }],
    ['UNIT_MISSING', { unitOfMeasure: '' }],
    ['VALUE_INVALID', { value: 'much', currency: 'EUR' }],
    ['CURRENCY_MISSING', { value: '12.50' }],
    ['CURRENCY_INVALID', { value: '12.50', currency: 'euro' }],
    ['DATE_INVALID', { requestedDate: '2026-02-30' }],
    ['DATE_INVALID', { committedDate: '9999-12-31' }],
    ['DATE_INVALID', { requestedDate: '0001-01-01' }],
    ['DATE_INVALID', { sentAt: '2026-03-01T09:00:00' }],
    ['DATE_INVALID', { sentAt: '0001-01-01T00:00:00+05:00' }],
    ['TEXT_INVALID', { itemName: 'valve\u0000' }],
    ['TEXT_INVALID', { externalIds: [{ sourceSystemId: 'erp', type: 'row', value: '\udc00' }] }],
    ['TIME_AMBIGUOUS', { sentAt: '2026-03-01T09:00:00Z', sentOn: '2026-03-01' }],
    ['EXTERNAL_ID_INVALID', { externalIds: [{ sourceSystemId: 'erp', type: 'row', value: '' }] }],
    ['TIME_AMBIGUOUS', { source: { ...source, recordedOn: '2026-03-01' } }],
    ['TIME_AMBIGUOUS', { source: { ...source, occurredOn: null } }],
    ['IDEMPOTENCY_KEY_MISSING', { source: { ...source, idempotencyKey: '' } }],
  ])('is refused as %s: %j', (code, change) => {
    expect(codeOf(readLineInput({ ...plainLine, ...change }, null))).toBe(code);
  });
});

describe('a milestone through the door', () => {
  it('says who usually reports it when its source does not', () => {
    expect(taken(readMilestoneInput(plainEvent, null)).payload).toMatchObject({ by: 'SUPPLIER', quantity: null });
    expect(taken(readMilestoneInput({ ...plainEvent, milestone: 'CANCELLED' }, null)).payload.by).toBe('BUYER');
  });

  it('of nothing is refused, unless it corrects another', () => {
    expect(codeOf(readMilestoneInput({ ...plainEvent, quantity: '0' }, null))).toBe('QUANTITY_INVALID');
    const correction = { ...plainEvent, quantity: '0', source: { ...source, correctionOf: 'event-1' } };
    expect(taken(readMilestoneInput(correction, null)).payload.quantity).toBe('0');
  });

  it('that commits names the date, and only one that promises does', () => {
    expect(codeOf(readMilestoneInput({ ...plainEvent, milestone: 'COMMITTED' }, null))).toBe('COMMIT_DATE_MISSING');
    expect(codeOf(readMilestoneInput({ ...plainEvent, date: '2026-03-10' }, null))).toBe('COMMIT_DATE_MISPLACED');
    expect(
      taken(readMilestoneInput({ ...plainEvent, milestone: 'ACKNOWLEDGED', date: '2026-03-10' }, null)).payload.date,
    ).toBe('2026-03-10');
  });
});

describe('texts through the door', () => {
  it('are refused by the field that holds them', () => {
    const externalIds = [key, { ...key, value: 'half \ud83d' }];
    const refused = [
      readLineInput({ ...plainLine, externalIds }, null),
      readLineInput({ ...plainLine, orderNumber: '1'.repeat(201) }, null),
      readLineInput({ ...plainLine, itemName: 'v'.repeat(2_001) }, null),
      readMilestoneInput({ ...plainEvent, purchaseOrderLine: { ...key, value: 'x'.repeat(201) } }, null),
      readSupplierInput({ source, code: 'ACME', name: 'Acme\u0000' }),
    ].map((result) => (result.ok ? null : userErrorOf(result.refusal)));
    expect(refused).toMatchObject([
      { code: 'TEXT_INVALID', field: ['externalIds', '1', 'value'] },
      { code: 'TEXT_TOO_LONG', field: ['orderNumber'] },
      { code: 'TEXT_TOO_LONG', field: ['itemName'] },
      { code: 'TEXT_TOO_LONG', field: ['purchaseOrderLine', 'value'] },
      { code: 'TEXT_INVALID', field: ['name'] },
    ]);
  });

  it('may describe at some length what they name shortly', () => {
    expect(taken(readLineInput({ ...plainLine, itemName: '發'.repeat(2_000) }, null)).terms.itemName).toHaveLength(
      2_000,
    );
  });
});

describe('a supplier through the door', () => {
  it('is unclassified until someone classifies it', () => {
    expect(taken(readSupplierInput({ source, code: ' ACME ', name: 'Acme' })).payload).toMatchObject({
      code: 'ACME',
      tier: 'UNCLASSIFIED',
      country: null,
    });
  });

  it('needs a code and a name', () => {
    expect(codeOf(readSupplierInput({ source, code: '', name: 'Acme' }))).toBe('TEXT_MISSING');
    expect(codeOf(readSupplierInput({ source, code: 'ACME', name: ' ' }))).toBe('TEXT_MISSING');
  });
});

describe('days and instants', () => {
  const digits = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
  const day = fc
    .tuple(year, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
  const instant = fc
    .tuple(
      day,
      digits,
      digits,
      digits,
      fc.constantFrom('Z', '+14:00', '-11:30', '-15:59', '+16:00', '', '+25:00', 'z'),
      fc.constantFrom('', '.5', '.123456', '.'),
    )
    .map(([d, h, m, s, offset, fraction]) => `${d}T${h}:${m}:${s}${fraction}${offset}`);

  // Placeholders such as 9999-12-31 and 0001-01-01 are days to the kit, and no dates of any business.
  const ofBusiness = (text: string): boolean => text >= '1900' && text < '9001';
  const offsetHours = (text: string): number => Number(/[+-](\d{2}):\d{2}$/.exec(text)?.[1] ?? 0);

  it('are judged at the door as the kit judges them, within the years and offsets of a business', () => {
    fc.assert(fc.property(day, (text) => expect(isDayText(text)).toBe(isCalendarDay(text) && ofBusiness(text))));
    fc.assert(
      fc.property(instant, (text) =>
        expect(isInstantText(text)).toBe(isInstant(text) && ofBusiness(text) && offsetHours(text) <= 15),
      ),
    );
  });

  it('fall on the same day of a site at the door as in the kit', () => {
    const valid = fc
      .tuple(fc.integer({ min: 0, max: 4102444800 }), fc.constantFrom('Z', '+09:00', '-08:00'))
      .map(([seconds, offset]) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}${offset}`);
    const zone = fc.constantFrom(
      null,
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Kiritimati',
      'Asia/Kolkata',
    );
    fc.assert(
      fc.property(valid, zone, (at, timeZone) => expect(siteDayOf(at, timeZone)).toBe(dayOfInstant(at, timeZone))),
    );
  });
});
