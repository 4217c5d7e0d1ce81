import { CURRENT_POS } from './contribution-table';
import type { RunInTenant } from './population-sql';
import { countedOf, storedRowSql, type CountedContribution, type StoredRow } from './stored-row';

/** A contribution that began (1) or ceased (-1) to hold. */
export interface ContributionChange {
  sign: 1 | -1;
  row: CountedContribution;
}

/** A stretch of the log with what it changed; null: more than is told one by one. */
interface Stretch {
  after: number;
  through: number;
  changes: readonly ContributionChange[] | null;
}

/** Changes kept at most, and told of one way: some minutes of a busy day. The seal of an import, one position, may be more. */
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
   * @returns null: too much to be told one by one
   */
  async between(run: RunInTenant, from: number, to: number): Promise<readonly ContributionChange[] | null> {
    if (Math.abs(to - from) > MOST_POSITIONS) return null;
    if (from > to) {
      // Two who ask the same may stand at places that nobody has asked for in this order: that way is read as well.
      const known = this.known(to, from);
      const forth = known === undefined ? await readChanges(run, to, from, this.dimensions) : known;
      return forth === null ? null : forth.map(({ sign, row }) => ({ sign: sign === 1 ? -1 : 1, row }));
    }
    const turn = this.reading.then(() => this.extend(run, from, to));
    // Another's failure is told to that other alone.
    this.reading = turn.catch(() => undefined);
    await turn;
    const known = this.known(from, to);
    return known === undefined ? readChanges(run, from, to, this.dimensions) : known;
  }

  /** Undefined: not read, or forgotten. Null: too much to be told. */
  private known(after: number, through: number): ContributionChange[] | null | undefined {
    const within = this.stretches.filter((stretch) => stretch.after >= after && stretch.through <= through);
    if (within[0]?.after !== after || within.at(-1)?.through !== through) return undefined;
    const told: ContributionChange[] = [];
    for (const { changes } of within) {
      if (changes === null) return null;
      told.push(...changes);
    }
    return told;
  }

  private async extend(run: RunInTenant, low: number, high: number): Promise<void> {
    const end = this.stretches.at(-1)?.through ?? null;
    if (end !== null && high <= end) return;
    // Someone starts from where nobody has been: the stretches before do not reach there.
    if (end === null || low > end) this.stretches = [];
    const after = this.stretches.at(-1)?.through ?? low;
    this.stretches.push({ after, through: high, changes: await readChanges(run, after, high, this.dimensions) });
    let kept = this.stretches.reduce((sum, { changes }) => sum + (changes?.length ?? 0), 0);
    // From where a stretch ends to here would be too long a way: nobody is told of it any more.
    const isOld = ({ through }: Stretch): boolean => through <= high - MOST_POSITIONS;
    while (this.stretches.length > 1 && (kept > MOST_CHANGES || isOld(this.stretches[0]!)))
      kept -= this.stretches.shift()!.changes?.length ?? 0;
  }
}

interface ChangeRow extends StoredRow {
  sign: 1 | -1;
}

/**
 * What came and went between two positions; what did both is not told. Plan: an Append of index scans on
 * contribution_begun and contribution_ended, each over the rows of the stretch alone.
 *
 * @returns null: more than is told one by one
 */
async function readChanges(
  run: RunInTenant,
  after: number,
  through: number,
  dimensions: readonly string[],
): Promise<ContributionChange[] | null> {
  const told = `${storedRowSql(dimensions)}, numerator::text, denominator::text`;
  const begun = 'from_pos > $1::bigint and from_pos <= $2::bigint';
  const rows = await run((manager): Promise<ChangeRow[]> =>
    manager.query(
      `select 1 as sign, ${told} from contribution where to_pos = ${CURRENT_POS} and ${begun}
         union all
         select 1, ${told} from contribution where to_pos < ${CURRENT_POS} and to_pos > $2::bigint and ${begun}
         union all
         select -1, ${told} from contribution
          where to_pos < ${CURRENT_POS} and to_pos > $1::bigint and to_pos <= $2::bigint and from_pos <= $1::bigint
         limit ${MOST_CHANGES + 1}`,
      [after, through],
    ),
  );
  if (rows.length > MOST_CHANGES) return null;
  return rows.map((row) => ({ sign: row.sign, row: countedOf(row, dimensions) }));
}
