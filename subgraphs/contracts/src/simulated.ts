/**
 * A source whose id begins with this is simulated, and nothing else is. The label is part of the name that every fact, row
 * and figure carries, so it can neither be lost on the way nor be given later.
 */
export const SIMULATED_PREFIX = 'sim.';

export const isSimulatedSource = (sourceSystemId: string): boolean => sourceSystemId.startsWith(SIMULATED_PREFIX);

/** Whose facts: those of real sources, or the simulator's. A figure is over one of the two, never over both. */
export const DATA_ORIGINS = ['REAL', 'SIMULATED'] as const;
export type DataOrigin = (typeof DATA_ORIGINS)[number];

export const originOf = (sourceSystemId: string): DataOrigin =>
  isSimulatedSource(sourceSystemId) ? 'SIMULATED' : 'REAL';

/**
 * The first outside name in a fact's input that was given by a system of the other origin; null when there is none. A
 * simulated fact about a real row would be part of a real figure, and the other way round.
 *
 * @returns path of the name's source, from the fact's input
 */
export function nameOfOtherOrigin(input: Readonly<{ source: { sourceSystemId: string } }>): readonly string[] | null {
  const simulated = isSimulatedSource(input.source.sourceSystemId);
  const fields = input as Readonly<Record<string, unknown>>;
  for (const field in fields) {
    const value = fields[field];
    if (typeof value !== 'object' || value === null || field === 'source') continue;
    if (!Array.isArray(value)) {
      if (isNamedByOther(value, simulated)) return [field, 'sourceSystemId'];
      continue;
    }
    const index = value.findIndex((one) => isNamedByOther(one, simulated));
    if (index >= 0) return [field, String(index), 'sourceSystemId'];
  }
  return null;
}

const isNamedByOther = (value: unknown, simulated: boolean): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'sourceSystemId' in value &&
  typeof value.sourceSystemId === 'string' &&
  isSimulatedSource(value.sourceSystemId) !== simulated;
