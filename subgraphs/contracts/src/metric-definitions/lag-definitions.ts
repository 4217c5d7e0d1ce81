import { defineMetric } from './define-metric';
import type { MetricDefinition } from './metric-definition';

const recordedLag = defineMetric({
  metric: 'recordedLag',
  variant: 'source',
  description:
    'Days between a receipt and its being recorded at the source: how long reality was unknown to the books. Every receipt in the window, imported history included; a receipt recorded before it was received is left out and counted.',
  formula: 'recorded − received, in calendar days at the receiving site',
  unit: 'DAYS',
  defaultBasis: 'RECEIVED',
  clockEvent: 'RECEIVED',
  dayMode: 'CALENDAR',
});

const part = (variant: string, description: string, formula: string): MetricDefinition =>
  defineMetric({
    metric: 'syncLag',
    variant,
    description,
    formula,
    unit: 'SECONDS',
    defaultBasis: 'VISIBLE',
    dayMode: 'INSTANT',
  });

/** Ids of the parts of sync lag. */
export const SYNC_LAG = {
  entry: 'syncLag.entry@1',
  transport: 'syncLag.transport@1',
  processing: 'syncLag.processing@1',
  endToEnd: 'syncLag.endToEnd@1',
  pipeline: 'syncLag.pipeline@1',
} as const;

export const LAG_DEFINITIONS: readonly MetricDefinition[] = [
  recordedLag,
  part(
    'entry',
    'From the business event to its being keyed at the source: habits of people and shop floor.',
    'recordedAt − occurredAt',
  ),
  part(
    'transport',
    'From the record at the source to its being accepted here: connector and middleware.',
    'ingestedAt − recordedAt',
  ),
  part('processing', 'From being accepted here to being readable here: this platform.', 'visibleAt − ingestedAt'),
  part(
    'endToEnd',
    'From the business event to its being readable here: what the business experiences.',
    'visibleAt − occurredAt',
  ),
  part(
    'pipeline',
    'From the record at the source to its being readable here: what the integration team promises.',
    'visibleAt − recordedAt',
  ),
];
