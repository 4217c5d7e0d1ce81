import { judgeHeartbeat, readHeartbeat, type Heartbeat } from './heartbeat';

const NOW = '2026-03-14T09:30:00Z';
const beat = (completeThrough: string, more: Partial<Heartbeat> = {}): Heartbeat => {
  const read = readHeartbeat({ sourceSystemId: 'erp', flow: 'receipts', completeThrough, ...more });
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value;
};
const known = { completeThrough: '2026-03-14T09:00:00.000Z', lastSequence: null, closed: false };

describe('a heartbeat', () => {
  it('is news when it reaches further, closes, or counts further than what is known', () => {
    expect(judgeHeartbeat(beat('2026-03-14T09:10:00Z'), known, NOW)).toBe('NEWS');
    expect(judgeHeartbeat(beat('2026-03-14T09:00:00Z', { closed: true }), known, NOW)).toBe('NEWS');
    expect(judgeHeartbeat(beat('2026-03-14T09:00:00Z', { lastSequence: '7' }), known, NOW)).toBe('NEWS');
    expect(judgeHeartbeat(beat('2026-03-14T09:00:00Z'), null, NOW)).toBe('NEWS');
  });

  it('is a duplicate when it says the same, in whatever offset', () => {
    expect(judgeHeartbeat(beat('2026-03-14T10:00:00+01:00'), known, NOW)).toBe('DUPLICATE');
  });

  it('moves nothing when a later one came first', () => {
    expect(judgeHeartbeat(beat('2026-03-14T08:59:59Z', { closed: true }), known, NOW)).toBe('OVERTAKEN');
  });

  it('is not believed when it promises what has not happened yet', () => {
    expect(judgeHeartbeat(beat('2026-03-14T09:31:00Z'), known, NOW)).toBe('NEWS');
    expect(judgeHeartbeat(beat('2026-03-14T09:31:01Z'), known, NOW)).toBe('FROM_THE_FUTURE');
  });

  it('names its source and flow', () => {
    expect(readHeartbeat({ sourceSystemId: ' ', flow: 'f', completeThrough: NOW })).toEqual({
      ok: false,
      refusal: { kind: 'TextMissing', field: 'sourceSystemId' },
    });
  });
});
