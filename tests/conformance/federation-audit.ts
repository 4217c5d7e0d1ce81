/**
 * Runs the open federation gateway audit (github.com/graphql-hive/federation-gateway-audit) over the stock gateway and over
 * ours, in the same run, and prints both scores. The suite is fetched by hand and never kept here: see docs/conformance.md.
 *
 *   npx tsx tests/conformance/federation-audit.ts FOLDER_OF_THE_SUITE [--json FILE]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { ApolloServer } from '@apollo/server';
import { ApolloGateway } from '@apollo/gateway';
import { visit, parse } from 'graphql';
import { CompilingGateway } from '@sightline/gateway/execution/compiling-gateway';
import type { FetchAnswer } from '@sightline/gateway/execution/run';

interface AuditCase {
  query: string;
  expected: { data?: unknown; errors?: boolean };
}

interface Verdict {
  suite: string;
  number: number;
  stock: boolean;
  ours: boolean;
  /** Which of ours was not compiled, and why. */
  fallback: string | null;
  query: string;
  expected: unknown;
  answered: unknown;
}

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

/** What the suite needs of newer versions of Node. */
const SERVE = `
  Promise.withResolvers ??= () => { let resolve, reject; const promise = new Promise((a, b) => { resolve = a; reject = b; }); return { promise, resolve, reject }; };
  const { serve } = await import(process.argv[1]);
  await serve(Number(process.argv[2]));
  process.send('ready');`;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function startSuite(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', require.resolve('tsx'), '--input-type=module', '-e', SERVE, `${folder}/src/index.ts`, String(port)],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The suite's server ended with ${code}.`)));
  });
  return child;
}

function urlsOf(supergraphSdl: string): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  visit(parse(supergraphSdl), {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'join__graph') return;
      const text = (key: string): string => {
        const value = given.find((one) => one.name.value === key)?.value;
        return value?.kind === 'StringValue' ? value.value : '';
      };
      urls.set(text('name'), text('url'));
    },
  });
  return urls;
}

interface Asked {
  ask(query: string): Promise<{ data?: unknown; errors?: readonly unknown[] }>;
  fallback(): string | null;
  stop(): Promise<void>;
}

async function server(
  gateway: ApolloGateway | CompilingGateway<object>,
  fallback: () => string | null,
): Promise<Asked> {
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const apollo = new ApolloServer<object>({ gateway, logger: quiet, stopOnTerminationSignals: false });
  await apollo.start();
  return {
    async ask(query) {
      const { body } = await apollo.executeOperation({ query });
      if (body.kind !== 'single') throw new Error('an answer in parts');
      return JSON.parse(JSON.stringify(body.singleResult)) as { data?: unknown; errors?: readonly unknown[] };
    },
    fallback,
    stop: () => apollo.stop(),
  };
}

const quietGateway = (supergraphSdl: string): ApolloGateway =>
  new ApolloGateway({
    supergraphSdl,
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });

async function ourServer(supergraphSdl: string): Promise<Asked> {
  const urls = urlsOf(supergraphSdl);
  let reason: string | null = null;
  const gateway = new CompilingGateway<object>(quietGateway(supergraphSdl), {
    supergraphSdl,
    partsOf: () => ({
      heldLists: new Map(),
      isTrusted: false,
      mayKnowSchema: true,
      send: async ({ serviceName, body }) => {
        const answer = await fetch(urls.get(serviceName)!, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        return (await answer.json()) as FetchAnswer;
      },
    }),
    onExecuted: (_by, why) => {
      reason = why;
    },
  });
  return server(gateway, () => reason);
}

function passes({ expected }: AuditCase, answer: { data?: unknown; errors?: readonly unknown[] }): boolean {
  const wantsErrors = expected.errors;
  const hasErrors = (answer.errors?.length ?? 0) > 0;
  return (
    isDeepStrictEqual(answer.data ?? null, expected.data ?? null) &&
    (typeof wantsErrors !== 'boolean' || wantsErrors === hasErrors)
  );
}

async function main(): Promise<void> {
  const [folder, ...flags] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Which folder has the suite been fetched into?');
  const port = await freePort();
  const suite = await startSuite(folder, port);
  const verdicts: Verdict[] = [];
  try {
    const base = `http://localhost:${port}`;
    const ids = (await (await fetch(`${base}/ids`)).json()) as string[];
    for (const id of ids) {
      const supergraphSdl = await (await fetch(`${base}/${id}/supergraph`)).text();
      const cases = (await (await fetch(`${base}/${id}/tests`)).json()) as AuditCase[];
      const stock = await server(quietGateway(supergraphSdl), () => null);
      const ours = await ourServer(supergraphSdl);
      for (const [index, one] of cases.entries()) {
        const answered = await ours.ask(one.query);
        verdicts.push({
          suite: id,
          number: index,
          stock: passes(one, await stock.ask(one.query)),
          ours: passes(one, answered),
          fallback: ours.fallback(),
          query: one.query,
          expected: one.expected,
          answered,
        });
      }
      await Promise.all([stock.stop(), ours.stop()]);
    }
  } finally {
    suite.kill();
  }
  report(verdicts);
  const json = flags.indexOf('--json');
  if (json >= 0) await writeFile(flags[json + 1]!, `${JSON.stringify(verdicts, null, 2)}\n`);
  if (verdicts.some(({ stock, ours }) => stock && !ours)) process.exitCode = 1;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function report(verdicts: readonly Verdict[]): void {
  const suites = [...new Set(verdicts.map(({ suite }) => suite))];
  for (const suite of suites) {
    const cases = verdicts.filter((one) => one.suite === suite);
    const count = (who: 'stock' | 'ours'): string => `${cases.filter((one) => one[who]).length}/${cases.length}`;
    say(`${suite.padEnd(44)} stock ${count('stock').padStart(6)}   ours ${count('ours').padStart(6)}`);
  }
  for (const { suite, number, ours, stock, fallback } of verdicts) {
    if (!ours)
      say(
        `not passed: ${suite} ${number}${stock ? ' (the stock gateway passes it)' : ' (nor does the stock gateway)'}`,
      );
    if (fallback !== null) say(`run by the stock executor: ${suite} ${number} (${fallback})`);
  }
  const total = (who: 'stock' | 'ours'): number => verdicts.filter((one) => one[who]).length;
  say(`stock ${total('stock')} of ${verdicts.length}, ours ${total('ours')} of ${verdicts.length}`);
}

void main();
