import {
  importMark,
  lineSent,
  post,
  receipt,
  receiptsOf,
  startInventory,
  type InventoryUnderTest,
} from './inventory-platform';

let inventory: InventoryUnderTest;
beforeAll(async () => {
  inventory = await startInventory();
});
afterAll(() => inventory.end());

const of = (importId: string, key: string): Record<string, unknown> => ({
  importId,
  idempotencyKey: key,
  backfill: true,
});
const named = (value: string) => ({ externalIds: [{ sourceSystemId: 'erp', type: 'goodsReceipt', value }] });
const shown = async () => {
  const { data } = await inventory.ask<{
    items: { edges: { node: { sku: string; name: string } }[] };
    plants: { code: string }[];
  }>('inventory', 'planner', `{ items { edges { node { sku name } } } plants { code } }`);
  return {
    items: data.items.edges.map(({ node }) => node.sku),
    plants: data.plants.map(({ code }) => code),
  };
};

describe('receipts and lines of an import', () => {
  it('are listed from its seal on, whether they came before it or after', async () => {
    const suppliers = inventory.scripted('suppliers');
    suppliers.publish(lineSent('ONE/1', { supplier: 'ACME', sku: 'SKU-ONE', plant: 'HAM', importId: 'first' }));
    await post(inventory, [receipt('ONE/1', { plantCode: 'MUC', ...named('GR-1') }, of('first', 'one'))]);
    await inventory.settle();
    expect(await receiptsOf(inventory, 'ONE/1')).toEqual([]);
    expect(await shown()).toEqual({ items: [], plants: [] });

    inventory.scripted('operations').publish(importMark('SEALED', 'first'));
    await inventory.settle();
    expect(await receiptsOf(inventory, 'ONE/1')).toHaveLength(1);
    expect(await shown()).toEqual({ items: ['SKU-ONE'], plants: ['HAM', 'MUC'] });

    // The log of suppliers may be read later than the seal.
    suppliers.publish(lineSent('TWO/1', { supplier: 'ACME', sku: 'SKU-TWO', importId: 'first' }));
    await post(inventory, [receipt('TWO/1', {}, of('first', 'two'))]);
    await inventory.settle();
    expect(await receiptsOf(inventory, 'TWO/1')).toHaveLength(1);
    expect((await shown()).items).toEqual(['SKU-ONE', 'SKU-TWO']);
  });

  it('are forgotten with a dropped import, and can come again with the next', async () => {
    inventory
      .scripted('suppliers')
      .publish(lineSent('GONE/1', { supplier: 'ACME', sku: 'SKU-GONE', importId: 'second' }));
    const first = await post(inventory, [receipt('GONE/1', named('GR-2'), of('second', 'gone'))]);
    await inventory.settle();
    inventory.scripted('operations').publish(importMark('DROPPED', 'second'));
    await inventory.settle();
    expect((await shown()).items).not.toContain('SKU-GONE');

    inventory
      .scripted('suppliers')
      .publish(lineSent('GONE/1', { supplier: 'ACME', sku: 'SKU-GONE', importId: 'third' }));
    // Another source under the same name: the dropped receipt is nothing that could be corroborated.
    const other = await post(inventory, [
      receipt('GONE/1', named('GR-2'), { ...of('third', 'gone'), sourceSystemId: 'wms' }),
    ]);
    expect(other.results[0]!.outcome).toBe('APPLIED');
    expect(other.results[0]!.subjectId).not.toBe(first.results[0]!.subjectId);
    inventory.scripted('operations').publish(importMark('SEALED', 'third'));
    await inventory.settle();
    expect((await receiptsOf(inventory, 'GONE/1')).map(({ id }) => id)).toEqual([other.results[0]!.subjectId]);
    expect((await shown()).items).toContain('SKU-GONE');
  });
});

describe('items', () => {
  it('are found by part of their name or code, page by page', async () => {
    const lines = ['a%1', 'b_2', 'c3'].map((sku, index) =>
      lineSent(`SEARCH/${index}`, { supplier: 'ACME', sku, itemName: `Bolt ${sku}` }),
    );
    inventory.scripted('suppliers').publish(...lines);
    await inventory.settle();
    type Page = {
      totalCount: number;
      edges: { node: { sku: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const page = async (search: string, after: string | null = null) =>
      inventory.ask<{ items: Page }>(
        'inventory',
        'planner',
        `query ($search: String, $after: Cursor) { items(first: 2, after: $after, filter: { search: $search }) {
           totalCount edges { node { sku } } pageInfo { hasNextPage endCursor } } }`,
        { search, after },
      );
    const first = (await page('bolt')).data.items;
    expect([first.totalCount, first.edges.map(({ node }) => node.sku), first.pageInfo.hasNextPage]).toEqual([
      3,
      ['a%1', 'b_2'],
      true,
    ]);
    const second = (await page('bolt', first.pageInfo.endCursor)).data.items;
    expect([second.edges.map(({ node }) => node.sku), second.pageInfo.hasNextPage]).toEqual([['c3'], false]);
    // Percent and underscore are themselves.
    expect((await page('%')).data.items.totalCount).toBe(1);
    const foreign = await page('other', first.pageInfo.endCursor);
    expect(foreign.errors[0]!.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
