/** Writes one line of what happens, with the seconds since the start. */
export type Log = (line: string) => void;

/**
 * Progress for whoever started the platform.
 *
 * @param startedMs when the command began, in milliseconds since the epoch
 * @param write     where lines go
 */
export function createProgress(
  startedMs: number = Date.now(),
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Log {
  return (line) => {
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1).padStart(5);
    write(`[${seconds} s] ${line}\n`);
  };
}

/** The same log with a name before each line, so that several writers stay apart; a line that carries it already is left alone. */
export const prefixed = (log: Log, name: string): Log => {
  const prefix = `[${name}] `;
  return (line) => line.split('\n').forEach((part) => log(part.startsWith(prefix) ? part : prefix + part));
};
