// `npm run check`: everything that can be said about the repository without running it. Exit code 1 when anything is wrong.
// A few names after `--` run only those steps: `npm run check -- lint schemas`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { failed } from './bootstrap/failed.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/node-version.mjs';
import { inProject, PROJECT } from './bootstrap/project.mjs';

const tool = (...parts) => inProject('node_modules', ...parts);
const tsc = tool('typescript', 'bin', 'tsc');
const codegen = tool('@graphql-codegen', 'cli', 'cjs', 'bin.js');
const jest = tool('jest', 'bin', 'jest.js');

/** Steps with the programs that each runs one after the other. */
const STEPS = {
  schemas: {
    says: 'subgraphs compose, schema rules hold, committed schemas are current',
    runs: [[tool('tsx', 'dist', 'cli.mjs'), 'gateway/src/compose.cli.ts', '--check']],
  },
  generated: {
    says: 'generated types are current',
    runs: [
      [codegen, '--config', 'codegen.ts', '--check'],
      [codegen, '--config', 'dashboard/codegen.ts', '--check'],
    ],
  },
  types: {
    says: 'types of back ends, tests and dashboard',
    runs: [
      [tsc, '-b', '--pretty', 'false'],
      [tsc, '-p', 'tests', '--pretty', 'false'],
      [tsc, '-p', 'dashboard', '--noEmit', '--pretty', 'false'],
    ],
  },
  lint: {
    says: 'oxlint, type-aware',
    runs: [[tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--format', 'unix', '.']],
  },
  boundaries: {
    says: 'who may import what, names of files',
    runs: [[jest, '--selectProjects', 'unit', '--testPathPatterns', 'tests/architecture', '--silent']],
  },
  format: {
    says: 'prettier',
    runs: [[tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  },
};

/** Two at a time: the machines that run this have two cores. */
const AT_ONCE = 2;

async function check(wanted) {
  const unknown = wanted.filter((name) => !(name in STEPS));
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.`);
  await ensureInstalled();
  const started = Date.now();
  const waiting = Object.keys(STEPS).filter((name) => wanted.length === 0 || wanted.includes(name));
  const count = waiting.length;
  const faults = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { ok, output, seconds } = await runStep(STEPS[name]);
      if (!ok) faults.push({ name, output });
      process.stdout.write(
        `${ok ? 'ok    ' : 'WRONG '} ${name.padEnd(11)} ${STEPS[name].says} (${seconds.toFixed(1)} s)\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const { name, output } of faults) process.stdout.write(`\n--- ${name} ---\n${output.trim()}\n`);
  process.stdout.write(
    `\n${count - faults.length} of ${count} checks hold, ${((Date.now() - started) / 1000).toFixed(0)} s\n`,
  );
  return faults.length === 0 ? 0 : 1;
}

/** Runs a step's programs until one fails. @returns whether all went well, and what they printed */
async function runStep({ runs }) {
  const started = Date.now();
  let output = '';
  for (const [program, ...args] of runs) {
    const result = await runProgram(program, args);
    output += withoutProgress(result.output);
    if (result.status !== 0) {
      output += `\n${path.relative(PROJECT, program)} ${args.join(' ')} ended with ${result.status}\n`;
      return { ok: false, output, seconds: (Date.now() - started) / 1000 };
    }
  }
  return { ok: true, output, seconds: (Date.now() - started) / 1000 };
}

/** Ticks of what went well would bury the one line that matters. */
const withoutProgress = (output) => output.replace(/^\s*[❯✔].*\n/gm, '');

function runProgram(program, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, APOLLO_TELEMETRY_DISABLED: 'true', NO_COLOR: '1' };
    delete env.FORCE_COLOR;
    const child = spawn(process.execPath, [program, ...args], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status: status ?? signal, output }));
  });
}

requireNode();
check(process.argv.slice(2)).then((status) => (process.exitCode = status), failed);
