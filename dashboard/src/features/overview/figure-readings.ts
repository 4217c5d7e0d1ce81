import { formatDuration } from '../../format/duration';
import { formatPercentExact, percentDigits } from '../../format/percent';
import { formatExact, formatTile } from '../../format/quantity';
import type { Reading } from '../../ui/figure-tile';
import { exactDays } from './overview.model';

/** A share in percent, rounded on the tile. */
export function shareReading(percent: number | null): Reading {
  return percent === null
    ? { text: '—', exact: '—' }
    : { text: percentDigits(percent), unit: '%', exact: formatPercentExact(percent) };
}

/** Days, rounded on the tile. */
export function dayReading(label: string, days: number | null): Reading {
  return days === null
    ? { label, text: '—', exact: '—' }
    : { label, text: formatTile(days), unit: days === 1 ? 'day' : 'days', exact: exactDays(days) };
}

/** Parts per million, with the percentage as its exact companion: the two are never mixed. */
export function ppmReading(ppm: number | null): Reading {
  return ppm === null
    ? { text: '—', exact: '—' }
    : { text: formatTile(ppm), unit: 'ppm', exact: `${formatExact(ppm)} ppm = ${formatPercentExact(ppm / 10_000)}` };
}

/** Seconds as a duration: "2 min 5 s". */
export function secondsReading(label: string, seconds: number | null): Reading {
  return seconds === null
    ? { label, text: '—', exact: '—' }
    : { label, text: formatDuration(seconds), exact: `${formatExact(seconds)} s` };
}
