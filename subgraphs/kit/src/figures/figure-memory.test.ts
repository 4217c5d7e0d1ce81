import { FigureMemory, type Kept } from './figure-memory';

const kept = (pos: number, weight: number): Kept => ({ pos, weight: () => weight });

/** Asks a question; answers what was kept of it. */
const ask = (memory: FigureMemory, question: string, keep: Kept, audience = '* 1'): Promise<Kept | null> =>
  memory.use<Kept, Kept | null>(audience, question, (before) => Promise.resolve({ keep, answer: before }));

describe('What is remembered of figures', () => {
  it('is kept for the same question of the same audience, in the same epoch of the log', async () => {
    const memory = new FigureMemory();
    const first = kept(1, 10);
    await ask(memory, 'on time', first);
    expect(await ask(memory, 'on time', first)).toBe(first);
    expect(await ask(memory, 'on time', first, 'S1 1')).toBeNull();
    expect(await ask(memory, 'on time', first, '* 2')).toBeNull();
  });

  it('goes beyond its limits nowhere: what was asked longest ago is forgotten first', async () => {
    const memory = new FigureMemory();
    await ask(memory, 'a', kept(1, 800_000));
    await ask(memory, 'b', kept(1, 800_000));
    await ask(memory, 'a', kept(2, 800_000));
    await ask(memory, 'c', kept(1, 800_000));
    expect(await ask(memory, 'a', kept(3, 800_000))).toMatchObject({ pos: 2 });
    expect(await ask(memory, 'b', kept(2, 1))).toBeNull();
  });

  it('holds so many questions and no more, however small they are', async () => {
    const memory = new FigureMemory();
    for (let index = 0; index < 301; index += 1) await ask(memory, String(index), kept(1, 1));
    expect(await ask(memory, '300', kept(1, 1))).not.toBeNull();
    expect(await ask(memory, '0', kept(1, 1))).toBeNull();
  });

  it('is worked on by one at a time, and a failure is told to the one who failed alone', async () => {
    const memory = new FigureMemory();
    const failed = memory.use('* 1', 'a', () => Promise.reject(new Error('gone')));
    const next = ask(memory, 'a', kept(1, 1));
    await expect(failed).rejects.toThrow('gone');
    expect(await next).toBeNull();
    expect(await ask(memory, 'a', kept(1, 1))).not.toBeNull();
  });

  it('reads no more than two questions at the same time', async () => {
    const memory = new FigureMemory();
    let [reading, most] = [0, 0];
    const read = async (): Promise<void> => {
      reading += 1;
      most = Math.max(most, reading);
      await new Promise(setImmediate);
      reading -= 1;
    };
    await Promise.all([1, 2, 3, 4, 5].map(() => memory.load(read)));
    expect(most).toBe(2);
  });
});
