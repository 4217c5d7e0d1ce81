import { naturalWorkOrderKey, plantIdOf, workOrderIdOf } from '@sightline/contracts/identities';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { ERP, MES, ProductionPlatform } from './production-platform';

let told: ProductionPlatform;
beforeAll(async () => {
  told = await ProductionPlatform.start('2026-03-20T12:00:00Z');
});
afterAll(() => told.stop());

const idOf = (number: string, plantCode = 'HAM'): string => workOrderIdOf(naturalWorkOrderKey(ERP, plantCode, number));

describe('a work order', () => {
  it('goes from release over MES to ERP, told by two systems that name it alike', async () => {
    const released = await told.release(
      told.order('1001', { itemName: 'Pump', bomRevision: 'C', dueAt: '2026-03-12T00:00:00+01:00' }),
    );
    expect(released.results[0]).toMatchObject({ outcome: 'APPLIED', subjectId: idOf('1001') });
    const events = await told.record(
      told.event('1001', 'STARTED', '2026-03-02T06:05:00Z', { mesState: 'RUN' }),
      told.event('1001', 'REPORTED', '2026-03-05T12:00:00Z', { quantity: '60', reworkedQuantity: '4' }),
      told.event('1001', 'COMPLETED', '2026-03-10T11:00:00Z', {
        quantity: '38',
        scrappedQuantity: '2',
        mesState: 'DONE',
      }),
      told.event('1001', 'POSTED', '2026-03-10T11:30:00Z', { quantity: '60', erpState: 'PDLV' }),
    );
    expect(events).toMatchObject({ applied: 4, parked: 0, refused: 0 });
    expect(events.results.map(({ subjectId }) => subjectId)).toEqual(Array(4).fill(idOf('1001')));
    expect(
      await told.orderAt(
        '1001',
        `id number quantity unitOfMeasure itemName bomRevision dueAt item { id } plant { id } status mesState erpState
         completedQuantity postedQuantity unpostedQuantity scrappedQuantity reworkedQuantity unpostedSeconds
         releasedAt startedAt completedAt completedOn plannedFinish frozenFinish origin version externalIds { value }`,
      ),
    ).toEqual({
      id: idOf('1001'),
      number: '1001',
      quantity: '100',
      unitOfMeasure: 'C62',
      itemName: 'Pump',
      bomRevision: 'C',
      dueAt: '2026-03-12T00:00:00+01:00',
      item: { id: expect.any(String) },
      plant: { id: plantIdOf('HAM') },
      status: 'COMPLETED_MES',
      mesState: 'DONE',
      erpState: 'PDLV',
      completedQuantity: '98',
      postedQuantity: '60',
      unpostedQuantity: '38',
      scrappedQuantity: '2',
      reworkedQuantity: '4',
      // Waiting since the completion: 10 March 11:00 to 20 March 12:00.
      unpostedSeconds: 10 * 86_400 + 3_600,
      releasedAt: '2026-03-01T08:00:00Z',
      startedAt: '2026-03-02T06:05:00Z',
      completedAt: '2026-03-10T11:00:00Z',
      completedOn: '2026-03-10',
      plannedFinish: '2026-03-10T14:00:00Z',
      frozenFinish: '2026-03-10T14:00:00Z',
      origin: 'REAL',
      version: 5,
      externalIds: [],
    });
    await told.record(told.event('1001', 'POSTED', '2026-03-10T12:30:00Z', { quantity: '38' }));
    expect(await told.orderAt('1001', 'status unpostedSeconds unpostedQuantity')).toEqual({
      status: 'POSTED_ERP',
      unpostedSeconds: null,
      unpostedQuantity: '0',
    });
  });

  it('takes up, once it is released, what came before its release', async () => {
    const early = [
      told.event('1002', 'COMPLETED', '2026-03-05T12:00:00Z', { quantity: '100' }),
      told.event('1002', 'STARTED', '2026-03-04T12:00:00Z'),
    ];
    const waiting = await told.record(...early);
    expect(waiting).toMatchObject({ applied: 0, parked: 2 });
    expect(waiting.results[0]).toMatchObject({
      outcome: 'PARKED',
      subjectId: idOf('1002'),
      userErrors: [{ code: 'WORK_ORDER_UNKNOWN', field: ['workOrder'] }],
    });
    expect(await told.orderAt('1002', 'id')).toBeNull();
    await told.release(told.order('1002'));
    expect(await told.orderAt('1002', 'status completedQuantity startedAt version')).toEqual({
      status: 'COMPLETED_MES',
      completedQuantity: '100',
      startedAt: '2026-03-04T12:00:00Z',
      version: 3,
    });
    expect(await told.record(...early)).toMatchObject({ duplicates: 2, parked: 0 });
  });

  it('has one effect however often a fact is sent, and refuses another fact under its key', async () => {
    await told.release(told.order('1003'));
    const report = told.event('1003', 'REPORTED', '2026-03-05T12:00:00Z', { quantity: '10' });
    const outcomes: string[] = [];
    for (let again = 0; again < 10; again += 1) outcomes.push((await told.record(report)).results[0]!.outcome);
    expect(outcomes).toEqual(['APPLIED', ...Array<string>(9).fill('DUPLICATE')]);
    const other = await told.record({ ...report, quantity: '11' });
    expect(other.results[0]).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect(await told.orderAt('1003', 'completedQuantity version')).toEqual({ completedQuantity: '10', version: 2 });
  });

  it('waits only for the name that was meant: another source’s own name is not it', async () => {
    const named = (by: string) => ({ sourceSystemId: by, type: 'mesOrder', value: 'MO-17' });
    const event = (by: string) => ({
      ...told.event('-', 'STARTED', '2026-03-05T12:00:00Z'),
      workOrder: named(by),
    });
    expect(await told.record(event('mes-1'), event('mes-2'))).toMatchObject({ parked: 2 });
    await told.release(told.order('1004', { externalIds: [named('mes-2')] }));
    expect(await told.orderAt('1004', 'version')).toEqual({ version: 2 });
    await told.release(told.order('1005', { externalIds: [named('mes-1')] }));
    expect(await told.orderAt('1005', 'version')).toEqual({ version: 2 });
    const data = await told.query(`query ($key: ExternalIdInput) { workOrder(externalId: $key) { number } }`, {
      key: named('mes-2'),
    });
    expect(data).toEqual({ workOrder: { number: '1004' } });
  });

  it('keeps real and simulated orders of one number apart', async () => {
    const simulated = told.order('1006', {
      source: told.source('2026-03-01T08:00:00Z', { sourceSystemId: 'sim.erp' }),
      quantity: '7',
    });
    await told.release(told.order('1006'), simulated);
    await told.record(
      told.event('1006', 'STARTED', '2026-03-05T12:00:00Z', {
        source: told.source('2026-03-05T12:00:00Z', { sourceSystemId: 'sim.mes' }),
        workOrder: { sourceSystemId: 'sim.mes', type: 'workOrder', value: 'HAM/1006' },
      }),
    );
    const list = await told.query<{ real: object; simulated: object }>(
      `{ real: workOrders(filter: { origin: REAL, statuses: [RELEASED] }) { edges { node { number quantity origin } } }
         simulated: workOrders(filter: { origin: SIMULATED }) { edges { node { number quantity origin status } } } }`,
    );
    expect(JSON.stringify(list.real)).toContain('"1006"');
    expect(list.simulated).toEqual({
      edges: [{ node: { number: '1006', quantity: '7', origin: 'SIMULATED', status: 'STARTED' } }],
    });
    await told.platform.settle();
    const answer = await told.platform.ask(
      'production',
      'planner',
      `{ workOrder(number: "1006", plantId: "${plantIdOf('HAM')}") { id } }`,
    );
    expect(answer.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', reason: 'NUMBER_AMBIGUOUS' } });
  });

  it('is found by its number alone only while one plant has it', async () => {
    await told.release(told.order('2001'), told.order('2002'), told.order('2002', { plantCode: 'OSA' }));
    expect(await told.query(`{ workOrder(number: "2001") { number } }`)).toEqual({ workOrder: { number: '2001' } });
    expect(await told.orderAt('2002', 'id', 'OSA')).toEqual({ id: idOf('2002', 'OSA') });
    const answer = await told.platform.ask('production', 'planner', `{ workOrder(number: "2002") { id } }`);
    expect(answer.data).toEqual({ workOrder: null });
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringContaining('name the plant'),
      extensions: { code: 'BAD_USER_INPUT', reason: 'NUMBER_AMBIGUOUS' },
    });
    expect(new Set((answer.errors[0]!.extensions as { plantIds: string[] }).plantIds)).toEqual(
      new Set([plantIdOf('HAM'), plantIdOf('OSA')]),
    );
    const unnamed = await told.platform.ask('production', 'planner', `{ workOrder { id } }`);
    expect(unnamed.errors[0]).toMatchObject({ extensions: { reason: 'NAME_AMBIGUOUS' } });
  });

  it.each([
    ['a plant code with a slash', { plantCode: 'H/M' }, 'PLANT_CODE_INVALID'],
    ['a plan that ends before it begins', { plannedFinish: '2026-03-01T00:00:00Z' }, 'PLAN_INVERTED'],
    ['no quantity', { quantity: '0' }, 'QUANTITY_INVALID'],
    ['a blank number', { number: ' ' }, 'TEXT_MISSING'],
  ])('is refused with %s, and the next one of the list is not', async (_, terms, code) => {
    const payload = await told.release(told.order('3001', terms), told.order('3002'));
    expect(payload.results.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'APPLIED']);
    expect(payload.results[0]!.userErrors).toMatchObject([{ code }]);
  });

  it.each([
    ['STARTED', { quantity: '5' }, 'QUANTITY_NOT_EXPECTED'],
    ['POSTED', {}, 'QUANTITY_MISSING'],
    ['POSTED', { quantity: '5', scrappedQuantity: '1' }, 'QUANTITY_NOT_EXPECTED'],
    ['REPORTED', { quantity: '-5' }, 'QUANTITY_INVALID'],
    ['RESCHEDULED', {}, 'PLAN_MISSING'],
    ['REPORTED', { plannedFinish: '2026-03-01T00:00:00Z' }, 'PLAN_NOT_EXPECTED'],
    ['RESCHEDULED', { plannedFinish: '9999-12-31T00:00:00Z' }, 'DATE_INVALID'],
  ])('refuses %s with %j', async (event, rest, code) => {
    const payload = await told.record(told.event('2001', event, '2026-03-05T12:00:00Z', rest));
    expect(payload.results[0]).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code }] });
  });

  it('counts once its import is sealed, and frees its name when the import is dropped', async () => {
    const inImport = (importId: string) => ({ source: told.source('2026-03-01T08:00:00Z', { importId }) });
    const own = (value: string) => ({ externalIds: [{ sourceSystemId: ERP, type: 'guid', value }] });
    await told.release(told.order('4001', { ...inImport('right'), ...own('G-1') }));
    await told.release(told.order('4002', { ...inImport('wrong'), ...own('G-2') }));
    expect(await told.orderAt('4001', 'id')).toBeNull();
    await told.import('SEALED', 'right');
    await told.import('DROPPED', 'wrong');
    expect(await told.orderAt('4001', 'number')).toEqual({ number: '4001' });
    expect(await told.orderAt('4002', 'number')).toBeNull();
    await told.release(told.order('4003', own('G-2')));
    expect(
      await told.query(
        `{ workOrder(externalId: { sourceSystemId: "${ERP}", type: "guid", value: "G-2" }) { number } }`,
      ),
    ).toEqual({ workOrder: { number: '4003' } });
  });

  it('that was answered for as parked is not lost when the subgraph restarts', async () => {
    await told.record(told.event('5001', 'STARTED', '2026-03-05T12:00:00Z', { mesState: 'RUN' }));
    await told.platform.restart('production');
    await told.release(told.order('5001'));
    expect(await told.orderAt('5001', 'status mesState')).toEqual({ status: 'STARTED', mesState: 'RUN' });
  });
});

