import { defineMetric } from './define-metric';
import type { MetricDefinition } from './metric-definition';

/** Ids of the figures of production, by their field in the schema. */
export const PRODUCTION = {
  scheduleAdherence: 'scheduleAdherence.frozenFinish@1',
  firstPassYield: 'firstPassYield.units@1',
  unposted: 'unposted.mesLessErp@1',
} as const;

export const PRODUCTION_DEFINITIONS: readonly MetricDefinition[] = [
  defineMetric({
    metric: 'scheduleAdherence',
    variant: 'frozenFinish',
    description:
      'Work orders that MES reported complete not after the calendar day, at the plant, of the finish planned at their first release, whatever was planned later. An order that is still open counts as a failure from the day after; a cancelled one takes no part.',
    formula:
      'orders with MES completion day ≤ frozen finish day ÷ orders with a frozen finish day that has come, not cancelled',
    unit: 'PERCENT',
    defaultBasis: 'DUE',
    lateDays: 0,
    dayMode: 'CALENDAR',
    undelivered: 'FAIL_WHEN_DUE',
    buyerReschedule: 'KEEP_ORIGINAL',
  }),
  defineMetric({
    metric: 'firstPassYield',
    variant: 'units',
    description:
      'Units that passed without rework or scrap, of the units begun, over the work orders that MES completed in the window. Reworked units that passed later do not count. Orders in kilograms, litres and other bulk units take no part: they have no units to count.',
    formula: '(good − reworked, at least 0) ÷ (good + scrapped), in units of the order',
    unit: 'PERCENT',
    defaultBasis: 'DECIDED',
    grain: 'UNIT',
  }),
  defineMetric({
    metric: 'unposted',
    variant: 'mesLessErp',
    description:
      'Units that MES reported complete and ERP has not posted, over the work orders of which anything is unposted. Its age is that of the oldest completion that no posting covers; postings cover the oldest completions first. It is about an instant, whatever the window.',
    formula: 'Σ (completed in MES − posted in ERP) over the orders where it is above 0',
    unit: 'QUANTITY',
    defaultBasis: 'RECORDED',
    grain: 'UNIT',
  }),
];
