import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { FromChild } from './answer-calls';

/** A process that the bench has started and calls. */
export class RemoteProcess {
  private calls = 0;
  private readonly waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  private hasEnded = false;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: FromChild) => {
      if (message.kind === 'ready') return;
      const call = this.waiting.get(message.call);
      this.waiting.delete(message.call);
      if (message.kind === 'answered') call?.resolve(message.answer);
      else call?.reject(new Error(message.why));
    });
    child.once('exit', (code, signal) => {
      this.hasEnded = true;
      for (const { reject } of this.waiting.values())
        reject(new Error(`a process of the bench ended: ${signal ?? code}`));
    });
  }

  /** Starts a script beside this file; resolves when it says that it is ready. */
  static async start(script: string, input: unknown = null): Promise<RemoteProcess> {
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--max-semi-space-size=64',
        '--expose-gc',
        '--import',
        require.resolve('tsx'),
        path.join(__dirname, script),
        JSON.stringify(input),
      ],
      {
        // Of the root, whose configuration has no paths: the platform is loaded as it is built, not from its sources.
        cwd: path.join(__dirname, '..', '..', '..'),
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    const remote = new RemoteProcess(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}.`)));
    });
    return remote;
  }

  call<Answer>(method: string, ...args: unknown[]): Promise<Answer> {
    this.calls += 1;
    const call = this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve: resolve as (answer: unknown) => void, reject });
      this.child.send({ call, method, args });
    });
  }

  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}
