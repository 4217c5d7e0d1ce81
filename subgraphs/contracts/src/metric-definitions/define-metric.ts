import type { MetricDefinition } from './metric-definition';

type Given = Pick<MetricDefinition, 'metric' | 'description' | 'formula' | 'unit' | 'defaultBasis'> &
  Partial<MetricDefinition> & { variant: string };

/**
 * Completes a system definition: what is not said takes no part in the metric (null).
 * The id is metric.variant@version; counting and comparing dates goes by calendar days unless said otherwise.
 */
export function defineMetric(given: Given): MetricDefinition {
  const { variant, ...rest } = given;
  const version = given.version ?? 1;
  return {
    party: 'SYSTEM',
    clockEvent: null,
    dueBasis: null,
    earlyDays: null,
    lateDays: null,
    quantityLowPercent: null,
    quantityHighPercent: null,
    grain: null,
    dayMode: null,
    partialRule: null,
    undelivered: null,
    supplierReschedule: null,
    buyerReschedule: null,
    countConvention: null,
    defectDenominator: null,
    minimumN: null,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    ...rest,
    id: `${given.metric}.${variant}@${version}`,
    version,
  };
}
