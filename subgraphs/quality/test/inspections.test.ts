import { inspectionLotIdOfReceipt } from '@sightline/contracts/identities';
import { INSPECTION_LOT_DECIDED_V1 } from '@sightline/contracts/events/inspection-lot.v1';
import { QMS, QualityPlatform, receiptIdOf, WMS } from './quality-platform';

let told: QualityPlatform;

async function start(): Promise<void> {
  told = await QualityPlatform.start('2026-03-20T12:00:00Z');
  told.lines('ACME', ['L1', 'L2', 'L3']);
  await told.settle();
}
/** Each test counts lots, so it has a platform of its own. */
const eachOnItsOwn = (): void => {
  beforeEach(start);
  afterEach(() => told.stop());
};
/** The tests only look, or use lots of their own: one platform serves them all. */
const together = (arrange: () => Promise<void>): void => {
  beforeAll(async () => {
    await start();
    await arrange();
  });
  afterAll(() => told.stop());
};

const LOTS = `{ inspectionLots { totalCount edges { node { id number status lotQuantity } } } }`;
interface Lots {
  inspectionLots: {
    totalCount: number;
    edges: { node: { id: string; number: string; status: string; lotQuantity: string } }[];
  };
}
const lots = async () => (await told.query<Lots>(LOTS)).inspectionLots.edges.map(({ node }) => node);
/** What others hear of decisions. */
const decisions = () =>
  told.rows<{
    payload: { decision: string; acceptedQuantity: string; rejectedQuantity: string; supersedes: string | null };
  }>(`SELECT payload FROM event_log WHERE type = '${INSPECTION_LOT_DECIDED_V1}' ORDER BY pos`);

describe('a goods receipt', () => {
  eachOnItsOwn();

  it('opens a lot once only, also when it is heard again', async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    expect(await lots()).toEqual([
      {
        id: inspectionLotIdOfReceipt(receiptIdOf('R1')),
        number: expect.stringContaining('L1') as string,
        status: 'CREATED',
        lotQuantity: '500',
      },
    ]);
  });

  it('without a quantity, or of goods that need no inspection, opens none', async () => {
    told.receipts(
      { line: 'L1', key: 'R1', quantity: null },
      { line: 'L2', key: 'R2', quantity: '500', stockStatus: 'RELEASED' },
      { line: 'L3', key: 'R3', quantity: '0' },
    );
    await told.settle();
    expect(await lots()).toEqual([]);
  });

  it('waits for its order line, which tells whose the goods are', async () => {
    told.receipts({ line: 'LATE', key: 'R1', quantity: '500' });
    await told.settle();
    expect(await lots()).toEqual([]);
    told.lines('ACME', ['LATE']);
    await told.settle();
    expect(await lots()).toHaveLength(1);
  });

  it('that is reversed cancels a lot that nobody has decided on', async () => {
    told.receipts(
      { line: 'L1', key: 'R1', quantity: '500' },
      { line: 'L1', key: 'R1-reversed', quantity: '0', corrects: 'R1', on: '2026-03-02' },
    );
    await told.settle();
    expect(await lots()).toMatchObject([{ status: 'CANCELLED' }]);
    const { qualityPerformance } = await told.query<{ qualityPerformance: object }>(
      `{ qualityPerformance { defectRate { n excluded { code count } } } }`,
    );
    expect(qualityPerformance).toEqual({ defectRate: { n: 0, excluded: [{ code: 'RECEIPT_REVERSED', count: 1 }] } });
  });

  it('that is reversed before it is heard leaves a cancelled lot all the same', async () => {
    told.receipts({ line: 'LATE', key: 'R1-reversed', quantity: '0', corrects: 'R1', on: '2026-03-02' });
    await told.settle();
    told.receipts({ line: 'LATE', key: 'R1', quantity: '500' });
    told.lines('ACME', ['LATE']);
    await told.settle();
    expect(await lots()).toMatchObject([{ status: 'CANCELLED' }]);
  });
});

