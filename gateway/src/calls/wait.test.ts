import { Wait } from './wait';

const never = (): Promise<never> => new Promise(() => undefined);

describe('a wait', () => {
  it('brings what is answered in time, and its failure', async () => {
    const wait = new Wait(60_000, null);
    expect(await wait.until(async () => 7)).toBe(7);
    await expect(
      wait.until(async () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    wait.end();
  });

  it('ends when its time is up, also when the one who is waited for does not heed the signal', async () => {
    const wait = new Wait(5, null);
    await expect(wait.until(never)).rejects.toThrow('The time is up.');
    expect([wait.isOver, wait.signal.aborted]).toEqual([true, true]);
  });

  it('ends when the caller leaves, which is told apart from time that is up', async () => {
    const gone = new AbortController();
    const wait = new Wait(60_000, gone.signal);
    const waiting = wait.until(never);
    gone.abort();
    await expect(waiting).rejects.toThrow('The caller has left.');
    expect(wait.isOver).toBe(false);
    wait.end();
  });

  it('asks nobody for a caller who has left already', async () => {
    let asked = 0;
    const wait = new Wait(60_000, AbortSignal.abort());
    await expect(wait.until(async () => (asked += 1))).rejects.toThrow('The caller has left.');
    expect(asked).toBe(0);
    wait.end();
  });
});
