import type { BusinessFact } from '../history/business-facts';
import { PLANTS } from '../network/plants';
import { dayAt, type Ms } from '../network/site-time';
import type { WorldClock } from '../live/world-clock';
import { type Stamps, stampsOf } from './stamps';

/** A fact as its source tells it: when, and with which place in its own sequence. */
export interface ToldFact extends Stamps {
  fact: BusinessFact;
  /** On the wall. */
  happenedAt: Ms;
  /** By how much business time ran ahead, at most 0: instants that the fact speaks of lie that much earlier. */
  shift: number;
  /** The same in calendar days of the plant, so that "today" stays today. */
  shiftDays: number;
  sequence: number | null;
}

/** The system that numbers what it sends, and the numbers that it loses. */
const NUMBERED_PLANT = 2;
const LOST_NUMBERS: ReadonlySet<number> = new Set([101, 2_002]);

/** Turns what happens into what is told. Facts must come in the order in which they happen, since one source numbers them. */
export class Telling {
  private sequence = 0;
  /** Numbers lost so far. */
  gaps = 0;

  constructor(
    private readonly seed: number,
    private readonly clock: WorldClock,
  ) {}

  /** Last number that the source with a sequence gave. */
  get lastSequence(): number {
    return this.sequence;
  }

  tell(fact: BusinessFact): ToldFact {
    const happenedAt = this.clock.toWall(fact.at);
    const { timeZone } = PLANTS[fact.plant]!;
    return {
      fact,
      happenedAt,
      shift: happenedAt - fact.at,
      shiftDays: happenedAt === fact.at ? 0 : dayAt(timeZone, happenedAt) - dayAt(timeZone, fact.at),
      ...stampsOf(this.seed, fact, happenedAt),
      sequence: fact.system === 'MES' && fact.plant === NUMBERED_PLANT ? this.nextNumber() : null,
    };
  }

  private nextNumber(): number {
    this.sequence += 1;
    if (LOST_NUMBERS.has(this.sequence)) {
      this.gaps += 1;
      this.sequence += 1;
    }
    return this.sequence;
  }
}
