import { batchMany } from './batch-many';
import { batchOne } from './batch-one';

const receipts = [
  { id: 'r2', lineId: 'l1' },
  { id: 'r1', lineId: 'l1' },
  { id: 'r3', lineId: 'l2' },
];

describe('A loader', () => {
  it('of one row asks once for all keys, and answers null for a key without a row', async () => {
    const asked: (readonly string[])[] = [];
    const loader = batchOne(
      async (keys: readonly string[]) => {
        asked.push(keys);
        return [...receipts].reverse().filter((row) => keys.includes(row.id));
      },
      (row) => row.id,
    );
    const rows = await Promise.all(['r1', 'r9', 'r2', 'r1'].map((key) => loader.load(key)));
    expect(rows.map((row) => row?.id ?? null)).toEqual(['r1', null, 'r2', 'r1']);
    expect(asked).toEqual([['r1', 'r9', 'r2']]);
  });

  it('of one row takes two rows for a key for a bug', async () => {
    const loader = batchOne(
      async (_keys: readonly string[]) => receipts,
      (row) => row.lineId,
    );
    await expect(loader.load('l1')).rejects.toThrow('Two rows for the key');
  });

  it('of many rows keeps their order, and answers an empty list for a key without rows', async () => {
    const loader = batchMany(
      async (_keys: readonly string[]) => receipts,
      (row) => row.lineId,
    );
    const rows = await Promise.all(['l2', 'l9', 'l1'].map((key) => loader.load(key)));
    expect(rows.map((group) => group.map((row) => row.id))).toEqual([['r3'], [], ['r2', 'r1']]);
  });

  it('of many rows takes a row that nobody asked for for a bug', async () => {
    const loader = batchMany(
      async (_keys: readonly string[]) => receipts,
      (row) => row.lineId,
    );
    await expect(loader.load('l1')).rejects.toThrow('was not asked for');
  });
});
