import { type Door, DoorFailure, type DoorOptions, openDoor } from '../kit/door';
import { openHttp, type Post } from '../kit/http';
import { findPlatform, integratorToken } from '../kit/platform';
import type { Progress } from '../kit/progress';
import { runLive } from './live/run-live';
import { type SimulatorState, StateFile } from './live/state-file';
import { loadHistory, type LoadReport } from './load/load-history';
import { openWorld, tellHistory } from './load/world';
import { SECOND_MS } from './network/site-time';

export interface RunRequest {
  homeDir: string;
  settings: Readonly<Record<string, string | undefined>>;
  seed: number;
  scale: number;
  speed: number;
  /** RFC 3339; null: now. Only the first start of a world reads it. */
  anchor: string | null;
  /** True: load the history and end. */
  loadOnly: boolean;
  progress: Progress;
  stop: AbortSignal;
}

/** Requests under way at once: two for each of the lists that go together. */
const CONNECTIONS = 8;

/**
 * Brings the simulated network to life: loads its history at the first start, makes up for the time in which it did not
 * run, and goes on live until told to stop. Resolves to the exit code.
 */
export async function runSimulator(request: RunRequest): Promise<0 | 1> {
  const { progress } = request;
  const place = findPlatform(request.settings);
  if (!place.ok) {
    progress.say('The platform is not running: start it with "npm start", or set SIGHTLINE_URL.');
    return 1;
  }
  const http = openHttp(place.value.url, CONNECTIONS);
  try {
    let token = await integratorToken(request.settings, http.post);
    // Read anew for every request: a token ends, and the simulator may run for weeks.
    const options: DoorOptions = {
      post: http.post,
      get token() {
        return token;
      },
    };
    const door = openDoor(options);
    const file = new StateFile(request.homeDir);
    const state = file.read() ?? firstState(request);
    file.write(state);
    const loaded = await load(request, door, file, state, (except) => knowsOrders(http.post, token, except));
    if (request.loadOnly || request.stop.aborted) return loaded ? 0 : 1;
    await runLive({
      door,
      state,
      save: (next) => file.write(next),
      commandsDir: `${file.dir}/commands`,
      speed: request.speed,
      now: () => Date.now(),
      renew: async () => {
        token = await integratorToken(request.settings, http.post);
      },
      say: (text) => progress.say(text),
      stop: request.stop,
    });
    return 0;
  } catch (error) {
    if (request.stop.aborted) return 0;
    if (!(error instanceof DoorFailure)) throw error;
    progress.say(`the platform at ${place.value.url} could not be used: ${error.message}`);
    return 1;
  } finally {
    http.close();
  }
}

function firstState({ seed, scale, anchor }: RunRequest): SimulatorState {
  const begun = anchor === null ? Date.now() : Date.parse(anchor);
  if (Number.isNaN(begun)) throw new RangeError(`"${anchor}" is no instant`);
  const at = Math.floor(begun / SECOND_MS) * SECOND_MS;
  return { version: 1, seed, scale, anchor: at, loadedSteps: 0, sessions: [], sentUntil: at, incidents: [] };
}

/** Steps of a history; a state that has them all is not loaded again. */
const ALL_STEPS = 11;

/** @returns false when the door refused facts */
async function load(
  { progress }: RunRequest,
  door: Door,
  file: StateFile,
  state: SimulatorState,
  knowsOrdersOfReceipts: (except: number) => Promise<boolean>,
): Promise<boolean> {
  if (state.loadedSteps >= ALL_STEPS && file.has('truth.json')) return true;
  progress.say('making the history of the demo (simulated)');
  const world = openWorld(state);
  const history = tellHistory(world);
  const report = await loadHistory({
    door,
    world,
    history,
    progress,
    done: state.loadedSteps,
    knowsOrdersOfReceipts,
    stepDone: (steps) => {
      state.loadedSteps = steps;
      file.write(state);
    },
  });
  progress.say(describe(report));
  file.put('truth.json', history.truth);
  return report.tally.problems.length === 0;
}

const STANDING = `query Standing {
  stockPositions(filter: { origin: SIMULATED }, first: 1) { notInStock { code count } }
  syncHealth { flows { flow backlog } }
}`;
interface Standing {
  stockPositions: { notInStock: { code: string; count: number }[] } | null;
  syncHealth: { flows: { flow: string; backlog: number }[] } | null;
}

/** True once all receipts are booked, and all but so many under an order line that is known. */
async function knowsOrders(post: Post, token: string, except: number): Promise<boolean> {
  const { body } = await post('/graphql', JSON.stringify({ query: STANDING }), { authorization: `Bearer ${token}` });
  const { data } = JSON.parse(body) as { data: Standing | null };
  if (!data?.stockPositions || !data.syncHealth) return false;
  const booked = data.syncHealth.flows.every(({ flow, backlog }) => flow !== 'goods-receipts' || backlog === 0);
  const unknown = data.stockPositions.notInStock.find(({ code }) => code === 'ORDER_LINE_UNKNOWN')?.count ?? 0;
  return booked && unknown <= except;
}

function describe({ facts, seconds, tally }: LoadReport): string {
  const { DUPLICATE, PARKED, QUARANTINED, REFUSED } = tally.outcomes;
  const counts = `${DUPLICATE} sent again, ${PARKED} waiting for others, ${QUARANTINED} put aside, ${REFUSED} refused`;
  const examples = tally.problems
    .slice(0, 5)
    .map(
      ({ idempotencyKey, userErrors }) =>
        `\n  ${idempotencyKey}: ${userErrors[0]?.code ?? ''} ${userErrors[0]?.message ?? ''}`,
    );
  return `the demo is loaded: ${facts} simulated facts in ${seconds.toFixed(1)} s (${counts})${examples.join('')}`;
}
