import type { EntityManager } from 'typeorm';
import { ContributionChanges } from './contribution-changes';
import type { RunInTenant } from './population-sql';

/** A log in which each position changes so many contributions. */
class Log {
  readonly read: [after: number, through: number][] = [];
  constructor(private readonly changesAt: (pos: number) => number) {}

  /** As the database answers: never more rows than the statement's limit. */
  readonly run: RunInTenant = (work) =>
    work({
      query: (sql: string, [after, through]: [number, number]) => {
        this.read.push([after, through]);
        let count = 0;
        for (let pos = after + 1; pos <= through; pos += 1) count += this.changesAt(pos);
        const limit = Number(/limit (\d+)/.exec(sql)![1]);
        return Promise.resolve(Array.from({ length: Math.min(count, limit) }, () => ({ sign: 1 })));
      },
    } as unknown as EntityManager);
}

const one = (): number => 1;

describe('What the log has changed', () => {
  it('is read once for all who go the same way, in pieces', async () => {
    const [changes, log] = [new ContributionChanges([]), new Log(one)];
    expect(await changes.between(log.run, 0, 10)).toHaveLength(10);
    expect(await changes.between(log.run, 10, 15)).toHaveLength(5);
    expect(await changes.between(log.run, 0, 15)).toHaveLength(15);
    expect(log.read).toEqual([
      [0, 10],
      [10, 15],
    ]);
  });

  it('is told backwards with every sign turned, and read where nobody has gone that way yet', async () => {
    const [changes, log] = [new ContributionChanges([]), new Log(one)];
    await changes.between(log.run, 5, 10);
    expect((await changes.between(log.run, 10, 5))!.map(({ sign }) => sign)).toEqual([-1, -1, -1, -1, -1]);
    expect(log.read).toEqual([[5, 10]]);
    // Two ask the same, and the one who stands further back comes second.
    expect((await changes.between(log.run, 10, 8))!.map(({ sign }) => sign)).toEqual([-1, -1]);
    expect(log.read).toEqual([
      [5, 10],
      [8, 10],
    ]);
  });

  it('is not told one by one where a single position, the seal of an import, changes very much', async () => {
    const [changes, log] = [new ContributionChanges([]), new Log((pos) => (pos === 8 ? 500_000 : 1))];
    expect(await changes.between(log.run, 5, 10)).toBeNull();
    expect(await changes.between(log.run, 5, 10)).toBeNull();
    expect(log.read).toHaveLength(1);
    expect(await changes.between(log.run, 10, 12)).toHaveLength(2);
    expect(await changes.between(log.run, 12, 5)).toBeNull();
  });

  it('is not told over a long way, and forgotten where it lies so far back', async () => {
    const [changes, log] = [new ContributionChanges([]), new Log(one)];
    expect(await changes.between(log.run, 0, 5_001)).toBeNull();
    for (let pos = 0; pos < 9_000; pos += 1_000) await changes.between(log.run, pos, pos + 1_000);
    const before = log.read.length;
    expect(await changes.between(log.run, 9_000, 5_000)).toHaveLength(4_000);
    expect(await changes.between(log.run, 3_000, 4_000)).toHaveLength(1_000);
    expect(log.read.slice(before)).toEqual([[3_000, 4_000]]);
  });
});
