/**
 * Remembers the nonces of signed calls for as long as their signature could be believed, so that a recorded call can't
 * be sent again. Memory is bounded: when a generation is full, calls are refused rather than replays let through.
 *
 * Two generations are kept. A nonce stays for at least one whole generation and at most two.
 */
export class NonceWindow {
  private young = new Set<string>();
  private old = new Set<string>();
  private turnedMs = Number.NEGATIVE_INFINITY;

  /**
   * @param generationMs at least the time during which one signature is believed (30 s back and 5 s ahead)
   * @param capacity     nonces in one generation; about 100 bytes each
   */
  constructor(
    private readonly generationMs = 40_000,
    private readonly capacity = 200_000,
  ) {}

  /** Takes note of a nonce. NEW: the call may be answered. */
  admit(nonce: string, nowMs: number): 'NEW' | 'REPLAYED' | 'NONCE_WINDOW_FULL' {
    const ageMs = nowMs - this.turnedMs;
    if (ageMs >= this.generationMs) {
      // After a pause longer than a generation the young ones are too old as well.
      this.old = ageMs >= 2 * this.generationMs ? new Set() : this.young;
      this.young = new Set();
      this.turnedMs = nowMs;
    }
    if (this.young.has(nonce) || this.old.has(nonce)) return 'REPLAYED';
    if (this.young.size >= this.capacity) return 'NONCE_WINDOW_FULL';
    this.young.add(nonce);
    return 'NEW';
  }
}