describe('lists of work orders', () => {
  interface Page {
    workOrders: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: { number: string } }[];
    };
  }
  const LIST = `query ($filter: WorkOrderFilter, $orderBy: WorkOrderOrder! = START_ASC, $first: Int! = 50, $after: Cursor) {
    workOrders(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { number } } } }`;
  const list = async (variables: object): Promise<Page['workOrders']> =>
    (await told.query<Page>(LIST, { ...variables })).workOrders;
  const numbers = (page: Page['workOrders']): string[] => page.edges.map(({ node }) => node.number);
  const lists = { plantIds: [plantIdOf('LIST')] };

  beforeAll(async () => {
    const at = (day: number): string => `2026-04-0${day}T06:00:00Z`;
    const order = (number: string, start: number, due: number | null) =>
      told.order(number, {
        plantCode: 'LIST',
        plannedStart: at(start),
        plannedFinish: at(9),
        dueAt: due === null ? null : at(due),
        sku: number === 'L-1' ? 'VALVE' : 'PUMP',
      });
    await told.release(order('L-3', 3, 5), order('L-1', 1, null), order('L-2', 2, 6), order('L-2b', 2, 6));
    await told.record(
      told.event('-', 'COMPLETED', '2026-04-03T06:00:00Z', {
        quantity: '5',
        workOrder: { sourceSystemId: MES, type: 'workOrder', value: 'LIST/L-2' },
      }),
    );
  });

  it('are in the order asked for, those without a date last', async () => {
    const byStart = numbers(await list({ filter: lists }));
    expect([byStart[0], new Set(byStart.slice(1, 3)), byStart[3]]).toEqual(['L-1', new Set(['L-2', 'L-2b']), 'L-3']);
    const byDue = numbers(await list({ filter: lists, orderBy: 'DUE_ASC' }));
    expect([byDue[0], new Set(byDue.slice(1, 3)), byDue[3]]).toEqual(['L-3', new Set(['L-2', 'L-2b']), 'L-1']);
  });

  it.each(['START_ASC', 'DUE_ASC'])('go page by page without a gap or a repeat: %s', async (orderBy) => {
    const whole = numbers(await list({ filter: lists, orderBy }));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Page['workOrders'] = await list({ filter: lists, orderBy, first: 1, after });
      expect(page.totalCount).toBe(4);
      paged.push(...numbers(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(whole);
  });

  it('hold what the filter asks for', async () => {
    expect(numbers(await list({ filter: { ...lists, unposted: true } }))).toEqual(['L-2']);
    expect((await list({ filter: { ...lists, unposted: false } })).totalCount).toBe(3);
    expect(numbers(await list({ filter: { ...lists, statuses: ['COMPLETED_MES'] } }))).toEqual(['L-2']);
    expect(
      (await list({ filter: { ...lists, startFrom: '2026-04-02T08:00:00+02:00', startTo: '2026-04-02T06:00:00Z' } }))
        .totalCount,
    ).toBe(2);
    const items = await told.query<{ workOrder: { item: { id: string } } }>(
      `{ workOrder(number: "L-1") { item { id } } }`,
    );
    expect(numbers(await list({ filter: { ...lists, itemIds: [items.workOrder.item.id] } }))).toEqual(['L-1']);
  });

  it('give no page for a cursor that is forged or of another list, and none that is too long', async () => {
    const { pageInfo } = await list({ filter: lists, first: 1 });
    for (const [variables, code] of [
      [{ filter: lists, orderBy: 'DUE_ASC', after: pageInfo.endCursor }, 'CURSOR_INVALID'],
      [{ filter: {}, after: pageInfo.endCursor }, 'CURSOR_INVALID'],
      [{ filter: lists, after: `${pageInfo.endCursor}x` }, 'CURSOR_INVALID'],
      [{ filter: lists, first: 201 }, 'BAD_USER_INPUT'],
    ] as const) {
      const answer = await told.platform.ask('production', 'planner', LIST, variables);
      expect(answer.errors[0]).toMatchObject({ extensions: { code } });
    }
  });

  it('are a plant’s own through the plant', async () => {
    const data = await told.query<{ _entities: { workOrders: { totalCount: number } }[] }>(
      `query ($plants: [_Any!]!) { _entities(representations: $plants) { ... on Plant {
         workOrders(filter: { plantIds: ["${plantIdOf('LIST')}"] }) { totalCount } } } }`,
      { plants: ['LIST', 'HAM'].map((code) => ({ __typename: 'Plant', id: plantIdOf(code) })) },
    );
    expect(data._entities.map(({ workOrders }) => workOrders.totalCount)).toEqual([4, 0]);
  });

  it('and what they lead to cost the same number of statements however many orders there are', async () => {
    const query = (first: number): string =>
      `{ workOrders(first: ${first}) { totalCount edges { node { number status completedOn unpostedSeconds freshness { status } } } } }`;
    const count = async (first: number): Promise<number> => {
      const { statements } = await statementsDuring(told.platform.subgraph('production').database, () =>
        told.query(query(first)),
      );
      // Settling looks at positions, which is no part of the answer.
      return statements.filter((sql) => /work_order|plant WHERE|flow_progress\s+WHERE/.test(sql)).length;
    };
    expect(await count(2)).toBeLessThanOrEqual(4);
    expect(await count(12)).toBeLessThanOrEqual(6);
  });

  it('resolve references to orders in one statement, and an unknown one is null', async () => {
    const representations = [idOf('1001'), 'unknown', idOf('2001')].map((id) => ({ __typename: 'WorkOrder', id }));
    await told.platform.settle();
    const { answer, statements } = await statementsDuring(told.platform.subgraph('production').database, () =>
      told.platform.ask(
        'production',
        'planner',
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on WorkOrder { number } } }`,
        { of: representations },
      ),
    );
    expect(answer.data).toEqual({ _entities: [{ number: '1001' }, null, { number: '2001' }] });
    expect(statements).toHaveLength(1);
  });
});
