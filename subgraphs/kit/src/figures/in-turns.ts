import { setImmediate as turn } from 'node:timers/promises';

/** Longest that one keeps the thread before others get it. */
const TURN_MS = 5;

/** Works through many items and lets others have the thread every few milliseconds: whoever waits for an answer, and deadlines. */
export async function eachInTurns<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let until = performance.now() + TURN_MS;
  for (const item of items) {
    work(item);
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + TURN_MS;
  }
}
