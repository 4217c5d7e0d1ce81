import DataLoader from 'dataloader';

/**
 * A loader of one row for each key, for one request. `load` is asked once for all distinct keys of a tick and may answer
 * in any order; a key without a row gives null. Two rows for a key are a bug in `load`, and thrown.
 */
export function batchOne<Key extends string | number, Row>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map<Key, Row>();
    for (const row of await load(keys)) {
      const key = keyOf(row);
      if (rows.has(key)) throw new Error(`Two rows for the key ${JSON.stringify(key)}, where one was expected`);
      rows.set(key, row);
    }
    return keys.map((key) => rows.get(key) ?? null);
  });
}
