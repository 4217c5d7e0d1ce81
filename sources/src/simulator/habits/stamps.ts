import type { BusinessFact } from '../history/business-facts';
import { Draws } from '../network/draws';
import { LATE_KEYING_PLANT, NIGHTLY_PLANT, PLANTS, SKEWED_PLANT } from '../network/plants';
import { DAY_MS, dayAt, instantAt, MINUTE_MS, type Ms, SECOND_MS } from '../network/site-time';
import { SKEW_MS } from './source-systems';

/** When a source keys a fact and when it sends it. */
export interface Stamps {
  /** As the source writes it: a clock may be wrong. */
  recordedAt: Ms;
  sentAt: Ms;
}

/** How often an ERP that is asked by a connector is asked. */
export const POLLED_EVERY_MS = 5 * MINUTE_MS;
/** When the nightly file is written, in minutes of the plant's day. */
const NIGHTLY_MINUTE = 2 * 60;
/** When a warehouse that keys late does so, in minutes of its day. */
const KEYING_MINUTES = [9.5, 12.5, 15.5, 18.5, 21.5].map((hour) => hour * 60);
/** Longest time in which a source that sends what it has sends it. */
const PROMPT_MS = 15 * SECOND_MS;
const MAILBOX_MS = 4 * MINUTE_MS;

/** The habits of each kind of system, as a function of when something happened. Nothing is told before it happened. */
export function stampsOf(seed: number, fact: BusinessFact, happenedAt: Ms): Stamps {
  const draws = new Draws(seed, 'stamps', fact.key);
  switch (fact.system) {
    case 'MES': {
      const recordedAt = happenedAt + draws.whole(200, 1_800);
      return { recordedAt, sentAt: recordedAt + draws.whole(300, 2_500) };
    }
    case 'ERP': {
      const recordedAt = happenedAt + draws.whole(5, 90) * SECOND_MS;
      return { recordedAt, sentAt: sentByErp(fact.plant, recordedAt, draws) };
    }
    case 'WMS': {
      const recordedAt = keyedAt(fact, happenedAt, draws);
      return { recordedAt, sentAt: recordedAt + draws.whole(1_000, 6_000) };
    }
    case 'QMS': {
      const recordedAt = happenedAt + draws.whole(20, 150) * SECOND_MS;
      return {
        recordedAt: fact.plant === SKEWED_PLANT ? recordedAt - SKEW_MS : recordedAt,
        sentAt: recordedAt + draws.whole(2_000, 12_000),
      };
    }
    case 'PORTAL': {
      const recordedAt = happenedAt + draws.whole(1_000, 5_000);
      return { recordedAt, sentAt: recordedAt + draws.whole(5, 200) * SECOND_MS };
    }
    case 'GATE': {
      const recordedAt = happenedAt + 2 * SECOND_MS;
      return { recordedAt, sentAt: recordedAt + 3 * SECOND_MS };
    }
  }
}

function sentByErp(plant: number, recordedAt: Ms, draws: Draws): Ms {
  if (plant === NIGHTLY_PLANT) return nightAfter(recordedAt) + draws.whole(20, 400) * SECOND_MS;
  return Math.ceil(recordedAt / POLLED_EVERY_MS) * POLLED_EVERY_MS + draws.whole(1_500, 7_000);
}

/** The next time the nightly file is written. */
function nightAfter(instant: Ms): Ms {
  const { timeZone } = PLANTS[NIGHTLY_PLANT]!;
  const day = dayAt(timeZone, instant);
  const tonight = instantAt(timeZone, day, NIGHTLY_MINUTE);
  return tonight > instant ? tonight : instantAt(timeZone, day + 1, NIGHTLY_MINUTE);
}

function keyedAt(fact: BusinessFact, happenedAt: Ms, draws: Draws): Ms {
  if (fact.kind !== 'RECEIPT') return happenedAt + draws.whole(4, 30) * SECOND_MS;
  const forgotten = fact.keyedDaysLate * DAY_MS;
  if (fact.plant !== LATE_KEYING_PLANT) return happenedAt + forgotten + draws.whole(8, 90) * SECOND_MS;
  // One after the other, as the pile is worked through.
  return keyingAfter(happenedAt + forgotten) + draws.whole(0, 240) * SECOND_MS;
}

function keyingAfter(instant: Ms): Ms {
  const { timeZone } = PLANTS[LATE_KEYING_PLANT]!;
  const day = dayAt(timeZone, instant);
  for (const minute of KEYING_MINUTES) {
    const at = instantAt(timeZone, day, minute);
    if (at >= instant) return at;
  }
  return instantAt(timeZone, day + 1, KEYING_MINUTES[0]!);
}

/**
 * Up to when a system has surely sent everything that it recorded, as its heartbeat says it at an instant. What it keeps
 * back by habit is not yet complete.
 */
export function completeThrough(system: string, plant: number | null, now: Ms): Ms {
  if (system.startsWith('sim.erp-')) {
    if (plant === NIGHTLY_PLANT) {
      const written = nightAfter(now - DAY_MS - 8 * MINUTE_MS);
      // Complete when even its last rows have been read.
      return written;
    }
    const polled = Math.floor((now - 8 * SECOND_MS) / POLLED_EVERY_MS) * POLLED_EVERY_MS;
    return polled;
  }
  if (system === 'sim.portal') return now - MAILBOX_MS;
  if (system === 'sim.qms-suzhou') return now - SKEW_MS - PROMPT_MS;
  return now - (system.startsWith('sim.mes-') ? 5 * SECOND_MS : PROMPT_MS);
}
