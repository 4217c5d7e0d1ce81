import { messageOf } from '../postgres/error-code';
import type { ChildMessage, ParentMessage } from './process-supervisor';

/**
 * The life of a supervised process: starts its work, says that it is ready, and ends when told, on SIGTERM, and when its
 * launcher is gone (also when that was killed hard), so that none outlives it.
 *
 * @param start begins the work and returns what ends it
 */
export async function runAsChild(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let work: { stop(): Promise<void> } | null = null;
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    // Longer than the supervisor waits; without one, somebody has to.
    setTimeout(() => process.exit(1), 3_000).unref();
    try {
      await work?.stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.on('message', (message: ParentMessage) => {
    if (message.kind === 'stop') void end();
  });
  process.once('disconnect', () => void end());
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  // Our words go to the launcher; when it is gone there is nobody to tell, which is no reason to break off the end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  try {
    work = await start();
    tell({ kind: 'ready' });
  } catch (error) {
    const reason = messageOf(error);
    console.error(error);
    tell({ kind: 'failed', reason });
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 50);
  }
}

function tell(message: ChildMessage): void {
  if (process.connected) process.send?.(message);
}
