import { judgeFile, type JudgedFile } from './judge';
import { factsOf, heartbeatsOf } from './rows-to-facts';
import { type AuthoredRow, authoredFile, FROM_WAREHOUSE } from './testing/authored-file';

function judged(rows: readonly AuthoredRow[]): JudgedFile {
  const verdict = judgeFile(authoredFile(rows));
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusal));
  return verdict.value;
}
/** As they are sent: JSON leaves out what is undefined. */
const sent = <Fact>(list: Iterable<Fact>): Fact[] => JSON.parse(JSON.stringify([...list])) as Fact[];

function facts(...rows: AuthoredRow[]) {
  const { suppliers, lines, receipts, count } = factsOf(judged(rows));
  return { suppliers: sent(suppliers), lines: sent(lines), receipts: sent(receipts), count };
}

describe('a delivery line as facts', () => {
  it('is an order line known from the day its order was sent', () => {
    const [line] = facts({}).lines;
    expect(line).toEqual({
      source: {
        sourceSystemId: 'usaid-scms',
        flow: 'purchase-order-lines',
        idempotencyKey: expect.stringMatching(/^purchase-order-line:1:[0-9a-f]{20}$/),
        occurredOn: '2010-02-14',
        recordedOn: '2010-02-14',
        backfill: true,
      },
      orderNumber: 'SCMS-4',
      scheduleNumber: 1,
      sourcing: 'PURCHASED',
      supplierCode: 'Example Diagnostics Ltd.',
      itemName: 'HIV test, 30 tests',
      productGroup: 'HRDT',
      destinationCountry: "Côte d'Ivoire",
      manufacturingSite: 'Example Works, Basel',
      shipmentMode: 'Air',
      incoterm: 'EXW',
      quantity: '19',
      unitOfMeasure: 'XPK',
      value: '551',
      currency: 'USD',
      sentOn: '2010-02-14',
      committedDate: '2010-06-02',
      committedDateIsOriginal: false,
      externalIds: [{ sourceSystemId: 'usaid-scms', type: 'purchaseOrderLine', value: '1' }],
    });
  });

  it('is a receipt without a quantity, known from the day it was recorded', () => {
    const [receipt] = facts({}).receipts;
    expect(receipt).toEqual({
      source: {
        sourceSystemId: 'usaid-scms',
        flow: 'goods-receipts',
        idempotencyKey: expect.stringMatching(/^goods-receipt:1:[0-9a-f]{20}$/),
        occurredOn: '2010-06-01',
        recordedOn: '2010-06-03',
        backfill: true,
      },
      purchaseOrderLine: { sourceSystemId: 'usaid-scms', type: 'purchaseOrderLine', value: '1' },
      shipmentNumber: 'ASN-1',
      finalDelivery: true,
      externalIds: [{ sourceSystemId: 'usaid-scms', type: 'goodsReceipt', value: '1' }],
    });
  });

  it('without a sent date is known for the whole archive, and its sent date stays unknown', () => {
    const [line] = facts({ poSentOn: 'Date Not Captured' }).lines;
    expect(line?.source).toMatchObject({ occurredOn: '2006-01-01', recordedOn: '2006-01-01' });
    expect(line).not.toHaveProperty('sentOn');
  });

  it('from the own warehouse is a transfer without a supplier', () => {
    const { lines, suppliers } = facts(FROM_WAREHOUSE);
    const [line] = lines;
    expect(line).toMatchObject({ sourcing: 'TRANSFER', supplyingPlantCode: 'SCMS from RDC' });
    expect(line).not.toHaveProperty('supplierCode');
    expect(line).not.toHaveProperty('incoterm');
    expect([...suppliers]).toEqual([]);
  });

  it('says nothing where the file says "N/A"', () => {
    const [line] = facts({ shipmentMode: 'N/A', incoterm: 'n/a', value: '' }).lines;
    expect(Object.keys(line ?? {})).not.toEqual(expect.arrayContaining(['shipmentMode']));
    expect(line).not.toHaveProperty('incoterm');
    expect(line).not.toHaveProperty('value');
    expect(line).not.toHaveProperty('currency');
  });
});

describe('a supplier', () => {
  it('is stated once, under its tidied name, however its cells are spaced', () => {
    const { suppliers, lines } = facts({ vendor: 'KEHUA  CO.,LTD. (KHB)' }, { vendor: ' KEHUA CO.,LTD.\u00a0(KHB) ' });
    expect([...suppliers].map((one) => [one.code, one.name])).toEqual([
      ['KEHUA CO.,LTD. (KHB)', 'KEHUA CO.,LTD. (KHB)'],
    ]);
    expect(new Set([...lines].map((line) => line.supplierCode))).toEqual(new Set(['KEHUA CO.,LTD. (KHB)']));
  });
});

describe('the key of a fact', () => {
  const keyOf = (row: AuthoredRow): string | undefined => [...facts(row).lines][0]?.source.idempotencyKey;

  it('stays when the row stays, whatever its dialect and its import', () => {
    expect(keyOf({})).toBe(keyOf({ value: '551.00', poSentOn: '2/14/2010', shipmentMode: ' Air ' }));
    const [line] = facts({}).lines;
    const [imported] = factsOf(judged([{}]), 'a').lines;
    expect(imported?.source).toEqual({ ...line?.source, importId: 'a' });
  });

  it('changes with anything that the fact says, so that a changed row is a new statement', () => {
    expect(keyOf({})).not.toBe(keyOf({ value: '552' }));
    expect(keyOf({})).not.toBe(keyOf({ scheduledOn: '3-Jun-10' }));
    expect(keyOf({})).not.toBe(keyOf({ poSentOn: '2/15/10' }));
  });

  it('does not change with what no fact says', () => {
    expect(keyOf({})).toBe(keyOf({ brand: 'Other', deliveredOn: '2-Jun-10', insurance: '9' }));
  });
});

describe('the heartbeats', () => {
  it('close all three flows at the end of the last recorded day', () => {
    expect(heartbeatsOf(judged([{}, { recordedOn: '9-Jul-10' }]))).toEqual(
      ['suppliers', 'purchase-order-lines', 'goods-receipts'].map((flow) => ({
        sourceSystemId: 'usaid-scms',
        flow,
        completeThrough: '2010-07-09T23:59:59Z',
        closed: true,
      })),
    );
  });
});
