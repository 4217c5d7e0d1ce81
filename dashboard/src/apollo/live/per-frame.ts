/**
 * Collects work and does it once per animation frame: a burst of messages draws the page once. The latest work of a key
 * replaces an earlier one that has not been done.
 */
export class PerFrame {
  private waiting = new Map<string, () => void>();
  private frame: number | null = null;

  constructor(private readonly around: (work: () => void) => void = (work) => work()) {}

  /** Does `work` in the next frame, instead of earlier work of this key that still waits. */
  add(key: string, work: () => void): void {
    this.waiting.set(key, work);
    this.frame ??= window.requestAnimationFrame(() => this.flush());
  }

  private flush(): void {
    const batch = this.waiting;
    this.waiting = new Map();
    this.frame = null;
    this.around(() => batch.forEach((work) => work()));
  }

  /** Forgets what waits. */
  clear(): void {
    this.waiting.clear();
    if (this.frame !== null) window.cancelAnimationFrame(this.frame);
    this.frame = null;
  }
}
