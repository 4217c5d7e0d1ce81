import fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../network/site-time';
import { WorldClock } from './world-clock';

/** A Wednesday. */
const START = Date.parse('2026-11-18T09:00:00Z');
const session = { from: START, until: START + 2 * HOUR_MS, speed: 24 };

describe('the clock of business', () => {
  it('shows what the wall shows until the simulator goes live', () => {
    const clock = new WorldClock([session]);
    expect(clock.toWorld(START - DAY_MS)).toBe(START - DAY_MS);
    expect(clock.toWall(START)).toBe(START);
  });

  it('runs faster while the simulator is live, and keeps its lead afterwards', () => {
    const clock = new WorldClock([session]);
    expect(clock.toWorld(START + HOUR_MS)).toBe(START + 24 * HOUR_MS);
    expect(clock.toWorld(START + 3 * HOUR_MS)).toBe(START + 49 * HOUR_MS);
  });

  it('passes over the hours in which nobody works anywhere', () => {
    // A Sunday morning: the first shift of the week begins in Suzhou, at 22:00 UTC.
    const sunday = Date.parse('2026-11-22T01:00:00Z');
    const clock = new WorldClock([{ from: sunday, until: Infinity, speed: 24 }]);
    expect(clock.toWorld(sunday + MINUTE_MS)).toBe(Date.parse('2026-11-22T22:00:00Z') + 24 * MINUTE_MS);
    expect(clock.toWall(Date.parse('2026-11-22T12:00:00Z'))).toBe(sunday);
  });

  it('reads both ways alike, whatever was live when', () => {
    const hours = fc.integer({ min: 0, max: 40 * 24 });
    fc.assert(
      fc.property(hours, hours, hours, fc.integer({ min: 1, max: 60 }), hours, (first, length, pause, speed, asked) => {
        const second = first + length + pause;
        const sessions = [
          { from: START + first * HOUR_MS, until: START + (first + length) * HOUR_MS, speed },
          { from: START + second * HOUR_MS, until: Infinity, speed: 3 },
        ];
        const wall = START + asked * HOUR_MS;
        const clock = new WorldClock(sessions);
        const back = clock.toWall(clock.toWorld(wall));
        expect(Math.abs(back - wall)).toBeLessThanOrEqual(1);
        expect(clock.toWorld(wall + 1_000)).toBeGreaterThanOrEqual(clock.toWorld(wall));
      }),
      { numRuns: 25 },
    );
  });

  it('tells the same of a session that is over as it did while the session ran', () => {
    const running = new WorldClock([{ ...session, until: Infinity }]);
    const over = new WorldClock([session]);
    for (let minute = 0; minute <= 120; minute += 7)
      expect(over.toWorld(START + minute * MINUTE_MS)).toBe(running.toWorld(START + minute * MINUTE_MS));
  });
});
