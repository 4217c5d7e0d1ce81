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
