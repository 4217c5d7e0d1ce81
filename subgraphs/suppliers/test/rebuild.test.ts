import { withTenant } from '@sightline/kit/postgres/transaction';
import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('ACME');
  for (const day of ['05', '06', '07']) {
    await told.lines(told.line(day, { sentOn: '2026-01-10', committedDate: `2026-02-${day}` }));
    told.platform
      .scripted('inventory')
      .publish(
        goodsReceived({ sourceSystemId: ERP, line: day, on: '2026-02-06', quantity: '10', finalDelivery: true }),
      );
    await told.platform.settle();
  }
});
afterAll(() => told.stop());

const asPlatform = (sql: string): Promise<{ count: string }[]> =>
  withTenant(told.platform.subgraph('suppliers').database, 'ALL', (manager) => manager.query(sql));
const currentRows = async (): Promise<number> =>
  Number((await asPlatform(`SELECT count(*) AS count FROM contribution WHERE to_pos = 9223372036854775807`))[0]!.count);
const figures = (): Promise<object> =>
  told.query(
    `{ supplierPerformance(window: { from: "2026-01-01", to: "2026-03-20" }) {
         leadTime { n mean median } onTime { n value } volume { lines } lateness { n min max } } }`,
  );

it('makes the stored contributions again from the log, as the runbook says', async () => {
  const before = await figures();
  const rows = await currentRows();
  expect(rows).toBeGreaterThan(10);

  await asPlatform(`DELETE FROM contribution`);
  await asPlatform(`UPDATE reader_position SET pos = 0 WHERE reader = 'deriver'`);
  expect(await currentRows()).toBe(0);
  // The runbook stops it before: a process remembers what its figures were made of.
  await told.platform.restart('suppliers');
  await told.platform.settle();

  expect(await currentRows()).toBe(rows);
  expect(await figures()).toEqual(before);
});
