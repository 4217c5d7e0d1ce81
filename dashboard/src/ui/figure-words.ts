import type { FreshnessStatus } from '../format/freshness';
import { formatDuration } from '../format/duration';
import { formatDayOf, formatInstant } from '../format/date';
import type { GlyphShape } from './glyph';
import type { FigureFacts, WindowBasis } from './figure';

/** Why there is no value, in words for the place under the dash. */
export function reasonWords({ reason, unit, definition }: Pick<FigureFacts, 'reason' | 'unit' | 'definition'>): string {
  switch (reason) {
    case 'NO_DATA':
      return 'Nothing in this window to measure';
    case 'ZERO_DENOMINATOR':
      return 'Nothing was due, so there is no share';
    case 'INSUFFICIENT_N':
      return definition.minimumN === null
        ? 'Too few rows to say'
        : `Too few rows to say: at least ${definition.minimumN} are needed`;
    case 'SOURCE_NEVER_SYNCED':
      return 'Its source never sent anything';
    case 'NOT_PERMITTED':
      return 'Your role may not see this';
    case 'UNKNOWN_BASIS':
      return unit === 'MONEY'
        ? 'No one sum: the rows are in several currencies, or lack a value'
        : 'The rows lack what it is judged by, or are in several units';
    case 'NO_HISTORY':
      return 'No history is kept for that day';
    case null:
      return 'Not known';
  }
}

/** Which date of a row puts it into the window. */
export function basisWords(basis: WindowBasis): string {
  const words: Readonly<Record<WindowBasis, string>> = {
    DUE: 'rows due in it',
    SENT: 'rows sent in it',
    RECEIVED: 'rows received in it',
    RECORDED: 'rows recorded in it',
    VISIBLE: 'rows that became visible in it',
    DECIDED: 'rows decided in it',
  };
  return words[basis];
}

export interface AgeWords {
  shape: GlyphShape;
  /** The state's word, e.g. "Fresh". */
  word: string;
  /** What follows it, e.g. "3 min 4 s old". */
  detail: string;
}

/**
 * Shape and words of an age; `asOf` is the instant up to which the figure is complete. `brief` names only its day, for
 * a tile whose definition has the instant.
 */
export function ageWords(
  status: FreshnessStatus,
  ageSeconds: number | null,
  asOf: string | null,
  brief: boolean,
): AgeWords {
  const old = ageSeconds === null ? '' : ageSeconds < 0 ? 'clock ahead' : `${formatDuration(ageSeconds)} old`;
  switch (status) {
    case 'CLOSED':
      return {
        shape: 'closed',
        word: 'Archive',
        // An archive is closed at the end of a day; in the viewer's own zone that may be the day after.
        detail: asOf
          ? brief
            ? `to ${formatDayOf(asOf, 'UTC')}`
            : `complete to ${formatInstant(asOf, 'UTC')}`
          : 'complete',
      };
    case 'FRESH':
      return { shape: 'ok', word: 'Fresh', detail: old };
    case 'AGEING':
      return { shape: 'watch', word: 'Ageing', detail: old };
    case 'STALE':
      return { shape: 'stale', word: 'Stale', detail: old };
    case 'NEVER':
      return { shape: 'none', word: 'Never synced', detail: '' };
    case 'UNKNOWN':
      return { shape: 'none', word: 'Age unknown', detail: old };
  }
}
