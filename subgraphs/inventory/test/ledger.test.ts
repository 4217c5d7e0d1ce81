import fc from 'fast-check';
import { factIdOf } from '@sightline/contracts/identities';
import { lineSent, post, receipt, startInventory, type InventoryUnderTest } from './inventory-platform';
import { decided, differences, item, move, movement, register, stockOf } from './stock-platform';

let inventory: InventoryUnderTest;
beforeAll(async () => {
  inventory = await startInventory();
});
afterAll(() => inventory.end());

/** A box holds ten. */
const BOX = 10;
const STATUSES = ['RELEASED', 'IN_INSPECTION', 'BLOCKED', 'RETURNS'] as const;

const deliveries = fc.array(
  fc.record({
    quantity: fc.nat(50),
    boxes: fc.boolean(),
    dockToStock: fc.boolean(),
    corrected: fc.option(fc.nat(50)),
    decided: fc.option(fc.record({ accepted: fc.nat(30), rejected: fc.nat(30), back: fc.boolean() })),
  }),
  { maxLength: 4 },
);
const movements = fc.array(
  fc.record({
    kind: fc.constantFrom('OPENING', 'ISSUE', 'TRANSFER', 'STATUS_CHANGE', 'ADJUSTMENT'),
    quantity: fc.integer({ min: 1, max: 20 }),
    boxes: fc.boolean(),
    corrected: fc.option(fc.integer({ min: 1, max: 20 })),
    from: fc.constantFrom(...STATUSES),
  }),
  { maxLength: 4 },
);

type Delivery = typeof deliveries extends fc.Arbitrary<readonly (infer One)[]> ? One : never;
type Movement = typeof movements extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** What all of it comes to, worked out by hand in whole pieces: quantity by plant and condition. */
function expected(received: readonly Delivery[], moved: readonly Movement[]): string[] {
  const stock = new Map<string, number>();
  const put = (plant: string, status: string, pieces: number): void => {
    stock.set(`${plant} ${status}`, (stock.get(`${plant} ${status}`) ?? 0) + pieces);
  };
  for (const one of received) {
    const unit = one.boxes ? BOX : 1;
    const quantity = (one.corrected ?? one.quantity) * unit;
    if (quantity === 0) continue;
    const start = one.dockToStock ? 'RELEASED' : 'IN_INSPECTION';
    put('HAM', start, quantity);
    if (one.decided === null) continue;
    put('HAM', start, -(one.decided.accepted + one.decided.rejected) * unit);
    put('HAM', 'RELEASED', one.decided.accepted * unit);
    put('HAM', one.decided.back ? 'RETURNS' : 'BLOCKED', one.decided.rejected * unit);
  }
  for (const one of moved) {
    const pieces = (one.corrected ?? one.quantity) * (one.boxes ? BOX : 1);
    if (one.kind === 'OPENING' || one.kind === 'ADJUSTMENT') put('HAM', one.from, pieces);
    else put('HAM', one.from, -pieces);
    if (one.kind === 'TRANSFER') put('MUC', one.from, pieces);
    if (one.kind === 'STATUS_CHANGE') put('HAM', after(one.from), pieces);
  }
  return [...stock].flatMap(([place, pieces]) => (pieces === 0 ? [] : [`${place} ${pieces}`])).sort();
}

const after = (status: (typeof STATUSES)[number]): string =>
  STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length]!;

let runs = 0;

/** Everything that happens, as steps that may be taken in any order, and more than once. */
function stepsOf(sku: string, received: readonly Delivery[], moved: readonly Movement[]): (() => Promise<unknown>)[] {
  const statement = lineSent(`${sku}/1`, { supplier: 'ACME', sku, plant: 'HAM' });
  const registration = item(sku, { conversions: [{ unitOfMeasure: 'BX', factor: String(BOX) }] });
  let stated = false;
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      // A log holds each of its events once.
      if (!stated) inventory.scripted('suppliers').publish(statement);
      stated = true;
    },
    () => register(inventory, registration),
  ];
  const idOf = (fact: { source: Record<string, unknown> }): string =>
    factIdOf(String(fact.source['sourceSystemId']), String(fact.source['idempotencyKey']));
  for (const one of received) {
    const fields = {
      unitOfMeasure: one.boxes ? 'BX' : 'EA',
      stockStatus: one.dockToStock ? 'RELEASED' : 'IN_INSPECTION',
    };
    const original = receipt(`${sku}/1`, { ...fields, quantity: String(one.quantity) });
    const correction = receipt(
      `${sku}/1`,
      { ...fields, quantity: String(one.corrected) },
      { correctionOf: idOf(original) },
    );
    // A correction of what nobody sent is refused, so it comes with the original or after it.
    steps.push(() => post(inventory, one.corrected === null ? [original] : [original, correction]));
    if (one.corrected !== null) steps.push(() => post(inventory, [correction, original]));
    if (one.decided !== null) {
      const { accepted, rejected, back } = one.decided;
      const decision = decided(
        idOf(original),
        String(accepted),
        String(rejected),
        back ? 'RETURN' : null,
        fields.unitOfMeasure,
      );
      let told = false;
      steps.push(async () => {
        if (!told) inventory.scripted('quality').publish(decision);
        told = true;
      });
    }
  }
  for (const one of moved) {
    const fields = {
      unitOfMeasure: one.boxes ? 'BX' : 'EA',
      fromStatus: one.from,
      ...(one.kind === 'TRANSFER' ? { toPlantCode: 'MUC' } : {}),
      ...(one.kind === 'STATUS_CHANGE' ? { toStatus: after(one.from) } : {}),
    };
    const original = movement(one.kind, sku, String(one.quantity), fields);
    const correction = movement(one.kind, sku, String(one.corrected), fields, { correctionOf: idOf(original) });
    steps.push(() => move(inventory, ...(one.corrected === null ? [original] : [original, correction])));
    steps.push(() => move(inventory, ...(one.corrected === null ? [original] : [correction, original])));
  }
  return steps;
}

describe('the ledger', () => {
  it('comes to the same, in whatever order and however often the facts arrive, and is what positions show', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, movements, fc.infiniteStream(fc.nat(1_000)), async (received, moved, chance) => {
        runs += 1;
        const sku = `ANY-${runs}`;
        const steps = stepsOf(sku, received, moved);
        const order = [...steps, ...steps]
          .map((step) => ({ step, place: chance.next().value as number }))
          .sort((a, b) => a.place - b.place);
        for (const { step, place } of order) {
          await step();
          if (place % 3 === 0) await inventory.settle();
        }
        await inventory.settle();
        expect((await stockOf(inventory, sku)).sort()).toEqual(expected(received, moved));
        expect(await differences(inventory)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
