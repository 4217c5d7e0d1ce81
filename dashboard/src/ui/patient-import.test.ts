import { patiently } from './patient-import';

const realFetch = globalThis.fetch;
let reachable = false;

beforeEach(() => {
  jest.useFakeTimers();
  // The one thing outside: jsdom has no network.
  globalThis.fetch = async () => {
    if (!reachable) throw new TypeError('Failed to fetch');
    return { ok: true } as Response;
  };
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = realFetch;
});

/** Code that can be fetched from the nth attempt on. */
function arrivingAt(nth: number): () => Promise<string> {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries < nth) throw new TypeError('Failed to fetch dynamically imported module');
    return `loaded by attempt ${tries}`;
  };
}

it('waits for code while the platform is away, however long', async () => {
  reachable = false;
  const loaded = patiently(arrivingAt(9));
  await jest.advanceTimersByTimeAsync(60_000);
  await expect(loaded).resolves.toBe('loaded by attempt 9');
});

it('gives up when the platform answers and has no such code', async () => {
  reachable = true;
  const failure = patiently(arrivingAt(9)).catch((reason: unknown) => String(reason));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(await failure).toBe('TypeError: Failed to fetch dynamically imported module');
});
