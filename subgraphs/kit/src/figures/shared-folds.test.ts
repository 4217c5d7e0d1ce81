import { SharedFolds, type FoldSteps } from './shared-folds';

/** Subjects a to c; each is folded to the position of its last change. */
class Story implements FoldSteps<number> {
  readonly asked: (readonly string[] | null)[] = [];
  /** Position and subject; null: whatever changes all. */
  changes: [pos: number, id: string | null][] = [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ];

  fold(ids: readonly string[] | null, pos: number): Promise<ReadonlyMap<string, number>> {
    this.asked.push(ids);
    const rows = new Map<string, number>();
    for (const [at, id] of this.changes) if (id !== null && at <= pos && (ids?.includes(id) ?? true)) rows.set(id, at);
    return Promise.resolve(rows);
  }

  changed(after: number, through: number): Promise<readonly string[] | null> {
    const between = this.changes.filter(([pos]) => pos > after && pos <= through).map(([, id]) => id);
    return Promise.resolve(between.includes(null) ? null : between.flatMap((id) => id ?? []));
  }
}

const at = (pos: number, now = pos) => ({ pos, now });

describe('What is folded for several requests', () => {
  it('moves with the log by what has changed alone', async () => {
    const [folds, story] = [new SharedFolds(), new Story()];
    expect(await folds.at('day', at(3), story)).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    );
    story.changes.push([4, 'b']);
    expect(await folds.at('day', at(4), story)).toEqual(
      new Map([
        ['a', 1],
        ['b', 4],
        ['c', 3],
      ]),
    );
    expect(await folds.at('day', at(9), story)).toEqual(
      new Map([
        ['a', 1],
        ['b', 4],
        ['c', 3],
      ]),
    );
    expect(story.asked).toEqual([null, ['b']]);
  });

  it('is as it was at an earlier position, without forgetting the present', async () => {
    const [folds, story] = [new SharedFolds(), new Story()];
    story.changes.push([4, 'b']);
    await folds.at('day', at(4), story);
    expect(await folds.at('day', at(2, 4), story)).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
    expect(await folds.at('day', at(4), story)).toEqual(
      new Map([
        ['a', 1],
        ['b', 4],
        ['c', 3],
      ]),
    );
    expect(story.asked).toEqual([null, ['c', 'b']]);
  });

  it('is folded anew after something that changes all', async () => {
    const [folds, story] = [new SharedFolds(), new Story()];
    await folds.at('day', at(3), story);
    story.changes.push([4, null]);
    await folds.at('day', at(4), story);
    expect(story.asked).toEqual([null, null]);
  });

  it('is worked out once for those who ask the same at the same time, and again after a failure', async () => {
    const [folds, story] = [new SharedFolds(), new Story()];
    const failing: FoldSteps<number> = {
      ...story,
      fold: () => Promise.reject(new Error('gone')),
      changed: () => Promise.resolve(null),
    };
    await expect(folds.at('day', at(3), failing)).rejects.toThrow('gone');
    await Promise.all([folds.at('day', at(3), story), folds.at('day', at(3), story)]);
    expect(story.asked).toEqual([null]);
  });

  it('keeps no more rows and questions than its limits, the one asked longest ago goes first', async () => {
    const [folds, story] = [new SharedFolds(7, 2), new Story()];
    for (const day of ['one', 'two', 'one', 'three', 'one']) await folds.at(day, at(3), story);
    expect(story.asked).toHaveLength(3);
    await folds.at('two', at(3), story);
    expect(story.asked).toHaveLength(4);
    const [small, other] = [new SharedFolds(2), new Story()];
    await small.at('large', at(3), other);
    await small.at('large', at(3), other);
    expect(other.asked).toHaveLength(2);
  });
});
