import { inTime, StillFolding } from './still-folding';

const after = (ms: number): Promise<string> => new Promise((resolve) => setTimeout(resolve, ms, 'folded'));

describe('who waits for a fold', () => {
  it('gets it when it is made in time', async () => {
    expect(await inTime(after(5), 8_000)).toBe('folded');
  });

  it('is told to ask again before the request is over, and the fold goes on', async () => {
    const work = after(100);
    await expect(inTime(work, 2_010)).rejects.toThrow(StillFolding);
    expect(await work).toBe('folded');
  });

  it('hears of a fold that failed', async () => {
    await expect(inTime(Promise.reject(new Error('no database')), 8_000)).rejects.toThrow('no database');
  });
});
