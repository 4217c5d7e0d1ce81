/** One row of the fault table (design: reliability, chapter 3), brought about on real processes and real sockets. */
export interface Fault {
  id: string;
  fault: string;
  wanted: string;
  /** @returns what happened, in words and figures. @throws when it is not what is wanted */
  run(): Promise<string>;
}

/** A row that is not brought about yet, and why. */
export interface NotTried {
  id: string;
  fault: string;
  why: string;
}

/** The fault's outcome is not the wanted one. */
export class WrongOutcome extends Error {}

export function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new WrongOutcome(what);
}
