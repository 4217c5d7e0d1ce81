import DataLoader from 'dataloader';

/**
 * A loader of the rows of each key, for one request. `load` is asked once for all distinct keys of a tick; the rows of a
 * key keep the order in which it gave them, and a key without rows gives an empty list.
 */
export function batchMany<Key extends string | number, Row>(
  load: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = new Map<Key, Row[]>(keys.map((key) => [key, []]));
    for (const row of await load(keys)) {
      const key = keyOf(row);
      const group = rows.get(key);
      if (!group) throw new Error(`A row for the key ${JSON.stringify(key)}, which was not asked for`);
      group.push(row);
    }
    return keys.map((key) => rows.get(key)!);
  });
}
