import { limitWords, verdictOf } from './limits';

describe('the state of a figure', () => {
  it('is none without a figure, and good only up to its limit', () => {
    expect(verdictOf('defectPpm', null).word).toBe('no data');
    expect([0, 1_000, 1_001, 10_000, 10_001].map((ppm) => verdictOf('defectPpm', ppm).word)).toEqual([
      'on track',
      'on track',
      'watch',
      'watch',
      'at risk',
    ]);
  });

  it('is good down to its limit where more is better', () => {
    expect([95, 94.9, 85, 84.9].map((share) => verdictOf('onTimePercent', share).word)).toEqual([
      'on track',
      'watch',
      'watch',
      'at risk',
    ]);
  });

  it('is explained by the same limits', () => {
    expect(limitWords('defectPpm', 'ppm')).toBe('on track up to 1,000\u00a0ppm, at risk beyond 10,000\u00a0ppm');
    expect(limitWords('onTimePercent', '%')).toBe('on track from 95\u00a0%, at risk under 85\u00a0%');
  });
});
