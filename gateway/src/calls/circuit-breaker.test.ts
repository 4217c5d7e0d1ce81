import { CircuitBreaker, type Passage } from './circuit-breaker';

/** Fails as often as opens it, at this moment. */
function opened(nowMs = 0): CircuitBreaker {
  const breaker = new CircuitBreaker();
  for (let n = 0; n < 5; n += 1) breaker.failed(breaker.admits(nowMs, true)!, nowMs);
  return breaker;
}

/** A call that must be let through. */
function admitted(breaker: CircuitBreaker, nowMs: number, isRead = true): Passage {
  const passage = breaker.admits(nowMs, isRead);
  if (passage === null) throw new Error(`refused at ${nowMs}`);
  return passage;
}

describe('a circuit', () => {
  it('opens after five failures in a row, and not after four and a success', () => {
    const breaker = new CircuitBreaker();
    for (let n = 0; n < 4; n += 1) breaker.failed(admitted(breaker, 0), 0);
    breaker.succeeded();
    for (let n = 0; n < 4; n += 1) breaker.failed(admitted(breaker, 0), 0);
    expect(breaker.state(0)).toBe('closed');
    breaker.failed(admitted(breaker, 0), 0);
    expect([breaker.state(999), breaker.state(1_000)]).toEqual(['open', 'half-open']);
    expect(breaker.admits(999, true)).toBeNull();
  });

  it('lets one call try after the pause, and closes when it goes well', () => {
    const breaker = opened();
    expect(admitted(breaker, 1_000).isProbe).toBe(true);
    expect(breaker.admits(1_000, true)).toBeNull();
    breaker.succeeded();
    expect(breaker.state(1_000)).toBe('closed');
    expect(admitted(breaker, 1_000).isProbe).toBe(false);
  });

  it('doubles the pause each time a try fails, to ten seconds, and begins anew once closed', () => {
    const breaker = opened();
    let nowMs = 1_000;
    const pauses: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      breaker.failed(admitted(breaker, nowMs), nowMs);
      const since = nowMs;
      while (breaker.state(nowMs) === 'open') nowMs += 1_000;
      pauses.push(nowMs - since);
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
    breaker.succeeded();
    for (let n = 0; n < 5; n += 1) breaker.failed(admitted(breaker, nowMs), nowMs);
    expect(breaker.state(nowMs + 1_000)).toBe('half-open');
  });

  it('is not moved by how calls end that were sent before it opened', () => {
    const breaker = new CircuitBreaker();
    const [failing, leaving] = [admitted(breaker, 0), admitted(breaker, 0)];
    for (let n = 0; n < 5; n += 1) breaker.failed(admitted(breaker, 0), 0);
    admitted(breaker, 1_000);
    breaker.failed(failing, 1_100);
    breaker.abandoned(leaving);
    // The try is still under way, and the only one.
    expect(breaker.admits(1_200, true)).toBeNull();
    expect(breaker.state(1_200)).toBe('half-open');
  });

  it('is tried by another call when the one that tried has left', () => {
    const breaker = opened();
    breaker.abandoned(admitted(breaker, 1_000));
    expect(admitted(breaker, 1_000).isProbe).toBe(true);
  });

  it('does not keep reads waiting for a write that tries, and is closed by a write where only writes come', () => {
    const breaker = opened();
    admitted(breaker, 1_000, false);
    expect(breaker.admits(1_000, false)).toBeNull();
    expect(admitted(breaker, 1_000, true).isProbe).toBe(true);
    breaker.succeeded();
    expect(breaker.state(1_000)).toBe('closed');
  });
});
