import { setImmediate as turn } from 'node:timers/promises';

/**
 * Longest that one keeps the thread before others get it. Others keep it for a tenth of a second themselves while they
 * judge a bulk: with much shorter turns a fold would wait most of its time, and miss the deadline of whoever asked.
 */
const TURN_MS = 250;

/** Works through many items and lets others have the thread now and then: whoever waits for an answer, and deadlines. */
export async function eachInTurns<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let until = performance.now() + TURN_MS;
  for (const item of items) {
    work(item);
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + TURN_MS;
  }
}
