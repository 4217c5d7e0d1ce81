import { QualityPlatform } from './quality-platform';

/** Ten thousand parts in two receipts; of the 500 of the second, 3 are found in a sample of 50 and 17 by sorting. */
let told: QualityPlatform;
beforeAll(async () => {
  told = await QualityPlatform.start('2026-03-20T12:00:00Z');
  told.lines('ACME', ['L1', 'L2']);
  told.receipts(
    { line: 'L1', key: 'R1', quantity: '9500', stockStatus: 'RELEASED' },
    { line: 'L2', key: 'R2', quantity: '500' },
  );
  await told.settle();
  const answer = await told.inspect(
    { event: 'SAMPLED', lot: 'Q1', receipt: 'R2', sampleSize: 50 },
    { event: 'RESULTS_RECORDED', lot: 'Q1', defectiveInSample: '3' },
    { event: 'RESULTS_RECORDED', lot: 'Q1', on: '2026-03-12', defectiveAfterSort: '17' },
    { event: 'DECIDED', lot: 'Q1', on: '2026-03-13', decision: 'PARTIALLY_ACCEPTED', rejectedQuantity: '17' },
    { event: 'CLOSED', lot: 'Q1', on: '2026-03-14' },
  );
  expect(answer).toMatchObject({ applied: 5, parked: 0, refused: 0 });
  await told.settle();
});
afterAll(() => told.stop());

interface Figure {
  value: number | null;
  lower: number | null;
  upper: number | null;
  n: number;
  numerator: string | null;
  denominator: string | null;
  excluded: { code: string; count: number }[];
}

async function defectRate(definitionId: string): Promise<Figure> {
  const { qualityPerformance } = await told.query<{ qualityPerformance: { defectRate: Figure } }>(
    `query ($id: ID) { qualityPerformance { defectRate(definitionId: $id) {
       value lower upper n numerator denominator excluded { code count } } } }`,
    { id: definitionId },
  );
  return qualityPerformance.defectRate;
}

describe('G4: one event, three counting conventions', () => {
  it.each([
    ['defectRate.found@1', 300, '3'],
    ['defectRate.sorted@1', 1_700, '17'],
    ['defectRate.lot@1', 50_000, '500'],
  ])('%s says %d PPM', async (definitionId, value, numerator) => {
    expect(await defectRate(definitionId)).toEqual({
      value,
      lower: null,
      upper: null,
      n: 2,
      numerator,
      denominator: '10000',
      excluded: [],
    });
  });

  it('is the found convention when nobody names one', async () => {
    const { qualityPerformance } = await told.query<{
      qualityPerformance: { defectRate: { value: number; definition: { id: string; countConvention: string } } };
    }>(`{ qualityPerformance { defectRate { value definition { id countConvention defectDenominator } } } }`);
    expect(qualityPerformance.defectRate).toEqual({
      value: 300,
      definition: { id: 'defectRate.found@1', countConvention: 'FOUND', defectDenominator: 'DELIVERED' },
    });
  });

  it('leaves goods that nobody inspected out of the rate of what was inspected', async () => {
    expect(await defectRate('defectRate.inspected@1')).toEqual({
      value: 60_000,
      lower: null,
      upper: null,
      n: 1,
      numerator: '3',
      denominator: '50',
      excluded: [{ code: 'NOT_INSPECTED', count: 1 }],
    });
  });

  it('gives an estimate with the bounds of its interval', async () => {
    const estimate = await defectRate('defectRate.estimated@1');
    expect(estimate.value).toBe(60_000);
    // Wilson for 3 of 50: 0.0206 to 0.1622.
    expect(estimate.lower! / 1e6).toBeCloseTo(0.0206, 4);
    expect(estimate.upper! / 1e6).toBeCloseTo(0.1622, 4);
  });

  it('counts a lot accepted in part as rejected', async () => {
    const { qualityPerformance } = await told.query<{ qualityPerformance: object }>(
      `{ qualityPerformance { lotRejectionRate { value n numerator denominator } } }`,
    );
    expect(qualityPerformance).toEqual({
      lotRejectionRate: { value: 100, n: 1, numerator: '1', denominator: '1' },
    });
  });

  it('shows the lot with its decision, which stays when the lot is closed', async () => {
    const lot = await told.lotCalled(
      'Q1',
      'status decision sampleSize defectiveInSample defectiveAfterSort acceptedQuantity rejectedQuantity lotQuantity deliveredQuantity countable decidedOn version supplier { id }',
    );
    expect(lot).toMatchObject({
      status: 'CLOSED',
      decision: 'PARTIALLY_ACCEPTED',
      sampleSize: 50,
      defectiveInSample: '3',
      defectiveAfterSort: '17',
      acceptedQuantity: '483',
      rejectedQuantity: '17',
      lotQuantity: '500',
      deliveredQuantity: '500',
      countable: true,
      decidedOn: '2026-03-13',
      version: 6,
    });
  });

  it('lists the lot and not the goods that needed no inspection', async () => {
    const { inspectionLots } = await told.query<{ inspectionLots: { totalCount: number } }>(
      `{ inspectionLots { totalCount } }`,
    );
    expect(inspectionLots.totalCount).toBe(1);
  });
});
