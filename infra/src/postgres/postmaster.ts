import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from './error-code';

/** What PostgreSQL writes about itself into its data folder. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** False while it repairs itself after a crash, or ends. */
  isReady: boolean;
}

/** Larger than any process number Linux gives out, so no process ever has it. */
const NO_PROCESS = 4_194_305;

/** Reads `postmaster.pid`; null when there is none or it is not written to its end yet. */
export function readPostmasterFile(dataDir: string): PostmasterFile | null {
  const text = readIfThere(path.join(dataDir, 'postmaster.pid'));
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0
    ? { pid, port, isReady: lines[7]?.trim() === 'ready' }
    : null;
}

/** True while the process runs. One that has ended and only waits to be collected by its parent does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return codeOf(error) === 'EPERM';
  }
  const status = readIfThere(`/proc/${pid}/stat`);
  // The name, in parentheses, may itself hold spaces and parentheses.
  return status === null || !/^\s*[ZX]/.test(status.slice(status.lastIndexOf(')') + 1));
}

/**
 * Whether a process is a PostgreSQL server. After a restart of the machine, or in a container, another program may
 * carry the number that an old `postmaster.pid` names.
 *
 * @returns null when this system does not tell
 */
export function isPostgres(pid: number): boolean | null {
  const name = readIfThere(`/proc/${pid}/comm`);
  if (name !== null) return name.trim() === 'postgres';
  if (process.platform === 'linux') return null;
  const listed = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  return listed.status === 0 ? path.basename(listed.stdout.trim()).startsWith('postgres') : null;
}

/**
 * Corrects an old `postmaster.pid` whose number now belongs to another program, so that PostgreSQL starts. The rest of
 * the file stays: it names the shared memory, by which PostgreSQL still notices children of its own that outlived it.
 */
export function disownProcess(dataDir: string): void {
  const file = path.join(dataDir, 'postmaster.pid');
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, text.replace(/^.*\n/, `${NO_PROCESS}\n`));
}

/** Waits until the process has ended. @returns false when it still runs after so many milliseconds */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Sends a signal; a process that has ended meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** When a process began, as the system counts; tells it from a later one with the same number. Null where unknown. */
export function startOf(pid: number): string | null {
  const text = readIfThere(`/proc/${pid}/stat`);
  return text === null ? null : (text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}
