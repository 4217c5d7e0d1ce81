/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

/** Bounds of a share, 0 to 1. */
export interface ShareInterval {
  lower: number;
  upper: number;
}

/**
 * The 95 % score interval of Wilson for a share of which a sample is known: also honest for few observations and for
 * shares near 0 or 1, where the usual interval leaves [0, 1]. Null without a sample, and for counts that are no sample
 * (more hits than observations).
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927):
 * (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 *
 * @param hits          observations that have the property, 0 or more
 * @param observations  size of the sample
 */
export function wilsonInterval(hits: number, observations: number): ShareInterval | null {
  if (!(observations > 0) || hits < 0 || hits > observations) return null;
  const share = hits / observations;
  const square = (Z * Z) / observations;
  const middle = share + square / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / observations + (Z * Z) / (4 * observations * observations));
  return {
    // Exactly 0 and 1 at the ends, where rounding would leave a trace.
    lower: hits === 0 ? 0 : Math.max(0, (middle - reach) / (1 + square)),
    upper: hits === observations ? 1 : Math.min(1, (middle + reach) / (1 + square)),
  };
}
