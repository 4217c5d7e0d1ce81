/** So many failures one after the other open the circuit. */
const FAILURES = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export type CircuitState = 'closed' | 'open' | 'half-open';

/** A call that was admitted; to be given back to one of `succeeded`, `failed` and `abandoned` when it has ended. */
export interface Passage {
  /** True: the circuit is open, and how this call ends decides whether it stays so. */
  readonly isProbe: boolean;
}

const USUAL: Passage = { isProbe: false };

/**
 * Spares a subgraph that fails, and those who would wait for it. After five failures in a row calls are refused for a
 * second; then one call goes through, and when it fails as well the pause doubles, to 10 s at most.
 *
 * One read is tried, and beside it one write: a write may take very much longer, and reads need not wait for how it ends;
 * and where only writes come, one of them has to be the try.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntilMs = 0;
  private pauseMs = FIRST_PAUSE_MS;
  private readonly probes: { read: Passage | null; write: Passage | null } = { read: null, write: null };

  /** @returns null: the call may not go */
  admits(nowMs: number, isRead: boolean): Passage | null {
    if (this.failures < FAILURES) return USUAL;
    const kind = isRead ? 'read' : 'write';
    if (nowMs < this.openUntilMs || this.probes[kind] !== null) return null;
    return (this.probes[kind] = { isProbe: true });
  }

  /** Whichever call it was: the subgraph answers. */
  succeeded(): void {
    this.failures = 0;
    this.probes.read = null;
    this.probes.write = null;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  /**
   * It says that it lives, as one does that was started again: calls may try at once. Whether it can do what they want is
   * not said by that, so the first that fails opens the circuit again, for as long as it would have been open.
   */
  showedLife(): void {
    if (this.failures < FAILURES) return;
    this.failures = FAILURES - 1;
    this.probes.read = null;
    this.probes.write = null;
  }

  failed(passage: Passage, nowMs: number): void {
    const wasTried = this.endProbe(passage);
    // A call that had been sent before the circuit opened says nothing new.
    if (this.failures >= FAILURES && !wasTried) return;
    this.failures += 1;
    if (this.failures < FAILURES) return;
    if (wasTried) this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
    this.openUntilMs = nowMs + this.pauseMs;
  }

  /** The caller has left: how the call would have ended is not known. */
  abandoned(passage: Passage): void {
    this.endProbe(passage);
  }

  state(nowMs: number): CircuitState {
    if (this.failures < FAILURES) return 'closed';
    return nowMs < this.openUntilMs ? 'open' : 'half-open';
  }

  /** @returns true when the call was a try of the circuit as it is now */
  private endProbe(passage: Passage): boolean {
    if (this.probes.read === passage) this.probes.read = null;
    else if (this.probes.write === passage) this.probes.write = null;
    else return false;
    return true;
  }
}
