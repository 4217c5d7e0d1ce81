import { Lull } from './lull';

const settled = async (work: Promise<void>): Promise<boolean> => {
  let done = false;
  void work.then(() => (done = true));
  await jest.advanceTimersByTimeAsync(0);
  return done;
};

describe('work that can wait for a bulk', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does not wait for a few facts', async () => {
    const lull = new Lull(new AbortController().signal);
    lull.caughtUp();
    lull.passed(20);
    expect(await settled(lull.come())).toBe(true);
  });

  it('waits until a bulk pauses, and then goes on until it has caught up', async () => {
    const lull = new Lull(new AbortController().signal);
    lull.caughtUp();
    lull.passed(1_000);
    const come = lull.come();
    expect(await settled(come)).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await settled(come)).toBe(true);
    lull.passed(1_000);
    expect(await settled(lull.come())).toBe(true);
    lull.caughtUp();
    expect(await settled(lull.come())).toBe(false);
  });

  it('does not take the gaps between the pieces of a slow bulk for its end', async () => {
    const lull = new Lull(new AbortController().signal);
    lull.caughtUp();
    lull.passed(1_000);
    await jest.advanceTimersByTimeAsync(900);
    lull.passed(1_000);
    const come = lull.come();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await settled(come)).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await settled(come)).toBe(true);
  });

  it('waits two minutes at most, and not at all when everything ends', async () => {
    const stop = new AbortController();
    const lull = new Lull(stop.signal);
    lull.caughtUp();
    lull.passed(1_000);
    const goesOn = setInterval(() => lull.passed(1_000), 50);
    const come = lull.come();
    await jest.advanceTimersByTimeAsync(110_000);
    expect(await settled(come)).toBe(false);
    await jest.advanceTimersByTimeAsync(11_000);
    expect(await settled(come)).toBe(true);
    const next = lull.come();
    expect(await settled(next)).toBe(false);
    stop.abort();
    await jest.advanceTimersByTimeAsync(200);
    expect(await settled(next)).toBe(true);
    clearInterval(goesOn);
  });
});
