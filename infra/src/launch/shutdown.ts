import { messageOf } from '../postgres/error-code';
import type { Log } from './progress';

/** Something that has to end when the platform ends. */
interface Step {
  name: string;
  stop(): Promise<void>;
  /** Ends it at once, without waiting; for a second Ctrl-C or when time is up. */
  abandon?(): void;
  /** Nothing that ends after it needs to wait for its end. */
  beside?: boolean;
}

export interface Shutdown {
  /** Registers what has begun; what began last ends first. */
  add(step: Step): void;
  /** Aborted when the end begins: whatever still starts gives up. */
  readonly signal: AbortSignal;
  /** Ends everything and then the process. Repeated calls wait for the same end. */
  begin(reason: string, status: number): Promise<never>;
}

/** Ctrl-C reaches us from the terminal and again from npm, which passes it on; only a later one is a second Ctrl-C. */
const SAME_KEYPRESS_MS = 700;
/** All steps together. The promise is 5 s, and while modules load nobody looks at the clock. */
const LIMIT_MS = 4_300;

/**
 * Ends the platform in order on Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that started us.
 *
 * @param exit ends the process; given by tests
 */
export function handleShutdown(log: Log, exit: (status: number) => never = (status) => process.exit(status)): Shutdown {
  const steps: Step[] = [];
  const abort = new AbortController();
  let ending: Promise<never> | null = null;
  let firstSignalMs = 0;

  const abandonAll = (): void => [...steps].reverse().forEach((step) => step.abandon?.());

  const end = async (reason: string, status: number): Promise<never> => {
    log(reason);
    abort.abort();
    const limit = setTimeout(() => {
      log('not everything ended in time: ending it now');
      abandonAll();
      exit(1);
    }, LIMIT_MS);
    const stop = async (step: Step): Promise<void> => {
      try {
        await step.stop();
      } catch (error) {
        log(`${step.name} did not end well: ${messageOf(error)}`);
      }
    };
    const beside: Promise<void>[] = [];
    for (const step of [...steps].reverse()) {
      if (step.beside) beside.push(stop(step));
      else await stop(step);
    }
    await Promise.all(beside);
    clearTimeout(limit);
    return exit(status);
  };
  const begin = (reason: string, status: number): Promise<never> => (ending ??= end(reason, status));

  const onSignal = (name: NodeJS.Signals): void => {
    const now = Date.now();
    if (ending === null) {
      firstSignalMs = now;
      // 130 is what a shell expects after Ctrl-C, but an orderly end that was asked for is a success to npm and scripts.
      void begin('stopping', 0);
    } else if (now - firstSignalMs > SAME_KEYPRESS_MS) {
      log(`${name} again: ending everything at once`);
      abandonAll();
      exit(1);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  // A closed terminal or pipe takes our words, not our work: the end must not fail for want of a reader.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  watchParent(() => void begin('npm, which started this, is gone: stopping', 0));

  return { add: (step) => void steps.push(step), signal: abort.signal, begin };
}

/** npm does not always pass a signal on (an old shell stands between). Started by npm, we end with it. */
function watchParent(onGone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, 200);
  watch.unref();
}

/** Waits for work, but no longer than so many milliseconds. @returns false when time was up */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(timer);
  }
}
