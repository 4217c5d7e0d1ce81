import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import {
  ADMIN_ROLE,
  cleanEnvironment,
  DATABASE,
  ensureBallast,
  ensureCluster,
  resetPassword,
  sizeFor,
  writeSettings,
} from './cluster';
import { codeOf, messageOf } from './error-code';
import { ensurePassword } from './password';
import { filesOf, readState, rootOf, settle, writeState, type Place } from './place';
import { disownProcess, isAlive, isPostgres, readPostmasterFile, signal, waitForEnd } from './postmaster';
import { hasSocket, removeSockets } from './socket';
import { explain, hasSurvivors, isPortTaken, PostgresTrouble, readLogSince } from './trouble';

export interface PostgresOptions {
  /** The state folder (SIGHTLINE_HOME). */
  homeDir: string;
  log: (line: string) => void;
  /** Memory for pages, in MB; left out: by the memory of the machine. */
  sharedBuffersMb?: number;
  /** The port to try first; 54329 when left out, 0 for any free one. A port of an earlier start is preferred to both. */
  preferredPort?: number;
  /** Gives up a start that is under way; what was begun is ended. */
  cancel?: AbortSignal;
}

export interface RunningPostgres {
  /**
   * Connection string of the admin: by the server's socket where it has one. It says `sslmode=disable`, so that an inherited
   * PGSSLMODE changes nothing.
   */
  adminUrl: string;
  /** True when the server was found running: left behind by a launcher that was killed. */
  adopted: boolean;
  /** Ends the server within 5 s: orderly, and abruptly if that takes more than 2 s. Nothing acknowledged is lost either way. */
  stop(): Promise<void>;
  /** Ends the server at once; for an impatient second Ctrl-C. It repairs itself at the next start. */
  abandon(): void;
}

/** Not PostgreSQL's usual port, which a server of the user's own may hold. */
const PREFERRED_PORT = 54_329;
const ORDERLY_STOP_MS = 2_000;
const ABRUPT_STOP_MS = 500;
/** Repair after a crash reads at most max_wal_size. */
const START_LIMIT_MS = 120_000;
const WATCH_MS = 250;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL of a state folder, creating it on the first start, or adopts the one that already runs there.
 * A server that ends by itself is started again, on the same port, until `stop`.
 *
 * @throws PostgresTrouble with cause, way out and PostgreSQL's own words
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { homeDir, log, cancel } = options;
  const isCancelled = (): boolean => cancel?.aborted ?? false;
  fs.mkdirSync(homeDir, { recursive: true, mode: 0o700 });
  const home = fs.realpathSync(homeDir);
  const { password, isNew } = ensurePassword(home);
  const state = readState(home);

  const running = await findRunning(filesOf(rootOf(home, state)).dataDir, password, log);
  const place = settle(home, state, log);
  const elsewhere = place.root === rootOf(home, null) ? null : place.root;
  writeState(home, { elsewhere, port: running?.port ?? state?.port ?? null });
  if (running !== null) {
    log(`adopted the PostgreSQL that still runs (process ${running.pid}, port ${running.port})`);
    await ensureDatabase(running.port, password);
    return supervise(place, running, password, true, log);
  }
  const hadData = fs.existsSync(filesOf(place.root).dataDir);
  await ensureCluster(place, password, log, cancel);
  if (hadData && isNew) {
    log('the password of the database was lost: setting a new one');
    await resetPassword(place, password);
  }
  ensureBallast(place.root);
  const fitting = sizeFor(os.totalmem(), process.constrainedMemory() ?? 0);
  writeSettings(place, { sharedBuffersMb: options.sharedBuffersMb ?? fitting.sharedBuffersMb });

  let port = await freePort(state?.port ?? options.preferredPort ?? PREFERRED_PORT);
  for (let attempt = 1; ; attempt++) {
    try {
      const pid = await launch(place, port, password, log, isCancelled);
      writeState(home, { elsewhere, port });
      await ensureDatabase(port, password);
      return supervise(place, { pid, port }, password, false, log);
    } catch (error) {
      // Another program took the port between our look and PostgreSQL's.
      if (!(error instanceof PostgresTrouble && isPortTaken(error.message)) || attempt === 5) throw error;
      port = await freePort(0);
    }
  }
}

