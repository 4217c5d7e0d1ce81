import { setTimeout as sleep } from 'node:timers/promises';
import { type Door, DoorFailure } from '../../kit/door';
import type { FactsOperation } from '../../kit/door-operations';
import { idOf } from '../habits/source-systems';
import type { ToldFact } from '../habits/telling';
import { takeCommands } from '../incidents/commands';
import { cause, CONNECTOR_STOPS_MS, type IncidentName, SCRIPT, stoppedConnector } from '../incidents/incidents';
import { DoorInputs } from '../load/door-inputs';
import { heartbeats } from '../load/sources-inputs';
import { isHistory, openWorld, type World } from '../load/world';
import { MINUTE_MS, type Ms, SECOND_MS } from '../network/site-time';
import type { SimulatorState } from './state-file';

export interface LiveOptions {
  door: Door;
  state: SimulatorState;
  save(state: SimulatorState): void;
  commandsDir: string;
  speed: number;
  /** Milliseconds since the epoch. */
  now(): Ms;
  /** Gets another token, when the one in use has ended. */
  renew(): Promise<void>;
  say(text: string): void;
  stop: AbortSignal;
}

const TICK_MS = 1_000;
const HEARTBEAT_MS = 15 * SECOND_MS;
/** How far ahead a session is noted before anything of it is sent, so that a kill cannot make it shorter than it was. */
const AHEAD_MS = 20 * SECOND_MS;
const SUMMARY_MS = MINUTE_MS;

/** Facts go through the door in this order: what others refer to comes first. */
const ORDER: readonly FactsOperation[] = [
  'sendPurchaseOrderLines',
  'releaseWorkOrders',
  'recordPurchaseOrderLineEvents',
  'postGoodsReceipts',
  'recordWorkOrderEvents',
  'recordInspections',
  'recordStockMovements',
];

/**
 * Continues a world: brings it to the present, makes up for the time in which nothing ran, then lets business go on until
 * told to stop. What is not yet sent when the platform is away waits at its source, and comes late.
 */
export async function runLive(options: LiveOptions): Promise<void> {
  const live = new LiveRun(options);
  await live.catchUp();
  await live.run();
}

class LiveRun {
  private readonly world: World;
  /** Told and not yet sent, in no order. */
  private waiting: ToldFact[] = [];
  private readonly state: SimulatorState;
  private readonly startedAt: Ms;
  private readonly stopped: { source: string; until: Ms }[] = [];
  private readonly timesOf = new Map<IncidentName, number>();

  constructor(private readonly options: LiveOptions) {
    const { state } = options;
    const past = state.sessions.at(-1)?.until ?? state.anchor;
    this.startedAt = Math.max(options.now(), past);
    const session = { from: this.startedAt, until: this.startedAt + AHEAD_MS, speed: options.speed };
    this.state = { ...state, sessions: [...state.sessions, session], incidents: [...state.incidents] };
    // While it runs, its end is not known; the file says how far it has surely come.
    this.world = openWorld(state, [...state.sessions, { ...session, until: Infinity }]);
  }

  /** Business up to now, as it was: what was sent before is let go, what the sources kept since is sent. */
  async catchUp(): Promise<void> {
    const { world, state, options } = this;
    for (const told of this.told(state.anchor)) if (!isHistory(told, state.anchor)) this.waiting.push(told);
    for (const { name, at } of state.incidents) {
      for (const told of this.told(world.clock.toWorld(at))) this.waiting.push(told);
      this.happen(name, at);
    }
    for (const told of this.told(world.clock.toWorld(this.startedAt))) this.waiting.push(told);
    // At the first start the sources still hold what they recorded and the history does not tell.
    const from = options.state.sessions.length === 0 ? -Infinity : state.sentUntil;
    this.waiting = this.waiting.filter(({ sentAt }) => sentAt > from);
    const due = this.take(this.startedAt);
    if (due.length === 0) return;
    options.say(`making up for the time since the last run: ${due.length} facts`);
    await this.send(due, new DoorInputs(world.network, this.startedAt));
  }

  async run(): Promise<void> {
    const { options, world } = this;
    const writer = new DoorInputs(world.network, null);
    options.say(`live: business runs ${options.speed} times as fast as the clock`);
    let [nextHeartbeat, nextSummary, sent] = [0, options.now() + SUMMARY_MS, 0];
    // Before the first fact goes out, the session must be on file.
    this.noteUntil(options.now() + AHEAD_MS);
    while (!options.stop.aborted) {
      const now = options.now();
      this.noteAhead(now);
      this.listen(now);
      for (const told of this.told(world.clock.toWorld(now))) this.waiting.push(told);
      const due = this.take(now);
      if (await this.trySend(due, writer)) sent += due.length;
      else this.waiting.push(...due);
      if (now >= nextHeartbeat) {
        nextHeartbeat = now + HEARTBEAT_MS;
        await this.beat(now);
      }
      if (now >= nextSummary) {
        nextSummary = now + SUMMARY_MS;
        options.say(`${sent} facts in the last minute, ${this.waiting.length} kept by their sources`);
        sent = 0;
      }
      await sleep(TICK_MS, undefined, { signal: options.stop }).catch(() => undefined);
    }
    // Nothing more will be sent, so the session ends here and not at the end of what was noted ahead.
    this.noteUntil(options.now());
  }

