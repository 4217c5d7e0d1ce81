/** So many failures one after the other open the circuit. */
const FAILURES = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export type CircuitState = 'closed' | 'open' | 'half-open';

/**
 * Spares a subgraph that fails, and those who would wait for it. After five failures in a row calls are refused for a
 * second; then one call goes through, and when it fails as well the pause doubles, to 10 s at most.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntilMs = 0;
  private pauseMs = FIRST_PAUSE_MS;
  private isProbing = false;

  /** True when a call may go; each must be followed by one of `succeeded`, `failed` and `abandoned`. */
  admits(nowMs: number): boolean {
    if (this.failures < FAILURES) return true;
    if (nowMs < this.openUntilMs || this.isProbing) return false;
    this.isProbing = true;
    return true;
  }

  succeeded(): void {
    this.failures = 0;
    this.isProbing = false;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  failed(nowMs: number): void {
    this.failures += 1;
    if (this.failures < FAILURES) return;
    // A call that had been sent before the circuit opened says nothing new.
    if (!this.isProbing && nowMs < this.openUntilMs) return;
    if (this.isProbing) this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
    this.isProbing = false;
    this.openUntilMs = nowMs + this.pauseMs;
  }

  /** The caller has left: how the call would have ended is not known. */
  abandoned(): void {
    this.isProbing = false;
  }

  state(nowMs: number): CircuitState {
    if (this.failures < FAILURES) return 'closed';
    return nowMs < this.openUntilMs ? 'open' : 'half-open';
  }
}
