/** What became of one fact; see FactOutcome in shared.graphql. */
export type FactOutcome = 'APPLIED' | 'DUPLICATE' | 'CORROBORATED' | 'PARKED' | 'QUARANTINED' | 'REFUSED';

export interface UserError {
  code: string;
  field: readonly string[] | null;
  message: string;
  docsUrl: string | null;
}

export interface FactResult {
  idempotencyKey: string;
  outcome: FactOutcome;
  subjectId: string | null;
  userErrors: readonly UserError[];
}

export const userError = (code: string, field: readonly string[] | null, message: string): UserError => ({
  code,
  field,
  message,
  docsUrl: null,
});

/** Counts the results of a door call. Their order is that of the inputs; a bulk's sender may ask for some outcomes only. */
export function factsPayload(results: readonly FactResult[]): {
  results(args: { outcomes?: readonly FactOutcome[] | null }): readonly FactResult[];
  applied: number;
  duplicates: number;
  parked: number;
  quarantined: number;
  refused: number;
} {
  const count = (outcome: FactOutcome): number => results.filter((result) => result.outcome === outcome).length;
  return {
    results: ({ outcomes }) =>
      outcomes == null ? results : results.filter((result) => outcomes.includes(result.outcome)),
    applied: count('APPLIED') + count('CORROBORATED'),
    duplicates: count('DUPLICATE'),
    parked: count('PARKED'),
    quarantined: count('QUARANTINED'),
    refused: count('REFUSED'),
  };
}
