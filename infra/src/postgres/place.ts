import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { completeBinaries, copyBinaries, findBinaries, type Binaries } from './binaries';
import { codeOf } from './error-code';
import { canEnter, canRun, serverUsers, type ServerUser } from './server-user';
import { PostgresTrouble } from './trouble';

/** What is remembered between starts, in `postgres.json` of the state folder. */
export interface PostgresState {
  /** The folder with the data when PostgreSQL's user could not enter the state folder; null when it is inside. */
  elsewhere: string | null;
  /** The port of the last start. */
  port: number | null;
}

/** Where PostgreSQL lives and as whom it runs. */
export interface Place {
  root: string;
  binaries: Binaries;
  user: ServerUser;
}

/** The files of a server below its root. */
export const filesOf = (root: string) => ({
  dataDir: path.join(root, 'data'),
  unfinishedDataDir: path.join(root, 'data.unfinished'),
  logFile: path.join(root, 'server.log'),
  ballastFile: path.join(root, 'ballast'),
});

/** The folder of the server: the remembered one, or the one inside the state folder (which may have been moved since). */
export const rootOf = (homeDir: string, state: PostgresState | null): string =>
  state?.elsewhere ?? path.join(homeDir, 'postgres');

/** Where data may go when the state folder is out of reach for PostgreSQL's user, best first. Only root gets that far. */
const PLACES_IN_REACH = ['/var/lib', '/opt', '/var/tmp', '/tmp'];

/** Reads what is remembered; null on the first start. */
export function readState(homeDir: string): PostgresState | null {
  const file = stateFile(homeDir);
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as PostgresState) : null;
}

/** Remembers the place and port. The file is replaced whole, so a crash leaves the old or the new one. */
export function writeState(homeDir: string, state: PostgresState): void {
  const file = stateFile(homeDir);
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

// Beside the server's root, which may belong to another user who must not be able to point us elsewhere.
const stateFile = (homeDir: string): string => path.join(homeDir, 'postgres.json');

/**
 * Decides where PostgreSQL lives and as whom it runs, prepares that folder and gives it to that user.
 *
 * @param homeDir absolute path of the state folder
 * @throws PostgresTrouble when no user of this system can run it in any place
 */
export function settle(homeDir: string, state: PostgresState | null, log: (line: string) => void): Place {
  const found = findBinaries();
  const users = serverUsers();
  const root = rootOf(homeDir, state);
  for (const user of users) {
    const place = tryPlace(root, homeDir, user, found);
    if (place) return place;
  }
  if (fs.existsSync(filesOf(root).dataDir)) {
    throw new PostgresTrouble(
      `PostgreSQL cannot reach its data in ${root} ${users.map((user) => user.description).join(' or ')}. ` +
        'It could before: start the platform as the same user, and in the same kind of container, as then (root needs user namespaces). ' +
        'Or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  if (process.getuid?.() === 0) {
    for (const parent of PLACES_IN_REACH) {
      const elsewhere = path.join(parent, `sightline-${randomBytes(6).toString('hex')}`);
      for (const user of users) {
        const place = tryPlace(elsewhere, homeDir, user, found);
        if (!place) continue;
        log(
          `PostgreSQL may not run as root, and its user cannot enter ${homeDir}. Its data is in ${elsewhere} (remembered in ${stateFile(homeDir)}).`,
        );
        return place;
      }
      fs.rmSync(elsewhere, { recursive: true, force: true });
    }
  }
  throw new PostgresTrouble(
    `PostgreSQL cannot run here ${users.map((user) => user.description).join(' or ')}. ` +
      'Start the platform as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** One place with one user: prepared and tried, or null when it does not work. */
function tryPlace(root: string, homeDir: string, user: ServerUser, found: Binaries): Place | null {
  try {
    fs.mkdirSync(root, { recursive: true, mode: 0o700 });
    giveTo(user, root);
    // The other user has to pass through the state folder; what is secret in it has a closed folder of its own.
    if (user.way === 'drop' && path.dirname(root) === homeDir) fs.chmodSync(homeDir, 0o711);
  } catch (error) {
    if (isNotAllowed(error)) return null;
    throw error;
  }
  if (!canEnter(user, root)) return null;
  if (completed(found) && canRun(user, path.join(found.nativeDir, 'bin', 'postgres')))
    return { root, binaries: found, user };
  const copy = copyBinaries(found, path.join(root, 'programs'));
  return canRun(user, path.join(copy.nativeDir, 'bin', 'postgres')) ? { root, binaries: copy, user } : null;
}

/** Completes the programs where they are; false when that folder may not be written. */
function completed(found: Binaries): boolean {
  try {
    completeBinaries(found.nativeDir);
    return true;
  } catch (error) {
    if (isNotAllowed(error)) return false;
    throw error;
  }
}

/** Makes the user owner of a folder and all in it, when we are root and it is not so yet. Links are not followed. */
function giveTo(user: ServerUser, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = user.owner;
  const inside = filesOf(folder).dataDir;
  if ([folder, inside].every((file) => !fs.existsSync(file) || fs.lstatSync(file).uid === uid)) return;
  fs.lchownSync(folder, uid, gid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    fs.lchownSync(path.join(entry.parentPath, entry.name), uid, gid);
  }
}

const isNotAllowed = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
