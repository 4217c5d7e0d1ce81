import type { Contribution } from './contribution';
import { eachInTurns } from './in-turns';

/** What one row gives under a definition; nothing but the row and the definition may decide it. */
type Judge<Row> = (row: Row) => readonly Contribution[];

/**
 * What folded subjects come to, kept with each of them as long as it is kept itself: when the log moves, only what was
 * folded anew is judged anew.
 */
export class JudgedRows<Row extends object> {
  private readonly known = new WeakMap<Row, Map<string, readonly Contribution[]>>();

  /** @param key  names the definition and whatever else the judge goes by */
  async of(rows: Iterable<Row>, key: string, judge: Judge<Row>): Promise<Contribution[]> {
    const found: Contribution[] = [];
    await eachInTurns(rows, (row) => {
      const ofRow = this.known.get(row) ?? new Map<string, readonly Contribution[]>();
      let judged = ofRow.get(key);
      if (judged === undefined) {
        judged = judge(row);
        ofRow.set(key, judged);
        this.known.set(row, ofRow);
      }
      for (const contribution of judged) found.push(contribution);
    });
    return found;
  }
}
