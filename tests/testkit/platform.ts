import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

const PROJECT = path.resolve(__dirname, '..', '..');
const READY_MS = 90_000;
/** Of a question that was not answered in time. */
const MOST_REPETITIONS = 6;

export type RunMode = 'together' | 'apart';

export interface GraphQLAnswer<Data> {
  status: number;
  data: Data;
  errors: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

const LATE = new Set<unknown>(['STILL_FOLDING', 'SUBGRAPH_TIMEOUT']);
const isLate = ({ extensions }: GraphQLAnswer<unknown>['errors'][number]): boolean => LATE.has(extensions?.['code']);

export interface CommandResult {
  code: number | null;
  output: string;
}

/** A whole platform as its users start it: real processes, real sockets, a database of its own. */
export class StoryPlatform {
  private launcher: ChildProcess | null = null;
  private readonly tokens = new Map<string, string>();
  url = '';
  output = '';

  private constructor(
    readonly mode: RunMode,
    readonly home: string,
    /** Null: the platform runs its own embedded server, as it does for a user. */
    private readonly ownDatabase: TestDatabase | Pick<TestDatabase, 'adminUrl'> | null,
    private readonly demo: boolean,
    /** Operations that this platform takes from anybody, as those of a client that was released. */
    private readonly trusted: readonly string[] = [],
  ) {}

  /** The database that the test gave it. */
  get database(): TestDatabase {
    if (this.ownDatabase === null || !('drop' in this.ownDatabase))
      throw new Error('No database was made for this platform.');
    return this.ownDatabase;
  }

  /** @param trusted  operations that a token without `graphql:adhoc` may send: a supplier's, for one */
  static async start(mode: RunMode, { trusted = [] }: { trusted?: readonly string[] } = {}): Promise<StoryPlatform> {
    const home = mkdtempSync(path.join(tmpdir(), 'sightline story '));
    const platform = new StoryPlatform(mode, home, await createTestDatabase(), false, trusted);
    await platform.launch();
    return platform;
  }

  /** As a user starts it: with its own embedded server, safe against a cut of power, and with the demo if that is wanted. */
  static async startAsUser(
    mode: RunMode,
    { demo, trusted = [] }: { demo: boolean; trusted?: readonly string[] },
  ): Promise<StoryPlatform> {
    const home = mkdtempSync(path.join(tmpdir(), 'sightline bench '));
    const platform = new StoryPlatform(mode, home, null, demo, trusted);
    await platform.launch();
    return platform;
  }

  /** On a database and a state folder that outlive it: `leave` ends it, `stop` would remove the folder. */
  static async startOn(home: string, adminUrl: string): Promise<StoryPlatform> {
    const platform = new StoryPlatform('together', home, { adminUrl }, false);
    await platform.launch();
    return platform;
  }

