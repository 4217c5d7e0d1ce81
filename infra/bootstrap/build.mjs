import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { explainFailure } from './failures.mjs';
import { cleanEnvironment, readIfThere } from './install.mjs';
import { during, say } from './progress.mjs';
import { inProject, STAMPS, Trouble } from './project.mjs';
import { run } from './run.mjs';

/** One thing to build: what it is made of, what proves that it is there, and how it is made. */
const BACK_END = {
  name: 'services',
  made: ['infra/dist/launch/together.js', 'sources/dist/cli.js', 'sources/dist/simulator/cli.js'],
  inputs: () => [
    'tsconfig.base.json',
    'tsconfig.json',
    'package-lock.json',
    ...packages().flatMap((dir) => [`${dir}/package.json`, `${dir}/tsconfig.json`, `${dir}/src`]),
  ],
  command: () => [inProject('node_modules', 'typescript', 'bin', 'tsc'), ['-b', '--pretty', 'false'], inProject()],
};
const DASHBOARD = {
  name: 'dashboard',
  made: ['dashboard/dist/index.html'],
  inputs: () => [
    'package-lock.json',
    ...['package.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'src', 'public'].map(
      (part) => `dashboard/${part}`,
    ),
  ],
  command: () => [
    inProject('node_modules', 'vite', 'bin', 'vite.js'),
    ['build', '--logLevel', 'warn'],
    inProject('dashboard'),
  ],
};

/**
 * Builds what is out of date. A few milliseconds when nothing is.
 *
 * @param {{ dashboard?: boolean }} [options] false leaves the dashboard as it is
 */
export async function ensureBuilt({ dashboard = true } = {}) {
  const wanted = dashboard ? [BACK_END, DASHBOARD] : [BACK_END];
  if (wanted.every((part) => isCurrent(part))) return;
  await whileAlone(async () => {
    // Another command may have built it while we waited.
    const stale = wanted.filter((part) => !isCurrent(part));
    if (stale.length > 0)
      await during(`building ${stale.map((part) => part.name).join(' and ')}`, () => buildAll(stale));
  });
}

/** At the same time; each is finished before a failure is told, so that none runs on behind our back. */
async function buildAll(parts) {
  const failures = (await Promise.allSettled(parts.map(build)))
    .filter(({ status }) => status === 'rejected')
    .map(({ reason }) => reason);
  const bug = failures.find((failure) => !(failure instanceof Trouble));
  if (bug !== undefined) throw bug;
  if (failures.length > 0) throw new Trouble(failures.map(({ message }) => message).join('\n\n'));
}

const isCurrent = (part) =>
  part.made.every((file) => fs.existsSync(inProject(file))) && readIfThere(stampOf(part)) === fingerprint(part);

const stampOf = (part) => path.join(STAMPS, `built-${part.name}`);

async function build(part) {
  // Taken before: what is edited while we build is built again next time.
  const before = fingerprint(part);
  const [program, args, cwd] = part.command();
  const { status, output } = await run(process.execPath, [program, ...args], {
    cwd,
    env: { ...cleanEnvironment(), NO_COLOR: '1' },
  });
  if (status !== 0) throw new Trouble(explainFailure(`The ${part.name} could not be built`, output));
  const missing = part.made.filter((file) => !fs.existsSync(inProject(file)));
  if (missing.length > 0)
    throw new Trouble(`The ${part.name} were built, but ${missing.join(' and ')} did not come out of it.`);
  fs.mkdirSync(STAMPS, { recursive: true });
  fs.writeFileSync(stampOf(part), before);
}

/** What the result depends on: name, size and time of each file. Contents are not read, so this takes a few milliseconds. */
function fingerprint(part) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const input of part.inputs()) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, file) {
  const stat = fs.statSync(inProject(file), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of fs.readdirSync(inProject(file)).sort()) addTo(hash, `${file}/${name}`);
  } else if (!/\.test\.tsx?$/.test(file)) {
    hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
  }
}

/** The packages that run in Node. */
function packages() {
  const subgraphs = fs.readdirSync(inProject('subgraphs')).map((name) => `subgraphs/${name}`);
  return [...subgraphs, 'gateway', 'sources', 'infra'];
}

/** Two builds at once would write the same files. The second waits; a lock whose holder is gone is taken over. */
async function whileAlone(work) {
  fs.mkdirSync(STAMPS, { recursive: true });
  const lock = path.join(STAMPS, 'build.lock');
  for (let told = false; ;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readIfThere(lock));
    if (holder > 0 && !isAlive(holder)) {
      fs.rmSync(lock, { force: true });
      continue;
    }
    if (!told) say(`waiting for another build${holder > 0 ? ` (process ${holder})` : ''}`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
