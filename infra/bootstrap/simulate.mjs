import module from 'node:module';
import { ensureBuilt } from './build.mjs';
import { failed } from './failed.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './project.mjs';
import { releaseSignals } from './run.mjs';

/** Hands the command line over to the simulator, which finds the running platform by itself. */
export async function simulate() {
  try {
    await ensureInstalled();
    await ensureBuilt({ dashboard: false });
    await releaseSignals();
    process.argv[1] = inProject('sources', 'dist', 'simulator', 'cli.js');
    module.runMain();
  } catch (error) {
    failed(error);
  }
}
