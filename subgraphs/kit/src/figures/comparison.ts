import type { ContributionSource, Population, VerdictCount, Verdicts } from './contribution';

/**
 * A source that can lay the same subjects side by side under several definitions. A row passes when it counts in full; what
 * is left out, outside of its population or not there at all is not judged.
 */
export interface ComparableSource extends ContributionSource {
  /** Subjects by how they fare; those that are judged in none of the populations are not among them. In no order. */
  compare(populations: readonly Population[]): Promise<readonly VerdictCount[]>;
  /** Ids of the subjects that fare differently, in their order (by code point), after the given one. */
  differing(
    populations: readonly Population[],
    first: number,
    afterSubjectId: string | null,
  ): Promise<readonly string[]>;
}

/** Whether two of the populations disagree about a subject: also when only one of them judges it. */
export const differ = (verdicts: Verdicts): boolean => verdicts.some((verdict) => verdict !== verdicts[0]);
