import path from 'node:path';
import { childEnvironment, PROJECT_DIR, type LaunchConfig } from './config';
import { superviseProcess, type SupervisedProcess } from './process-supervisor';
import type { Log } from './progress';

/** What the command line says of the demo: with it, without it, or nothing. */
export type DemoWish = boolean | null;

/** Reads `--demo` and `--no-demo`; the last one counts. */
export function demoWish(args: readonly string[]): DemoWish {
  const said = args.findLast((arg) => arg === '--demo' || arg === '--no-demo');
  return said === undefined ? null : said === '--demo';
}

/** Whether to run the demo. A database of the user's own is filled with simulated facts only when that is asked for. */
export const wantsDemo = (wish: DemoWish, { databases }: Pick<LaunchConfig, 'databases'>): boolean =>
  wish ?? (databases.adminUrl === null && Object.keys(databases.own).length === 0);

/**
 * The simulator as a process of its own, beside the platform: it has nothing of it but its address, and gets its token
 * from the demo's issuer like anybody.
 */
export const superviseDemo = (homeDir: string, url: string, log: Log): SupervisedProcess =>
  superviseProcess({
    name: 'demo',
    script: path.join(PROJECT_DIR, 'sources', 'dist', 'simulator', 'cli.js'),
    args: ['live'],
    // A history is many small things that stay: copied less often, they are made in half the time.
    nodeOptions: ['--max-semi-space-size=64'],
    env: childEnvironment({ SIGHTLINE_HOME: homeDir, SIGHTLINE_URL: url }),
    log,
  });
