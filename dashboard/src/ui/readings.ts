import { formatLag } from '../format/lag';
import { formatPercentExact, percentDigits } from '../format/percent';
import { formatCount, formatExact, formatTile, UNKNOWN } from '../format/quantity';
import type { Reading } from './figure-tile';

const nothing = (label?: string): Reading => ({ label, text: UNKNOWN, exact: UNKNOWN });

/** A share in percent, rounded on the tile. */
export function shareReading(percent: number | null, label?: string): Reading {
  return percent === null
    ? nothing(label)
    : { label, text: percentDigits(percent), unit: '%', exact: formatPercentExact(percent) };
}

/** Days, rounded on the tile. */
export function dayReading(days: number | null, label?: string): Reading {
  return days === null
    ? nothing(label)
    : { label, text: formatTile(days), unit: days === 1 ? 'day' : 'days', exact: `${formatExact(days)} days` };
}

/** Parts per million, with the percentage as its exact companion: the two are never mixed. */
export function ppmReading(ppm: number | null, label?: string): Reading {
  return ppm === null
    ? nothing(label)
    : {
        label,
        text: formatTile(ppm),
        unit: 'ppm',
        exact: `${formatExact(ppm)} ppm = ${formatPercentExact(ppm / 10_000)}`,
      };
}

/** Seconds as a duration: "430 ms", "2 min 5 s". */
export function secondsReading(seconds: number | null, label?: string): Reading {
  return seconds === null ? nothing(label) : { label, text: formatLag(seconds), exact: `${formatExact(seconds)} s` };
}

/** A quantity of goods, or a count of what `unit` names. */
export function quantityReading(value: number | null, unit: string, label?: string): Reading {
  return value === null
    ? nothing(label)
    : { label, text: formatTile(value), unit, exact: `${formatExact(value)} ${unit}` };
}

/** A count, never rounded. */
export function countReading(count: number | null, unit: string, label?: string): Reading {
  return count === null
    ? nothing(label)
    : { label, text: formatCount(count), unit, exact: `${formatCount(count)} ${unit}` };
}
