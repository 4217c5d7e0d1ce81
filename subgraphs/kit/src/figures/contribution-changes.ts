import { CURRENT_POS } from './contribution-table';
import type { RunInTenant } from './population-sql';
import { countedOf, storedRowSql, type CountedContribution, type StoredRow } from './stored-row';

/** A contribution that began (1) or ceased (-1) to hold. */
export interface ContributionChange {
  sign: 1 | -1;
  row: CountedContribution;
}

/** A stretch of the log with what it changed. */
interface Stretch {
  after: number;
  through: number;
  changes: readonly ContributionChange[];
}

/** Changes kept at most: some minutes of a busy day. */
const MOST_CHANGES = 20_000;
/** Longest way through the log on which changes are told one by one; a longer one is walked as fast by reading anew. */
const MOST_POSITIONS = 5_000;

/**
 * What stretches of the log have changed among the contributions that one audience may see: read once for everything that
 * is kept up to date by it.
 */
export class ContributionChanges {
  /** Side by side, oldest first. */
  private stretches: Stretch[] = [];
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly dimensions: readonly string[]) {}

  /**
   * The changes between two positions, in either direction: added to what held at the first they give what holds at the
   * second.
   *
   * @param run  reads what the audience may see
   * @returns null: too much to be told one by one, or, back in time, not known any more
   */
  async between(run: RunInTenant, from: number, to: number): Promise<readonly ContributionChange[] | null> {
    if (Math.abs(to - from) > MOST_POSITIONS) return null;
    if (from > to) return this.known(to, from)?.map(({ sign, row }) => ({ sign: sign === 1 ? -1 : 1, row })) ?? null;
    const turn = this.reading.then(() => this.extend(run, from, to));
    // Another's failure is told to that other alone.
    this.reading = turn.catch(() => undefined);
    await turn;
    return this.known(from, to) ?? readChanges(run, from, to, this.dimensions);
  }

  private known(after: number, through: number): ContributionChange[] | null {
    const within = this.stretches.filter((stretch) => stretch.after >= after && stretch.through <= through);
    return within[0]?.after === after && within.at(-1)?.through === through
      ? within.flatMap((stretch) => stretch.changes)
      : null;
  }

  private async extend(run: RunInTenant, low: number, high: number): Promise<void> {
    const end = this.stretches.at(-1)?.through ?? null;
    if (end !== null && high <= end) return;
    // Someone starts from where nobody has been: the stretches before do not reach there.
    if (end === null || low > end) this.stretches = [];
    const after = this.stretches.at(-1)?.through ?? low;
    this.stretches.push({ after, through: high, changes: await readChanges(run, after, high, this.dimensions) });
    let kept = this.stretches.reduce((sum, { changes }) => sum + changes.length, 0);
    while (kept > MOST_CHANGES && this.stretches.length > 1) kept -= this.stretches.shift()!.changes.length;
  }
}

interface ChangeRow extends StoredRow {
  sign: 1 | -1;
}

/**
 * What came and went between two positions; what did both is not told. Plan: an Append of index scans on
 * contribution_begun and contribution_ended, each over the rows of the stretch alone.
 */
async function readChanges(
  run: RunInTenant,
  after: number,
  through: number,
  dimensions: readonly string[],
): Promise<ContributionChange[]> {
  const told = `${storedRowSql(dimensions)}, numerator::text, denominator::text`;
  const begun = 'from_pos > $1::bigint and from_pos <= $2::bigint';
  const rows = await run((manager): Promise<ChangeRow[]> =>
    manager.query(
      `select 1 as sign, ${told} from contribution where to_pos = ${CURRENT_POS} and ${begun}
         union all
         select 1, ${told} from contribution where to_pos < ${CURRENT_POS} and to_pos > $2::bigint and ${begun}
         union all
         select -1, ${told} from contribution
          where to_pos < ${CURRENT_POS} and to_pos > $1::bigint and to_pos <= $2::bigint and from_pos <= $1::bigint`,
      [after, through],
    ),
  );
  return rows.map((row) => ({ sign: row.sign, row: countedOf(row, dimensions) }));
}
