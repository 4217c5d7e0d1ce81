/**
 * A place in the visible log. What an import brought becomes visible with its seal, far behind its place in the log, so
 * the order of a stream is (visible at, place, row) and not the place alone. What is visible never moves in this order.
 */
export interface StreamPosition {
  /** Position of the log with which the entry became visible: its own, or that of the seal of its import. */
  visibleAt: number;
  /** The entry's own position. */
  pos: number;
  /** An entry may change several rows: how many of them are told. 0: all. */
  rowsTold: number;
}

/** Everything that is visible with the log up to `pos`. */
export const endOf = (pos: number): StreamPosition => ({ visibleAt: pos, pos, rowsTold: 0 });
