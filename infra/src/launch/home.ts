import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { SigningKeys } from '@sightline/contracts/signed-call';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { codeOf } from '../postgres/error-code';
import { ensureSecret } from '../postgres/password';
import { isAlive, startOf } from '../postgres/postmaster';

/** What `run.json` says while the platform runs, for whoever wants to reach it. */
export interface RunRecord {
  pid: number;
  port: number;
  url: string;
  mode: 'together' | 'apart';
  startedAt: string;
  /** Where the subgraphs listen when they run apart. */
  subgraphs: Partial<Record<SubgraphName, string>>;
  /** Where single subgraphs are stopped and started; the token for it is in `control.token`. */
  controlUrl: string;
}

/** The keys of one installation, all in `keys/`, made at the first start. */
export interface Keys {
  /** For calls to subgraphs. */
  signing: SigningKeys;
  /** For the cursors that clients carry. */
  cursor: string;
  /** Folder for what the gateway keeps itself (the dev issuer's keys). */
  dir: string;
}

interface LockRecord {
  pid: number;
  started: string | null;
}

/** Another launcher holds the state folder. */
export class HomeInUse extends Error {
  override readonly name = 'HomeInUse';
}

/** Creates the state folder, closed to others; an existing one keeps its mode. */
export function openHome(homeDir: string): void {
  fs.mkdirSync(homeDir, { recursive: true, mode: 0o700 });
  fs.mkdirSync(path.join(homeDir, 'keys'), { recursive: true, mode: 0o700 });
}

/** Reads the keys, and makes those that are missing. To change the signing key, move it to `call-signing.previous`. */
export function readKeys(homeDir: string): Keys {
  const dir = path.join(homeDir, 'keys');
  const { secret } = ensureSecret(path.join(dir, 'call-signing'));
  const previousFile = path.join(dir, 'call-signing.previous');
  const previous = fs.existsSync(previousFile) ? ensureSecret(previousFile).secret : null;
  return {
    signing: { current: named(secret), previous: previous === null ? null : named(previous) },
    cursor: ensureSecret(path.join(dir, 'cursor')).secret,
    dir,
  };
}

/** A key's id tells the receiver which one it is; a digest, so that it says nothing about the key itself. */
const named = (secret: string): { kid: string; secret: string } => ({
  kid: createHash('sha256').update(secret).digest('hex').slice(0, 8),
  secret,
});

/**
 * Takes the state folder for this process: two launchers on one folder would fight over its database.
 *
 * @returns gives it back
 * @throws HomeInUse naming the process that has it
 */
export function lockHome(homeDir: string): () => void {
  const file = path.join(homeDir, 'launcher.lock');
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies LockRecord);
  for (let attempt = 0; attempt < 10; attempt++) {
    const aside = `${file}.${process.pid}`;
    fs.writeFileSync(aside, mine, { mode: 0o600 });
    try {
      fs.linkSync(aside, file);
      return () => {
        if (readText(file) === mine) fs.rmSync(file, { force: true });
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(aside, { force: true });
    }
    const theirs = readText(file);
    if (theirs === null) continue;
    const holder = parseLock(theirs);
    if (holder !== null && isAlive(holder.pid) && startOf(holder.pid) === holder.started) {
      const run = readRunRecord(homeDir);
      const where = run?.pid === holder.pid ? ` and answers at ${run.url}` : '';
      throw new HomeInUse(
        `Sightline already runs with ${homeDir}: process ${holder.pid}${where}. ` +
          `Stop that one first (Ctrl-C there, or kill ${holder.pid}), or start with another SIGHTLINE_HOME and SIGHTLINE_PORT.`,
      );
    }
    removeIfStill(file, theirs);
  }
  throw new HomeInUse(`The lock ${file} cannot be taken. If no Sightline runs, remove it.`);
}

/** Removes a lock whose holder is gone, and only that one: another launcher may have taken its place since we read it. */
function removeIfStill(file: string, text: string): void {
  const aside = `${file}.old.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) !== text && !fs.existsSync(file)) fs.linkSync(aside, file);
  fs.rmSync(aside, { force: true });
}

/** Says where the platform is reached. Written when it is ready, so that whoever waits for the file may call at once. */
export function writeRunRecord(homeDir: string, record: RunRecord): void {
  const file = runFile(homeDir);
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

/** What the last launcher said, which may have been killed since; null when none did. */
export function readRunRecord(homeDir: string): RunRecord | null {
  const text = readText(runFile(homeDir));
  return text === null ? null : (JSON.parse(text) as RunRecord);
}

export function removeRunRecord(homeDir: string): void {
  fs.rmSync(runFile(homeDir), { force: true });
}

const runFile = (homeDir: string): string => path.join(homeDir, 'run.json');

function parseLock(text: string): LockRecord | null {
  try {
    return JSON.parse(text) as LockRecord;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