describe('an inspection', () => {
  eachOnItsOwn();

  it('that comes before its receipt waits for it, and there is one lot', async () => {
    expect(
      await told.inspect(
        { event: 'SAMPLED', lot: 'Q1', receipt: 'R1', sampleSize: 50 },
        { event: 'RESULTS_RECORDED', lot: 'Q1', receipt: 'R1', defectiveInSample: '0' },
        { event: 'DECIDED', lot: 'Q1', decision: 'ACCEPTED' },
      ),
    ).toMatchObject({
      parked: 3,
      results: [
        { userErrors: [{ code: 'GOODS_RECEIPT_UNKNOWN' }] },
        { userErrors: [{ code: 'GOODS_RECEIPT_UNKNOWN' }] },
        { userErrors: [{ code: 'INSPECTION_LOT_UNKNOWN' }] },
      ],
    });
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    expect(await lots()).toMatchObject([{ number: 'Q1', status: 'DECIDED' }]);
  });

  it('may open its lot before any receipt, which then brings the goods to that lot', async () => {
    const created = {
      event: 'CREATED',
      lot: 'Q1',
      receipt: 'R1',
      purchaseOrderLine: { sourceSystemId: 'erp-1', type: 'purchaseOrderLine', value: 'L1' },
      lotQuantity: '480',
    };
    expect(await told.inspect(created)).toMatchObject({ applied: 1 });
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    expect(await lots()).toMatchObject([{ number: 'Q1', lotQuantity: '480' }]);
    expect(await told.lotCalled('Q1', 'deliveredQuantity stage')).toEqual({
      deliveredQuantity: '500',
      stage: 'RECEIVING',
    });
  });

  it('names the receipt by any of its names', async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    const named = { sourceSystemId: WMS, type: 'receiptNumber', value: 'GR-R1' };
    expect(await told.inspect({ event: 'SAMPLED', lot: 'Q1', goodsReceipt: named, sampleSize: 5 })).toMatchObject({
      applied: 1,
      results: [{ subjectId: inspectionLotIdOfReceipt(receiptIdOf('R1')) }],
    });
  });

  it('of goods that were put away as released makes a lot of them', async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '500', stockStatus: 'RELEASED' });
    await told.settle();
    await told.inspect({ event: 'RESULTS_RECORDED', lot: 'Q1', receipt: 'R1', sampleSize: 50, defectiveInSample: '1' });
    await told.settle();
    expect(await lots()).toMatchObject([{ number: 'Q1', lotQuantity: '500' }]);
    const { qualityPerformance } = await told.query<{ qualityPerformance: object }>(
      `{ qualityPerformance { defectRate { n value contributions { edges { node { subjectType } } } } } }`,
    );
    expect(qualityPerformance).toEqual({
      defectRate: { n: 1, value: 2_000, contributions: { edges: [{ node: { subjectType: 'InspectionLot' } }] } },
    });
  });

  it('under a second name of the same system is another lot of the same goods, which came once', async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    await told.inspect(
      { event: 'RESULTS_RECORDED', lot: 'Q1', receipt: 'R1', sampleSize: 10, defectiveInSample: '1' },
      {
        event: 'RESULTS_RECORDED',
        lot: 'Q2',
        receipt: 'R1',
        lotQuantity: '200',
        sampleSize: 10,
        defectiveInSample: '1',
      },
    );
    await told.settle();
    expect((await lots()).map(({ number }) => number).sort()).toEqual(['Q1', 'Q2']);
    const { qualityPerformance } = await told.query<{ qualityPerformance: object }>(
      `{ qualityPerformance { defectRate { numerator denominator } } }`,
    );
    expect(qualityPerformance).toEqual({ defectRate: { numerator: '2', denominator: '500' } });
  });

  it('said again changes nothing, and another fact under its key is refused', async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
    const sampled = { event: 'SAMPLED', lot: 'Q1', receipt: 'R1', sampleSize: 50, key: 'once' };
    expect(await told.inspect(sampled, sampled)).toMatchObject({ applied: 1, duplicates: 1 });
    expect(await told.inspect({ ...sampled, sampleSize: 60 })).toMatchObject({
      results: [{ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] }],
    });
  });

  it('counts packs in pieces, as inventory counts them', async () => {
    told.receipts({
      line: 'L1',
      key: 'R1',
      quantity: '10',
      unitOfMeasure: 'BX',
      base: { quantity: '120', unit: 'C62' },
    });
    await told.settle();
    await told.inspect(
      {
        event: 'RESULTS_RECORDED',
        lot: 'Q1',
        receipt: 'R1',
        unitOfMeasure: 'C62',
        sampleSize: 20,
        defectiveInSample: '3',
      },
      { event: 'DECIDED', lot: 'Q1', decision: 'PARTIALLY_ACCEPTED', unitOfMeasure: 'BX', rejectedQuantity: '2' },
    );
    await told.settle();
    expect(await told.lotCalled('Q1', 'lotQuantity unitOfMeasure acceptedQuantity rejectedQuantity')).toEqual({
      lotQuantity: '120',
      unitOfMeasure: 'C62',
      acceptedQuantity: '96',
      rejectedQuantity: '24',
    });
  });
});

