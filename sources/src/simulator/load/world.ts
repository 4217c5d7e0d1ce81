import { type DirtCounts } from '../dirt/dirt-kinds';
import { Telling, type ToldFact } from '../habits/telling';
import { openBusiness, type OpenBusiness } from '../history/open-business';
import { beginOfHistory } from '../history/purchasing';
import { WorldClock, type Session } from '../live/world-clock';
import { Draws } from '../network/draws';
import { makeNetwork, type Network } from '../network/network';
import type { Ms } from '../network/site-time';
import { Books } from '../truth/books';
import { type Truth, truthOf } from '../truth/truth';
import { simulatedStamps } from './door-inputs';

/** What makes a simulated world the one it is. */
export interface WorldSettings {
  seed: number;
  scale: number;
  /** When the simulator was first started: history ends here. */
  anchor: Ms;
}

/** A simulated world, from its first day on. */
export interface World extends OpenBusiness {
  settings: WorldSettings;
  network: Network;
  clock: WorldClock;
  telling: Telling;
}

/** Opens a world as it was on its first day; `sessions` say when business ran faster since. */
export function openWorld(settings: WorldSettings, sessions: readonly Session[] = []): World {
  const { seed, scale, anchor } = settings;
  const network = makeNetwork(seed);
  const clock = new WorldClock(sessions);
  return {
    ...openBusiness({ network, from: beginOfHistory(anchor), anchor, scale }),
    settings,
    network,
    clock,
    telling: new Telling(seed, clock),
  };
}

/** True for what the books of the sources hold when history ends: it happened before, and was keyed before. */
export const isHistory = ({ happenedAt, recordedAt }: ToldFact, anchor: Ms): boolean =>
  happenedAt <= anchor && recordedAt <= anchor;

/** The history of a world, with the figures that it must give. */
export interface History {
  facts: readonly ToldFact[];
  /** Happened before history ended and is keyed only afterwards: the live part begins with it. */
  later: readonly ToldFact[];
  /** Worked out when it is first asked for: it takes as long as the history itself. */
  readonly truth: Truth;
}

/** Runs a world up to the end of its history. */
export function tellHistory(world: World): History {
  const { business, telling, settings } = world;
  const { anchor } = settings;
  const facts: ToldFact[] = [];
  const later: ToldFact[] = [];
  for (const fact of business.until(anchor)) {
    const told = telling.tell(fact);
    (isHistory(told, anchor) ? facts : later).push(told);
  }
  let truth: Truth | null = null;
  return {
    facts,
    later,
    get truth() {
      return (truth ??= bookkeeping(world, facts));
    },
  };
}

function bookkeeping(world: World, facts: readonly ToldFact[]): Truth {
  const { settings, network, business } = world;
  const { anchor, scale, seed } = settings;
  const books = new Books();
  const counts: Record<string, number> = {};
  for (const told of facts) {
    books.enter(told, simulatedStamps(seed, told, anchor));
    counts[told.fact.kind] = (counts[told.fact.kind] ?? 0) + 1;
  }
  const dirt = { ...business.dirt, ...dirtOfTelling(world, facts) };
  return truthOf({ network, books, anchor, scale, facts: counts, dirt });
}

/** What goes wrong between a source and the platform, and what only shows at the end. */
function dirtOfTelling({ network, telling, settings }: World, facts: readonly ToldFact[]): Partial<DirtCounts> {
  const lastDue = new Map<number, boolean>();
  for (const { fact } of facts) {
    if (fact.kind !== 'LINE') continue;
    const due = fact.line.committedDay * 86_400_000 <= settings.anchor;
    lastDue.set(fact.line.supplier, (lastDue.get(fact.line.supplier) ?? false) || due);
  }
  return {
    DUPLICATES: facts.filter((told) => isSentTwice(network.seed, told)).length,
    DISORDER: facts.filter((told) => isOvertaken(network.seed, told)).length,
    SEQUENCE_GAPS: telling.gaps,
    NOTHING_DUE: [...lastDue.values()].filter((due) => !due).length,
    CLOCK_SKEW: facts.filter(({ recordedAt, happenedAt }) => recordedAt < happenedAt).length,
  };
}

/** One fact in two hundred is sent again with the same key. */
export const isSentTwice = (seed: number, { fact }: ToldFact): boolean =>
  new Draws(seed, 'twice', fact.key).chance(0.005);

/**
 * One order line in a hundred arrives after everything that refers to it. None in boxes: how many pieces are in a box of an
 * unknown order nobody could say, and its lot would be counted in boxes for ever.
 */
export const isOvertaken = (seed: number, { fact }: ToldFact): boolean =>
  fact.kind === 'LINE' && fact.line.perUnit === 1 && new Draws(seed, 'overtaken', fact.key).chance(0.01);