/** The server that runs on a data folder and obeys our password; null when none runs. */
async function findRunning(
  dataDir: string,
  password: string,
  log: (line: string) => void,
): Promise<{ pid: number; port: number } | null> {
  const until = Date.now() + 60_000;
  let lastError = '';
  for (;;) {
    const file = readPostmasterFile(dataDir);
    if (file === null || !isAlive(file.pid)) return null;
    if (isPostgres(file.pid) === false) {
      log(`process ${file.pid} is not PostgreSQL: its note is left from before a restart`);
      disownProcess(dataDir);
      return null;
    }
    const answer = await ask(file.port, password);
    if (answer.kind === 'ours' && samePath(answer.dataDir, dataDir)) return file;
    if (answer.kind === 'ours') {
      log(`process ${file.pid} serves ${answer.dataDir}: its note here is a copy`);
      fs.rmSync(path.join(dataDir, 'postmaster.pid'));
      return null;
    }
    if (answer.kind === 'refused') {
      throw new PostgresTrouble(
        `A PostgreSQL that is not ours runs on ${dataDir} (process ${file.pid}, port ${file.port}): it does not take our password. ` +
          `Stop it (kill -INT ${file.pid}) and start again.`,
      );
    }
    lastError = answer.reason;
    if (Date.now() >= until) {
      throw new PostgresTrouble(
        `PostgreSQL runs (process ${file.pid}) but has not answered on port ${file.port} for 60 s: ${lastError}. Stop it (kill -INT ${file.pid}) and start again.`,
      );
    }
    await pause(200);
  }
}

type Answer = { kind: 'ours'; dataDir: string } | { kind: 'refused' } | { kind: 'silent'; reason: string };

/** Connects as admin and asks the server where its data is. */
async function ask(port: number, password: string): Promise<Answer> {
  const client = connection(port, password, 'postgres');
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return { kind: 'ours', dataDir: rows[0]?.data_directory ?? '' };
  } catch (error) {
    // 28: the server knows neither our role nor our password.
    if (codeOf(error)?.startsWith('28')) return { kind: 'refused' };
    return { kind: 'silent', reason: messageOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function connection(port: number, password: string, database: string): Client {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: ADMIN_ROLE,
    password,
    database,
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  // A server that ends while we ask is an answer ("silent"), given by the call itself, not an event without a listener.
  client.on('error', () => undefined);
  return client;
}

/** Starts the server and waits until it answers. @returns its process number */
async function launch(
  place: Place,
  port: number,
  password: string,
  log: (line: string) => void,
  isCancelled: () => boolean,
): Promise<number> {
  const files = filesOf(place.root);
  const until = Date.now() + START_LIMIT_MS;
  removeSockets(place.root);
  for (;;) {
    const position = openLog(files.logFile, place);
    const outcome = await launchOnce(place, port, password, position, until, log, isCancelled);
    if (outcome.kind === 'ready') return outcome.pid;
    const said = readLogSince(files.logFile, position);
    // Children of a killed server end within moments of it.
    if (hasSurvivors(said) && Date.now() < until) {
      await pause(200);
      continue;
    }
    throw explain({ doing: outcome.doing, said, ...files });
  }
}

async function launchOnce(
  place: Place,
  port: number,
  password: string,
  position: number,
  until: number,
  log: (line: string) => void,
  isCancelled: () => boolean,
): Promise<{ kind: 'ready'; pid: number } | { kind: 'failed'; doing: string }> {
  const { dataDir, logFile } = filesOf(place.root);
  const command = place.user.command(path.join(place.binaries.nativeDir, 'bin', 'postgres'), [
    '-D',
    dataDir,
    '-p',
    String(port),
  ]);
  // Its log is a file and not a pipe to us: it lives on when we are killed.
  const output = fs.openSync(logFile, 'a');
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: '/',
    env: cleanEnvironment(),
    // A session of its own: Ctrl-C in the terminal reaches us alone, and we end it last.
    detached: true,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  let ended: string | null = null;
  child.once('error', (error) => (ended = `PostgreSQL could not be started (${error.message})`));
  child.once('exit', (status, name) => (ended ??= `PostgreSQL did not start (${name ?? `status ${status}`})`));
  child.unref();
  let nextWord = Date.now() + 5_000;
  for (;;) {
    await pause(20);
    if (ended !== null) return { kind: 'failed', doing: ended };
    const file = readPostmasterFile(dataDir);
    if (file !== null && file.pid === child.pid && file.isReady) {
      const answer = await ask(port, password);
      if (answer.kind === 'ours') return { kind: 'ready', pid: file.pid };
      if (answer.kind === 'refused') {
        signal(file.pid, 'SIGINT');
        await waitForEnd(file.pid, ORDERLY_STOP_MS);
        return {
          kind: 'failed',
          doing: 'PostgreSQL does not take our password (keys/postgres-password does not belong to this data)',
        };
      }
    }
    if (Date.now() >= until || isCancelled()) {
      if (child.pid !== undefined) {
        signal(child.pid, 'SIGQUIT');
        await waitForEnd(child.pid, ABRUPT_STOP_MS);
      }
      return {
        kind: 'failed',
        doing: isCancelled()
          ? 'PostgreSQL was ended while it started'
          : `PostgreSQL did not answer within ${START_LIMIT_MS / 1000} s`,
      };
    }
    if (Date.now() >= nextWord) {
      nextWord += 5_000;
      const word = readLogSince(logFile, position).trimEnd().split('\n').at(-1) ?? '';
      log(`waiting for PostgreSQL${word === '' ? '' : `: ${word}`}`);
    }
  }
}

/** Watches over a running server. */
function supervise(
  place: Place,
  first: { pid: number; port: number },
  password: string,
  adopted: boolean,
  log: (line: string) => void,
): RunningPostgres {
  const { port } = first;
  let pid: number | null = first.pid;
  let stopping = false;
  let restarting: Promise<void> | null = null;

  const restart = async (): Promise<void> => {
    let reported = '';
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 5_000)) {
      try {
        pid = await launch(place, port, password, log, () => stopping);
        log(`PostgreSQL runs again (process ${pid})`);
        return;
      } catch (error) {
        // A full disk may last for hours: its first line is said once, not every few seconds.
        const message = messageOf(error);
        const [cause = ''] = message.split('\n');
        if (cause !== reported && !stopping) log(`${message}\n    trying again until it runs`);
        reported = cause;
        for (const until = Date.now() + wait; !stopping && Date.now() < until;) await pause(50);
      }
    }
  };
  const watch = setInterval(() => {
    if (stopping || restarting !== null || pid === null || isAlive(pid)) return;
    log(`PostgreSQL (process ${pid}) has ended by itself: starting it again`);
    pid = null;
    restarting = restart().finally(() => (restarting = null));
  }, WATCH_MS);
  watch.unref();

  const end = async (): Promise<void> => {
    stopping = true;
    clearInterval(watch);
    await restarting;
    if (pid === null) return;
    for (const [name, patience] of [
      ['SIGINT', ORDERLY_STOP_MS],
      ['SIGQUIT', ABRUPT_STOP_MS],
      ['SIGKILL', ABRUPT_STOP_MS],
    ] as const) {
      signal(pid, name);
      if (await waitForEnd(pid, patience)) return;
    }
    throw new PostgresTrouble(`PostgreSQL (process ${pid}) did not end.`);
  };
  let ending: Promise<void> | null = null;

  return {
    adminUrl: urlOf(place, port, password),
    adopted,
    stop: () => (ending ??= end()),
    abandon: () => {
      stopping = true;
      if (pid !== null) signal(pid, 'SIGQUIT');
    },
  };
}