describe('an inspection is refused, and its key may be used again, with', () => {
  together(async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '500' });
    await told.settle();
  });

  it.each([
    [
      'a part of everything',
      { event: 'DECIDED', decision: 'PARTIALLY_ACCEPTED', acceptedQuantity: '500' },
      'QUANTITIES_DO_NOT_ADD_UP',
    ],
    [
      'parts that miss the lot',
      { event: 'DECIDED', decision: 'PARTIALLY_ACCEPTED', acceptedQuantity: '400', rejectedQuantity: '50' },
      'QUANTITIES_DO_NOT_ADD_UP',
    ],
    ['no decision', { event: 'DECIDED' }, 'DECISION_MISSING'],
    ['a decision where none is made', { event: 'SAMPLED', decision: 'ACCEPTED' }, 'DECISION_MISPLACED'],
    ['no disposition', { event: 'DISPOSITIONED' }, 'DISPOSITION_MISSING'],
    ['no reason to reopen', { event: 'REOPENED' }, 'REASON_MISSING'],
    ['an empty sample', { event: 'SAMPLED', sampleSize: 0 }, 'SAMPLE_SIZE_INVALID'],
    [
      'more defects than were looked at',
      { event: 'RESULTS_RECORDED', sampleSize: 5, defectiveInSample: '6' },
      'DEFECTS_EXCEED_SAMPLE',
    ],
    [
      'more defects than there are units',
      { event: 'RESULTS_RECORDED', defectiveAfterSort: '501' },
      'DEFECTS_EXCEED_LOT',
    ],
    [
      'kilograms of a lot of pieces',
      { event: 'RESULTS_RECORDED', lotQuantity: '5', unitOfMeasure: 'KGM' },
      'UNIT_NOT_OF_LOT',
    ],
    [
      'a correction of what nobody said',
      { event: 'SAMPLED', sampleSize: 5, source: { correctionOf: 'nothing' } },
      'CORRECTED_FACT_UNKNOWN',
    ],
  ])('%s, and its key may be used again', async (what, fields, code) => {
    expect(await told.inspect({ lot: 'Q1', receipt: 'R1', key: what, ...fields })).toMatchObject({
      refused: 1,
      results: [{ outcome: 'REFUSED', userErrors: [{ code }] }],
    });
    expect(await told.inspect({ event: 'SAMPLED', lot: 'Q1', receipt: 'R1', key: what, sampleSize: 5 })).toMatchObject({
      applied: 1,
    });
  });
});

