import { spawn, type ChildProcess } from 'node:child_process';
import type { ToParent } from './served-process';

/** A process that the bench has started and asks for its time. */
export class BenchProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly told: unknown,
  ) {}

  /**
   * Starts a script; TypeScript goes through tsx. All get the same flags of V8.
   *
   * @returns when the script has said that it is ready
   */
  static async start(script: string, ...args: string[]): Promise<BenchProcess> {
    const loader = script.endsWith('.ts') ? ['--import', require.resolve('tsx')] : [];
    const child = spawn(process.execPath, ['--no-warnings', '--max-semi-space-size=64', ...loader, script, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const message = await nextMessage(child, script);
    if (message.kind !== 'ready') throw new Error(`${script} spoke before it was ready.`);
    return new BenchProcess(child, message.told);
  }

  /** Processor time that it has used so far, in milliseconds. */
  async cpuMs(): Promise<number> {
    const answer = nextMessage(this.child, 'a process of the bench');
    this.child.send('cpu');
    const message = await answer;
    if (message.kind !== 'cpu') throw new Error('A process of the bench answered something else.');
    return message.milliseconds;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    // Some peers keep running at a polite word while a connection is open.
    this.child.kill('SIGKILL');
    await gone;
  }
}

function nextMessage(child: ChildProcess, script: string): Promise<ToParent> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${script} ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as ToParent);
    });
  });
}
