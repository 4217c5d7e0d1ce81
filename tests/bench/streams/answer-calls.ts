import { getHeapSpaceStatistics } from 'node:v8';

/** What a process of the bench says to the one that started it. */
export type FromChild =
  | { kind: 'ready' }
  | { kind: 'answered'; call: number; answer: unknown }
  | { kind: 'failed'; call: number; why: string };

export interface Memory {
  heapKb: number;
  rssKb: number;
  /** The part of it into which V8 puts what is new: it grows with work, to a size that a flag sets, and is empty at rest. */
  youngKb: number;
}

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Milliseconds of a clock that all processes of a machine share. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** What the process was started with. */
export const startedWith = <Input>(): Input => JSON.parse(process.argv[2] ?? 'null') as Input;

/** Says that this process is ready, and answers calls until its starter is gone. */
export function answerCalls(methods: Methods): void {
  const say = (message: FromChild): void => void process.send?.(message);
  const all: Methods = { ...methods, cpuMs, memory };
  process.on('message', (message) => {
    const { call, method, args } = message as { call: number; method: string; args: never[] };
    Promise.resolve()
      .then(() => all[method]!(...args))
      .then(
        (answer) => say({ kind: 'answered', call, answer: answer ?? null }),
        (error: unknown) => say({ kind: 'failed', call, why: error instanceof Error ? error.message : String(error) }),
      );
  });
  process.once('disconnect', () => process.exit(0));
  say({ kind: 'ready' });
}

/** Processor time that this process has used. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** What it holds after a collection of garbage. */
function memory(): Memory {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return {
    heapKb: (heapUsed + external) / 1_024,
    rssKb: rss / 1_024,
    youngKb: (young?.physical_space_size ?? 0) / 1_024,
  };
}
