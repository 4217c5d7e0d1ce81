import { eachInTurns } from './in-turns';

it('long work lets others have the thread in between, and does every item in order', async () => {
  const done: number[] = [];
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 0);
  await eachInTurns(Array.from({ length: 40 }).keys(), (item) => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    done.push(item);
  });
  clearInterval(others);
  expect(done).toEqual([...Array(40).keys()]);
  expect(turns).toBeGreaterThan(1);
});
