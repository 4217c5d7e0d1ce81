import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';

import { ok, refuse, type Result } from '../result/result';
import { dayNumber, dayOfNumber, isCalendarDay, type CalendarDay } from './calendar-day';
import { dayOfInstant, isTimeZone, type Instant } from './instant';

/** What a caller may ask: explicit dates, both inclusive, or the last N days up to asOf. */
export interface WindowRequest {
  from?: CalendarDay | null;
  to?: CalendarDay | null;
  lastDays?: number | null;
  timeZone?: string | null;
  basis?: WindowBasis | null;
}

export interface ResolvedWindow {
  /** Both inclusive. */
  from: CalendarDay;
  to: CalendarDay;
  timeZone: string;
  basis: WindowBasis;
  /** The business day asked for. */
  asOfDay: CalendarDay;
  /** The question as asked: equal for two requests that differ only in the moment of asking. */
  asked: string;
}

export type WindowRefusal =
  | { kind: 'WindowInverted'; from: CalendarDay; to: CalendarDay }
  | { kind: 'WindowAmbiguous' }
  | { kind: 'LastDaysOutOfRange'; lastDays: number }
  | { kind: 'UnknownTimeZone'; timeZone: string }
  | { kind: 'NotACalendarDay'; field: 'from' | 'to'; text: string };

const DEFAULT_LAST_DAYS = 90;
/** A century: further back there is no data, and dates stay within four-digit years. */
const MOST_LAST_DAYS = 36_525;
/** Nothing is dated earlier, and no calendar day can be. */
const FIRST_DAY = dayNumber('0001-01-01');

/**
 * Resolves a window against the business time of the figure. N days means the day of asOf and the N-1 before it. `from`
 * alone reaches to the day of asOf; `to` alone ends the default number of days. The day of asOf is taken in the zone
 * asked for; when none is asked, as its text is written, and the zone reads UTC.
 */
export function resolveWindow(
  request: WindowRequest | null | undefined,
  defaults: { lastDays?: number; basis: WindowBasis },
  asOf: Instant,
): Result<ResolvedWindow, WindowRefusal> {
  const { from = null, to = null, lastDays = null, timeZone = null } = request ?? {};
  const basis = request?.basis ?? defaults.basis;

  if (timeZone !== null && !isTimeZone(timeZone)) return refuse({ kind: 'UnknownTimeZone', timeZone });
  if (from !== null && !isCalendarDay(from)) return refuse({ kind: 'NotACalendarDay', field: 'from', text: from });
  if (to !== null && !isCalendarDay(to)) return refuse({ kind: 'NotACalendarDay', field: 'to', text: to });
  if (lastDays !== null && (from !== null || to !== null)) return refuse({ kind: 'WindowAmbiguous' });
  if (lastDays !== null && !(Number.isInteger(lastDays) && lastDays >= 1 && lastDays <= MOST_LAST_DAYS)) {
    return refuse({ kind: 'LastDaysOutOfRange', lastDays });
  }

  const asOfDay = dayOfInstant(asOf, timeZone);
  const last = to ?? asOfDay;
  const days = lastDays ?? defaults.lastDays ?? DEFAULT_LAST_DAYS;
  const first = from ?? dayOfNumber(Math.max(dayNumber(last) + 1 - days, FIRST_DAY));
  if (first > last) return refuse({ kind: 'WindowInverted', from: first, to: last });

  return ok({
    from: first,
    to: last,
    timeZone: timeZone ?? 'UTC',
    basis,
    asOfDay,
    asked: [from ?? `last ${days}`, to ?? 'asOf', timeZone ?? '', basis].join(' | '),
  });
}

/** A refusal with its stable code, the argument it is about, and words for the caller. */
export function presentWindowRefusal(refusal: WindowRefusal): { code: string; field: string; message: string } {
  switch (refusal.kind) {
    case 'WindowInverted':
      return {
        code: 'WINDOW_INVERTED',
        field: 'from',
        message: `The window ends on ${refusal.to}, before it begins on ${refusal.from}.`,
      };
    case 'WindowAmbiguous':
      return {
        code: 'WINDOW_AMBIGUOUS',
        field: 'lastDays',
        message: 'Ask for explicit dates or for the last days, not for both.',
      };
    case 'LastDaysOutOfRange':
      return {
        code: 'LAST_DAYS_OUT_OF_RANGE',
        field: 'lastDays',
        message: `lastDays is ${refusal.lastDays}; it must be a whole number from 1 to ${MOST_LAST_DAYS}.`,
      };
    case 'UnknownTimeZone':
      return {
        code: 'TIME_ZONE_UNKNOWN',
        field: 'timeZone',
        message: `${JSON.stringify(refusal.timeZone)} is not a time zone, such as Europe/Berlin or UTC.`,
      };
    case 'NotACalendarDay':
      return {
        code: 'NOT_A_CALENDAR_DAY',
        field: refusal.field,
        message: `${JSON.stringify(refusal.text)} is not a date that exists, written as YYYY-MM-DD.`,
      };
  }
}
