import { fork, type ChildProcess } from 'node:child_process';
import readline from 'node:readline';
import { prefixed, type Log } from './progress';

export interface ProcessOptions {
  name: string;
  /** The JavaScript file to run. */
  script: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  log: Log;
  /** Options of Node itself. */
  nodeOptions?: readonly string[];
  /** Wait before the first restart; each further one waits twice as long, up to ten seconds. */
  firstWaitMs?: number;
  /** How long an orderly end may take. */
  stopMs?: number;
}

export interface SupervisedProcess {
  readonly state: 'running' | 'starting' | 'stopped';
  readonly pid: number | null;
  /** Starts it and waits until it says that it is ready. @throws when it ends before that the first time */
  start(): Promise<void>;
  /** Ends it; it is not started again. */
  stop(): Promise<void>;
  /** Ends it at once. */
  abandon(): void;
}

/** What a child says to its supervisor. */
export type ChildMessage = { kind: 'ready' } | { kind: 'failed'; reason: string };
/** What a supervisor says to its child. */
export type ParentMessage = { kind: 'stop' };

const LONGEST_WAIT_MS = 10_000;
/** A process that ran this long was healthy: its next restart is quick again. */
const HEALTHY_MS = 30_000;

/** Runs a process, starts it again when it ends by itself, and passes on what it prints under its name. */
export function superviseProcess(options: ProcessOptions): SupervisedProcess {
  const { name, log, firstWaitMs = 250, stopMs = 900 } = options;
  let wanted = false;
  let isReady = false;
  let child: ChildProcess | null = null;
  let wait = firstWaitMs;
  let timer: NodeJS.Timeout | null = null;

  /** @returns when it is ready; fails when it ends before */
  const launch = (): Promise<void> =>
    new Promise((resolve, reject) => {
      isReady = false;
      const startedMs = Date.now();
      let reason = '';
      const started = fork(options.script, options.args, {
        env: options.env,
        // A process group of its own: Ctrl-C in the terminal reaches the launcher alone, which ends things in order.
        detached: true,
        execArgv: [...(options.nodeOptions ?? [])],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) {
        if (stream) readline.createInterface({ input: stream }).on('line', prefixed(log, name));
      }
      started.on('message', (message: ChildMessage) => {
        if (message.kind === 'failed') {
          reason = message.reason;
          return;
        }
        isReady = true;
        resolve();
      });
      started.once('error', (error) => (reason = error.message));
      started.once('exit', (status, signal) => {
        if (child === started) child = null;
        const wasReady = isReady;
        isReady = false;
        const how = reason || (signal === null ? `status ${status}` : signal);
        if (!wasReady) reject(new Error(`${name} did not start: ${how}`));
        if (!wanted) return;
        if (Date.now() - startedMs > HEALTHY_MS) wait = firstWaitMs;
        log(`${name} has ended by itself (${how}): starting it again in ${wait / 1000} s`);
        // One that fails again comes by here again, and is told of.
        timer = setTimeout(() => void launch().catch(() => undefined), wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      });
    });

  return {
    get state() {
      return !wanted ? 'stopped' : isReady ? 'running' : 'starting';
    },
    get pid() {
      return child?.pid ?? null;
    },
    start: async () => {
      if (wanted) return;
      wanted = true;
      wait = firstWaitMs;
      try {
        await launch();
      } catch (error) {
        // A first start that fails is the caller's to judge; trying again would only repeat it.
        wanted = false;
        if (timer !== null) clearTimeout(timer);
        throw error;
      }
    },
    stop: async () => {
      wanted = false;
      if (timer !== null) clearTimeout(timer);
      const ending = child;
      if (ending === null) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      // A channel that is closed already belongs to a process that is ending already.
      if (ending.connected) ending.send({ kind: 'stop' } satisfies ParentMessage, () => undefined);
      const limit = setTimeout(() => ending.kill('SIGKILL'), stopMs);
      await ended;
      clearTimeout(limit);
    },
    abandon: () => {
      wanted = false;
      child?.kill('SIGKILL');
    },
  };
}
