import fc from 'fast-check';
import { sum } from '@sightline/kit/decimal/decimal';
import { differenceOf, type StockEntry } from './stock-entry';
import { stockOfReceipt, type ReceivedGoods } from './stock-of-receipt';
import { inBaseUnit } from './units';

const entries: fc.Arbitrary<StockEntry[]> = fc.array(
  fc.record({
    itemId: fc.constantFrom('i', 'j'),
    plantId: fc.constant('p'),
    lotId: fc.constantFrom(null, 'l'),
    status: fc.constantFrom('RELEASED', 'BLOCKED'),
    owner: fc.constant('OWN'),
    locationKind: fc.constant('OWN_SITE'),
    origin: fc.constant('REAL'),
    cause: fc.constantFrom('RECEIPT', 'INSPECTION'),
    quantity: fc.integer({ min: -50, max: 50 }).map((thousandths) => (thousandths / 4).toFixed(2)),
  }),
  { maxLength: 6 },
);
const total = (list: readonly StockEntry[]): number => Number(sum(list.map((entry) => entry.quantity)));

describe('what is added to the ledger', () => {
  it('brings it to what a fact means now, and nothing more when that is so already', () => {
    fc.assert(
      fc.property(entries, entries, (before, now) => {
        const first = differenceOf(before, []).map(({ entry }) => entry);
        const second = differenceOf(now, first).map(({ entry }) => entry);
        expect(total([...first, ...second])).toBeCloseTo(total(now), 9);
        expect(differenceOf(now, [...first, ...second])).toEqual([]);
      }),
    );
  });

  it('is a correction when something of the same cause had been posted', () => {
    const one: StockEntry = {
      itemId: 'i',
      plantId: 'p',
      lotId: null,
      status: 'IN_INSPECTION',
      owner: 'OWN',
      locationKind: 'OWN_SITE',
      origin: 'REAL',
      cause: 'RECEIPT',
      quantity: '5',
    };
    expect(differenceOf([one], [])).toEqual([{ entry: one, correction: false }]);
    expect(differenceOf([{ ...one, quantity: '7.0' }], [one])).toEqual([
      { entry: { ...one, quantity: '2.0' }, correction: true },
    ]);
    expect(differenceOf([], [{ ...one, quantity: '0' }])).toEqual([]);
    const decision: StockEntry = { ...one, cause: 'INSPECTION' };
    expect(differenceOf([one, decision], [one])).toEqual([{ entry: decision, correction: false }]);
  });
});

describe('a quantity in the base unit', () => {
  const item = { unitOfMeasure: 'EA', conversions: [{ unitOfMeasure: 'BX', factor: '100' }] };
  it('is exact, and unknown without a conversion', () => {
    expect(inBaseUnit('3', 'BX', item)).toBe('300');
    expect(inBaseUnit('0.1', 'BX', { ...item, conversions: [{ unitOfMeasure: 'BX', factor: '0.3' }] })).toBe('0.03');
    expect(inBaseUnit('12.500', 'EA', item)).toBe('12.5');
    expect(inBaseUnit('1', null, item)).toBe('1');
    expect(inBaseUnit('1', 'KGM', item)).toBeNull();
  });
});

describe('a receipt', () => {
  const goods: ReceivedGoods = {
    lineKnown: true,
    itemId: 'i',
    plantId: 'p',
    lotNumber: null,
    quantity: '5',
    unitOfMeasure: 'EA',
    stockStatus: 'IN_INSPECTION',
    consignment: false,
    origin: 'REAL',
  };
  const item = { unitOfMeasure: 'EA', conversions: [] };
  it.each([
    ['QUANTITY_NOT_TOLD', { quantity: null }],
    ['ORDER_LINE_UNKNOWN', { lineKnown: false }],
    ['ITEM_UNKNOWN', { itemId: null }],
    ['PLANT_UNKNOWN', { plantId: null }],
    ['UNIT_NOT_CONVERTIBLE', { unitOfMeasure: 'BX' }],
  ])('is not in stock: %s', (reason, fields) => {
    expect(stockOfReceipt({ ...goods, ...fields }, item, [])).toEqual({ kind: 'NOT_IN_STOCK', reason });
  });

  it('of nothing is nothing, whatever else is not known', () => {
    expect(stockOfReceipt({ ...goods, quantity: '0', lineKnown: false }, null, [])).toEqual({
      kind: 'IN_STOCK',
      entries: [],
    });
  });

  it('is not released on a decision in a unit that nobody can convert', () => {
    const decision = { acceptedQuantity: '1', rejectedQuantity: '0', unitOfMeasure: 'PF', disposition: null };
    const bearing = stockOfReceipt(goods, item, [decision]);
    expect(bearing.kind === 'IN_STOCK' && bearing.entries.map(({ status }) => status)).toEqual(['IN_INSPECTION']);
  });
});
