import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface LoadRequest {
  url: string;
  body: string;
}

export interface LoadOrder {
  /** Each asks one thing at a time, over one connection to each server. */
  clients: number;
  milliseconds: number;
  /** So many questions are asked at least, however long it takes: V8 compiles by use, not by time. */
  atLeast: number;
  /** Asked in turn: what is measured is one question, whose requests follow each other. */
  questions: readonly (readonly LoadRequest[])[];
  /** One principal for each client; null: without a token. */
  tokens: readonly (string | null)[];
}

export interface LoadResult {
  /** Of every question, in milliseconds. */
  latencies: number[];
  seconds: number;
  bytes: number;
}

/** The clients' process. */
export class Clients {
  private constructor(private readonly child: ChildProcess) {}

  static async start(): Promise<Clients> {
    const child = fork(join(__dirname, 'clients.process.ts'), {
      execArgv: ['--max-semi-space-size=64', '--import', require.resolve('tsx')],
      serialization: 'advanced',
    });
    await new Promise((resolve) => child.once('message', resolve));
    return new Clients(child);
  }

  /** @throws when a server does not answer with status 200 */
  async run(order: LoadOrder): Promise<LoadResult> {
    const answer = new Promise<LoadResult | { error: string }>((resolve) =>
      this.child.once('message', (message) => resolve(message as LoadResult)),
    );
    this.child.send(order);
    const result = await answer;
    if ('error' in result) throw new Error(`${order.questions[0]![0]!.url}: ${result.error}`);
    return result;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}
