const WAITS_MS = [500, 1_000, 2_000, 4_000];
/** So often may the platform answer and still not have the code. */
const REFUSALS = 3;

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/**
 * Loads code that a page fetches later. While the platform is away it is asked for again and again, as figures are: a line
 * that is cut for a moment must not cost the page. A platform that answers and has no such code serves another version.
 *
 * @throws what the last attempt threw, when the platform answers
 */
export async function patiently<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  let refusals = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      return await load();
    } catch (failure) {
      if (await answers()) refusals += 1;
      if (refusals === REFUSALS) throw failure;
      const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)];
      await new Promise((resolve) => window.setTimeout(resolve, wait));
    }
  }
}
