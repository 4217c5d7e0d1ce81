import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, executeSync, parse } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { wholeData } from './bench-data';
import type { BenchInputs } from './bench-inputs';
import type { BenchModel } from './bench-model';
import { modelNamed } from './models';
import { BenchProcess } from './bench-process';
import { supergraph } from './bench-schema';
import { Clients } from './load';
import { Principals } from './principals';

/** The variants of the gateway bench, by the names under which they are reported. */
export const VARIANTS = [
  'stock',
  'sightline-apart',
  'sightline-together',
  'mercurius-jit',
  'hive-js',
  'hive-rust',
  'monolith-graphql-js',
  'monolith-jit',
  'raw',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** Answered by someone else's planner and executor over the same subgraphs. */
export const FEDERATED_PEERS: readonly Variant[] = ['stock', 'mercurius-jit', 'hive-js', 'hive-rust'];

const PEERS = join(__dirname, '..', 'peers');
const SCRIPTS: Readonly<Record<Variant, readonly [script: string, ...args: string[]]>> = {
  stock: [join(PEERS, 'stock.cjs')],
  'sightline-apart': [join(__dirname, 'sightline.process.ts'), 'apart'],
  'sightline-together': [join(__dirname, 'sightline.process.ts'), 'together'],
  'mercurius-jit': [join(PEERS, 'mercurius', 'gateway.cjs')],
  'hive-js': [join(PEERS, 'hive.cjs'), 'js'],
  'hive-rust': [join(PEERS, 'hive.cjs'), 'rust'],
  'monolith-graphql-js': [join(PEERS, 'monolith.cjs'), 'graphql-js'],
  'monolith-jit': [join(PEERS, 'monolith.cjs'), 'jit'],
  raw: [join(PEERS, 'raw.cjs')],
};

const MOST_CLIENTS = 16;
/** Least of warming: V8 compiles by use, and what is slow is used less in the same time. */
const WARM_REQUESTS = 300;
const WARM_MS = 8_000;

/** What one variant did in one run. */
export interface Measured {
  perSecond: number;
  latencies: readonly number[];
  /** Processor milliseconds for a request: of the variant's process, and of the subgraphs'. */
  cpuMs: number;
  subgraphsMs: number;
}

/** Everything that a gateway bench runs against: subgraphs, variants and clients, each in a process of its own. */
export class Rig {
  private readonly variants = new Map<Variant, BenchProcess>();

  private constructor(
    private readonly model: BenchModel,
    private readonly scratch: string,
    private readonly principals: Principals,
    private readonly subgraphs: BenchProcess,
    private readonly clients: Clients,
    private readonly inputs: BenchInputs,
    private readonly tokens: readonly string[],
  ) {}

  /** @param modelName  what is asked */
  static async start(modelName: string): Promise<Rig> {
    const model = modelNamed(modelName);
    const scratch = mkdtempSync(join(tmpdir(), 'sightline bench '));
    const principals = await Principals.start();
    const subgraphs = await BenchProcess.start(join(__dirname, 'subgraphs.process.ts'), modelName);
    const urls = subgraphs.told as Record<SubgraphName, string>;
    const inputs: BenchInputs = {
      model: modelName,
      urls,
      supergraph: supergraph(urls, model.sdl),
      federation1: Object.fromEntries(
        SUBGRAPH_NAMES.flatMap((name) => (model.monolith === null ? [] : [[name, model.monolith.federation1(name)]])),
      ),
      monolith: model.monolith?.sdl ?? null,
      suppliers: model.monolith === null ? [] : wholeData(),
      answers: expectedAnswers(model),
      issuer: principals.issuer,
      scratch,
    };
    writeFileSync(join(scratch, 'inputs.json'), JSON.stringify(inputs));
    const tokens = principals.tokens(MOST_CLIENTS);
    return new Rig(model, scratch, principals, subgraphs, await Clients.start(), inputs, tokens);
  }

  /** Bytes of an answer: least, and most. */
  get answerBytes(): readonly [number, number] {
    const sizes = this.inputs.answers.map((text) => Buffer.byteLength(text));
    return [Math.min(...sizes), Math.max(...sizes)];
  }

  /** Starts a variant and holds some of its answers against what has to come out. @throws when they differ */
  async add(variant: Variant): Promise<void> {
    const [script, ...args] = SCRIPTS[variant];
    const started = await BenchProcess.start(script, join(this.scratch, 'inputs.json'), ...args);
    this.variants.set(variant, started);
    for (const number of [0, 7, this.model.variables.length - 1]) {
      const answer = await fetch(String(started.told), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(variant.startsWith('sightline') ? { authorization: `Bearer ${this.tokens[0]}` } : {}),
        },
        body: this.bodyFor(number),
      });
      const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
      const expected = this.inputs.answers[number];
      if (errors !== undefined || (expected !== undefined && JSON.stringify({ data }) !== expected))
        throw new Error(`${variant} answers something else: ${JSON.stringify({ errors, data }).slice(0, 1_000)}`);
    }
  }

  /** Asks until V8 has compiled what is asked often. */
  async warm(variant: Variant): Promise<void> {
    await this.measure(variant, MOST_CLIENTS / 2, WARM_MS, WARM_REQUESTS);
  }

  /**
   * @param milliseconds  of load; requests that have begun are waited for
   * @param atLeast       requests, however long they take
   */
  async measure(variant: Variant, clients: number, milliseconds: number, atLeast = 1): Promise<Measured> {
    const server = this.variants.get(variant);
    if (server === undefined) throw new Error(`${variant} is not started.`);
    const [cpuBefore, subgraphsBefore] = [await server.cpuMs(), await this.subgraphs.cpuMs()];
    const { latencies, seconds } = await this.clients.run({
      clients,
      milliseconds,
      atLeast,
      questions: this.model.variables.map((_, number) => [{ url: String(server.told), body: this.bodyFor(number) }]),
      tokens: variant.startsWith('sightline') ? this.tokens : this.tokens.map(() => null),
    });
    return {
      latencies,
      perSecond: latencies.length / seconds,
      cpuMs: ((await server.cpuMs()) - cpuBefore) / latencies.length,
      subgraphsMs: ((await this.subgraphs.cpuMs()) - subgraphsBefore) / latencies.length,
    };
  }

  private bodyFor(number: number): string {
    return JSON.stringify({ query: this.model.operation, variables: this.model.variables[number] });
  }

  async stop(): Promise<void> {
    for (const variant of this.variants.values()) await variant.stop();
    await this.clients.stop();
    await this.subgraphs.stop();
    await this.principals.stop();
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/** What graphql-js answers, which every variant has to answer as well, byte for byte. */
function expectedAnswers({ monolith, operation, variables }: BenchModel): string[] {
  if (monolith === null) return [];
  const schema = buildSchema(monolith.sdl);
  const document = parse(operation);
  return variables.map((variableValues, number) => {
    const rootValue = monolith.rootOf(number);
    const { data, errors } = executeSync({ schema, document, rootValue, variableValues });
    if (errors !== undefined) throw errors[0]!;
    return JSON.stringify({ data });
  });
}
