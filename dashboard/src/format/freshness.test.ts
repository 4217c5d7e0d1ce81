import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshnessAt, graverStatus, type FreshnessReading } from './freshness';

interface Vector {
  name: string;
  now: string;
  flows: { watermark: string | null; closed: boolean; budgetSeconds: number }[];
  freshness: FreshnessReading;
}

/** The table that the platform's own freshness is tested with. */
const TABLE = join(__dirname, '../../../subgraphs/kit/schema/freshness-vectors.json');
const vectors: Vector[] = existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, 'utf8')).vectors : [];

const fresh: FreshnessReading = { asOf: '2026-03-14T12:00:00Z', ageSeconds: 0, budgetSeconds: 60, status: 'FRESH' };
const after = (seconds: number): number => Date.parse('2026-03-14T12:00:00Z') + seconds * 1000;

describe('the age of a figure', () => {
  it('has the shared table of vectors', () => expect(vectors.length).toBeGreaterThan(0));

  it.each(vectors)('agrees with the platform at the moment of reading: $name', ({ now, freshness }) => {
    expect(freshnessAt(freshness, Date.parse(now))).toEqual({
      status: freshness.status,
      ageSeconds: freshness.ageSeconds,
    });
  });

  it.each(vectors)('never gets better by waiting: $name', ({ now, freshness }) => {
    let worst = freshness.status;
    for (const seconds of [1, 59, 60, 61, 120, 121, 3600, 86_400]) {
      const { status } = freshnessAt(freshness, Date.parse(now) + seconds * 1000);
      expect(graverStatus(worst, status)).toBe(status);
      worst = status;
    }
  });

  it('agrees with the platform about one open source as time goes by', () => {
    for (const { now, flows, freshness } of vectors) {
      const [flow, ...others] = flows;
      if (!flow?.watermark || flow.closed || others.length > 0 || (freshness.ageSeconds ?? 0) < 0) continue;
      const reading: FreshnessReading = {
        asOf: flow.watermark,
        ageSeconds: 0,
        budgetSeconds: flow.budgetSeconds,
        status: 'FRESH',
      };
      expect(freshnessAt(reading, Date.parse(now)).status).toBe(freshness.status);
    }
  });

  it('grows while the source, or the platform itself, is silent', () => {
    expect(freshnessAt(fresh, after(60))).toEqual({ status: 'FRESH', ageSeconds: 60 });
    expect(freshnessAt(fresh, after(61)).status).toBe('AGEING');
    expect(freshnessAt(fresh, after(120)).status).toBe('AGEING');
    expect(freshnessAt(fresh, after(121)).status).toBe('STALE');
  });

  it('does not call an ageing weak source stale because another input is older', () => {
    // MES, budget 60 s, is ageing; asOf is that of a nightly feed of 20 hours.
    const mixed: FreshnessReading = {
      asOf: '2026-03-13T16:00:00Z',
      ageSeconds: 72_000,
      budgetSeconds: 60,
      status: 'AGEING',
    };
    expect(freshnessAt(mixed, after(10)).status).toBe('AGEING');
    expect(freshnessAt(mixed, after(61)).status).toBe('STALE');
  });

  it('never ages a finished archive', () => {
    const archive: FreshnessReading = {
      asOf: '2015-09-14T00:00:00Z',
      ageSeconds: 1,
      budgetSeconds: null,
      status: 'CLOSED',
    };
    expect(freshnessAt(archive, after(0)).status).toBe('CLOSED');
  });
});
