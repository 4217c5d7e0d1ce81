import { purchaseOrderLineIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { actorOf } from '@sightline/kit/testing/run-platform';
import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
const former = actorOf('supplier', [supplierIdOf('FORMER')]);
const next = actorOf('supplier', [supplierIdOf('NEXT')]);
const idOf = (value: string): string => purchaseOrderLineIdOf(told.name(value));

beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('FORMER', 'NEXT');
  const terms = { sentOn: '2026-01-10', committedDate: '2026-02-10' };
  await told.lines(told.line('MOVED', { ...terms, supplierCode: 'FORMER' }));
  const receipt = { sourceSystemId: ERP, line: 'MOVED', on: '2026-02-09', quantity: '4', finalDelivery: false };
  told.platform.scripted('inventory').publish(goodsReceived(receipt));
  await told.platform.settle();
  await told.lines(told.line('MOVED', { ...terms, supplierCode: 'NEXT', source: told.source('2026-03-01') }));
  await told.platform.settle();
});
afterAll(() => told.stop());

const PAST = 'asOf: "2026-02-20T00:00:00Z"';
const FIGURE = 'n contributions { totalCount edges { node { label } } }';
const EVERYWHERE = `query ($key: ExternalIdInput!) {
  purchaseOrderLine(externalId: $key) { id }
  purchaseOrderLines { totalCount edges { node { id } } }
  named: purchaseOrderLines(filter: { externalIds: [$key] }) { totalCount }
  supplierPerformance(window: { lastDays: 90 }) { onTime { ${FIGURE} } leadTime { ${FIGURE} } volume { lines } }
  unstored: supplierPerformance(window: { lastDays: 90 }) { otif(definitionId: "otif.agreed@1") { ${FIGURE} } }
  past: supplierPerformance(window: { lastDays: 90 }, ${PAST}) { onTime { ${FIGURE} } volume { lines } }
  orderBook { ordered { value } open { value } overdue { ${FIGURE} } }
  pastBook: orderBook(${PAST}) { ordered { value } open { ${FIGURE} } }
  compareDefinitions(window: { lastDays: 90 }, definitionIds: ["otif.lastCommit@1", "otif.supplier@1"]) {
    results { metric { ${FIGURE} } } differences { totalCount } } }`;

describe('a line that another supplier has taken over', () => {
  it('is nowhere to be seen for the former one', async () => {
    const answer = await told.platform.ask('suppliers', former, EVERYWHERE, { key: told.name('MOVED') });
    expect(answer.errors).toEqual([]);
    const text = JSON.stringify(answer.data);
    expect(text).not.toContain('PO-MOVED');
    expect(text).not.toContain(idOf('MOVED'));
    expect(text).not.toMatch(/"(n|value|totalCount|lines)":[1-9]/);
    const heads = await told.rows(`SELECT supplier_id FROM line_external_id WHERE line_id = '${idOf('MOVED')}'`);
    expect(heads).toEqual(heads.map(() => ({ supplier_id: supplierIdOf('NEXT') })));
  });

  it('is found by its name by the next one, with all that was received before', async () => {
    const answer = await told.platform.ask<{ purchaseOrderLine: object }>(
      'suppliers',
      next,
      `query ($key: ExternalIdInput) { purchaseOrderLine(externalId: $key) { id receivedQuantity currentCommitDate } }`,
      { key: told.name('MOVED') },
    );
    expect(answer.data.purchaseOrderLine).toEqual({
      id: idOf('MOVED'),
      receivedQuantity: '4',
      currentCommitDate: '2026-02-10',
    });
  });

  it('belongs to nobody once it comes from a site of our own', async () => {
    await told.lines(told.line('INWARD', { supplierCode: 'FORMER' }));
    await told.lines(told.line('INWARD', { supplierCode: null, sourcing: 'TRANSFER', supplyingPlantCode: 'BER' }));
    await told.events({
      source: told.source('2026-03-02'),
      milestone: 'SHIPPED',
      purchaseOrderLine: told.name('INWARD'),
    });
    await told.platform.settle();
    expect(await told.rows(`SELECT tenant FROM event_log WHERE subject_id = '${idOf('INWARD')}' ORDER BY pos`)).toEqual(
      [{ tenant: supplierIdOf('FORMER') }, { tenant: null }, { tenant: null }],
    );
    const answer = await told.platform.ask('suppliers', former, EVERYWHERE, { key: told.name('INWARD') });
    expect(JSON.stringify(answer.data)).not.toContain('INWARD');
  });
});
