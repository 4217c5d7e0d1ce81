import { eachInTurns } from './in-turns';

it('long work lets others have the thread in between, and does every item in order', async () => {
  const done: number[] = [];
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 0);
  await eachInTurns([0, 1, 2, 3].keys(), (item) => {
    const until = performance.now() + 130;
    while (performance.now() < until);
    done.push(item);
  });
  clearInterval(others);
  expect(done).toEqual([0, 1, 2, 3]);
  expect(turns).toBeGreaterThan(0);
});
