/** The side of a process that a bench has started: it says where it listens, and how much time it has used when asked. */
export type ToParent = { kind: 'ready'; told: unknown } | { kind: 'cpu'; milliseconds: number };

/** Tells the bench that this process is ready, and answers it until it goes. */
export function serveBench(told: unknown): void {
  const say = (message: ToParent): void => void process.send?.(message);
  process.on('message', (message) => {
    if (message !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    say({ kind: 'cpu', milliseconds: (user + system) / 1_000 });
  });
  process.once('disconnect', () => process.exit(0));
  say({ kind: 'ready', told });
}
