import { UNKNOWN } from './quantity';

const MINUS = '\u2212';

/** Three significant figures for a tile: 94.5224 → "94.5 %", 100 → "100 %". Never rounds up to 100 or down to 0. */
export function formatPercentTile(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return UNKNOWN;
  return `${percentDigits(percent)}\u00a0%`;
}

/** The digits of formatPercentTile without the sign, for a tile that sets the unit apart. */
export function percentDigits(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return UNKNOWN;
  const decimals = Math.abs(percent) >= 100 ? 0 : Math.abs(percent) >= 10 ? 1 : 2;
  let shown = percent.toFixed(decimals);
  // 99.97 % is not "100 %": the missing 0.03 % are lines that failed.
  if (percent < 100 && Number(shown) >= 100) shown = (Math.floor(percent * 100) / 100).toFixed(2);
  if (percent > 0 && Number(shown) === 0) return '<0.01';
  if (Number.isInteger(percent)) shown = String(percent);
  return shown.replace(/^-/, MINUS);
}

/** Four decimals for tables and tooltips: 94.52242 → "94.5224 %", 100 → "100 %". */
export function formatPercentExact(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return UNKNOWN;
  return `${percentDigitsExact(percent)}\u00a0%`;
}

/** The digits of formatPercentExact without the sign, for a column whose head has it; of one width, so that they align. */
export function percentDigitsExact(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return UNKNOWN;
  const shown = Number.isInteger(percent) ? String(percent) : percent.toFixed(4);
  return shown.replace(/^-/, MINUS);
}
