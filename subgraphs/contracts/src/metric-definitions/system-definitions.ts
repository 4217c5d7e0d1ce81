import type { MetricDefinition } from './metric-definition';
import { LEAD_TIME_DEFINITIONS } from './lead-time-definitions';
import { ON_TIME_DEFINITIONS } from './on-time-definitions';
import { ORDER_BOOK_DEFINITIONS, VOLUME_DEFINITIONS } from './order-book-definitions';
import { LAG_DEFINITIONS } from './lag-definitions';
import { QUALITY_DEFINITIONS } from './quality-definitions';
import { PRODUCTION_DEFINITIONS } from './production-definitions';

/** Every definition that the platform ships. Agreed and one-sided ones are made in suppliers and travel as events. */
export const SYSTEM_DEFINITIONS: readonly MetricDefinition[] = [
  ...LEAD_TIME_DEFINITIONS,
  ...ON_TIME_DEFINITIONS,
  ...LAG_DEFINITIONS,
  ...VOLUME_DEFINITIONS,
  ...ORDER_BOOK_DEFINITIONS,
  ...PRODUCTION_DEFINITIONS,
  ...QUALITY_DEFINITIONS,
];

const byId: ReadonlyMap<string, MetricDefinition> = new Map(SYSTEM_DEFINITIONS.map((one) => [one.id, one]));

/** The definition with that id, version included; null when the platform ships none such. */
export const definitionById = (id: string): MetricDefinition | null => byId.get(id) ?? null;

/** All definitions of a metric (`leadTime`, `onTime`, `otif`, ...), or all there are, in a fixed order. */
export const definitionsOf = (metric?: string | null): readonly MetricDefinition[] =>
  metric == null ? SYSTEM_DEFINITIONS : SYSTEM_DEFINITIONS.filter((one) => one.metric === metric);

/** A definition that must exist: a wrong id here is a bug of ours, not of the caller of the platform. */
export function systemDefinition(id: string): MetricDefinition {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no system definition is called ${id}`);
  return found;
}

export const DEFAULT_ON_TIME = 'onTime.lastCommit@1';
export const DEFAULT_OTIF = 'otif.lastCommit@1';
/** On time in full as the buyer, the supplier and their agreement count it: what is laid side by side. */
export const OTIF_BY_PARTY = ['otif.buyer@1', 'otif.supplier@1', 'otif.agreed@1'] as const;
export const LATENESS = 'lateness.lastCommit@1';
export const RECORDED_LAG = 'recordedLag.source@1';
export const VOLUME_LINES = 'volume.lines@1';
export const VOLUME_VALUE = 'volume.value@1';

export { LEAD_TIME_STAGES, leadTimeDefinitionId, leadTimeStageOf, type LeadTimeStage } from './lead-time-definitions';
export { ORDER_BOOK } from './order-book-definitions';
export { SYNC_LAG } from './lag-definitions';
export { DEFAULT_DEFECT_RATE, DEFECT_RATE, LOT_REJECTION_RATE } from './quality-definitions';
export { PRODUCTION } from './production-definitions';
