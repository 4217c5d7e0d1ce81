/** The three sides of an OTIF dispute, in the order in which they are shown. */
export const SIDES = [
  { id: 'otif.buyer@1', name: 'Buyer’s' },
  { id: 'otif.supplier@1', name: 'Supplier’s' },
  { id: 'otif.agreed@1', name: 'Agreed' },
] as const;

const CAUSES: Readonly<Record<string, string>> = {
  POPULATION: 'counted by one side only',
  CLOCK_EVENT: 'another event stops the clock',
  DUE_BASIS: 'another date is due',
  WINDOW: 'another window around the date',
  TOLERANCE: 'another tolerance of quantity',
  PARTIAL_RULE: 'partial deliveries judged otherwise',
};

/** Why two definitions part on a line, in words. */
export function causeWords(cause: string): string {
  return CAUSES[cause] ?? cause.toLowerCase().replaceAll('_', ' ');
}

interface Rate {
  name: string;
  percent: number | null;
}

/**
 * What the three rates say together: how far they are apart, and that equal rates may hide different lines.
 * Null while fewer than two are known.
 */
export function comparisonSentence(rates: readonly Rate[], differing: number): string | null {
  const known = rates.filter((rate): rate is { name: string; percent: number } => rate.percent !== null);
  const high = known.reduce<Rate | null>(
    (best, rate) => (best === null || rate.percent > (best.percent ?? 0) ? rate : best),
    null,
  );
  const low = known.reduce<Rate | null>(
    (worst, rate) => (worst === null || rate.percent < (worst.percent ?? 0) ? rate : worst),
    null,
  );
  if (known.length < 2 || high === null || low === null) return null;
  const points = (high.percent ?? 0) - (low.percent ?? 0);
  const lines = `${differing.toLocaleString('en-GB')} ${differing === 1 ? 'line is' : 'lines are'} judged differently`;
  if (points < 0.05) {
    return differing === 0
      ? 'All definitions give the same share, over the same lines.'
      : `The shares are equal and yet ${lines}: equal percentages hide different lines.`;
  }
  return `${high.name} definition gives ${points.toFixed(1)} points more than ${low.name.toLowerCase()}; ${lines}.`;
}
