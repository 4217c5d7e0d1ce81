/** Keeps what was made last used: when it is full, the one that nobody has asked for longest goes. */
export class OperationCache<Made> {
  private readonly kept = new Map<string, Made>();

  constructor(private readonly most: number) {}

  get size(): number {
    return this.kept.size;
  }

  get(key: string): Made | undefined {
    const known = this.kept.get(key);
    if (known === undefined) return undefined;
    // A map gives its keys back in the order of their coming: the youngest stands last.
    this.kept.delete(key);
    this.kept.set(key, known);
    return known;
  }

  set(key: string, made: Made): void {
    if (this.kept.size >= this.most && !this.kept.has(key)) {
      const oldest = this.kept.keys().next();
      if (!oldest.done) this.kept.delete(oldest.value);
    }
    this.kept.set(key, made);
  }

  /** @param make  called when there is none; what it throws is not kept */
  of(key: string, make: () => Made): Made {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    return made;
  }
}
