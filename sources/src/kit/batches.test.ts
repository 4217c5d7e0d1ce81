import { batchesOf } from './batches';

describe('facts on their way to the door', () => {
  it('are ASCII, and mean what they meant', () => {
    const facts = [{ name: 'Côte d’Ivoire' }, { name: '日本 🚢' }, { name: 'plain' }];
    const [batch, ...more] = [...batchesOf(facts, { facts: 10, bytes: 10_000 })];
    expect(more).toEqual([]);
    expect(batch!.json.map((text) => JSON.parse(text) as unknown)).toEqual(facts);
    expect(batch!.json.join('')).toMatch(/^[\x20-\x7e]*$/);
  });

  it('stand in requests of so many facts and so many bytes; a larger one stands alone', () => {
    const sizes = (limits: { facts: number; bytes: number }): number[] =>
      [...batchesOf([{ a: 1 }, { a: 2 }, { a: 'x'.repeat(100) }, { a: 3 }], limits)].map(({ json }) => json.length);
    expect(sizes({ facts: 3, bytes: 10_000 })).toEqual([3, 1]);
    expect(sizes({ facts: 10, bytes: 50 })).toEqual([2, 1, 1]);
  });
});
