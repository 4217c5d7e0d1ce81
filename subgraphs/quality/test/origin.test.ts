import { QualityPlatform } from './quality-platform';

let told: QualityPlatform;
beforeAll(async () => {
  told = await QualityPlatform.start('2026-03-20T12:00:00Z');
  told.lines('SIM-CO', ['S1'], {}, 'sim.erp');
  told.receipts({ line: 'S1', key: 'S1', quantity: '1000', sourceSystemId: 'sim.wms' });
  await told.settle();
  await told.inspect({
    event: 'RESULTS_RECORDED',
    lot: 'SQ',
    receipt: 'S1',
    sampleSize: 50,
    defectiveInSample: '5',
    sourceSystemId: 'sim.qms',
  });
  await told.settle();
});
afterAll(() => told.stop());

const figure = async (scope = '') =>
  (
    await told.query<{ qualityPerformance: object }>(
      `{ qualityPerformance${scope} { origin defectRate { value n } freshness { sources } } }`,
    )
  ).qualityPerformance;

it('shows the simulated where nobody real has inspected, and the real as soon as somebody has', async () => {
  expect(await figure()).toEqual({
    origin: 'SIMULATED',
    defectRate: { value: 5_000, n: 1 },
    freshness: { sources: 2 },
  });
  told.lines('REAL-CO', ['R1']);
  told.receipts({ line: 'R1', key: 'R1', quantity: '100' });
  await told.settle();
  await told.inspect({ event: 'RESULTS_RECORDED', lot: 'RQ', receipt: 'R1', sampleSize: 10, defectiveInSample: '1' });
  await told.settle();
  expect(await figure()).toMatchObject({ origin: 'REAL', defectRate: { value: 10_000, n: 1 } });
  expect(await figure('(scope: { origin: SIMULATED })')).toMatchObject({
    origin: 'SIMULATED',
    defectRate: { value: 5_000, n: 1 },
  });
});

it('labels each lot, and asks of a simulated supplier only what is simulated', async () => {
  expect(await told.lotCalled('SQ', 'simulated')).toEqual({ simulated: true });
  expect(await told.lotCalled('RQ', 'simulated')).toEqual({ simulated: false });
  const { id } = (await told.lotCalled('SQ', 'supplier { id }'))['supplier'] as { id: string };
  const { _entities } = await told.query<{ _entities: object[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Supplier { defectRate { value } } } }`,
    { of: [{ __typename: 'Supplier', id }] },
  );
  expect(_entities).toEqual([{ defectRate: { value: 5_000 } }]);
});

it('takes no simulated inspection of real goods', async () => {
  expect(
    await told.inspect({
      event: 'SAMPLED',
      lot: 'X',
      sampleSize: 5,
      sourceSystemId: 'sim.qms',
      goodsReceipt: { sourceSystemId: 'wms-1', type: 'goodsReceipt', value: 'R1' },
    }),
  ).toMatchObject({ refused: 1, results: [{ userErrors: [{ code: 'ORIGIN_MIXED' }] }] });
});
