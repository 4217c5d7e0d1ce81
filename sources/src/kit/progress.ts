/** A line about how far a long step is: rewritten in place on a terminal, and else written once a second. */
export interface Progress {
  step(label: string, total: number): void;
  add(count: number): void;
  /** A line that stays. */
  say(text: string): void;
  end(): void;
}

export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

const TERMINAL_EVERY_MS = 100;
const LOG_EVERY_MS = 1_000;

/** `now` in milliseconds, from any clock that does not go back. */
export function openProgress(output: ProgressOutput, now: () => number = () => performance.now()): Progress {
  const terminal = output.isTTY === true;
  let label = '';
  let total = 0;
  let done = 0;
  let open = false;
  let writtenAt = now();
  const write = (): void => {
    writtenAt = now();
    open = terminal;
    const share = total === 0 ? 100 : Math.floor((done / total) * 100);
    const text = `${label}: ${done} of ${total} (${share} %)`;
    output.write(terminal ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  const closeLine = (): void => {
    if (open) output.write('\n');
    open = false;
  };
  return {
    step(nextLabel, nextTotal) {
      closeLine();
      label = nextLabel;
      total = nextTotal;
      done = 0;
      if (terminal) write();
    },
    add(count) {
      done += count;
      if (now() - writtenAt >= (terminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS) || (terminal && done === total)) write();
    },
    say(text) {
      closeLine();
      output.write(`${text}\n`);
    },
    end: closeLine,
  };
}
