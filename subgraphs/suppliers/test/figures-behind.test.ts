import type { TestStream } from '@sightline/kit/testing/run-platform';
import { SupplierPlatform } from './supplier-platform';

const WINDOW = 'window: { from: "2026-01-01", to: "2026-12-31" }';
const FIGURE = `{ supplierPerformance(${WINDOW}) { volume { value { n freshness { asOf status } } } freshness { asOf status } } }`;
const STREAM = `subscription { supplierPerformanceChanged(${WINDOW}) { kind caughtUpTo } }`;

interface Told {
  n: number;
  asOf: string | null;
  status: string;
}

let told: SupplierPlatform;
const streams: TestStream[] = [];

/** Nothing is folded for the present here, however short the log: as on a long one. */
beforeEach(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00.000Z', { foldedEvents: 0 });
  await told.onboard('ACME');
  await lineRecorded('first', '2026-03-20T11:30:00.000Z');
  await told.platform.settle();
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.leave();
  await told.stop();
});

const at = (recordedAt: string, rest: object = {}): object =>
  told.source('', '', { occurredOn: undefined, recordedOn: undefined, occurredAt: recordedAt, recordedAt, ...rest });

const lineRecorded = async (id: string, recordedAt: string, rest: object = {}): Promise<void> => {
  const input = told.line(id, { sentOn: '2026-03-19', requestedDate: '2026-03-19', committedDate: '2026-03-19' });
  const sent = await told.lines({ ...input, source: at(recordedAt, rest) });
  expect(sent.refused).toBe(0);
};

async function figure(): Promise<Told> {
  const { supplierPerformance } = await told.query<{
    supplierPerformance: { volume: { value: { n: number; freshness: object } }; freshness: Omit<Told, 'n'> };
  }>(FIGURE);
  const { volume, freshness } = supplierPerformance;
  expect(volume.value.freshness).toEqual(freshness);
  return { n: volume.value.n, ...freshness };
}

/** As it is while a bulk becomes visible: contributions were made up to here alone. */
const derivedUpTo = (pos: number): Promise<unknown> =>
  told.rows(`UPDATE reader_position SET pos = ${pos} WHERE reader = 'deriver'`);
const visible = async (): Promise<number> =>
  Number((await told.rows<{ pos: string }>(`SELECT pos FROM reader_position WHERE reader = 'projector'`))[0]!.pos);

it('a figure that lacks a visible fact is no younger than just before that fact was recorded', async () => {
  const before = await visible();
  expect(await figure()).toMatchObject({ asOf: '2026-03-20T11:30:00.000Z' });
  await lineRecorded('second', '2026-03-20T11:45:00.000Z');
  await lineRecorded('third', '2026-03-20T11:58:00.000Z');
  await told.platform.settle();
  expect(await figure()).toMatchObject({ asOf: '2026-03-20T11:58:00.000Z', status: 'FRESH' });
  await derivedUpTo(before);
  expect(await figure()).toMatchObject({ asOf: '2026-03-20T11:44:59.999Z', status: 'STALE' });
});

it('a figure that an import is still missing in does not say how old it is', async () => {
  const before = await visible();
  await told.rows(
    `INSERT INTO sealed_import (import_id, pos, visible_at) VALUES ('imp', ${before + 1}, now());
     UPDATE reader_position SET pos = ${before + 1} WHERE reader = 'projector'`,
  );
  expect(await figure()).toMatchObject({ asOf: null, status: 'UNKNOWN' });
});

it('a stream of figures is caught up to when everything then visible was in them', async () => {
  const opened = async (): Promise<string | null> => {
    const stream = told.platform.listen('suppliers', 'executive', STREAM, {});
    streams.push(stream);
    const { data } = await stream.next();
    return (data!['supplierPerformanceChanged'] as { caughtUpTo: string | null }).caughtUpTo;
  };
  const before = await visible();
  expect(await opened()).toBe('2026-03-20T12:00:00.000Z');
  await lineRecorded('second', '2026-03-20T11:45:00.000Z');
  await told.platform.settle();
  await derivedUpTo(before);
  told.clock.set('2026-03-20T12:05:00.000Z');
  // Unknown, or the moment before, as whoever watched the log happened to look.
  expect([null, '2026-03-20T12:00:00.000Z']).toContain(await opened());
});
