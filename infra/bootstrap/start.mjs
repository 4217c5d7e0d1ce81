import module from 'node:module';
import { createRequire } from 'node:module';
import { ensureBuilt } from './build.mjs';
import { failed } from './failed.mjs';
import { ensureInstalled } from './install.mjs';
import { requireFreePort } from './port.mjs';
import { say, STARTED_MS } from './progress.mjs';
import { inProject, Trouble } from './project.mjs';
import { releaseSignals } from './run.mjs';

const KNOWN = ['--apart', '--demo', '--no-demo'];

/**
 * Installs, builds and runs the platform; `--apart` as processes of their own, `--no-demo` without the demo, `--demo` with
 * it also in a database of the user's own.
 */
export async function start(args) {
  try {
    const unknown = args.filter((arg) => !KNOWN.includes(arg));
    if (unknown.length > 0)
      throw new Trouble(`"${unknown.join(' ')}" is not known here. There are ${KNOWN.join(', ')}.`);
    process.env.APOLLO_TELEMETRY_DISABLED = 'true';
    process.env.TURBO_TELEMETRY_DISABLED = '1';
    // Before minutes of installing, not after.
    await requireFreePort();
    await ensureInstalled();
    await ensureBuilt();
    say('starting');
    await releaseSignals();
    // Later starts find the code compiled (Node 22 and newer).
    module.enableCompileCache?.(inProject('node_modules', '.sightline', 'compiled'));
    const load = createRequire(import.meta.url);
    const { demoWish } = load('../dist/launch/demo.js');
    const options = { startedMs: STARTED_MS, demo: demoWish(args) };
    if (args.includes('--apart')) await load('../dist/launch/apart.js').runApart(options);
    else await load('../dist/launch/together.js').runTogether(options);
  } catch (error) {
    failed(error);
  }
}
