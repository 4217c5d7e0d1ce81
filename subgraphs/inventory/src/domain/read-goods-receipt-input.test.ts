import { refusalInWords } from '../graph/refusal-in-words';
import { readGoodsReceiptInput, type GoodsReceiptInput } from './read-goods-receipt-input';
import { readPlantInput } from './read-plant-input';

const source = {
  sourceSystemId: 'erp',
  flow: 'goods-receipts',
  idempotencyKey: 'key-1',
  occurredAt: '2026-03-13T23:30:00Z',
  recordedOn: '2026-03-14',
};
const line = { sourceSystemId: 'erp', type: 'purchaseOrderLine', value: 'PO-1/10/1' };
const read = (fields: Partial<GoodsReceiptInput>, zone: string | null = null) =>
  readGoodsReceiptInput({ source, purchaseOrderLine: line, ...fields }, zone);
const taken = (fields: Partial<GoodsReceiptInput>, zone: string | null = null) => {
  const result = read(fields, zone);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};

describe('a goods receipt at the door', () => {
  it('may leave out how much came', () => {
    expect(taken({}).payload).toMatchObject({ quantity: null, unitOfMeasure: null, finalDelivery: false });
  });

  it('keeps the quantity to the last digit, in the unit of the order when it names none', () => {
    expect(taken({ quantity: '12.500' }).payload).toMatchObject({ quantity: '12.500', unitOfMeasure: null });
    expect(taken({ quantity: '0', finalDelivery: true }).payload).toMatchObject({ quantity: '0', finalDelivery: true });
  });

  it('is refused with a quantity that is none, or a unit of nothing', () => {
    expect(read({ quantity: '-0.01' })).toEqual({
      ok: false,
      refusal: { kind: 'QuantityInvalid', field: 'quantity', text: '-0.01' },
    });
    expect(read({ unitOfMeasure: 'EA' })).toEqual({ ok: false, refusal: { kind: 'UnitWithoutQuantity' } });
  });

  it('is refused when a name is not whole, and says which', () => {
    expect(read({ purchaseOrderLine: { ...line, value: ' ' } })).toMatchObject({
      refusal: { field: ['purchaseOrderLine'] },
    });
    expect(read({ externalIds: [line, { ...line, type: '' }] })).toMatchObject({
      refusal: { field: ['externalIds', '1'] },
    });
  });

  it('is refused for a text that cannot be kept, or is too long to name anything, and says which', () => {
    const refusals = [
      read({ lotNumber: 'L\u0000' }),
      read({ purchaseOrderLine: { ...line, value: '\ud800' } }),
      read({ externalIds: [{ ...line, value: 'x'.repeat(201) }] }),
      read({ source: { ...source, idempotencyKey: 'k'.repeat(201) } }),
    ].map((result) => (result.ok ? null : refusalInWords(result.refusal)));
    expect(refusals).toMatchObject([
      { code: 'TEXT_INVALID', field: ['lotNumber'] },
      { code: 'TEXT_INVALID', field: ['purchaseOrderLine', 'value'] },
      { code: 'TEXT_TOO_LONG', field: ['externalIds', '0', 'value'] },
      { code: 'TEXT_TOO_LONG', field: ['source', 'idempotencyKey'] },
    ]);
  });

  it('happened on the day at the plant', () => {
    expect(taken({}).occurred).toEqual({ at: source.occurredAt, on: '2026-03-13' });
    expect(taken({}, 'Europe/Berlin').occurred).toEqual({ at: source.occurredAt, on: '2026-03-14' });
    expect(taken({}).recorded).toEqual({ at: null, on: '2026-03-14' });
  });

  it('has the same id whenever it is sent, and another one in another import', () => {
    const idOf = (importId: string | null) => taken({ source: { ...source, importId } }).payload.goodsReceiptId;
    expect(idOf(null)).toBe(idOf(null));
    expect(new Set([idOf(null), idOf('a'), idOf('b')]).size).toBe(3);
  });
});

describe('a plant at the door', () => {
  const plant = { source, code: 'BER', name: 'Berlin' };
  it('needs a code and a name, and a time zone that exists', () => {
    expect(readPlantInput({ ...plant, timeZone: 'Europe/Berlin' })).toMatchObject({
      ok: true,
      value: { occurred: { on: '2026-03-14' } },
    });
    expect(readPlantInput({ ...plant, timeZone: 'Mars/Base' })).toMatchObject({ refusal: { kind: 'TimeZoneUnknown' } });
    expect(readPlantInput({ ...plant, code: 'B\u0000' })).toMatchObject({ refusal: { code: 'TEXT_INVALID' } });
    expect(readPlantInput({ ...plant, name: ' ' })).toMatchObject({ refusal: { kind: 'TextMissing', field: 'name' } });
  });
});