describe('a decision', () => {
  eachOnItsOwn();
  beforeEach(async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '100' }, { line: 'L1', key: 'R2', quantity: '100' });
    await told.settle();
  });

  it('in part, 80 of 100, is told to others once, with both parts', async () => {
    const decided = {
      event: 'DECIDED',
      lot: 'Q1',
      receipt: 'R1',
      decision: 'PARTIALLY_ACCEPTED',
      rejectedQuantity: '20',
      key: 'd1',
    };
    await told.inspect(decided);
    await told.inspect(decided);
    await told.settle();
    expect((await decisions()).map(({ payload }) => payload)).toMatchObject([
      {
        goodsReceiptId: receiptIdOf('R1'),
        purchaseOrderLine: { value: 'L1' },
        decision: 'PARTIALLY_ACCEPTED',
        acceptedQuantity: '80',
        rejectedQuantity: '20',
        lotQuantity: '100',
        unitOfMeasure: 'C62',
        supersedes: null,
      },
    ]);
  });

  it('on one lot leaves the other lots of the delivery alone', async () => {
    await told.inspect({ event: 'DECIDED', lot: 'Q1', receipt: 'R1', decision: 'REJECTED' });
    await told.settle();
    expect((await lots()).map(({ status }) => status).sort()).toEqual(['CREATED', 'DECIDED']);
    expect(await decisions()).toHaveLength(1);
  });

  it('is taken twice only after the lot was reopened, and says which one it replaces', async () => {
    await told.inspect({ event: 'DECIDED', lot: 'Q1', receipt: 'R1', decision: 'REJECTED', on: '2026-03-05' });
    expect(await told.inspect({ event: 'DECIDED', lot: 'Q1', decision: 'ACCEPTED', on: '2026-03-08' })).toMatchObject({
      parked: 1,
      results: [{ userErrors: [{ code: 'LOT_ALREADY_DECIDED' }] }],
    });
    expect(
      await told.inspect({ event: 'REOPENED', lot: 'Q1', reason: 'Gauge was wrong', on: '2026-03-07' }),
    ).toMatchObject({ parked: 1, results: [{ userErrors: [{ code: 'LOT_NOT_CLOSED' }] }] });
    await told.inspect({ event: 'CLOSED', lot: 'Q1', on: '2026-03-06' });
    await told.settle();
    expect(await lots()).toContainEqual(expect.objectContaining({ number: 'Q1', status: 'DECIDED' }));
    const [first, second, ...more] = await told.rows<{
      event_id: string;
      payload: { decision: string; supersedes: string };
    }>(`SELECT event_id::text, payload FROM event_log WHERE type = '${INSPECTION_LOT_DECIDED_V1}' ORDER BY pos`);
    expect(more).toEqual([]);
    expect(second!.payload).toMatchObject({ decision: 'ACCEPTED', supersedes: first!.event_id });
  });

  it('is corrected without reopening the lot', async () => {
    await told.inspect({ event: 'DECIDED', lot: 'Q1', receipt: 'R1', decision: 'REJECTED', key: 'wrong' });
    await told.settle();
    const [decided] = await told.rows<{ event_id: string }>(
      `SELECT event_id::text FROM event_log WHERE type = '${INSPECTION_LOT_DECIDED_V1}'`,
    );
    await told.inspect({
      event: 'DECIDED',
      lot: 'Q1',
      decision: 'PARTIALLY_ACCEPTED',
      acceptedQuantity: '90',
      source: { correctionOf: decided!.event_id },
    });
    await told.settle();
    expect(await told.lotCalled('Q1', 'decision acceptedQuantity rejectedQuantity')).toEqual({
      decision: 'PARTIALLY_ACCEPTED',
      acceptedQuantity: '90',
      rejectedQuantity: '10',
    });
  });
});

