/**
 * Runs the protocol tests of graphql-ws (github.com/enisdenjo/graphql-ws) or graphql-sse (github.com/enisdenjo/graphql-sse)
 * against Sightline's streams and prints what passes. The suite is fetched by hand and never kept here: docs/conformance.md.
 *
 *   npx tsx tests/conformance/stream-protocols.ts graphql-ws|graphql-sse FOLDER_OF_THE_SUITE
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** By suite: its tests, and which of its helpers ours stand in for. */
const SUITES: Readonly<Record<string, { tests: readonly string[]; replaced: Readonly<Record<string, string>> }>> = {
  'graphql-ws': {
    tests: ['tests/server.test.ts', 'tests/client.test.ts'],
    replaced: { tservers: 'graphql-ws-server.ts' },
  },
  'graphql-sse': {
    tests: ['tests/handler.test.ts', 'tests/client.test.ts'],
    replaced: { thandler: 'graphql-sse-server.ts', tfetch: 'graphql-sse-server.ts' },
  },
};

interface Assertion {
  fullName: string;
  status: string;
  failureMessages?: string[];
}
interface Outcome {
  testResults: { name: string; message?: string; assertionResults: Assertion[] }[];
}

const configOf = (replaced: Readonly<Record<string, string>>): string => `
  const replaced = ${JSON.stringify(Object.fromEntries(Object.entries(replaced).map(([name, file]) => [name, path.join(__dirname, file)])))};
  export default {
    plugins: [{
      name: 'sightline',
      enforce: 'pre',
      resolveId: (source) => replaced[source.split('/').at(-1)] ?? null,
    }],
    test: { testTimeout: 10_000, snapshotOptions: { snapshotFormat: {} } },
  };`;

async function main(): Promise<void> {
  const [name = '', folder] = process.argv.slice(2);
  const suite = SUITES[name];
  if (suite === undefined || folder === undefined)
    throw new Error('Which suite, and which folder has it been fetched into?');
  const scratch = await mkdtemp(path.join(tmpdir(), 'sightline-suite-'));
  const config = path.join(scratch, 'vitest.config.mjs');
  const result = path.join(scratch, 'result.json');
  try {
    await writeFile(config, configOf(suite.replaced));
    const args = [
      'vitest',
      'run',
      ...suite.tests,
      '--root',
      folder,
      '--config',
      config,
      '--reporter=json',
      '--outputFile',
      result,
    ];
    const child = spawn('npx', args, {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, SIGHTLINE_SUITE: path.resolve(folder), CI: 'true' },
    });
    await new Promise((resolve) => child.once('exit', resolve));
    report(JSON.parse(await readFile(result, 'utf8')) as Outcome);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function report({ testResults }: Outcome): void {
  for (const { name, message = '', assertionResults } of testResults) {
    if (assertionResults.length === 0) say(`${path.basename(name)} could not be loaded: ${message}`);
    const hooks = assertionResults.filter((one) => needsHooks(one));
    const passed = assertionResults.filter(({ status }) => status === 'passed');
    const failed = assertionResults.filter((one) => one.status === 'failed' && !needsHooks(one));
    say(
      `${path.basename(name)}: ${passed.length} passed, ${failed.length} failed, ${hooks.length} need hooks of the library's own server`,
    );
    for (const { fullName, failureMessages = [] } of failed)
      say(`  failed: ${fullName} (${failureMessages[0]?.split('\n')[0] ?? ''})`);
  }
}

const needsHooks = ({ failureMessages = [] }: Assertion): boolean =>
  failureMessages.some((message) => message.includes('NEEDS HOOKS'));

void main();
