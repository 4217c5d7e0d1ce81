/** The six conditions of a figure's age, as the API names them. */
export type FreshnessStatus = 'CLOSED' | 'FRESH' | 'AGEING' | 'STALE' | 'NEVER' | 'UNKNOWN';

/** What the API says of a figure's age at the moment of reading. Instants are RFC 3339. */
export interface FreshnessReading {
  asOf: string | null;
  /** Seconds between asOf and the moment of reading; below 0 when the source's clock runs ahead. */
  ageSeconds: number | null;
  /** The age that the weakest source promises to stay under. */
  budgetSeconds: number | null;
  status: FreshnessStatus;
}

/** Age at this very moment. `ageSeconds` is null when nothing ever arrived or nobody can say. */
export interface FreshnessNow {
  status: FreshnessStatus;
  ageSeconds: number | null;
}

/** From harmless to grave, the order in which the API weighs flows against each other. */
const GRAVITY: readonly FreshnessStatus[] = ['CLOSED', 'FRESH', 'AGEING', 'STALE', 'UNKNOWN', 'NEVER'];

/** A source whose clock runs further ahead than this cannot say how old its facts are. */
const TOLERATED_SKEW_SECONDS = 60;

/** The graver of two conditions. */
export function graverStatus(left: FreshnessStatus, right: FreshnessStatus): FreshnessStatus {
  return GRAVITY.indexOf(left) >= GRAVITY.indexOf(right) ? left : right;
}

function judgeAge(ageSeconds: number, budgetSeconds: number): FreshnessStatus {
  if (ageSeconds < -TOLERATED_SKEW_SECONDS) return 'UNKNOWN';
  if (ageSeconds <= budgetSeconds) return 'FRESH';
  return ageSeconds <= 2 * budgetSeconds ? 'AGEING' : 'STALE';
}

/**
 * The age of a figure now: it keeps growing while nothing new arrives, also when the platform itself stops answering.
 * FRESH up to the budget, AGEING up to twice, STALE beyond. A closed archive never ages; NEVER and UNKNOWN stay.
 * It only ever gets graver than the reading: the next reading alone can say that things got better.
 * `nowMillis` is the server's time, so that a wrong clock on the viewer's desk makes nothing look old or young.
 */
export function freshnessAt(reading: FreshnessReading, nowMillis: number): FreshnessNow {
  const { asOf, budgetSeconds, status } = reading;
  if (asOf === null) return { status, ageSeconds: null };
  const ageSeconds = Math.floor((nowMillis - Date.parse(asOf)) / 1000);
  if (status === 'CLOSED' || status === 'NEVER' || status === 'UNKNOWN' || budgetSeconds === null) {
    return { status, ageSeconds };
  }
  const ageThen = reading.ageSeconds ?? ageSeconds;
  // asOf is the oldest input's, the budget the weakest one's. Where they are two sources, the weakest one's age is known
  // only within bounds: an AGEING one was at least its budget old at the reading.
  const oneSource = judgeAge(ageThen, budgetSeconds) === status;
  const least = status === 'AGEING' ? budgetSeconds : 0;
  const weakestAge = oneSource ? ageSeconds : least + Math.max(0, ageSeconds - ageThen);
  return { status: graverStatus(status, judgeAge(weakestAge, budgetSeconds)), ageSeconds };
}
