import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesOf, type Place } from './place';
import { socketFolder } from './socket';
import { explain, PostgresTrouble } from './trouble';

/** Name of the owner of everything in the embedded server. */
export const ADMIN_ROLE = 'sightline';
/** The one database; each subgraph has a schema and a role in it. */
export const DATABASE = 'sightline';

const BALLAST_BYTES = 20 * 1024 * 1024;
/** A fresh data folder with its log takes about 60 MB, the ballast 20; the rest is for the first facts. */
const NEEDED_BYTES = 150 * 1024 * 1024;
/** The ballast is kept only where it leaves as much again. */
const BALLAST_NEEDS_BYTES = 2 * BALLAST_BYTES;
const SETTINGS_FILE = 'sightline.conf';

/** How much memory the server may plan with. */
export interface Size {
  sharedBuffersMb: number;
}

const MB = 1024 * 1024;

/**
 * A sixteenth of the machine's memory, from 128 MB to 1 GB: PostgreSQL shares the machine with the platform and with
 * whatever else its owner runs, and the system keeps files in what is left.
 *
 * @param limit  bytes that this process may use, in a container; 0: no limit
 */
export function sizeFor(total: number, limit: number): Size {
  const memory = limit > 0 && limit < total ? limit : total;
  return { sharedBuffersMb: Math.min(1_024, Math.max(128, Math.floor(memory / 16 / MB))) };
}

/**
 * Creates the data folder, when there is none. A creation that was cut short is begun anew: only a complete folder gets its name.
 *
 * @throws PostgresTrouble with what `initdb` said
 */
export async function ensureCluster(
  place: Place,
  password: string,
  log: (line: string) => void,
  cancel?: AbortSignal,
): Promise<void> {
  const files = filesOf(place.root);
  if (fs.existsSync(path.join(files.dataDir, 'PG_VERSION'))) return;
  requireSpace(place.root);
  log('creating the database');
  fs.rmSync(files.unfinishedDataDir, { recursive: true, force: true });
  const passwordFile = path.join(place.root, 'initial-password');
  fs.rmSync(passwordFile, { force: true });
  fs.writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (process.getuid?.() === 0) fs.chownSync(passwordFile, place.user.owner.uid, place.user.owner.gid);
  try {
    const { status, said } = await run(
      place,
      'initdb',
      [
        `--pgdata=${files.unfinishedDataDir}`,
        `--username=${ADMIN_ROLE}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own Unicode rules: the same order and case on every machine, whatever its locales are.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--text-search-config=simple',
        '--data-checksums',
      ],
      '',
      cancel,
    );
    if (status !== 0) throw explain({ doing: 'The database could not be created', said, ...files, logFile: 'initdb' });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.appendFileSync(path.join(files.unfinishedDataDir, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
  fs.renameSync(files.unfinishedDataDir, files.dataDir);
}

/** Writes the settings, anew at each start: they belong to the version of the platform, not to the data. */
export function writeSettings(place: Place, size: Size): void {
  const file = path.join(filesOf(place.root).dataDir, SETTINGS_FILE);
  const settings: Record<string, string> = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: folderList(socketFolder(place.root)),
    unix_socket_permissions: '0700',
    password_encryption: "'scram-sha-256'",
    max_connections: '100',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    shared_buffers: `'${size.sharedBuffersMb}MB'`,
    effective_cache_size: "'1GB'",
    work_mem: "'16MB'",
    maintenance_work_mem: "'64MB'",
    max_wal_size: "'1GB'",
    // A container's default of 64 MB is too little for parallel queries; a file in the data folder always has room.
    dynamic_shared_memory_type: sharedMemoryIsSmall() ? "'mmap'" : "'posix'",
    max_parallel_workers_per_gather: '1',
    random_page_cost: '1.1',
    // Short statements: compiling them costs more than it saves.
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    lc_messages: "'C'",
    log_line_prefix: "'%m [%p] %u '",
    log_checkpoints: 'off',
  };
  const text = Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.writeFileSync(file, text, { mode: 0o600 });
  if (process.getuid?.() === 0) fs.chownSync(file, place.user.owner.uid, place.user.owner.gid);
}

/** A list of one folder, in its quotes (a comma would begin another), as a setting's text. */
function folderList(folder: string | null): string {
  const list = folder === null ? '' : `"${folder.replaceAll('"', '""')}"`;
  return `'${list.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Keeps 20 MB aside which can be given up when the disk is full and nothing else can. Skipped while space is short. */
export function ensureBallast(root: string): void {
  const { ballastFile } = filesOf(root);
  if (fs.existsSync(ballastFile) && fs.statSync(ballastFile).size === BALLAST_BYTES) return;
  if (freeBytes(root) < BALLAST_NEEDS_BYTES) return;
  // Random, because a file system may store zeros without taking space for them.
  fs.writeFileSync(ballastFile, randomBytes(BALLAST_BYTES), { mode: 0o600 });
}

/** Gives the admin a new password without knowing the old one. The server must not run. */
export async function resetPassword(place: Place, password: string): Promise<void> {
  const files = filesOf(place.root);
  // The password is hexadecimal, so nothing in it needs quoting.
  const { status, said } = await run(
    place,
    'postgres',
    ['--single', '-D', files.dataDir, 'postgres'],
    `ALTER ROLE ${ADMIN_ROLE} PASSWORD '${password}'\n`,
  );
  if (status !== 0)
    throw explain({
      doing: 'The password of the database could not be set anew',
      said,
      ...files,
      logFile: 'postgres --single',
    });
}

/** What PostgreSQL's programs see of our environment: nothing that changes their language, place or behaviour. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
}

function run(
  place: Place,
  program: string,
  args: readonly string[],
  input = '',
  cancel?: AbortSignal,
): Promise<{ status: number | null; said: string }> {
  const command = place.user.command(path.join(place.binaries.nativeDir, 'bin', program), args);
  return new Promise((resolve, reject) => {
    // Detached, so that Ctrl-C in the terminal reaches us alone and we decide what ends when.
    const child = spawn(command.file, command.args, {
      ...command.options,
      cwd: '/',
      env: cleanEnvironment(),
      detached: true,
      stdio: 'pipe',
    });
    let said = '';
    cancel?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', (error) => reject(new PostgresTrouble(`${program} could not be started: ${error.message}`)));
    child.once('close', (status) => resolve({ status, said }));
    // A program that ends before it has read everything is judged by its status, not by the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function requireSpace(folder: string): void {
  const free = freeBytes(folder);
  if (free >= NEEDED_BYTES) return;
  throw new PostgresTrouble(
    `The disk with ${folder} is full: the database needs ${NEEDED_BYTES / 1024 / 1024} MB and there are ${Math.floor(free / 1024 / 1024)} MB. ` +
      'Free some space, or put SIGHTLINE_HOME on another disk.',
  );
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}

function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false;
  if (!fs.existsSync('/dev/shm')) return true;
  const { blocks, bsize } = fs.statfsSync('/dev/shm');
  return blocks * bsize < 256 * 1024 * 1024;
}
