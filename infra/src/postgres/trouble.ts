import fs from 'node:fs';

/** PostgreSQL could not do what was asked; the message is for whoever started the platform. */
export class PostgresTrouble extends Error {
  override readonly name = 'PostgresTrouble';
}

/** What is known where the trouble happened. */
export interface Circumstances {
  /** What was being done: "PostgreSQL did not start". */
  doing: string;
  /** What PostgreSQL itself said, its last lines. */
  said: string;
  dataDir: string;
  ballastFile: string;
  logFile: string;
}

/**
 * Turns what PostgreSQL said into a message that names the cause and the way out, with its own words below.
 * There is always something to read: without words of its own the message says that it said nothing.
 */
export function explain(circumstances: Circumstances): PostgresTrouble {
  const { doing, said, logFile } = circumstances;
  const words = said.trim() === '' ? '(it said nothing)' : lastLines(said, 15);
  const cause = causeOf(circumstances);
  return new PostgresTrouble(
    [`${doing}${cause === null ? '.' : `: ${cause}`}`, `It said (${logFile}):`, indent(words)].join('\n'),
  );
}

function causeOf({ said, dataDir, ballastFile }: Circumstances): string | null {
  if (isDiskFull(said)) {
    const lastResort = fs.existsSync(ballastFile)
      ? ` If there is nothing to free, remove the 20 MB kept for this: rm '${ballastFile}'`
      : '';
    return `the disk with ${dataDir} is full. Nothing that was acknowledged is lost. Free some space and start again.${lastResort}`;
  }
  const otherVersion =
    /initialized by PostgreSQL version (\S+?),? which is not compatible with this version (\S+?)\.?\s/.exec(`${said} `);
  if (otherVersion) {
    return `the data in ${dataDir} was written by PostgreSQL ${otherVersion[1]}, and this one is ${otherVersion[2]}. Move the folder away to start empty, or run the platform that wrote it.`;
  }
  if (/could not bind|Address already in use/i.test(said)) return 'its port is taken by another program.';
  if (/lock file "postmaster\.pid" already exists/.test(said)) return `another PostgreSQL already uses ${dataDir}.`;
  if (/error while loading shared libraries|image not found|Library not loaded/.test(said)) {
    return 'its programs do not run on this system (a library is missing). Reinstall, or set DATABASE_URL to a PostgreSQL of your own.';
  }
  if (/Permission denied|Operation not permitted/i.test(said)) return 'it may not read or write a file that it needs.';
  if (/could not (map|allocate|create).*shared memory|Cannot allocate memory/i.test(said))
    return 'there is too little memory for it.';
  if (/cannot be run as root/.test(said)) return 'it refuses to run as root.';
  return null;
}

/** True when the words tell of a full disk. */
export const isDiskFull = (said: string): boolean => /No space left on device|53100|Disk quota exceeded/i.test(said);

/** True when the words tell of a port that another program holds. */
export const isPortTaken = (said: string): boolean => /could not bind|Address already in use/i.test(said);

/** True when children of a server that was killed have not ended yet; it passes by itself. */
export const hasSurvivors = (said: string): boolean => /pre-existing shared memory block .* is still in use/.test(said);

/** What was written to a log since a position in it, at most the last 64 KB. */
export function readLogSince(logFile: string, position: number): string {
  if (!fs.existsSync(logFile)) return '';
  const size = fs.statSync(logFile).size;
  const start = Math.max(Math.min(position, size), size - 65_536);
  const buffer = Buffer.alloc(size - start);
  const handle = fs.openSync(logFile, 'r');
  try {
    const read = fs.readSync(handle, buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, read);
  } finally {
    fs.closeSync(handle);
  }
}

const lastLines = (text: string, count: number): string => text.trimEnd().split('\n').slice(-count).join('\n');
const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
