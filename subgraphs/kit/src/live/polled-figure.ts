import { setTimeout as pause } from 'node:timers/promises';
import type { RequestContext } from '../server/manifest';
import { nextBeatMs } from './fact-changes';
import type { FigureMark } from './figure-changes';

/** Places are of many logs; each has an epoch of its own, so these cursors have none. */
const NO_EPOCH = 0;

/**
 * The stream of a figure over what other subgraphs have, of whose logs nothing is heard here: it is asked again and again
 * how far they are, and told anew when they have moved.
 *
 * @param after    cursor of the last message had; the present figure comes at once either way
 * @param standOf  how far everyone is, as numbers in an order that never changes; equal ones mean an equal figure
 * @param everyMs  how often it is asked
 * @throws CursorInvalid at the first step when the cursor was not given out by such a stream
 */
export async function* polledFigureChanges(
  context: Pick<RequestContext, 'services' | 'tenancy' | 'gone'>,
  after: string | null,
  standOf: () => Promise<readonly number[]>,
  everyMs = 1_000,
): AsyncGenerator<FigureMark, void, void> {
  const { gone, tenancy } = context;
  const { clock, tail } = context.services;
  if (after !== null) tail.cursors.open('polled', NO_EPOCH, after, tenancy);
  let previous = after;
  const told = (kind: FigureMark['kind'], stand: readonly number[], caughtUpTo: string): FigureMark => {
    const previousCursor = previous;
    previous = tail.cursors.seal('polled', NO_EPOCH, stand, tenancy);
    return { cursor: previous, previousCursor, kind, caughtUpTo, emittedAt: clock.now().toISOString() };
  };
  let askedAt = clock.now().toISOString();
  let stand = await standOf();
  yield told(after === null ? 'SNAPSHOT' : 'UPDATED', stand, askedAt);
  let beatMs = nextBeatMs(Date.now());
  while (!gone.aborted) {
    // Ends early when the subscriber leaves; the loop sees that it has.
    await pause(everyMs, undefined, { signal: gone }).catch(() => undefined);
    if (gone.aborted) return;
    askedAt = clock.now().toISOString();
    const now = await standOf();
    const hasMoved = now.length !== stand.length || now.some((value, index) => value !== stand[index]);
    stand = now;
    if (!hasMoved && Date.now() < beatMs) continue;
    beatMs = nextBeatMs(Date.now());
    yield told(hasMoved ? 'UPDATED' : 'HEARTBEAT', stand, askedAt);
  }
}
