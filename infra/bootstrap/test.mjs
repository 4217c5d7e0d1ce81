import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { failed } from './failed.mjs';
import { cleanEnvironment, ensureInstalled } from './install.mjs';
import { say } from './progress.mjs';
import { inProject, Trouble } from './project.mjs';
import { run } from './run.mjs';

/** Runs all tests; the last line is `N passed, N failed, N skipped`. */
export async function test(args) {
  try {
    await ensureInstalled();
    await ensureBuilt();
    const notes = [];
    const env = { ...cleanEnvironment(), NODE_ENV: 'test', ...(await chromium(notes)), ...sharedData(notes) };
    // The developer's own platform and databases are none of the tests' business.
    for (const name of Object.keys(env))
      if (/^(SIGHTLINE_(HOME|PORT|HOST)|(\w+_)?DATABASE_URL|PG[A-Z]+)$/.test(name)) delete env[name];
    notes.forEach(loudly);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sightline-test-results-'));
    try {
      const results = path.join(folder, 'results.json');
      const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
      say('testing');
      const { status } = await run(
        process.execPath,
        [jest, '--maxWorkers=2', '--json', `--outputFile=${results}`, ...args],
        { env, show: true },
      );
      notes.forEach(loudly);
      process.exitCode = report(results, status);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    failed(error);
  }
}

/** Prints the last line. @returns the status to end with */
function report(results, status) {
  if (!fs.existsSync(results)) {
    process.stdout.write('0 passed, 1 failed, 0 skipped\n');
    throw new Trouble(`jest ended with status ${status} and without results.`);
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites, success } =
    JSON.parse(fs.readFileSync(results, 'utf8'));
  // A suite that could not be loaded has no tests to fail; it counts as one.
  const failures = numFailedTests + numRuntimeErrorTestSuites;
  process.stdout.write(`${numPassedTests} passed, ${failures} failed, ${numPendingTests + numTodoTests} skipped\n`);
  return success && status === 0 && failures === 0 ? 0 : 1;
}

async function chromium(notes) {
  const found = await findChromium();
  if (found !== null) return { SIGHTLINE_CHROMIUM: found };
  notes.push(
    'BROWSER TESTS ARE SKIPPED: no Chromium was found or could be installed. Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  );
  return {};
}

function sharedData(notes) {
  const folder = path.resolve(process.env.SIGHTLINE_SHARED || inProject('..', 'shared'));
  if (fs.existsSync(path.join(folder, 'data'))) return { SIGHTLINE_SHARED: folder };
  const message = `TESTS WITH THE REAL DATA ARE SKIPPED: there is no ${path.join(folder, 'data')}. Name its folder: SIGHTLINE_SHARED=/path npm test`;
  if (process.env.CI === 'true')
    throw new Trouble(message.replace('TESTS WITH THE REAL DATA ARE SKIPPED', 'The tests need the real data'));
  notes.push(message);
  return {};
}

function loudly(note) {
  process.stdout.write(`\n${'!'.repeat(78)}\n! ${note}\n${'!'.repeat(78)}\n\n`);
}
