import { Bulks } from './bulks';

const settled = async (work: Promise<void>): Promise<boolean> => {
  let done = false;
  void work.then(() => (done = true));
  await jest.advanceTimersByTimeAsync(0);
  return done;
};

describe('work that can wait for a bulk', () => {
  const stop = new AbortController();
  let bulks: Bulks;
  beforeEach(() => {
    jest.useFakeTimers();
    bulks = new Bulks();
  });
  afterEach(() => jest.useRealTimers());

  it('does not wait for a few facts', async () => {
    bulks.passed(20);
    expect(await settled(bulks.pause(stop.signal))).toBe(true);
  });

  it('waits until a bulk pauses, and for the next one again', async () => {
    bulks.passed(1_000);
    const pause = bulks.pause(stop.signal);
    expect(await settled(pause)).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await settled(pause)).toBe(true);
    expect(await settled(bulks.pause(stop.signal))).toBe(true);
    bulks.passed(1_000);
    expect(await settled(bulks.pause(stop.signal))).toBe(false);
  });

  it('does not take the gaps between the pieces of a slow bulk for its end', async () => {
    bulks.passed(1_000);
    await jest.advanceTimersByTimeAsync(900);
    bulks.passed(1_000);
    const pause = bulks.pause(stop.signal);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await settled(pause)).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await settled(pause)).toBe(true);
  });

  it('waits two minutes at most, and not at all when everything ends', async () => {
    const ending = new AbortController();
    bulks.passed(1_000);
    const goesOn = setInterval(() => bulks.passed(1_000), 50);
    const pause = bulks.pause(ending.signal);
    await jest.advanceTimersByTimeAsync(110_000);
    expect(await settled(pause)).toBe(false);
    await jest.advanceTimersByTimeAsync(11_000);
    expect(await settled(pause)).toBe(true);
    const next = bulks.pause(ending.signal);
    expect(await settled(next)).toBe(false);
    ending.abort();
    await jest.advanceTimersByTimeAsync(200);
    expect(await settled(next)).toBe(true);
    clearInterval(goesOn);
  });
});
