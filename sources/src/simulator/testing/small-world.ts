import { openWorld, tellHistory, type History, type World } from '../load/world';

/** A Sunday in November: the clocks of Europe and America have just changed. */
export const ANCHOR = Date.parse('2026-11-22T01:00:00Z');

/** A network and its history, one twentieth of the demo unless said otherwise. */
export function smallWorld(scale = 0.05, seed = 42): { world: World; history: History } {
  const world = openWorld({ seed, scale, anchor: ANCHOR });
  return { world, history: tellHistory(world) };
}
