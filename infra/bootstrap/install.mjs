import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { explainFailure } from './failures.mjs';
import { during } from './progress.mjs';
import { inProject, STAMPS, Trouble } from './project.mjs';
import { run } from './run.mjs';

const STAMP = path.join(STAMPS, 'installed');

/** Installs the dependencies when that is needed: none are there, others are wanted, or another Node runs. */
export async function ensureInstalled() {
  const lock = readLock();
  const wanted = createHash('sha256')
    .update(lock)
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
  if (readIfThere(STAMP) === wanted) return;
  if (!matches(lock)) await during('installing packages (a minute or two on the first start)', install);
  fs.mkdirSync(STAMPS, { recursive: true });
  fs.writeFileSync(STAMP, wanted);
}

function readLock() {
  const text = readIfThere(inProject('package-lock.json'));
  if (text === null) throw new Trouble('package-lock.json is missing: this is not a whole copy of the project.');
  return text;
}

/**
 * True when node_modules holds what package-lock.json names: somebody has run npm by hand. npm notes what it installed in a
 * file of its own. Optional packages of other systems are not there and need not be.
 */
function matches(lock) {
  const noted = readIfThere(inProject('node_modules', '.package-lock.json'));
  if (noted === null) return false;
  const installed = JSON.parse(noted).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([place, { version, optional, devOptional, link }]) =>
      !place.startsWith('node_modules/') ||
      link ||
      (installed[place] ? installed[place].version === version : Boolean(optional || devOptional)),
  );
}

async function install() {
  // An installation that was cut short may leave the note behind which we would take for a whole one.
  fs.rmSync(inProject('node_modules', '.package-lock.json'), { force: true });
  // Whatever npm is set to: development packages are needed to build, and the engines of packages below ours are not ours to enforce.
  const options = [
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--no-engine-strict',
    '--loglevel=error',
  ];
  let result = await runNpm(['ci', ...options]);
  // A registry that does not carry the packages of other systems leaves them out of the lock, and `ci` wants them named. The
  // other command takes what the lock does name, in the same versions, and leaves the lock as it is.
  if (result.status !== 0 && /EUSAGE/.test(result.output)) result = await runNpm(['install', '--no-save', ...options]);
  if (result.status !== 0) throw new Trouble(explainFailure('The packages could not be installed', result.output));
}

async function runNpm(args) {
  const [file, ...first] = npm();
  try {
    return await run(file, [...first, ...args], { env: cleanEnvironment() });
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Trouble(
        'npm was not found. It comes with Node: install Node 20.19 or newer with npm, and start again.',
      );
    throw error;
  }
}

/** npm itself: the one that started us, or the first on the path. */
function npm() {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.c?js$/.test(cli) && fs.existsSync(cli) ? [process.execPath, cli] : ['npm'];
}

/** The environment for npm and for builds: nothing that leaves packages out or changes what is built. */
export function cleanEnvironment() {
  const unwanted =
    /^(NODE_ENV|NODE_OPTIONS|npm_config_(omit|include|only|production|dev|optional|workspaces?|global|location|prefix|package_lock|dry_run))$/i;
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.test(name));
  return { ...Object.fromEntries(kept), APOLLO_TELEMETRY_DISABLED: 'true', TURBO_TELEMETRY_DISABLED: '1' };
}

export function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  }
}
