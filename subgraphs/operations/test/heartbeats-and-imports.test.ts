import { ask, NOW, reports, startOperations, type OperationsUnderTest } from './operations-platform';

let operations: OperationsUnderTest;
beforeAll(async () => {
  operations = await startOperations();
});
afterAll(() => operations.end());
beforeEach(() => {
  for (const name of ['suppliers', 'inventory'] as const)
    operations.scripted(name).progress = {
      head: 0,
      projected: 0,
      flows: [],
      lags: [],
      importSealed: false,
      importDropped: true,
    };
});

const logOf = (): Promise<{ type: string; payload: Record<string, unknown> }[]> =>
  operations.subgraph('operations').database.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.tenant', '*', true)`);
    return manager.query(`SELECT type, payload FROM event_log ORDER BY pos`);
  });

describe('heartbeats', () => {
  const beat = async (...inputs: object[]) =>
    (
      await ask<{ reportHeartbeats: { results: { outcome: string; userErrors: { code: string }[] }[] } }>(
        operations,
        `mutation ($i: [HeartbeatInput!]!) { reportHeartbeats(inputs: $i) { results { outcome subjectId userErrors { code } } } }`,
        { i: inputs },
      )
    ).reportHeartbeats.results.map((result) => [result.outcome, result.userErrors[0]?.code ?? null]);
  const of = (completeThrough: string, more: object = {}) => ({
    sourceSystemId: 'erp',
    flow: 'receipts',
    completeThrough,
    ...more,
  });

  it('go into the log once, in order, and never backwards', async () => {
    expect(
      await beat(
        of('2026-03-14T09:00:00Z'),
        of('2026-03-14T09:00:00Z'),
        of('2026-03-14T09:10:00Z', { lastSequence: '7' }),
        of('2026-03-14T08:00:00Z', { closed: true }),
        of('2026-03-14T09:31:30Z'),
        of('2026-03-14T09:10:00Z', { lastSequence: '7' }),
        { ...of(NOW), sourceSystemId: ' ' },
      ),
    ).toEqual([
      ['APPLIED', null],
      ['DUPLICATE', null],
      ['APPLIED', null],
      ['APPLIED', null],
      ['QUARANTINED', 'HEARTBEAT_FROM_THE_FUTURE'],
      ['DUPLICATE', null],
      ['REFUSED', 'TEXT_MISSING'],
    ]);
    await operations.settle();
    expect(
      (await logOf()).map(({ payload }) => [payload['completeThrough'], payload['closed'], payload['kind']]),
    ).toEqual([
      ['2026-03-14T09:00:00Z', false, null],
      ['2026-03-14T09:10:00Z', false, null],
    ]);
  });

  it('of all flows alike are told apart by plant', async () => {
    expect(await beat(of('2026-03-14T09:10:00Z', { plantId: 'p1', lastSequence: '7' }))).toEqual([['APPLIED', null]]);
  });
});

describe('an import', () => {
  const begin = async (content: string, fileName = 'file.csv') =>
    (
      await ask<{
        beginImport: {
          import: { id: string; status: string } | null;
          resumed: boolean;
          dropped: string[];
          userErrors: { code: string }[];
        };
      }>(
        operations,
        `mutation ($input: BeginImportInput!) { beginImport(input: $input) {
           import { id status fileName contentSha256 expectedFacts } resumed dropped userErrors { code field } } }`,
        { input: { sourceSystemId: 'scms', fileName, contentSha256: content.repeat(64), expectedFacts: 3 } },
      )
    ).beginImport;
  const seal = async (importId: string, facts = 3) =>
    (
      await ask<{ sealImport: { import: { status: string; facts: number } | null; userErrors: { code: string }[] } }>(
        operations,
        `mutation ($input: SealImportInput!) { sealImport(input: $input) { import { status facts sealedAt } userErrors { code } } }`,
        { input: { importId, facts } },
      )
    ).sealImport;
  const drop = async (id: string) =>
    (
      await ask<{ dropImport: { import: { status: string } | null; userErrors: { code: string }[] } }>(
        operations,
        `mutation ($id: ID!) { dropImport(id: $id, reason: "wrong file") { import { status reason } userErrors { code } } }`,
        { id },
      )
    ).dropImport;

  it('goes on with the same file, and gives way to another one', async () => {
    const first = await begin('a');
    expect(first).toMatchObject({ import: { status: 'OPEN' }, resumed: false, dropped: [] });
    expect(await begin('A', 'renamed.csv')).toMatchObject({ import: { id: first.import!.id }, resumed: true });
    const second = await begin('b');
    expect(second).toMatchObject({ import: { status: 'OPEN' }, resumed: false, dropped: [first.import!.id] });
    expect((await seal(first.import!.id)).userErrors).toEqual([{ code: 'IMPORT_DROPPED' }]);
    expect(await seal(second.import!.id)).toMatchObject({ import: { status: 'SEALED', facts: 3 } });
    expect(await seal(second.import!.id)).toMatchObject({ import: { status: 'SEALED' }, userErrors: [] });
    expect((await drop(second.import!.id)).userErrors).toEqual([{ code: 'IMPORT_SEALED' }]);
    expect(await begin('b')).toMatchObject({ import: { id: second.import!.id, status: 'SEALED' }, resumed: true });
    expect(await begin('a')).toMatchObject({ import: { status: 'OPEN' }, resumed: false, dropped: [] });
    await operations.settle();
    const marks = (await logOf()).filter(({ type }) => type.startsWith('operations.import'));
    expect(marks.map(({ type, payload }) => [type, payload['importId']])).toEqual([
      ['operations.import.dropped.v1', first.import!.id],
      ['operations.import.sealed.v1', second.import!.id],
    ]);
  });

  it('is visible once everyone counts it', async () => {
    const { import: job } = await begin('c');
    const visible = async () =>
      (
        await ask<{ importJob: { visible: boolean } }>(
          operations,
          `query ($id: ID!) { importJob(id: $id) { visible } }`,
          { id: job!.id },
        )
      ).importJob.visible;
    expect(await visible()).toBe(false);
    await seal(job!.id);
    expect(await visible()).toBe(false);
    reports(operations, [], [], { importSealed: true });
    expect(await visible()).toBe(false);
    operations.scripted('suppliers').progress!.importSealed = true;
    expect(await visible()).toBe(true);
    operations.scripted('suppliers').progress = null;
    expect(await visible()).toBe(false);
    const { importJobs } = await ask<{ importJobs: { id: string }[] }>(
      operations,
      `{ importJobs(first: 1) { id status } }`,
    );
    expect(importJobs).toHaveLength(1);
  });

  it('waits until the keys of the one before it are free everywhere', async () => {
    const { import: open } = await begin('d');
    await drop(open!.id);
    operations.scripted('inventory').progress!.importDropped = false;
    expect(await begin('d')).toMatchObject({ import: null, userErrors: [{ code: 'EARLIER_IMPORT_IN_THE_WAY' }] });
    operations.scripted('inventory').progress!.importDropped = true;
    expect(await begin('d')).toMatchObject({ import: { status: 'OPEN' }, resumed: true, userErrors: [] });
  });

  it('is of a file that can be told from others', async () => {
    expect((await begin('x')).userErrors).toEqual([{ code: 'CONTENT_HASH_INVALID', field: ['contentSha256'] }]);
    expect((await seal('nothing')).userErrors).toEqual([{ code: 'IMPORT_UNKNOWN' }]);
  });
});
