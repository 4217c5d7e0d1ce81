import { actorOf } from '@sightline/kit/testing/run-platform';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { supplierIdOf } from '@sightline/contracts/identities';
import {
  lineIdOf,
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

const supplierActor = (code: string) => actorOf('supplier', [supplierIdOf(code)]);
const logOf = (): Promise<{ type: string; count: number }[]> =>
  inventory.subgraph('inventory').database.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.tenant', '*', true)`);
    return manager.query(`SELECT type, count(*)::int AS count FROM event_log GROUP BY type ORDER BY type`);
  });

describe('the door for goods receipts', () => {
  it('takes a receipt that is sent ten times once', async () => {
    inventory.scripted('suppliers').publish(lineSent('TEN/1', { supplier: 'ACME', sku: 'SKU-1' }));
    const fact = receipt('TEN/1');
    const first = await post(inventory, [fact, fact]);
    expect(first.results.map((result) => result.outcome)).toEqual(['APPLIED', 'DUPLICATE']);
    await inventory.settle();
    for (let time = 0; time < 7; time += 1) {
      const again = await post(inventory, [fact]);
      expect(again.results[0]).toMatchObject({ outcome: 'DUPLICATE', subjectId: first.results[0]!.subjectId });
    }
    await inventory.restart('inventory');
    expect((await post(inventory, [fact])).duplicates).toBe(1);
    await inventory.settle();
    expect(await receiptsOf(inventory, 'TEN/1')).toEqual([
      { id: first.results[0]!.subjectId, quantity: '10', occurredOn: '2026-03-13', shipmentNumber: null },
    ]);
    expect(await logOf()).toEqual([{ type: 'inventory.goods.received.v1', count: 1 }]);
  });

  it('takes the others when one is refused, each with its reason', async () => {
    const answer = await post(inventory, [
      receipt('MIX/1'),
      receipt('MIX/1', { quantity: '-1' }),
      receipt('MIX/1', { quantity: null }),
      receipt('MIX/1', {}, { occurredOn: '2026-03-13' }),
      receipt('MIX/1', { externalIds: [{ sourceSystemId: 'erp', type: ' ', value: 'x' }] }),
      receipt('MIX/1', {}, { correctionOf: '6f1f8a9d-6c2b-5c0e-9a51-d3e7b0427c11' }),
      receipt('MIX/1', { quantity: '12.500', unitOfMeasure: null }),
    ]);
    expect(answer.results.map((result) => [result.outcome, result.userErrors[0]?.code ?? null])).toEqual([
      ['APPLIED', null],
      ['REFUSED', 'QUANTITY_INVALID'],
      ['REFUSED', 'UNIT_WITHOUT_QUANTITY'],
      ['REFUSED', 'TIME_AMBIGUOUS'],
      ['REFUSED', 'EXTERNAL_ID_INVALID'],
      ['REFUSED', 'CORRECTED_FACT_UNKNOWN'],
      ['APPLIED', null],
    ]);
    expect(answer).toMatchObject({ applied: 2, refused: 5 });
  });

  it('lets a refused receipt come again under its key once it is right', async () => {
    const wrong = receipt('AGAIN/1', { quantity: '-1' });
    expect((await post(inventory, [wrong])).refused).toBe(1);
    expect((await post(inventory, [{ ...wrong, quantity: '1' }])).applied).toBe(1);
    const correction = receipt('AGAIN/1', {}, { correctionOf: 'unknown' });
    expect((await post(inventory, [correction])).refused).toBe(1);
    const source: Record<string, unknown> = { ...correction.source, correctionOf: null };
    expect((await post(inventory, [{ ...correction, source }])).applied).toBe(1);
  });

  it('refuses a key that is used again for another body, and keeps the first', async () => {
    const fact = receipt('REUSED/1');
    await post(inventory, [fact]);
    const answer = await post(inventory, [{ ...fact, quantity: '11' }]);
    expect(answer.results[0]!.userErrors[0]).toEqual({
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: ['source', 'idempotencyKey'],
    });
    // The same words in another order of fields are the same body.
    const turned = Object.fromEntries(Object.entries(fact).reverse());
    expect((await post(inventory, [turned])).duplicates).toBe(1);
  });

  it('finds the order line of a receipt, whichever comes first', async () => {
    await post(inventory, [receipt('EARLY/1', { quantity: '3' })]);
    await inventory.settle();
    expect(await receiptsOf(inventory, 'EARLY/1')).toEqual([]);
    inventory.scripted('suppliers').publish(lineSent('EARLY/1', { supplier: 'ACME' }));
    await inventory.settle();
    expect(await receiptsOf(inventory, 'EARLY/1')).toHaveLength(1);
    await post(inventory, [receipt('EARLY/1', { quantity: '7' }, { occurredAt: '2026-03-12T08:00:00+01:00' })]);
    await inventory.settle();
    expect((await receiptsOf(inventory, 'EARLY/1')).map((one) => one.quantity)).toEqual(['7', '3']);
  });

  it('keeps a receipt that a second source tells of as corroboration, and adds nothing', async () => {
    inventory.scripted('suppliers').publish(lineSent('TWICE/1', { supplier: 'ACME' }));
    const named = { externalIds: [{ sourceSystemId: 'wms', type: 'goodsReceipt', value: 'GR-1' }] };
    const first = await post(inventory, [receipt('TWICE/1', named)]);
    const second = await post(inventory, [receipt('TWICE/1', named, { sourceSystemId: 'wms' })]);
    expect(second.results[0]).toMatchObject({ outcome: 'CORROBORATED', subjectId: first.results[0]!.subjectId });
    await inventory.settle();
    expect(await receiptsOf(inventory, 'TWICE/1')).toHaveLength(1);
    expect((await logOf()).find((row) => row.type === 'inventory.goods.receiptCorroborated.v1')?.count).toBe(1);
  });

  it('shows the correction instead of the receipt that it corrects', async () => {
    inventory.scripted('suppliers').publish(lineSent('WRONG/1', { supplier: 'ACME' }));
    const wrong = await post(inventory, [receipt('WRONG/1', { quantity: '100' })]);
    await post(inventory, [receipt('WRONG/1', { quantity: '10' }, { correctionOf: wrong.results[0]!.subjectId })]);
    await inventory.settle();
    expect((await receiptsOf(inventory, 'WRONG/1')).map((one) => one.quantity)).toEqual(['10']);
  });

  it('judges the day of a receipt by the time zone of its plant', async () => {
    inventory.scripted('suppliers').publish(lineSent('ZONE/1', { supplier: 'ACME' }));
    const late = { occurredAt: '2026-03-13T23:30:00Z', recordedAt: '2026-03-13T23:31:00Z' };
    await post(inventory, [receipt('ZONE/1', { plantCode: 'BER', quantity: '1' }, late)]);
    await inventory.ask(
      'inventory',
      'integrator',
      `mutation ($i: [PlantInput!]!) { registerPlants(inputs: $i) { applied } }`,
      {
        i: [
          {
            source: { ...receipt('x').source, flow: 'plants', idempotencyKey: 'BER' },
            code: 'BER',
            name: 'Berlin',
            timeZone: 'Europe/Berlin',
          },
        ],
      },
    );
    await post(inventory, [receipt('ZONE/1', { plantCode: 'BER', quantity: '2' }, late)]);
    await inventory.settle();
    expect((await receiptsOf(inventory, 'ZONE/1')).map((one) => [one.quantity, one.occurredOn])).toEqual([
      ['1', '2026-03-13'],
      ['2', '2026-03-14'],
    ]);
  });

  it('shows a supplier its own receipts and nothing of another, also by entity reference', async () => {
    inventory.scripted('suppliers').publish(lineSent('MINE/1', { supplier: 'ACME', sku: 'SKU-MINE' }));
    const answer = await post(inventory, [receipt('MINE/1')]);
    await inventory.settle();
    expect(await receiptsOf(inventory, 'MINE/1', supplierActor('ACME'))).toHaveLength(1);
    expect(await receiptsOf(inventory, 'MINE/1', supplierActor('OTHER'))).toEqual([]);
    const byReference = await inventory.ask<{ _entities: (null | { id: string })[] }>(
      'inventory',
      supplierActor('OTHER'),
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on GoodsReceipt { id } ... on Item { id } } }`,
      {
        r: [
          { __typename: 'GoodsReceipt', id: answer.results[0]!.subjectId },
          { __typename: 'Item', sku: 'SKU-MINE' },
        ],
      },
    );
    expect(byReference.data._entities).toEqual([null, null]);
    const items = `{ items { totalCount edges { node { sku } } } }`;
    const own = await inventory.ask<{ items: { totalCount: number } }>('inventory', supplierActor('OTHER'), items);
    expect(own.data.items).toEqual({ totalCount: 0, edges: [] });
  });

  it('answers an unknown reference with null for it alone', async () => {
    const { data, errors } = await inventory.ask<{ _entities: unknown[] }>(
      'inventory',
      'planner',
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Plant { code } ... on Item { sku } } }`,
      {
        r: [
          { __typename: 'Plant', code: 'BER' },
          { __typename: 'Item', id: 'nothing' },
          { __typename: 'Plant', id: 'none' },
        ],
      },
    );
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([{ code: 'BER' }, null, null]);
  });

  it('reads the receipts of many lines, their items and plants in three statements', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `MANY/${index}`);
    inventory
      .scripted('suppliers')
      .publish(...lines.map((line) => lineSent(line, { supplier: 'ACME', sku: `SKU-${line}`, plant: 'BER' })));
    await post(
      inventory,
      lines.map((line) => receipt(line)),
    );
    await inventory.settle();
    const { answer, statements } = await statementsDuring(inventory.subgraph('inventory').database, () =>
      inventory.ask<{ _entities: { receipts: { item: { sku: string } }[] }[] }>(
        'inventory',
        'planner',
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PurchaseOrderLine {
           receipts { item { sku } plant { code } purchaseOrderLine { id } } } } }`,
        { r: lines.map((line) => ({ __typename: 'PurchaseOrderLine', id: lineIdOf(line) })) },
      ),
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data._entities.map((line) => line.receipts[0]!.item.sku)).toEqual(lines.map((line) => `SKU-${line}`));
    expect(statements).toHaveLength(3);
  });

  it('refuses alone the receipt with a text that the database cannot keep', async () => {
    const name = (value: string): object => ({ sourceSystemId: 'erp', type: 'purchaseOrderLine', value });
    const answered = await post(inventory, [
      receipt('TEXT/1'),
      receipt('TEXT/2', { plantCode: 'B\u0000' }),
      receipt('TEXT/3', { lotNumber: 'half \ud83d' }),
      receipt('TEXT/4', {}, { plantId: 'p\u0000' }),
      receipt('TEXT/5', { purchaseOrderLine: name('x'.repeat(4_000)) }),
    ]);
    expect(answered.results.map(({ userErrors }) => userErrors[0]?.code ?? null)).toEqual([
      null,
      'TEXT_INVALID',
      'TEXT_INVALID',
      'TEXT_INVALID',
      'TEXT_TOO_LONG',
    ]);
  });

  it('is closed to everyone without the right to send facts', async () => {
    const { data, errors } = await inventory.ask<{ postGoodsReceipts: null }>(
      'inventory',
      'executive',
      `mutation ($inputs: [GoodsReceiptInput!]!) { postGoodsReceipts(inputs: $inputs) { applied } }`,
      { inputs: [receipt('NO/1')] },
    );
    expect(data).toEqual({ postGoodsReceipts: null });
    expect(errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
