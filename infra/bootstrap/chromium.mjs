import fs from 'node:fs';
import path from 'node:path';
import { during } from './progress.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium that runs; installs one where we may (root, with apt-get). @returns its path, or null */
export async function findChromium() {
  const found = await firstThatRuns();
  if (found !== null || process.getuid?.() !== 0 || inPath('apt-get') === null) return found;
  await during('installing a Chromium for the browser tests', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, limitMs: 120_000 });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, limitMs: 300_000 });
  });
  return firstThatRuns();
}

async function firstThatRuns() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    process.env.SIGHTLINE_CHROMIUM,
    ...NAMES.map(inPath),
    ...PLACES,
  ].filter((file) => file && fs.existsSync(file));
  for (const file of candidates) if (await runs(file)) return file;
  return null;
}

/** Some systems have a placeholder of that name which only asks to install another package. */
async function runs(file) {
  try {
    const { status } = await run(file, ['--version'], { limitMs: 20_000 });
    return status === 0;
  } catch (error) {
    if (error.code !== undefined) return false;
    throw error;
  }
}

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null;
}