/** The address is that of the loopback port; `host` is read before it by whoever can connect to a socket. */
function urlOf({ root }: Place, port: number, password: string): string {
  const url = new URL(`postgres://${ADMIN_ROLE}:${password}@127.0.0.1:${port}/${DATABASE}?sslmode=disable`);
  if (hasSocket(root, port)) url.searchParams.set('host', root);
  return url.toString();
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = connection(port, password, 'postgres');
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Prepares the log for another start, beginning it anew when it has grown large. @returns where the new part begins, in bytes */
function openLog(logFile: string, place: Place): number {
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > LOG_LIMIT_BYTES) fs.renameSync(logFile, `${logFile}.1`);
  if (!fs.existsSync(logFile)) {
    fs.writeFileSync(logFile, '', { mode: 0o600 });
    if (process.getuid?.() === 0) fs.chownSync(logFile, place.user.owner.uid, place.user.owner.gid);
  }
  return fs.statSync(logFile).size;
}

/** The preferred port when it is free on the loopback address, otherwise any free one. */
async function freePort(preferred: number): Promise<number> {
  return (
    (await tryListen(preferred)) ??
    (await tryListen(0)) ??
    Promise.reject(new PostgresTrouble('No port is free on 127.0.0.1.'))
  );
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    );
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

function samePath(one: string, other: string): boolean {
  return (
    path.resolve(one) === path.resolve(other) ||
    (fs.existsSync(one) && fs.existsSync(other) && fs.realpathSync(one) === fs.realpathSync(other))
  );
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