  private *told(world: Ms): Generator<ToldFact, void> {
    for (const fact of this.world.business.until(world)) yield this.world.telling.tell(fact);
  }

  /** What is due, with what it waits for first; facts of a source whose connector is down stay. */
  private take(now: Ms): readonly ToldFact[] {
    const down = this.down(now);
    const isDue = ({ sentAt, fact }: ToldFact): boolean => sentAt <= now && !down.has(idOf(fact.system, fact.plant));
    const due = this.waiting.filter(isDue);
    this.waiting = this.waiting.filter((told) => !isDue(told));
    return due.sort((one, other) => one.sentAt - other.sentAt);
  }

  private down(now: Ms): ReadonlySet<string> {
    return new Set(this.stopped.filter(({ until }) => until > now).map(({ source }) => source));
  }

  private async send(due: readonly ToldFact[], writer: DoorInputs): Promise<void> {
    const lists = new Map<FactsOperation, object[]>();
    for (const told of due) {
      const { operation, input } = writer.of(told);
      const list = lists.get(operation);
      if (list === undefined) lists.set(operation, [input]);
      else list.push(input);
    }
    for (const operation of ORDER) {
      const inputs = lists.get(operation);
      if (inputs === undefined) continue;
      const { problems } = await this.options.door.send(operation, inputs);
      for (const { idempotencyKey, outcome, userErrors } of problems.slice(0, 3))
        this.options.say(`${operation} ${idempotencyKey}: ${outcome}, ${userErrors[0]?.message ?? 'no reason given'}`);
    }
  }

  /** False when the platform could not be reached: everything is then sent again. */
  private async trySend(due: readonly ToldFact[], writer: DoorInputs): Promise<boolean> {
    if (due.length === 0) return true;
    try {
      await this.send(due, writer);
      return true;
    } catch (error) {
      if (!(error instanceof DoorFailure) || error.kind === 'REJECTED') throw error;
      await this.comeBack(error);
      return false;
    }
  }

  private async beat(now: Ms): Promise<void> {
    // What waits has not been sent: no flow may claim to be complete beyond it.
    const oldest = new Map<string, Ms>();
    for (const { fact, recordedAt, sentAt } of this.waiting) {
      if (sentAt > now) continue;
      const source = idOf(fact.system, fact.plant);
      oldest.set(source, Math.min(oldest.get(source) ?? Infinity, recordedAt - 1));
    }
    const down = new Set([...this.down(now), ...oldest.keys()]);
    try {
      await this.options.door.send('reportHeartbeats', heartbeats(now, undefined, down));
    } catch (error) {
      if (!(error instanceof DoorFailure) || error.kind === 'REJECTED') throw error;
      // Without signs of life the figures age, as they should.
      await this.comeBack(error);
    }
  }

  /** A token that has ended is replaced; a platform that is away is waited for. */
  private async comeBack(failure: DoorFailure): Promise<void> {
    if (this.options.stop.aborted) return;
    if (failure.kind !== 'NOT_PERMITTED') {
      this.options.say(`the platform is away (${failure.message}); the sources wait`);
      return;
    }
    try {
      await this.options.renew();
    } catch (error) {
      if (!(error instanceof DoorFailure)) throw error;
      this.options.say(`the platform gives no token (${error.message}); the sources wait`);
    }
  }

  private listen(now: Ms): void {
    const since = (now - (this.state.sessions[0]?.from ?? now)) / MINUTE_MS;
    if (this.state.sessions.length === 1) {
      const due = SCRIPT.filter(({ minute }) => minute <= since);
      for (const { name } of due.slice(this.scripted)) {
        this.scripted += 1;
        this.options.say(`incident by script: ${this.begin(name, now)}`);
      }
    }
    for (const { name, answer } of takeCommands(this.options.commandsDir)) {
      const what = this.begin(name, now);
      this.options.say(`incident on command: ${what}`);
      answer(what);
    }
  }
  private scripted = 0;

  private begin(name: IncidentName, now: Ms): string {
    // Business first reaches this very instant: run again from its first day, it must find the same there.
    for (const told of this.told(this.world.clock.toWorld(now))) this.waiting.push(told);
    this.state.incidents.push({ name, at: now });
    this.options.save(this.state);
    return this.happen(name, now);
  }

  private happen(name: IncidentName, at: Ms): string {
    const times = this.timesOf.get(name) ?? 0;
    this.timesOf.set(name, times + 1);
    if (name === 'connector-stops')
      this.stopped.push({ source: stoppedConnector(this.world.business.now), until: at + CONNECTOR_STOPS_MS });
    return cause(name, this.world, times);
  }

  private noteAhead(now: Ms): void {
    if (this.state.sessions.at(-1)!.until < now + AHEAD_MS / 2) this.noteUntil(now + AHEAD_MS);
  }

  private noteUntil(until: Ms): void {
    const session = this.state.sessions.at(-1)!;
    this.state.sessions[this.state.sessions.length - 1] = { ...session, until: Math.max(session.from, until) };
    const now = this.options.now();
    // What is sent twice because of a kill is known by its key; what is forgotten would be lost.
    this.state.sentUntil = this.waiting.reduce((least, { sentAt }) => Math.min(least, sentAt - 1), now - TICK_MS);
    this.options.save(this.state);
  }
}
