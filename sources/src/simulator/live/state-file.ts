import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentName } from '../incidents/incidents';
import type { Ms } from '../network/site-time';
import type { Session } from './world-clock';

/** What later starts must know to continue the same world; everything else follows from it and the clock. */
export interface SimulatorState {
  version: 1;
  seed: number;
  scale: number;
  anchor: Ms;
  /** Steps of the history that the platform has taken in whole. */
  loadedSteps: number;
  /** When the simulator ran live, oldest first; the last may still run. */
  sessions: Session[];
  /** Everything that a source sends up to here has come through. */
  sentUntil: Ms;
  incidents: { name: IncidentName; at: Ms }[];
}

/** The folder of the simulator in the state folder of the platform. */
export class StateFile {
  readonly dir: string;
  private readonly file: string;

  constructor(homeDir: string) {
    this.dir = join(homeDir, 'simulator');
    this.file = join(this.dir, 'state.json');
    mkdirSync(join(this.dir, 'commands'), { recursive: true, mode: 0o700 });
  }

  /** The state of an earlier start; null at the first. @throws when the file is not one of ours */
  read(): SimulatorState | null {
    if (!existsSync(this.file)) return null;
    const state = JSON.parse(readFileSync(this.file, 'utf8')) as SimulatorState;
    if (state.version !== 1) throw new Error(`${this.file} was written by another version of the simulator`);
    return state;
  }

  /** Written aside and put in place, so that a kill leaves the old or the new one. */
  write(state: SimulatorState): void {
    this.put('state.json', state);
  }

  has(name: string): boolean {
    return existsSync(join(this.dir, name));
  }

  /** Leaves a file beside the state for people and tests. */
  put(name: string, content: unknown): void {
    const file = join(this.dir, name);
    writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}
