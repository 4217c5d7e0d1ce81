import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type IncidentName, isIncident } from './incidents';

/**
 * Commands to a running simulator, as files in its folder: only who may write there can give one, and it needs no port.
 * `NAME.ask` is a command, `NAME.answer` what became of it.
 */
const ASK = '.ask';
const ANSWER = '.answer';

/** Commands that wait; each is taken away. */
export function takeCommands(dir: string): { name: IncidentName; answer: (text: string) => void }[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(ASK))
    .sort()
    .flatMap((file) => {
      const asked = join(dir, file);
      const name = readFileSync(asked, 'utf8').trim();
      rmSync(asked);
      const answer = (text: string): void => put(join(dir, `${file.slice(0, -ASK.length)}${ANSWER}`), text);
      if (isIncident(name)) return [{ name, answer }];
      answer(`"${name}" is no incident`);
      return [];
    });
}

const ANSWERED_WITHIN_MS = 10_000;

/** Gives a command and waits for the answer; null when no simulator gives one. */
export async function giveCommand(dir: string, name: IncidentName): Promise<string | null> {
  const id = `${Date.now()}-${process.pid}`;
  put(join(dir, `${id}${ASK}`), name);
  const answer = join(dir, `${id}${ANSWER}`);
  for (const until = Date.now() + ANSWERED_WITHIN_MS; Date.now() < until; await sleep(50)) {
    if (!existsSync(answer)) continue;
    const text = readFileSync(answer, 'utf8');
    rmSync(answer);
    return text.trim();
  }
  // Nobody listens; whoever starts later must not find it.
  rmSync(join(dir, `${id}${ASK}`), { force: true });
  return null;
}

/** In one move, so that nobody reads half of it. */
function put(file: string, text: string): void {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
