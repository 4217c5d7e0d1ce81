import { plantIdOf } from '@sightline/contracts/identities';
import { type Day, dayAt, dayText, instantAt, minuteAt, type Ms, weekdayOf } from './site-time';

/** A plant of the simulated network. */
export interface Plant {
  /** Place in PLANTS, and first part of the numbers of its orders. */
  index: number;
  code: string;
  id: string;
  name: string;
  timeZone: string;
  /** Short name in the ids of its systems. */
  place: string;
  /** Works on Saturdays too. */
  saturdays: boolean;
  /** Money in which it buys. */
  currency: 'EUR' | 'USD';
}

const plant = (
  index: number,
  place: string,
  town: string,
  timeZone: string,
  currency: 'EUR' | 'USD',
  saturdays = false,
): Plant => {
  const code = `SIM-PL${index + 1}`;
  return {
    index,
    code,
    id: plantIdOf(code),
    name: `${town} plant (simulated)`,
    timeZone,
    place,
    saturdays,
    currency,
  };
};

/** Three plants in three time zones; two of them change their clocks, on different days. */
export const PLANTS: readonly [Plant, Plant, Plant] = [
  plant(0, 'regensburg', 'Regensburg', 'Europe/Berlin', 'EUR'),
  plant(1, 'peoria', 'Peoria', 'America/Chicago', 'USD'),
  plant(2, 'suzhou', 'Suzhou', 'Asia/Shanghai', 'USD', true),
];

/** Index of the plant whose ERP writes a file at night. */
export const NIGHTLY_PLANT = 2;
/** Index of the plant whose warehouse keys receipts in batches. */
export const LATE_KEYING_PLANT = 1;
/** Index of the plant whose quality system has a slow clock. */
export const SKEWED_PLANT = 2;

/** Days on which nobody works, month and day; the same everywhere, which is all the network needs. */
const HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26']);

/** Whether a day is one of them, by day: asked for millions of times. */
const holidays = new Map<Day, boolean>();
function isHoliday(day: Day): boolean {
  let holiday = holidays.get(day);
  if (holiday === undefined) holidays.set(day, (holiday = HOLIDAYS.has(dayText(day).slice(5))));
  return holiday;
}

/** True on a day on which the plant works. */
export function isWorkingDay(plantOf: Plant, day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && (weekday !== 6 || plantOf.saturdays) && !isHoliday(day);
}

/** The first working day on or after a day. */
export function workingDayFrom(plantOf: Plant, day: Day): Day {
  let next = day;
  while (!isWorkingDay(plantOf, next)) next += 1;
  return next;
}

/** So many working days later, or earlier when negative; a day off counts as the working day after it. */
export function shiftWorkingDays(plantOf: Plant, day: Day, days: number): Day {
  let next = workingDayFrom(plantOf, day);
  for (let left = Math.abs(days); left > 0; left -= 1) {
    do next += days < 0 ? -1 : 1;
    while (!isWorkingDay(plantOf, next));
  }
  return next;
}

/** Two shifts: 06:00 to 14:00 and 14:00 to 22:00. */
export const SHIFTS_FROM_MINUTE = 6 * 60;
export const SHIFTS_TO_MINUTE = 22 * 60;

/** The instant itself when the shifts are running, else the beginning of the next first shift. */
export function duringShifts(plantOf: Plant, instant: Ms): Ms {
  const day = dayAt(plantOf.timeZone, instant);
  const minute = minuteAt(plantOf.timeZone, instant);
  if (isWorkingDay(plantOf, day)) {
    if (minute < SHIFTS_FROM_MINUTE) return instantAt(plantOf.timeZone, day, SHIFTS_FROM_MINUTE);
    if (minute < SHIFTS_TO_MINUTE) return instant;
  }
  return instantAt(plantOf.timeZone, workingDayFrom(plantOf, day + 1), SHIFTS_FROM_MINUTE);
}

/** The instant after so many hours of running shifts. */
export function afterShiftHours(plantOf: Plant, from: Ms, hours: number): Ms {
  let at = duringShifts(plantOf, from);
  let left = hours * 60;
  for (;;) {
    const minute = minuteAt(plantOf.timeZone, at);
    const today = SHIFTS_TO_MINUTE - minute;
    if (left <= today) return at + Math.round(left * 60) * 1_000;
    left -= today;
    const day = dayAt(plantOf.timeZone, at);
    at = instantAt(plantOf.timeZone, workingDayFrom(plantOf, day + 1), SHIFTS_FROM_MINUTE);
  }
}
