import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { CompiledOperations } from '@sightline/gateway/execution/compiled-operations';
import type { FetchAnswer } from '@sightline/gateway/execution/run';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { atMost, rowOf, type Bench } from '../bench';
import { median } from '../statistics';
import { PAGE, rowsOf } from './bench-data';
import { BENCH_KEYS } from './bench-keys';
import { modelNamed } from './models';
import { benchPort } from './bench-ports';
import { BenchProcess } from './bench-process';
import { federation2, OPERATION, supergraph } from './bench-schema';
import { Clients, type LoadRequest } from './load';

const ROUNDS = 7;
const RUN_MS = 1_200;
const WARM_REQUESTS = 600;
const CLIENTS = 4;
const PAGES = 40;

const PEERS = join(__dirname, '..', 'peers');
const VARIANTS = {
  'apollo-server': join(PEERS, 'apollo-subgraphs.cjs'),
  'sightline-kit': join(__dirname, 'subgraphs.process.ts'),
  'graphql-jit': join(PEERS, 'compiled-subgraphs.cjs'),
} as const;
type Variant = keyof typeof VARIANTS;
const NAMES = Object.keys(VARIANTS) as Variant[];

interface Call {
  name: SubgraphName;
  body: string;
}

/** What the subgraphs of one operation cost: the same five calls to three kinds of servers. */
export const subgraphBench: Bench = {
  about: "The subgraphs' side of one operation: the same five calls, one after the other, to servers of three kinds.",
  async run(say) {
    const scratch = mkdtempSync(join(tmpdir(), 'sightline bench '));
    const inputs = join(scratch, 'inputs.json');
    const subgraphs = Object.fromEntries(
      SUBGRAPH_NAMES.map((name) => [name, { sdl: federation2(name), rows: rowsOf(name) }]),
    );
    writeFileSync(inputs, JSON.stringify({ subgraphs }));
    const pages = await callsOfPages();
    const clients = await Clients.start();
    const processes = new Map<Variant, BenchProcess>();
    try {
      for (const variant of NAMES) processes.set(variant, await BenchProcess.start(VARIANTS[variant], inputs));
      await holdEqual(processes, pages[0]!);
      const cpuMs = async (variant: Variant, milliseconds: number, atLeast = 1): Promise<number> => {
        const server = processes.get(variant)!;
        const urls = server.told as Record<SubgraphName, string>;
        const questions = pages.map((calls) => calls.map((call) => requestOf(urls, call)));
        const before = await server.cpuMs();
        const tokens = Array.from({ length: CLIENTS }, () => null);
        const { latencies } = await clients.run({ clients: CLIENTS, milliseconds, atLeast, questions, tokens });
        return ((await server.cpuMs()) - before) / latencies.length;
      };
      for (const variant of NAMES) await cpuMs(variant, 0, WARM_REQUESTS);
      const measured = new Map<Variant, number[]>(NAMES.map((variant) => [variant, []]));
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const variant of NAMES) measured.get(variant)!.push(await cpuMs(variant, RUN_MS));
        say(`round ${round} of ${ROUNDS}`);
      }
      const jit = measured.get('graphql-jit')!;
      const ratio = median(measured.get('sightline-kit')!.map((value, round) => value / jit[round]!));
      return {
        rows: NAMES.map((variant) => rowOf(variant, 'CPU of the five calls', 'ms', measured.get(variant)!)),
        targets: [atMost("the kit's server over a compiled execution on bare HTTP", ratio, 1.3)],
        notes: [
          `${ROUNDS} rounds of ${RUN_MS} ms for each, interleaved, ${CLIENTS} clients; the ratio is the median of the rounds' ratios. ` +
            "Without signatures, which only ours would verify. The kit's server runs its access rules.",
        ],
      };
    } finally {
      for (const one of processes.values()) await one.stop();
      await clients.stop();
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

const urlOf = (base: string): string => (base.endsWith('/graphql') ? base : new URL('/graphql', base).href);
const requestOf = (urls: Readonly<Record<SubgraphName, string>>, { name, body }: Call): LoadRequest => ({
  url: urlOf(urls[name]),
  body,
});

/** The calls that our executor makes for each of some pages, as it makes them. */
async function callsOfPages(): Promise<Call[][]> {
  const ports = Object.fromEntries(
    SUBGRAPH_NAMES.map((name) => [name, benchPort(modelNamed('overview'), name, BENCH_KEYS)]),
  ) as Record<SubgraphName, ReturnType<typeof benchPort>>;
  const urls = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, `http://${name}`])) as never;
  const document = parse(OPERATION);
  const { run } = new CompiledOperations(supergraph(urls)).of({
    text: OPERATION,
    document,
    operation: getOperationAST(document, 'Overview')!,
    operationName: 'Overview',
    isTrusted: true,
  });
  if (typeof run === 'string') throw new Error(run);
  const pages: Call[][] = [];
  for (let offset = 0; offset < PAGES; offset += 1) {
    const calls: Call[] = [];
    await run({
      variables: { first: PAGE, offset },
      send: async ({ serviceName, body }) => {
        const name = serviceName as SubgraphName;
        calls.push({ name, body });
        const answer = await ports[name].send('graphql', body, {});
        return JSON.parse(JSON.stringify(answer.body)) as FetchAnswer;
      },
    });
    pages.push(calls);
  }
  return pages;
}

/** @throws when two servers answer one call differently */
async function holdEqual(processes: ReadonlyMap<Variant, BenchProcess>, calls: readonly Call[]): Promise<void> {
  for (const call of calls) {
    const texts = new Set<string>();
    for (const { told } of processes.values()) {
      const { url, body } = requestOf(told as Record<SubgraphName, string>, call);
      const headers = { 'content-type': 'application/json' };
      const answer = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { data?: unknown };
      texts.add(JSON.stringify(answer.data));
    }
    if (texts.size !== 1) throw new Error(`The servers answer ${call.name} differently:\n${[...texts].join('\n')}`);
  }
}
