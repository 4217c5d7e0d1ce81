import { DataSource } from 'typeorm';
import { itemIdOf, lotIdOf, purchaseOrderLineIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { actorOf } from '@sightline/kit/testing/run-platform';
import { ERP, QualityPlatform } from './quality-platform';

let told: QualityPlatform;
const OWN = supplierIdOf('OWN');
const RIVAL = supplierIdOf('RIVAL');
const supplier = actorOf('supplier', [OWN]);
const rivalLine = purchaseOrderLineIdOf({ sourceSystemId: ERP, type: 'purchaseOrderLine', value: 'RIVAL-1' });
let rivalLot: string;

beforeAll(async () => {
  told = await QualityPlatform.start('2026-03-20T12:00:00Z');
  for (const code of ['OWN', 'RIVAL']) {
    told.lines(code, [`${code}-1`]);
    told.receipts({ line: `${code}-1`, key: `${code}-1`, quantity: '100', lotNumber: `${code}-B1` });
  }
  await told.settle();
  const answer = await told.inspect(
    ...['OWN', 'RIVAL'].flatMap((code) => [
      { event: 'RESULTS_RECORDED', lot: `${code}-Q`, receipt: `${code}-1`, sampleSize: 10, defectiveInSample: '1' },
      { event: 'DECIDED', lot: `${code}-Q`, decision: 'REJECTED', reason: `${code} is to blame` },
    ]),
  );
  rivalLot = answer.results[2]!.subjectId!;
  await told.settle();
});
afterAll(() => told.stop());

const LOT = 'id number reason supplier { id } purchaseOrderLine { id } lot { id } externalIds { value }';
const FIGURE = 'n numerator contributions { totalCount edges { node { subjectId label } } }';
const stockLot = lotIdOf(itemIdOf('VALVE'), 'RIVAL-B1');

describe('a supplier', () => {
  it.each([
    ['lists', `{ inspectionLots { totalCount edges { node { ${LOT} } } } }`],
    ['ids', `{ inspectionLot(id: "ID_OF_THE_LOT") { ${LOT} } }`],
    ['filters', `{ inspectionLots(filter: { supplierIds: ["${RIVAL}"] }) { totalCount edges { node { ${LOT} } } } }`],
    [
      'figures',
      `{ qualityPerformance { defectRate { ${FIGURE} } lotRejectionRate { ${FIGURE} } bySupplier { supplier { id } } series { inspected } } }`,
    ],
    [
      'the past',
      `{ qualityPerformance(asOf: "2026-03-15T00:00:00Z", knownAt: "2026-03-15T00:00:00Z") { defectRate { ${FIGURE} } bySupplier { supplier { id } } } }`,
    ],
    [
      'a scope that names another',
      `{ qualityPerformance(scope: { supplierIds: ["${RIVAL}"] }) { defectRate { ${FIGURE} } } }`,
    ],
    [
      'entities',
      `{ _entities(representations: [{ __typename: "Supplier", id: "${RIVAL}" }, { __typename: "InspectionLot", id: "ID_OF_THE_LOT" },
           { __typename: "PurchaseOrderLine", id: "${rivalLine}" }, { __typename: "Lot", id: "${stockLot}" },
           { __typename: "Item", id: "${itemIdOf('VALVE')}" }]) {
         ... on Supplier { defectRate { ${FIGURE} } lotRejectionRate { ${FIGURE} } } ... on InspectionLot { ${LOT} }
         ... on PurchaseOrderLine { inspectionLots { ${LOT} } } ... on Lot { inspectionLots { ${LOT} } }
         ... on Item { defectRate { ${FIGURE} } } } }`,
    ],
  ])('cannot reach another supplier through %s', async (_, query) => {
    const asked = query.replaceAll('ID_OF_THE_LOT', rivalLot);
    const answer = await told.platform.ask('quality', supplier, asked);
    expect(answer.errors).toEqual([]);
    const text = JSON.stringify(answer.data);
    expect(text).not.toContain('RIVAL');
    expect(text).not.toContain(RIVAL);
    // The same question does reach the other supplier for the buyer: the test would notice a question that asks nothing.
    const buyer = JSON.stringify((await told.platform.ask('quality', 'executive', asked)).data);
    expect(buyer === text).toBe(false);
  });

  it('sees its own lots and figures', async () => {
    const { data } = await told.platform.ask(
      'quality',
      supplier,
      `{ inspectionLots { totalCount edges { node { number } } } qualityPerformance { defectRate { n value } } }`,
    );
    expect(data).toEqual({
      inspectionLots: { totalCount: 1, edges: [{ node: { number: 'OWN-Q' } }] },
      qualityPerformance: { defectRate: { n: 1, value: 10_000 } },
    });
  });

  it('may not use the door', async () => {
    const { errors } = await told.platform.ask(
      'quality',
      supplier,
      `mutation { recordInspections(inputs: []) { applied } }`,
    );
    expect(errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('a connection with the subgraph’s role and no tenant', () => {
  it('sees no row of any table', async () => {
    const raw = await new DataSource({
      type: 'postgres',
      url: told.database.urlOf('quality'),
      extra: { options: '-c search_path=quality' },
    }).initialize();
    try {
      const tables: { name: string }[] = await raw.query(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'quality' AND tablename <> 'migration'`,
      );
      expect(tables.length).toBeGreaterThan(10);
      for (const { name } of tables) {
        const rows: { count: string }[] = await raw.query(`SELECT count(*) AS count FROM ${name}`);
        expect({ name, rows: Number(rows[0]!.count) }).toEqual({ name, rows: 0 });
      }
    } finally {
      await raw.destroy();
    }
  });
});
