import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { codeOf } from './error-code';

/** A program as it is to be spawned. */
export interface Command {
  file: string;
  args: string[];
  options: { uid?: number; gid?: number };
}

/**
 * One way to run PostgreSQL, which refuses to run as root and whose `initdb` wants a user with a name.
 *
 * - `direct`: as we are.
 * - `namespace`: in a user namespace in which we carry another number. Outside it we stay who we are, so every file that we
 *   own is in reach, also below a folder that nobody else may enter.
 * - `drop`: as another user of the system. Needs root, and a place that this user can reach.
 */
export interface ServerUser {
  way: 'direct' | 'namespace' | 'drop';
  /** Who must own the data on disk. */
  owner: { uid: number; gid: number };
  /** For messages: "as user nobody". */
  description: string;
  command(program: string, args: readonly string[]): Command;
}

interface NamedUser {
  name: string;
  uid: number;
  gid: number;
}

/** The ways worth trying for whoever runs this process, best first. */
export function serverUsers(): ServerUser[] {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) return [direct({ uid: 0, gid: 0 })];
  const servant = unprivilegedUser();
  if (uid !== 0) {
    const self = direct({ uid, gid });
    return hasName() ? [self] : [inNamespace({ uid, gid }, servant), self];
  }
  return [inNamespace({ uid, gid }, servant), dropTo(servant)];
}

function direct(owner: { uid: number; gid: number }): ServerUser {
  return {
    way: 'direct',
    owner,
    description: 'as the user who starts the platform',
    command: (program, args) => ({ file: program, args: [...args], options: {} }),
  };
}

function inNamespace(owner: { uid: number; gid: number }, servant: NamedUser): ServerUser {
  return {
    way: 'namespace',
    owner,
    description: 'in a user namespace, without root rights',
    command: (program, args) => ({
      file: 'unshare',
      // unshare replaces itself by the program, so the process we hold is PostgreSQL itself.
      args: ['--user', `--map-user=${servant.uid}`, `--map-group=${servant.gid}`, program, ...args],
      options: {},
    }),
  };
}

function dropTo(servant: NamedUser): ServerUser {
  return {
    way: 'drop',
    owner: { uid: servant.uid, gid: servant.gid },
    description: `as user ${servant.name}`,
    command: (program, args) => ({ file: program, args: [...args], options: { uid: servant.uid, gid: servant.gid } }),
  };
}

/** True when the program runs in this way at all. Costs a few milliseconds. */
export const canRun = (user: ServerUser, postgres: string): boolean => succeeds(user.command(postgres, ['--version']));

/** True when the user may enter and write the folder. */
export const canEnter = (user: ServerUser, folder: string): boolean =>
  user.way === 'direct' ? isWritable(folder) : succeeds(user.command('test', ['-w', folder, '-a', '-x', folder]));

function succeeds({ file, args, options }: Command): boolean {
  // "/" because a current folder that the other user may not enter fails the start of any program.
  const result = spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore', timeout: 10_000 });
  return result.error === undefined && result.status === 0;
}

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
    return true;
  } catch (error) {
    if (codeOf(error) !== null) return false;
    throw error;
  }
}

/** True when the system knows a name for who we are; containers run with numbers that have none. */
function hasName(): boolean {
  try {
    os.userInfo();
    return true;
  } catch (error) {
    if (codeOf(error) !== null) return false;
    throw error;
  }
}

/** A user of this system without rights: `postgres` where there is one, otherwise `nobody`. */
function unprivilegedUser(): NamedUser {
  const users = readUsers();
  return (
    users.find((user) => user.name === 'postgres') ??
    users.find((user) => user.name === 'nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 }
  );
}

function readUsers(): NamedUser[] {
  if (!fs.existsSync('/etc/passwd')) return [];
  return fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '', gid = '']) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0 && Number.isInteger(user.gid));
}
