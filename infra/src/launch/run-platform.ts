import { codeOf, messageOf } from '../postgres/error-code';
import { openDatabases } from '../postgres/databases';
import { PostgresTrouble } from '../postgres/trouble';
import { ConfigurationTrouble, readLaunchConfig, type LaunchConfig } from './config';
import { openControl } from './control';
import { superviseDemo, wantsDemo, type DemoWish } from './demo';
import { HomeInUse, lockHome, openHome, readKeys, removeRunRecord, writeRunRecord } from './home';
import { waitUntilReady, type Platform } from './platform';
import { explainPort } from './port-owner';
import { createProgress, prefixed, type Log } from './progress';
import { atMost, handleShutdown, type Shutdown } from './shutdown';
import type { PlatformOptions } from './start-together';

/** How a platform is started once its database is there. */
export type StartPlatform = (options: PlatformOptions & { homeDir: string }) => Promise<Platform>;

export interface RunOptions {
  /** When the command began, in milliseconds since the epoch: installing and building count. */
  startedMs?: number;
  /** Whether the demo is wanted; left out: unless the database is the user's own. */
  demo?: DemoWish;
}

const READY_LIMIT_MS = 120_000;
/** How long the end waits for a start that is under way. */
const STARTED_MS = 1_000;

/** Runs a platform until it is told to stop. Never returns: it ends the process, with 1 when it could not start. */
export async function runPlatform(start: StartPlatform, { startedMs, demo = null }: RunOptions): Promise<void> {
  const log = createProgress(startedMs);
  const shutdown = handleShutdown(log);
  process.on('uncaughtException', (error) => {
    log(`A bug: ${error.stack ?? error.message}`);
    void shutdown.begin('stopping', 1);
  });
  try {
    const config = readLaunchConfig(process.env);
    const platform = await bring(config, start, shutdown, log);
    await announce(platform, config, shutdown, log);
    if (!shutdown.signal.aborted && wantsDemo(demo, config)) await startDemo(platform.url, config, shutdown, log);
  } catch (error) {
    // What fails because we are ending is no failure.
    if (!shutdown.signal.aborted) console.error(`\n${explainStart(error)}\n`);
    await shutdown.begin('stopping', 1);
  }
}

/** Home, database, subgraphs, gateway; each is registered for the end before it begins. */
async function bring(config: LaunchConfig, start: StartPlatform, shutdown: Shutdown, log: Log): Promise<Platform> {
  const { homeDir, host, port } = config;
  openHome(homeDir);
  const unlock = lockHome(homeDir);
  shutdown.add({ name: 'the state folder', stop: async () => unlock(), abandon: unlock });
  const taken = await explainPort(host, port);
  if (taken !== null) throw new StartTrouble(taken);

  const opening = openDatabases(config.databases, homeDir, prefixed(log, 'postgres'), shutdown.signal);
  let abandonDatabase = (): void => undefined;
  shutdown.add({
    name: 'PostgreSQL',
    // A start that fails has ended what it began, and says so where it is awaited.
    stop: async () => (await opening.catch(() => null))?.postgres?.stop(),
    abandon: () => abandonDatabase(),
  });
  const databases = await opening;
  abandonDatabase = () => databases.postgres?.abandon();
  shutdown.signal.throwIfAborted();
  log('database ready');

  const starting = start({
    host,
    port,
    homeDir,
    databaseUrls: databases.urls,
    keys: readKeys(homeDir),
    log: unlessEnding(shutdown, log),
    cancel: shutdown.signal,
  });
  let abandonPlatform = (): void => undefined;
  shutdown.add({
    name: 'the platform',
    // One that is still starting is not waited for long: it ends with this process, or when it notices that we are gone.
    stop: async () => {
      if (
        await atMost(
          STARTED_MS,
          starting.catch(() => null),
        )
      )
        await (await starting.catch(() => null))?.stop();
    },
    abandon: () => abandonPlatform(),
  });
  const platform = await starting;
  abandonPlatform = () => platform.abandon();
  return platform;
}

/** Says where the platform answers, once it does. */
async function announce(platform: Platform, config: LaunchConfig, shutdown: Shutdown, log: Log): Promise<void> {
  const control = await openControl(config.homeDir, platform.subgraphs);
  shutdown.add({ name: 'the control door', stop: () => control.close() });
  shutdown.add({
    name: 'run.json',
    stop: async () => removeRunRecord(config.homeDir),
    abandon: () => removeRunRecord(config.homeDir),
  });
  log('waiting for every subgraph to answer through the gateway');
  if (!(await waitUntilReady(platform, READY_LIMIT_MS, shutdown.signal))) {
    if (shutdown.signal.aborted) return;
    log(`not every subgraph has answered within ${READY_LIMIT_MS / 1000} s; ${platform.url}/readyz says which`);
  }
  writeRunRecord(config.homeDir, {
    pid: process.pid,
    port: Number(new URL(platform.url).port),
    url: platform.url,
    mode: platform.mode,
    startedAt: new Date().toISOString(),
    subgraphs: platform.subgraphUrls,
    controlUrl: control.url,
  });
  log(`Sightline is ready: ${platform.url}   (Ctrl-C stops it)`);
}

/** The demo comes to life beside the platform: nobody waits for it, and when it fails the platform goes on. */
async function startDemo(url: string, { homeDir }: LaunchConfig, shutdown: Shutdown, log: Log): Promise<void> {
  const demo = superviseDemo(homeDir, url, unlessEnding(shutdown, log));
  // What it sends keeps the platform from ending, and it can be cut off anywhere: the next start goes on from there.
  shutdown.add({ name: 'the demo', stop: () => demo.stop(), abandon: () => demo.abandon(), beside: true });
  try {
    await demo.start();
  } catch (error) {
    if (!shutdown.signal.aborted) log(`the demo did not start: ${messageOf(error)}`);
  }
}

/** At the end connections break because we break them; that is no news. */
const unlessEnding =
  ({ signal }: Shutdown, log: Log): Log =>
  (line) => {
    if (!signal.aborted) log(line);
  };

/** The platform cannot start for a reason that its user can do something about. */
export class StartTrouble extends Error {
  override readonly name = 'StartTrouble';
}

/** Our own refusals are written for the user; anything else is shown whole. */
function explainStart(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = [ConfigurationTrouble, HomeInUse, PostgresTrouble, StartTrouble].some((kind) => error instanceof kind);
  if (known) return error.message;
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM')
    return `${error.message}. Does the state folder (SIGHTLINE_HOME) belong to another user?`;
  if (codeOf(error) === 'ENOSPC') return `The disk is full: ${error.message}. Free some space and start again.`;
  return error.stack ?? error.message;
}
