import { factIdOf, plantIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { actorOf } from '@sightline/kit/testing/run-platform';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { importMark, lineSent, post, receipt, startInventory, type InventoryUnderTest } from './inventory-platform';
import { decided, differences, disposed, item, move, movement, register, rowsOf, stockOf } from './stock-platform';

let inventory: InventoryUnderTest;
beforeAll(async () => {
  inventory = await startInventory();
});
afterAll(async () => {
  expect(await differences(inventory)).toEqual([]);
  await inventory.end();
});

const say = async (...lines: ReturnType<typeof lineSent>[]): Promise<void> => {
  inventory.scripted('suppliers').publish(...lines);
  await inventory.settle();
};
const decide = async (...events: ReturnType<typeof decided>[]): Promise<void> => {
  inventory.scripted('quality').publish(...events);
  await inventory.settle();
};
const arrive = async (...receipts: ReturnType<typeof receipt>[]): Promise<string[]> => {
  const { results } = await post(inventory, receipts);
  await inventory.settle();
  return results.map(({ subjectId }) => subjectId ?? '');
};
const happen = async (...inputs: unknown[]): Promise<string[]> => {
  const { results } = await move(inventory, ...inputs);
  await inventory.settle();
  return results.map(({ subjectId, userErrors }) => subjectId ?? userErrors[0]!.code);
};
const named = (system: string, value: string) => ({
  externalIds: [{ sourceSystemId: system, type: 'goodsReceipt', value }],
});
/** Id of a receipt, known before it is sent. */
const idOf = ({ source }: ReturnType<typeof receipt>): string =>
  factIdOf(String(source['sourceSystemId']), String(source['idempotencyKey']));
/** An order of ten pieces of an item named after it, to Hamburg. */
const ordered = (name: string) => lineSent(`${name}/1`, { supplier: 'ACME', sku: name, plant: 'HAM' });
const received = (name: string, fields: Record<string, unknown> = {}, source: Record<string, unknown> = {}) =>
  receipt(`${name}/1`, fields, source);

describe('goods that are received', () => {
  it('are in inspection, or released, or the supplier’s, as their receipt says', async () => {
    await say(ordered('PUT'));
    await arrive(
      received('PUT', { quantity: '3' }),
      received('PUT', { quantity: '4', stockStatus: 'RELEASED' }),
      received('PUT', { quantity: '5', stockStatus: 'RELEASED', consignment: true, lotNumber: 'L1' }),
    );
    expect(await stockOf(inventory, 'PUT')).toEqual([
      'HAM IN_INSPECTION 3',
      'HAM RELEASED 4',
      'HAM L1 RELEASED SUPPLIER 5',
    ]);
  });

  it('enter stock once, however often the receipt is sent, and a second source adds nothing', async () => {
    await say(ordered('ONCE'));
    const fact = received('ONCE', named('wms', 'ONCE-1'));
    for (let time = 0; time < 5; time += 1) await arrive(fact, fact);
    await inventory.restart('inventory');
    await arrive(fact);
    const echo = received('ONCE', named('wms', 'ONCE-1'), { sourceSystemId: 'wms' });
    await arrive(echo);
    // What the second source takes back, it had not added.
    await arrive(received('ONCE', { quantity: '0' }, { sourceSystemId: 'wms', correctionOf: idOf(echo) }));
    expect(await stockOf(inventory, 'ONCE')).toEqual(['HAM IN_INSPECTION 10']);
  });

  it('enter stock when their order line arrives after them', async () => {
    await arrive(received('LATE', { quantity: '7' }));
    expect(await waiting()).toMatchObject({ ORDER_LINE_UNKNOWN: 1 });
    await say(ordered('LATE'));
    expect(await stockOf(inventory, 'LATE')).toEqual(['HAM IN_INSPECTION 7']);
    expect(await waiting()).toEqual({});
  });

  it('are counted in the base unit: three boxes of a hundred are three hundred', async () => {
    await register(inventory, item('PACK', { conversions: [{ unitOfMeasure: 'BX', factor: '100' }] }));
    await say(ordered('PACK'));
    const [id] = await arrive(received('PACK', { quantity: '3', unitOfMeasure: 'BX' }));
    expect(await stockOf(inventory, 'PACK')).toEqual(['HAM IN_INSPECTION 300']);
    expect(await receiptOf(id!)).toMatchObject({ quantity: '3', unitOfMeasure: 'BX', baseQuantity: '300' });
  });

  it('wait outside of stock, counted, while their unit cannot be converted', async () => {
    await say(ordered('PALLET'));
    const [id] = await arrive(received('PALLET', { quantity: '2', unitOfMeasure: 'PF' }));
    expect(await stockOf(inventory, 'PALLET')).toEqual([]);
    expect(await waiting()).toEqual({ UNIT_NOT_CONVERTIBLE: 1 });
    expect(await receiptOf(id!)).toMatchObject({ baseQuantity: null, notInStock: 'UNIT_NOT_CONVERTIBLE' });
    await register(inventory, item('PALLET', { conversions: [{ unitOfMeasure: 'PF', factor: '48' }] }));
    await inventory.settle();
    expect(await stockOf(inventory, 'PALLET')).toEqual(['HAM IN_INSPECTION 96']);
    expect(await waiting()).toEqual({});
    // The conversion was wrong: the ledger takes back what it said.
    await register(inventory, item('PALLET', { conversions: [{ unitOfMeasure: 'PF', factor: '50' }] }));
    await inventory.settle();
    expect(await stockOf(inventory, 'PALLET')).toEqual(['HAM IN_INSPECTION 100']);
  });

  it('wait for their plant, when only its id is known', async () => {
    await say(lineSent('SITE/1', { supplier: 'ACME', sku: 'SITE' }));
    await arrive(
      received('SITE', { quantity: '2' }),
      received('SITE', { quantity: '3' }, { plantId: plantIdOf('LEJ') }),
    );
    expect(await waiting()).toEqual({ PLANT_UNKNOWN: 2 });
    await register(inventory, item('SITE-2'));
    await happen(movement('OPENING', 'SITE-2', '1', { plantCode: 'LEJ' }));
    expect(await stockOf(inventory, 'SITE')).toEqual(['LEJ IN_INSPECTION 3']);
    await say(ordered('SITE'));
    expect(await stockOf(inventory, 'SITE')).toEqual(['HAM IN_INSPECTION 2', 'LEJ IN_INSPECTION 3']);
  });

  it('stay counted in the unit of the first order, when a later order is in another one', async () => {
    await say(ordered('UNIT'));
    await arrive(received('UNIT', { quantity: '12' }));
    const kilograms = lineSent('UNIT/2', { supplier: 'ACME', sku: 'UNIT', plant: 'HAM' });
    await say({ ...kilograms, payload: { ...kilograms.payload, unitOfMeasure: 'KGM' } });
    expect(await stockOf(inventory, 'UNIT')).toEqual(['HAM IN_INSPECTION 12']);
  });

  it('leave stock by the difference when their receipt is corrected, and wholly when it did not happen', async () => {
    await say(ordered('WRONG'));
    const [id] = await arrive(received('WRONG', { quantity: '100' }));
    const [second] = await arrive(received('WRONG', { quantity: '10' }, { correctionOf: id }));
    expect(await stockOf(inventory, 'WRONG')).toEqual(['HAM IN_INSPECTION 10']);
    await arrive(received('WRONG', { quantity: '12', plantCode: 'MUC' }, { correctionOf: second }));
    expect(await stockOf(inventory, 'WRONG')).toEqual(['MUC IN_INSPECTION 12']);
    await arrive(received('WRONG', { quantity: '0' }, { correctionOf: id }));
    expect(await stockOf(inventory, 'WRONG')).toEqual([]);
    expect(await ledgerOf(id!)).toEqual(['+100', '-90 again', '+12 again', '-10 again', '-12 again']);
  });

  it('take nothing from another receipt when one line of a delivery is corrected or rejected', async () => {
    await say(ordered('PAIR-A'), ordered('PAIR-B'));
    const [a] = await arrive(received('PAIR-A', { shipmentNumber: 'S' }), received('PAIR-B', { shipmentNumber: 'S' }));
    await decide(decided(a!, '0', '10'));
    expect([await stockOf(inventory, 'PAIR-A'), await stockOf(inventory, 'PAIR-B')]).toEqual([
      ['HAM BLOCKED 10'],
      ['HAM IN_INSPECTION 10'],
    ]);
  });

  it('of an import are in stock from its seal on, and never when it is dropped', async () => {
    await say(ordered('FILE'));
    const of = (importId: string) => ({ importId, backfill: true });
    await arrive(received('FILE', { quantity: '5' }, of('kept')), received('FILE', { quantity: '9' }, of('lost')));
    await happen(movement('ISSUE', 'FILE', '2', {}, of('kept')), movement('ISSUE', 'FILE', '3', {}, of('lost')));
    // A file that does not say how much brings no stock, sealed or not.
    await arrive(received('FILE', { quantity: null, unitOfMeasure: null }, of('kept')));
    expect(await stockOf(inventory, 'FILE')).toEqual([]);
    inventory.scripted('operations').publish(importMark('SEALED', 'kept'), importMark('DROPPED', 'lost'));
    await inventory.settle();
    expect(await stockOf(inventory, 'FILE')).toEqual(['HAM IN_INSPECTION 5', 'HAM RELEASED -2']);
    expect(await waiting()).toEqual({ QUANTITY_NOT_TOLD: 1 });
  });

  it('follow their order line to another item', async () => {
    await say(ordered('MOVED'));
    await arrive(received('MOVED', { quantity: '6', lotNumber: 'L7' }));
    await say(lineSent('MOVED/1', { supplier: 'ACME', sku: 'MOVED-2', plant: 'HAM' }));
    expect([await stockOf(inventory, 'MOVED'), await stockOf(inventory, 'MOVED-2')]).toEqual([
      [],
      ['HAM L7 IN_INSPECTION 6'],
    ]);
  });
});

describe('a decision of quality', () => {
  it('splits stock 80 to 20, once, also when it is heard again', async () => {
    await say(ordered('SPLIT'));
    const [id] = await arrive(received('SPLIT', { quantity: '100' }));
    const decision = decided(id!, '80', '20');
    await decide(decision);
    await decide(decision);
    await inventory.restart('inventory');
    await decide(decision);
    expect(await stockOf(inventory, 'SPLIT')).toEqual(['HAM BLOCKED 20', 'HAM RELEASED 80']);
    expect(await ledgerOf(id!)).toEqual(['+100', '-100', '+80', '+20']);
  });

  it('waits for a receipt that comes later', async () => {
    await say(ordered('FIRST'));
    const receipt = received('FIRST', { quantity: '10' });
    await decide(decided(idOf(receipt), '10', '0'), decided('nothing that was received', '5', '0'));
    await arrive(receipt);
    expect(await stockOf(inventory, 'FIRST')).toEqual(['HAM RELEASED 10']);
  });

  it('that sends goods back puts them into returns, also when that is said afterwards', async () => {
    await say(ordered('BACK'));
    const [one, two] = await arrive(received('BACK', { quantity: '10' }), received('BACK', { quantity: '4' }));
    await decide(decided(one!, '7', '3', 'RETURN'), decided(two!, '0', '4'));
    expect(await stockOf(inventory, 'BACK')).toEqual(['HAM BLOCKED 4', 'HAM RELEASED 7', 'HAM RETURNS 3']);
    await decide(disposed(two!, 'RETURN'));
    expect(await stockOf(inventory, 'BACK')).toEqual(['HAM RELEASED 7', 'HAM RETURNS 7']);
  });

  it('is taken back when the lot is decided on again, and with a receipt that did not happen', async () => {
    await say(ordered('AGAIN'));
    const [id] = await arrive(received('AGAIN', { quantity: '10' }));
    await decide(decided(id!, '10', '0'));
    await decide(decided(id!, '6', '4'));
    expect(await stockOf(inventory, 'AGAIN')).toEqual(['HAM BLOCKED 4', 'HAM RELEASED 6']);
    await arrive(received('AGAIN', { quantity: '0' }, { correctionOf: id }));
    expect(await stockOf(inventory, 'AGAIN')).toEqual([]);
  });

  it('counts in the unit of the receipt, and shows when more was decided on than came', async () => {
    await register(inventory, item('BOXES', { conversions: [{ unitOfMeasure: 'BX', factor: '100' }] }));
    await say(ordered('BOXES'));
    const [id] = await arrive(received('BOXES', { quantity: '3', unitOfMeasure: 'BX' }));
    await decide(decided(id!, '2', '1', null, 'BX'));
    expect(await stockOf(inventory, 'BOXES')).toEqual(['HAM BLOCKED 100', 'HAM RELEASED 200']);
    await arrive(received('BOXES', { quantity: '2', unitOfMeasure: 'BX' }, { correctionOf: id }));
    expect(await stockOf(inventory, 'BOXES')).toEqual([
      'HAM BLOCKED 100',
      'HAM IN_INSPECTION -100',
      'HAM RELEASED 200',
    ]);
  });
});

describe('a movement', () => {
  it('does what its kind says', async () => {
    await register(inventory, item('KINDS'));
    await happen(
      movement('OPENING', 'KINDS', '100'),
      movement('ISSUE', 'KINDS', '10'),
      movement('PRODUCTION_RECEIPT', 'KINDS', '5'),
      movement('TRANSFER', 'KINDS', '20', { toPlantCode: 'MUC' }),
      movement('STATUS_CHANGE', 'KINDS', '8', { fromStatus: 'RELEASED', toStatus: 'BLOCKED' }),
      movement('SCRAP', 'KINDS', '1', { fromStatus: 'BLOCKED' }),
      movement('ADJUSTMENT', 'KINDS', '-2'),
      movement('STATUS_CHANGE', 'KINDS', '4', { fromStatus: 'BLOCKED', toStatus: 'RETURNS' }),
      movement('RETURN_TO_SUPPLIER', 'KINDS', '3', { fromStatus: 'RETURNS' }),
    );
    expect(await stockOf(inventory, 'KINDS')).toEqual([
      'HAM BLOCKED 3',
      'HAM RELEASED 65',
      'HAM RETURNS 1',
      'MUC RELEASED 20',
    ]);
  });

  it('makes consignment ours by use', async () => {
    await say(ordered('CONSIGN'));
    await arrive(received('CONSIGN', { stockStatus: 'RELEASED', consignment: true, lotNumber: 'C1' }));
    await happen(movement('CONSIGNMENT_WITHDRAWAL', 'CONSIGN', '4', { lotNumber: 'C1' }));
    expect(await stockOf(inventory, 'CONSIGN')).toEqual(['HAM C1 RELEASED 4', 'HAM C1 RELEASED SUPPLIER 6']);
  });

  it('that takes more than is there is kept, and the position says so', async () => {
    await register(inventory, item('MINUS'));
    await happen(movement('OPENING', 'MINUS', '1.250'), movement('ISSUE', 'MINUS', '2'));
    const { data } = await inventory.ask<{
      stockPositions: {
        negativeCount: number;
        edges: { node: { item: { sku: string }; quantity: string; negative: boolean } }[];
      };
    }>(
      'inventory',
      'planner',
      `{ stockPositions(filter: { negative: true, search: "minus" }) { negativeCount
         edges { node { item { sku } quantity negative } } } }`,
    );
    expect(data.stockPositions).toEqual({
      negativeCount: 1,
      edges: [{ node: { item: { sku: 'MINUS' }, quantity: '-0.75', negative: true } }],
    });
  });

  it('counts once under repetition, corroboration and correction', async () => {
    await register(inventory, item('MOVES'));
    const opening = movement('OPENING', 'MOVES', '50', named('wms', 'M-1'));
    const [id] = await happen(opening, opening);
    await happen(opening, movement('OPENING', 'MOVES', '50', named('wms', 'M-1'), { sourceSystemId: 'erp' }));
    expect(await stockOf(inventory, 'MOVES')).toEqual(['HAM RELEASED 50']);
    await happen(movement('OPENING', 'MOVES', '45', {}, { correctionOf: id }));
    expect(await stockOf(inventory, 'MOVES')).toEqual(['HAM RELEASED 45']);
    await happen(movement('OPENING', 'MOVES', '0', {}, { correctionOf: id }));
    expect(await stockOf(inventory, 'MOVES')).toEqual([]);
  });

  it('waits for its item, in whatever unit', async () => {
    await happen(movement('OPENING', 'UNHEARD', '2', { unitOfMeasure: 'DZN' }));
    expect(await waiting()).toMatchObject({ ITEM_UNKNOWN: 1 });
    await register(inventory, item('UNHEARD', { conversions: [{ unitOfMeasure: 'DZN', factor: '12' }] }));
    await inventory.settle();
    expect(await stockOf(inventory, 'UNHEARD')).toEqual(['HAM RELEASED 24']);
  });

  it('is refused with a reason when it cannot be one', async () => {
    expect(
      await happen(
        movement('ISSUE', 'NO', '0'),
        movement('ISSUE', 'NO', '-1'),
        movement('ADJUSTMENT', 'NO', '0'),
        movement('TRANSFER', 'NO', '1'),
        movement('TRANSFER', 'NO', '1', { toPlantCode: 'HAM' }),
        movement('ISSUE', 'NO', '1', { toPlantCode: 'MUC' }),
        movement('STATUS_CHANGE', 'NO', '1', { toStatus: 'BLOCKED' }),
        movement('STATUS_CHANGE', 'NO', '1', { fromStatus: 'BLOCKED', toStatus: 'BLOCKED' }),
        movement('SCRAP', 'NO', '1', { fromStatus: 'BLOCKED', toStatus: 'RELEASED' }),
        movement('SCRAP', 'NO', '1', {}, { correctionOf: '6f1f8a9d-6c2b-5c0e-9a51-d3e7b0427c11' }),
        movement('SCRAP', ' ', '1'),
      ),
    ).toEqual([
      'QUANTITY_INVALID',
      'QUANTITY_INVALID',
      'QUANTITY_INVALID',
      'TEXT_MISSING',
      'NOTHING_MOVES',
      'DESTINATION_NOT_APPLICABLE',
      'STATUS_MISSING',
      'NOTHING_MOVES',
      'STATUS_AMBIGUOUS',
      'CORRECTED_FACT_UNKNOWN',
      'TEXT_MISSING',
    ]);
    const { results } = await register(
      inventory,
      item('NO', { conversions: [{ unitOfMeasure: 'BX', factor: '0' }] }),
      item('NO', {
        conversions: [
          { unitOfMeasure: 'BX', factor: '10' },
          { unitOfMeasure: 'BX', factor: '12' },
        ],
      }),
      item('NO', { conversions: [{ unitOfMeasure: 'EA', factor: '2' }] }),
    );
    expect(results.map(({ userErrors }) => userErrors[0]!.code)).toEqual([
      'QUANTITY_INVALID',
      'CONVERSION_CONTRADICTORY',
      'CONVERSION_CONTRADICTORY',
    ]);
  });

  it('keeps items with hyphens, blanks and letters of any script apart', async () => {
    const skus = ['A-B', 'A', 'A-', '-B', 'Ä-B', 'A B'];
    await register(inventory, ...skus.map((sku) => item(sku)));
    await happen(
      ...skus.map((sku, index) => movement('OPENING', sku, String(index + 1), { lotNumber: 'B-L' })),
      movement('OPENING', 'A', '9', { lotNumber: '-B-L' }),
    );
    const stock = await Promise.all(skus.map((sku) => stockOf(inventory, sku)));
    expect(stock.map((positions) => positions.length)).toEqual([1, 2, 1, 1, 1, 1]);
  });

  it('never shares a position with a simulated one', async () => {
    await register(inventory, item('BOTH'));
    await happen(movement('OPENING', 'BOTH', '1'), movement('OPENING', 'BOTH', '2', {}, { sourceSystemId: 'sim.wms' }));
    const { data } = await inventory.ask<{ real: Page; simulated: Page }>(
      'inventory',
      'planner',
      `fragment P on StockPositionConnection { totals { quantity positions } edges { node { origin quantity } } }
       { real: stockPositions(filter: { search: "BOTH", origin: REAL }) { ...P }
         simulated: stockPositions(filter: { search: "BOTH", origin: SIMULATED }) { ...P } }`,
    );
    type Page = { totals: object[]; edges: object[] };
    expect(data).toEqual({
      real: { totals: [{ quantity: '1', positions: 1 }], edges: [{ node: { origin: 'REAL', quantity: '1' } }] },
      simulated: {
        totals: [{ quantity: '2', positions: 1 }],
        edges: [{ node: { origin: 'SIMULATED', quantity: '2' } }],
      },
    });
  });
});

describe('the ledger', () => {
  it('is only added to', async () => {
    await expect(rowsOf(inventory, `UPDATE stock_movement SET quantity = 1`)).rejects.toThrow('only added to');
    await expect(rowsOf(inventory, `DELETE FROM stock_movement`)).rejects.toThrow('only added to');
    await expect(rowsOf(inventory, `TRUNCATE stock_movement`)).rejects.toThrow('only added to');
  });

  it('is read in pages, with totals of the whole and never two units in one sum', async () => {
    await register(inventory, item('PAGE-1'), item('PAGE-2', { unitOfMeasure: 'KGM' }), item('PAGE-3'));
    await happen(
      movement('OPENING', 'PAGE-1', '1'),
      movement('OPENING', 'PAGE-2', '2.5'),
      movement('OPENING', 'PAGE-3', '4'),
      movement('OPENING', 'PAGE-3', '8', { plantCode: 'MUC' }),
    );
    const page = async (after: string | null) => {
      const { data, errors } = await inventory.ask<{
        stockPositions: {
          totalCount: number;
          totals: object[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
          edges: { node: { item: { sku: string }; quantity: string } }[];
        };
      }>(
        'inventory',
        'planner',
        `query ($after: Cursor) { stockPositions(first: 3, after: $after, filter: { search: "PAGE-" }) { totalCount
           totals { status owner unitOfMeasure quantity positions } pageInfo { hasNextPage endCursor }
           edges { node { item { sku } quantity } } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      return data.stockPositions;
    };
    const first = await page(null);
    expect(first).toMatchObject({
      totalCount: 4,
      totals: [
        { status: 'RELEASED', owner: 'OWN', unitOfMeasure: 'EA', quantity: '13', positions: 3 },
        { status: 'RELEASED', owner: 'OWN', unitOfMeasure: 'KGM', quantity: '2.5', positions: 1 },
      ],
      pageInfo: { hasNextPage: true },
    });
    const second = await page(first.pageInfo.endCursor);
    expect([...first.edges, ...second.edges].map(({ node }) => node.quantity).sort()).toEqual(['1', '2.5', '4', '8']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('gives the stock of many items, with lots, plants and ages, in a fixed number of statements', async () => {
    const skus = Array.from({ length: 30 }, (_, index) => `BUDGET-${index}`);
    await register(inventory, ...skus.map((sku) => item(sku)));
    await happen(...skus.map((sku) => movement('OPENING', sku, '1', { lotNumber: 'L' })));
    const { answer, statements } = await statementsDuring(inventory.subgraph('inventory').database, () =>
      inventory.ask<{ items: { edges: { node: { stock: object[] } }[] } }>(
        'inventory',
        'planner',
        `{ items(first: 30, filter: { search: "BUDGET-" }) { edges { node { stock {
           item { sku } plant { code } lot { lotNumber supplier { id } } quantity freshness { status } } } } } }`,
      ),
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data.items.edges.map(({ node }) => node.stock.length)).toEqual(skus.map(() => 1));
    // Items and their count; positions; items of positions, plants, lots; flows.
    expect(statements).toHaveLength(7);
  });

  it('takes a bulk in as few statements as one movement', async () => {
    await register(inventory, item('BULK'));
    await inventory.settle();
    const during = async (count: number): Promise<number> => {
      await move(inventory, ...Array.from({ length: count }, () => movement('OPENING', 'BULK', '1')));
      const { statements } = await statementsDuring(inventory.subgraph('inventory').database, () => inventory.settle());
      return statements.length;
    };
    expect(await during(400)).toBe(await during(1));
    expect(await stockOf(inventory, 'BULK')).toEqual(['HAM RELEASED 401']);
  });
});

describe('a supplier', () => {
  const own = actorOf('supplier', [supplierIdOf('OWNER')]);
  const rival = actorOf('supplier', [supplierIdOf('RIVAL')]);

  it('sees of stock its own consignment alone, whatever way it asks', async () => {
    await say(
      lineSent('S/1', { supplier: 'OWNER', sku: 'SHARED', plant: 'HAM' }),
      lineSent('S/2', { supplier: 'RIVAL', sku: 'SHARED', plant: 'HAM' }),
    );
    const consigned = { stockStatus: 'RELEASED', consignment: true };
    await arrive(
      receipt('S/1', { ...consigned, quantity: '5', lotNumber: 'OWN-LOT', supplierLotNumber: 'OL' }),
      receipt('S/1', { stockStatus: 'RELEASED', quantity: '6', lotNumber: 'BOUGHT' }),
      receipt('S/2', { ...consigned, quantity: '7', lotNumber: 'RIVAL-LOT' }),
      receipt('S/1', { ...consigned, quantity: '1', lotNumber: 'MIXED' }),
      receipt('S/2', { ...consigned, quantity: '1', lotNumber: 'MIXED' }),
      receipt('S/2', { ...consigned, quantity: '8' }),
    );
    expect(await stockOf(inventory, 'SHARED')).toHaveLength(5);
    expect(await stockOf(inventory, 'SHARED', own)).toEqual(['HAM OWN-LOT RELEASED SUPPLIER 5']);
    expect(await stockOf(inventory, 'SHARED', rival)).toEqual(['HAM RIVAL-LOT RELEASED SUPPLIER 7']);
    const lots: { id: string; lot_number: string }[] = await rowsOf(inventory, `SELECT id, lot_number FROM lot`);
    const idOf = (lotNumber: string) => lots.find((lot) => lot.lot_number === lotNumber)!.id;
    const { data, errors } = await inventory.ask(
      'inventory',
      own,
      `query ($r: [_Any!]!, $rival: ID!) {
         _entities(representations: $r) { ... on Lot { lotNumber supplierLotNumber supplier { id } stock { quantity } } }
         lot(id: $rival) { lotNumber }
         stockPositions { totalCount totals { quantity } notInStock { count } edges { node { quantity lot { lotNumber } } } } }`,
      {
        r: ['OWN-LOT', 'BOUGHT', 'RIVAL-LOT', 'MIXED'].map((lotNumber) => ({ __typename: 'Lot', id: idOf(lotNumber) })),
        rival: idOf('RIVAL-LOT'),
      },
    );
    expect(errors).toEqual([]);
    const supplier = { id: supplierIdOf('OWNER') };
    expect(data).toEqual({
      _entities: [
        { lotNumber: 'OWN-LOT', supplierLotNumber: 'OL', supplier, stock: [{ quantity: '5' }] },
        { lotNumber: 'BOUGHT', supplierLotNumber: null, supplier, stock: [] },
        null,
        null,
      ],
      lot: null,
      stockPositions: {
        totalCount: 1,
        totals: [{ quantity: '5' }],
        notInStock: [],
        edges: [{ node: { quantity: '5', lot: { lotNumber: 'OWN-LOT' } } }],
      },
    });
  });
});

describe('the age of stock', () => {
  const ageOf = async (sku: string) => {
    const { data } = await inventory.ask<{
      item: {
        stock: { status: string; freshness: { asOf: string; sources: number; weakestSource: { id: string } } }[];
      };
    }>(
      'inventory',
      'planner',
      `query ($sku: String) { item(sku: $sku) { stock { status freshness { asOf sources weakestSource { id } } } } }`,
      { sku },
    );
    return data.item.stock.map(({ freshness }) => [freshness.asOf, freshness.sources, freshness.weakestSource.id]);
  };

  it('is that of the oldest flow at its plant; inspections count where they decide', async () => {
    const there = await startInventory();
    const before = inventory;
    inventory = there;
    try {
      await say(ordered('AGE'));
      await register(there, item('MADE'));
      const [id] = await arrive(
        received('AGE', { stockStatus: 'IN_INSPECTION' }, { recordedAt: '2026-03-14T09:00:00Z' }),
      );
      await happen(movement('OPENING', 'MADE', '1', {}, { recordedAt: '2026-03-14T08:00:00Z' }));
      await decide(decided(id!, '10', '0'));
      expect(await ageOf('MADE')).toEqual([['2026-03-14T08:00:00.000Z', 2, 'wms']]);
      expect(await ageOf('AGE')).toEqual([['2026-03-13T18:01:00.000Z', 3, 'qms']]);
    } finally {
      expect(await differences(there)).toEqual([]);
      inventory = before;
      await there.end();
    }
  });
});

/** Receipts and movements outside of stock, by reason; the tests each leave none but where they say so. */
async function waiting(): Promise<Record<string, number>> {
  const { data } = await inventory.ask<{ stockPositions: { notInStock: { code: string; count: number }[] } }>(
    'inventory',
    'planner',
    `{ stockPositions(first: 0) { notInStock { code label count } } }`,
  );
  return Object.fromEntries(data.stockPositions.notInStock.map(({ code, count }) => [code, count]));
}

async function receiptOf(id: string): Promise<object | null> {
  const { data, errors } = await inventory.ask<{ _entities: [object | null] }>(
    'inventory',
    'planner',
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on GoodsReceipt {
       quantity unitOfMeasure baseQuantity notInStock stockStatus consignment } } }`,
    { r: [{ __typename: 'GoodsReceipt', id }] },
  );
  expect(errors).toEqual([]);
  return data._entities[0];
}

/** Entries of the ledger about a receipt, in order. */
async function ledgerOf(factId: string): Promise<string[]> {
  const rows: { quantity: string; correction: boolean }[] = await rowsOf(
    inventory,
    `SELECT quantity::text, correction FROM stock_movement WHERE fact_id = '${factId}' ORDER BY seq`,
  );
  return rows.map(
    ({ quantity, correction }) => `${quantity.startsWith('-') ? '' : '+'}${quantity}${correction ? ' again' : ''}`,
  );
}
