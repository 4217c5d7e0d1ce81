import { DataSource } from 'typeorm';
import { supplierIdOf } from '@sightline/contracts/identities';
import { actorOf } from '@sightline/kit/testing/run-platform';
import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
const OWN = supplierIdOf('OWN');
const RIVAL = supplierIdOf('RIVAL');
const supplier = actorOf('supplier', [OWN]);

beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('OWN', 'RIVAL');
  for (const code of ['OWN', 'RIVAL']) {
    await told.lines(
      told.line(`${code}-1`, {
        supplierCode: code,
        sentOn: '2026-01-10',
        committedDate: '2026-02-10',
        sku: 'SHARED',
        manufacturingSite: `${code} works`,
      }),
      told.line(`${code}-2`, { supplierCode: code, sentOn: '2026-01-10', committedDate: '2026-02-10' }),
    );
    told.platform.scripted('inventory').publish(
      goodsReceived({
        sourceSystemId: ERP,
        line: `${code}-1`,
        on: '2026-02-09',
        quantity: '10',
        finalDelivery: true,
      }),
    );
  }
  await told.platform.settle();
});
afterAll(() => told.stop());

const LINE = 'id orderNumber supplier { id code name }';
const FIGURE = 'n contributions { totalCount edges { node { label } } }';

describe('a supplier', () => {
  it.each([
    [
      'lists',
      `{ suppliers { totalCount edges { node { code name } } } purchaseOrderLines { totalCount edges { node { ${LINE} } } } }`,
    ],
    [
      'nested lists',
      `{ suppliers { edges { node { purchaseOrderLines { totalCount edges { node { ${LINE} } } } } } } }`,
    ],
    [
      'aliases and fragments',
      `{ a: suppliers { ...S } b: suppliers(orderBy: NAME_DESC) { ...S } } fragment S on SupplierConnection { edges { node { ... on Supplier { code onTime(window: {lastDays: 90}) { ${FIGURE} } } } } }`,
    ],
    [
      'figures',
      `{ supplierPerformance(window: { lastDays: 90 }) { leadTime { ${FIGURE} } onTime { ${FIGURE} } lateness { ${FIGURE} } volume { lines orders value { value } } breakdown(by: SUPPLIER) { edges { node { key label supplier { code } } } } bySupplier { supplier { code } } series { start dueLines } } orderBook { ordered { ${FIGURE} } overdue { ${FIGURE} } } }`,
    ],
    [
      'the past',
      `{ supplierPerformance(window: { lastDays: 90 }, asOf: "2026-03-01T00:00:00Z") { onTime { ${FIGURE} } breakdown(by: MANUFACTURING_SITE) { edges { node { key } } } } orderBook(asOf: "2026-03-01T00:00:00Z", knownAt: "2026-03-01T00:00:00Z") { ordered { ${FIGURE} } } }`,
    ],
    [
      'comparisons',
      `{ compareDefinitions(window: { lastDays: 90 }, definitionIds: ["otif.lastCommit@1", "otif.supplier@1"]) { results { metric { ${FIGURE} } } differences { totalCount edges { node { line { ${LINE} } } } } } }`,
    ],
    [
      'names',
      `{ supplier(code: "RIVAL") { name } purchaseOrderLine(externalId: { sourceSystemId: "${ERP}", type: "purchaseOrderLine", value: "RIVAL-1" }) { ${LINE} } }`,
    ],
    [
      'ids',
      `{ supplier(id: "${RIVAL}") { name code } suppliers(filter: { ids: ["${RIVAL}"] }) { totalCount } purchaseOrderLines(filter: { supplierIds: ["${RIVAL}"] }) { totalCount } }`,
    ],
    [
      'a scope that names another',
      `{ supplierPerformance(scope: { supplierIds: ["${RIVAL}"] }, window: { lastDays: 90 }) { onTime { ${FIGURE} } } }`,
    ],
    [
      'entities',
      `{ _entities(representations: [{ __typename: "Supplier", id: "${RIVAL}" }, { __typename: "Supplier", code: "RIVAL" }]) { ... on Supplier { code name onTime { n } } } }`,
    ],
  ])('cannot reach another supplier through %s', async (_, query) => {
    const answer = await told.platform.ask('suppliers', supplier, query);
    expect(answer.errors).toEqual([]);
    const text = JSON.stringify(answer.data);
    expect(text).not.toContain('RIVAL');
    expect(text).not.toContain(RIVAL);
    // The same question does reach the other supplier for the buyer: the test would notice a question that asks nothing.
    const buyer = JSON.stringify((await told.platform.ask('suppliers', 'executive', query)).data);
    expect(buyer === text).toBe(false);
  });

  it('sees its own lines and figures', async () => {
    const answer = await told.platform.ask<{
      purchaseOrderLines: { totalCount: number };
      supplierPerformance: { onTime: { n: number; value: number } };
    }>(
      'suppliers',
      supplier,
      `{ purchaseOrderLines { totalCount } supplierPerformance(window: { lastDays: 90 }) { onTime { n value } } }`,
    );
    expect(answer.data).toEqual({
      purchaseOrderLines: { totalCount: 2 },
      supplierPerformance: { onTime: { n: 2, value: 50 } },
    });
  });

  it('may not use the door', async () => {
    const answer = await told.platform.ask(
      'suppliers',
      supplier,
      `mutation { onboardSuppliers(inputs: []) { applied } }`,
    );
    expect(answer.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('is given no page of the buyer by the buyer’s cursor', async () => {
    const query = `query ($after: Cursor) { supplierPerformance(window: { lastDays: 90 }) { onTime { contributions(first: 1, after: $after) { pageInfo { endCursor } edges { node { label } } } } } }`;
    const buyer = await told.platform.ask<{
      supplierPerformance: { onTime: { contributions: { pageInfo: { endCursor: string } } } };
    }>('suppliers', 'executive', query);
    const stolen = await told.platform.ask('suppliers', supplier, query, {
      after: buyer.data.supplierPerformance.onTime.contributions.pageInfo.endCursor,
    });
    expect(stolen.errors[0]).toMatchObject({ extensions: { code: 'CURSOR_INVALID' } });
  });
});

describe('a connection with the subgraph’s role and no tenant', () => {
  it('sees no row of any table', async () => {
    const raw = await new DataSource({
      type: 'postgres',
      url: told.database.urlOf('suppliers'),
      extra: { options: '-c search_path=suppliers' },
    }).initialize();
    try {
      const tables: { name: string }[] = await raw.query(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'suppliers' AND tablename <> 'migration'`,
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
