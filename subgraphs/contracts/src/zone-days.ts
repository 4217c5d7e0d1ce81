const QUARTER_MS = 15 * 60_000;
/** Since 1972 every zone keeps to whole quarters of an hour, in its offset and in its changes of clocks. */
const QUARTERS_SINCE_MS = Date.UTC(1972, 0, 8);
/** Of all zones together; some years of three plants. */
const MOST_DAYS = 200_000;

/**
 * Calendar days at sites, remembered: asking the calendar of a zone takes longer than everything else that is done with a
 * stamp, and throughout a quarter of an hour it is the same day.
 */
export class ZoneDays {
  private readonly zones = new Map<string, Map<number, string>>();
  private kept = 0;

  /** @param ask  asks the calendar: the day of an instant in a zone, YYYY-MM-DD; what it throws is passed on */
  constructor(private readonly ask: (utcMs: number, timeZone: string) => string) {}

  of(utcMs: number, timeZone: string): string {
    if (!(utcMs >= QUARTERS_SINCE_MS)) return this.ask(utcMs, timeZone);
    const quarter = Math.floor(utcMs / QUARTER_MS);
    const known = this.zones.get(timeZone)?.get(quarter);
    if (known !== undefined) return known;
    const day = this.ask(utcMs, timeZone);
    if (this.kept >= MOST_DAYS) {
      this.zones.clear();
      this.kept = 0;
    }
    const days = this.zones.get(timeZone) ?? new Map<number, string>();
    this.zones.set(timeZone, days.set(quarter, day));
    this.kept += 1;
    return day;
  }
}
