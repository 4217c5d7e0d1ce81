import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openProgress } from '../kit/progress';
import { giveCommand } from './incidents/commands';
import { INCIDENT_NAMES, INCIDENTS, isIncident } from './incidents/incidents';
import { StateFile } from './live/state-file';
import { runSimulator } from './run';
import { checkTruth } from './truth/check-truth';

const DEFAULT_SEED = 42;
/** At this speed a working day takes an hour, and several receipts come in a minute. */
const DEFAULT_SPEED = 24;

const USAGE = `Usage: npm run simulate [-- COMMAND] [options]

  live             load the history at the first start, make up for the time since, go on live (default)
  load             load the history and end
  check            compare the platform's figures with the simulator's own
  incident NAME    make something happen in the running simulator:
${INCIDENT_NAMES.map((name) => `                     ${name.padEnd(20)} ${INCIDENTS[name]}`).join('\n')}

  --seed N         another network (${DEFAULT_SEED})
  --scale N        its size; 1 has some 36,000 order lines (1)
  --speed N        how many times as fast as the clock business runs while live (${DEFAULT_SPEED})
  --anchor TIME    when history ends, RFC 3339 (now)

Seed, scale and anchor are settled at the first start and kept in SIGHTLINE_HOME/simulator. The running platform is found
as by "npm run import". Everything that is sent is labelled simulated.
`;

/** `sources/dist/simulator` and `sources/src/simulator` are equally deep. */
const PROJECT_ROOT = resolve(__dirname, '..', '..', '..');
const homeDir = (): string => resolve(process.env['SIGHTLINE_HOME'] || join(PROJECT_ROOT, '.sightline'));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string' },
      scale: { type: 'string' },
      speed: { type: 'string' },
      anchor: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [command = 'live', name, ...more] = positionals;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const progress = openProgress(process.stderr);
  if (command === 'incident' && name !== undefined && isIncident(name) && more.length === 0) {
    const answer = await giveCommand(join(new StateFile(homeDir()).dir, 'commands'), name);
    process.stdout.write(answer === null ? 'No simulator is live here: start it with "npm start".\n' : `${answer}\n`);
    return answer === null ? 1 : 0;
  }
  if (name !== undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  if (command === 'check') return checkTruth(homeDir(), process.env, (text) => process.stdout.write(`${text}\n`));
  if (command !== 'live' && command !== 'load') {
    process.stderr.write(USAGE);
    return 2;
  }
  const stop = stopSignal();
  // Whoever started us as its child hears that we run; what is loaded is told as it goes.
  if (process.connected) process.send?.({ kind: 'ready' });
  return runSimulator({
    homeDir: homeDir(),
    settings: process.env,
    seed: numberOf('seed', values.seed, DEFAULT_SEED),
    scale: numberOf('scale', values.scale, 1),
    speed: numberOf('speed', values.speed, DEFAULT_SPEED),
    anchor: values.anchor ?? null,
    loadOnly: command === 'load',
    progress,
    stop,
  });
}

function numberOf(name: string, text: string | undefined, usual: number): number {
  const value = text === undefined ? usual : Number(text);
  if (!Number.isFinite(value) || value <= 0)
    throw new RangeError(`--${name} is "${text}"; it must be a number above 0`);
  return value;
}

/** Told to stop by a signal, by the launcher, or by the launcher's end. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.on('message', (message: { kind?: string }) => {
    if (message.kind === 'stop') end();
  });
  process.once('disconnect', end);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return stop.signal;
}

main().then(
  (code) => {
    // A request under way must not hold the end up.
    process.exit(code);
  },
  (error: unknown) => {
    process.stderr.write(`The simulator stopped on a fault: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
