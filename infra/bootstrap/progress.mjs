/** When the command began: what npm needed before us does not count. */
export const STARTED_MS = Date.now();

/** Writes one line with the seconds since the start. */
export function say(line) {
  process.stdout.write(`[${((Date.now() - STARTED_MS) / 1000).toFixed(1).padStart(5)} s] ${line}\n`);
}

/** Says what is being done, again every ten seconds while it lasts. */
export async function during(what, work) {
  say(what);
  const again = setInterval(() => say(`${what} …`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(again);
  }
}
