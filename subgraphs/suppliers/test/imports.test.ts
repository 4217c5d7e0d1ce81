import { itemIdOf, purchaseOrderLineIdOf } from '@sightline/contracts/identities';
import { goodsReceived } from './goods-received';
import { importMark } from './import-mark';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('ACME');
});
afterAll(() => told.stop());

const idOf = (value: string): string => purchaseOrderLineIdOf(told.name(value));
const names = (...values: string[]): Record<string, unknown> => ({
  externalIds: values.map((value) => told.name(value)),
});
const inImport = (importId: string): Record<string, unknown> => ({
  source: told.source('2026-01-01', '2026-01-01', { importId }),
});

async function seal(importId: string): Promise<void> {
  for (const via of ['operations', 'inventory'] as const)
    told.platform.scripted(via).publish(importMark(via, 'SEALED', importId));
  await told.platform.settle();
}
async function drop(importId: string): Promise<void> {
  told.platform.scripted('operations').publish(importMark('operations', 'DROPPED', importId));
  await told.platform.settle();
}
async function lineNamed(value: string): Promise<string | null> {
  const data = await told.query<{ purchaseOrderLine: { id: string } | null }>(
    `query ($key: ExternalIdInput) { purchaseOrderLine(externalId: $key) { id } }`,
    { key: told.name(value) },
  );
  return data.purchaseOrderLine?.id ?? null;
}

describe('a dropped import', () => {
  it('leaves no name behind: the next one may give it to another line', async () => {
    await told.lines(told.line('A1', { ...inImport('wrong'), ...names('A1', 'A-X') }));
    await drop('wrong');
    const again = await told.lines(told.line('A2', { ...inImport('right'), ...names('A2', 'A-X') }));
    expect(again.results[0]).toMatchObject({ outcome: 'APPLIED', subjectId: idOf('A2') });
    await seal('right');
    expect([await lineNamed('A-X'), await lineNamed('A1')]).toEqual([idOf('A2'), null]);
  });

  it('leaves its names to those who gave them too', async () => {
    await told.lines(told.line('B1', names('B1', 'B-X')));
    await told.lines(told.line('B1', { ...inImport('more'), ...names('B1', 'B-X', 'B-Y') }));
    await drop('more');
    expect([await lineNamed('B1'), await lineNamed('B-X'), await lineNamed('B-Y')]).toEqual([
      idOf('B1'),
      idOf('B1'),
      null,
    ]);
  });

  it('gives no name to what it sends after it was dropped', async () => {
    await drop('late');
    await told.lines(told.line('C1', { ...inImport('late'), ...names('C1', 'C-X') }));
    const next = await told.lines(told.line('C2', names('C2', 'C-X')));
    expect(next.results[0]).toMatchObject({ outcome: 'APPLIED', subjectId: idOf('C2') });
    await told.platform.settle();
    expect(await lineNamed('C-X')).toBe(idOf('C2'));
  });

  it('leaves no fact waiting for its line', async () => {
    const milestone = { milestone: 'SHIPPED', purchaseOrderLine: told.name('D1') };
    const parked = await told.events({ ...inImport('gone'), ...milestone });
    expect(parked.results[0]).toMatchObject({ outcome: 'PARKED' });
    await drop('gone');
    await told.lines(told.line('D1'));
    await told.platform.settle();
    const { count } = (
      await told.rows<{ count: string }>(`SELECT count(*) AS count FROM event_log WHERE subject_id = '${idOf('D1')}'`)
    )[0]!;
    expect(count).toBe('1');
  });

  it('does not keep a receipt from the line when the line comes again', async () => {
    await told.lines(told.line('E1', inImport('first')));
    await drop('first');
    const receipt = { sourceSystemId: ERP, line: 'E1', on: '2026-02-01', quantity: '10', finalDelivery: true };
    told.platform.scripted('inventory').publish(goodsReceived(receipt));
    await told.platform.settle();
    await told.lines(told.line('E1'));
    await told.platform.settle();
    const data = await told.query<{ purchaseOrderLine: object }>(
      `query ($key: ExternalIdInput) { purchaseOrderLine(externalId: $key) { receivedQuantity status } }`,
      { key: told.name('E1') },
    );
    expect(data.purchaseOrderLine).toEqual({ receivedQuantity: '10', status: 'RECEIVED' });
  });
});

it('a fact finds the line that a later statement gives the name it waits for', async () => {
  await told.lines(told.line('F1'));
  await told.events({
    source: told.source('2026-02-01'),
    milestone: 'ACKNOWLEDGED',
    purchaseOrderLine: told.name('F-X'),
  });
  await told.lines(told.line('F1', names('F1', 'F-X')));
  await told.platform.settle();
  const data = await told.query<{ purchaseOrderLine: object }>(
    `query ($key: ExternalIdInput) { purchaseOrderLine(externalId: $key) { acknowledgedOn } }`,
    { key: told.name('F-X') },
  );
  expect(data.purchaseOrderLine).toEqual({ acknowledgedOn: '2026-02-01' });
});

it('a supplier’s tier in an import, without any line, splits its lines from the seal on', async () => {
  await told.onboard('TIERED');
  await told.lines(told.line('T1', { supplierCode: 'TIERED', committedDate: '2026-03-10', sku: 'T1' }));
  await told.platform.settle();
  await told.door('onboardSuppliers', 'SupplierInput', [
    { ...inImport('tiers'), code: 'TIERED', name: 'Tiered Ltd', tier: 'STRATEGIC' },
  ]);
  await told.platform.settle();
  await seal('tiers');
  const data = await told.query<{ supplierPerformance: { breakdown: { edges: { node: { key: string } }[] } } }>(
    `query ($ids: [ID!]) { supplierPerformance(scope: { itemIds: $ids }, window: { from: "2026-03-01", to: "2026-03-15" }) {
       breakdown(by: SUPPLIER_TIER) { edges { node { key } } } } }`,
    { ids: [itemIdOf('T1')] },
  );
  expect(data.supplierPerformance.breakdown.edges.map(({ node }) => node.key)).toEqual(['STRATEGIC']);
});
