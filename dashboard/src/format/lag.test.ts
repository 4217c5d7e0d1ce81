import { formatLag } from './lag';

describe('a lag', () => {
  it('keeps its milliseconds while it is short and loses them when it is long', () => {
    expect([0.0123, 0.43, 1, 4.26, 59.94, 125].map(formatLag)).toEqual([
      '12 ms',
      '430 ms',
      '1 s',
      '4.3 s',
      '59.9 s',
      '2 min 5 s',
    ]);
  });

  it('never rounds a minute to sixty seconds, nor a second to a thousand milliseconds', () => {
    expect([59.97, 0.9996].map(formatLag)).toEqual(['1 min', '1 s']);
  });

  it('is a dash when unknown, zero when zero, and says when a clock ran ahead', () => {
    expect([null, undefined, 0, 0.0001, -2.5].map(formatLag)).toEqual(['—', '—', '0 s', '<1 ms', '\u22122.5 s']);
  });
});