  /** Starts the launcher, on what an earlier one left. */
  async launch(): Promise<void> {
    this.tokens.clear();
    const manifest = path.join(this.home, 'trusted-documents.json');
    writeFileSync(manifest, JSON.stringify(Object.fromEntries(this.trusted.map((text, index) => [`${index}`, text]))));
    const launcher = spawn(
      process.execPath,
      // As infra/start.mjs starts it: a bulk makes much that lives for a moment.
      [
        '--max-semi-space-size=64',
        path.join(PROJECT, 'infra', 'dist', 'launch', `${this.mode}.js`),
        ...(this.demo ? [] : ['--no-demo']),
      ],
      {
        // A process group of its own, so that all of it can be killed at once.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          SIGHTLINE_HOME: this.home,
          SIGHTLINE_PORT: '0',
          SIGHTLINE_TRUSTED_DOCUMENTS: manifest,
          ...(this.ownDatabase === null ? {} : { DATABASE_URL: this.ownDatabase.adminUrl }),
        },
      },
    );
    this.launcher = launcher;
    const keep = (chunk: Buffer): void => void (this.output += chunk.toString());
    launcher.stdout.on('data', keep);
    launcher.stderr.on('data', keep);
    const until = Date.now() + READY_MS;
    for (;;) {
      if (launcher.exitCode !== null) throw new Error(`the platform ended while starting:\n${this.output}`);
      const found = this.runRecord();
      if (found !== null && found.pid === launcher.pid) {
        this.url = found.url;
        return;
      }
      if (Date.now() > until) throw new Error(`the platform did not get ready:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    await this.leave();
    if (this.ownDatabase !== null && 'drop' in this.ownDatabase) await this.ownDatabase.drop();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Ends it in order, and leaves what it has. */
  leave(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Kills every process of it at once, without a word. */
  async killEverything(): Promise<void> {
    const launcher = this.launcher;
    if (launcher?.pid === undefined) return;
    const gone = exitOf(launcher);
    process.kill(-launcher.pid, 'SIGKILL');
    await gone;
    rmSync(path.join(this.home, 'run.json'), { force: true });
  }

  /**
   * Kills the gateway without a word and answers when it is there again: apart it alone, together everything, since it
   * has no process of its own there.
   */
  async killGateway(): Promise<void> {
    if (this.mode === 'together') {
      await this.killEverything();
      return this.launch();
    }
    process.kill(this.childRunning('gateway-process.js'), 'SIGKILL');
    const until = Date.now() + READY_MS;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const ready = await fetch(`${this.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      if (Date.now() > until) throw new Error(`the gateway did not come back:\n${this.output}`);
    }
  }

  /** Has the gateway stand still for a while. Apart only. */
  async holdGateway(ms: number): Promise<void> {
    const pid = this.childRunning('gateway-process.js');
    process.kill(pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    process.kill(pid, 'SIGCONT');
  }

  /** Kills a subgraph without a word; its supervisor starts it again. Apart only. */
  killSubgraph(name: SubgraphName): void {
    process.kill(this.childRunning(`subgraph-process.js ${name}`), 'SIGKILL');
  }

  private childRunning(command: string): number {
    const children = execFileSync('ps', ['--ppid', String(this.launcher?.pid), '-o', 'pid=,args='], {
      encoding: 'utf8',
    });
    const found = children.split('\n').find((line) => line.includes(command));
    if (found === undefined) throw new Error(`no ${command} among\n${children}`);
    return Number(found.trim().split(' ')[0]);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const launcher = this.launcher;
    if (launcher === null || launcher.exitCode !== null || launcher.signalCode !== null) return;
    const gone = exitOf(launcher);
    launcher.kill(signal);
    await gone;
  }

  private runRecord(): { pid: number; url: string } | null {
    try {
      return JSON.parse(readFileSync(path.join(this.home, 'run.json'), 'utf8')) as { pid: number; url: string };
    } catch {
      // Not written yet, or not whole yet.
      return null;
    }
  }

  async token(persona: string, supplierId?: string): Promise<string> {
    const key = `${persona} ${supplierId ?? ''}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    const answer = await fetch(`${this.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona, ...(supplierId === undefined ? {} : { supplierId }) }),
    });
    const { token } = (await answer.json()) as { token: string };
    this.tokens.set(key, token);
    return token;
  }

  /** Asks over HTTP, as a persona or with no token at all. */
  async ask<Data>(
    persona: string | null,
    query: string,
    variables: Record<string, unknown> = {},
    supplierId?: string,
  ): Promise<GraphQLAnswer<Data>> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(persona === null ? {} : { authorization: `Bearer ${await this.token(persona, supplierId)}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await answer.json()) as { data?: Data; errors?: GraphQLAnswer<Data>['errors'] };
    return { status: answer.status, data: body.data as Data, errors: body.errors ?? [] };
  }

  /**
   * Asks as the executive; the answer must be free of errors. What could not be folded in time is asked for again, as a
   * person would: folding goes on meanwhile (decision 15).
   */
  async query<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    let answer = await this.ask<Data>('executive', query, variables);
    for (let again = 0; again < MOST_REPETITIONS && answer.errors.some(isLate); again += 1)
      answer = await this.ask<Data>('executive', query, variables);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors, null, 2));
    return answer.data;
  }

  /** Runs one of the project's commands against this platform. */
  command(script: string, ...args: string[]): { done: Promise<CommandResult>; kill(): void } {
    const child = spawn(process.execPath, [path.join(PROJECT, script), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, SIGHTLINE_HOME: this.home, SIGHTLINE_URL: this.url },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    return {
      done: exitOf(child).then((code) => ({ code, output })),
      kill: () => child.kill('SIGKILL'),
    };
  }

  import(file: string): Promise<CommandResult> {
    return this.command('sources/dist/cli.js', 'scms', file).done;
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