describe('lists', () => {
  together(async () => {
    told.receipts(
      { line: 'L1', key: 'R1', quantity: '100', on: '2026-03-01', lotNumber: 'B1' },
      { line: 'L2', key: 'R2', quantity: '100', on: '2026-03-02' },
      { line: 'L3', key: 'R3', quantity: '100', on: '2026-03-03', plant: 'P2' },
    );
    await told.settle();
    await told.inspect(
      { event: 'RESULTS_RECORDED', lot: 'Q1', receipt: 'R1', sampleSize: 10, defectiveInSample: '1' },
      { event: 'RESULTS_RECORDED', lot: 'Q2', receipt: 'R2', sampleSize: 10, defectiveInSample: '2' },
      { event: 'STARTED', lot: 'Q3', receipt: 'R3' },
    );
    await told.settle();
  });

  it.each([
    ['CREATED_DESC', ['Q3', 'Q2', 'Q1']],
    ['DEFECTS_DESC', ['Q2', 'Q1', 'Q3']],
  ])('%s come page by page, under signed cursors', async (order, expected) => {
    const numbers: string[] = [];
    let after: string | null = null;
    do {
      const {
        inspectionLots,
      }: {
        inspectionLots: {
          pageInfo: { hasNextPage: boolean; endCursor: string };
          edges: { node: { number: string } }[];
        };
      } = await told.query(
        `query ($after: Cursor, $order: InspectionLotOrder!) { inspectionLots(first: 1, orderBy: $order, after: $after) {
             pageInfo { hasNextPage endCursor } edges { node { number } } } }`,
        { after, order },
      );
      numbers.push(...inspectionLots.edges.map(({ node }) => node.number));
      after = inspectionLots.pageInfo.hasNextPage ? inspectionLots.pageInfo.endCursor : null;
    } while (after !== null);
    expect(numbers).toEqual(expected);
  });

  it('refuse a cursor of another list', async () => {
    const { inspectionLots } = await told.query<{ inspectionLots: { pageInfo: { endCursor: string } } }>(
      `{ inspectionLots(first: 1) { pageInfo { endCursor } } }`,
    );
    const answer = await told.platform.ask(
      'quality',
      'executive',
      `query ($after: Cursor) { inspectionLots(first: 1, filter: { statuses: [CREATED] }, after: $after) { totalCount } }`,
      { after: inspectionLots.pageInfo.endCursor },
    );
    expect(answer.errors[0]).toMatchObject({ extensions: { code: 'CURSOR_INVALID' } });
  });

  it.each([
    ['statuses: [IN_PROGRESS]', ['Q3']],
    ['createdFrom: "2026-03-02", createdTo: "2026-03-02"', ['Q2']],
    ['decisions: [ACCEPTED]', []],
    ['origin: SIMULATED', []],
    ['origin: REAL', ['Q3', 'Q2', 'Q1']],
  ])('are narrowed by %s', async (filter, expected) => {
    const { inspectionLots } = await told.query<Lots>(`{ inspectionLots(filter: { ${filter} }) {
      totalCount edges { node { id number status lotQuantity } } } }`);
    expect(inspectionLots.edges.map(({ node }) => node.number)).toEqual(expected);
    expect(inspectionLots.totalCount).toBe(expected.length);
  });

  it('hang below order lines, and below lots of stock', async () => {
    const first = (await lots()).find(({ number }) => number === 'Q1')!;
    const { lot } = (await told.lotCalled('Q1', 'lot { id } purchaseOrderLine { id } item { id }')) as unknown as {
      lot: { id: string };
    };
    const { _entities } = await told.query<{ _entities: { inspectionLots: { id: string }[] }[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
         ... on Lot { inspectionLots { id } } ... on PurchaseOrderLine { inspectionLots { id } } } }`,
      {
        of: [
          { __typename: 'Lot', id: lot.id },
          { __typename: 'PurchaseOrderLine', id: 'nobody' },
          { __typename: 'Lot', id: 'nobody' },
        ],
      },
    );
    expect(_entities).toEqual([{ inspectionLots: [{ id: first.id }] }, { inspectionLots: [] }, { inspectionLots: [] }]);
  });
});

describe('a lot', () => {
  eachOnItsOwn();

  it('keeps the names that quality systems give', async () => {
    told.receipts({ line: 'L1', key: 'R1', quantity: '100' });
    await told.settle();
    await told.inspect({
      event: 'SAMPLED',
      lot: 'Q1',
      receipt: 'R1',
      sampleSize: 5,
      externalIds: [{ sourceSystemId: QMS, type: 'sheet', value: 'S-7' }],
    });
    await told.settle();
    expect(await told.lotCalled('Q1', 'externalIds { type value }')).toEqual({
      externalIds: [
        { type: 'lot', value: 'Q1' },
        { type: 'sheet', value: 'S-7' },
      ],
    });
  });
});
