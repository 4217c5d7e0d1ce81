import { defineMetric } from './define-metric';
import type { MetricDefinition } from './metric-definition';

/** The stages between two anchors of a line's life; names as in the schema's LeadTimeStage. */
export const LEAD_TIME_STAGES = [
  'SENT_TO_RECEIVED',
  'CREATED_TO_RECEIVED',
  'ACKNOWLEDGED_TO_RECEIVED',
  'SENT_TO_ACKNOWLEDGED',
  'ACKNOWLEDGED_TO_SHIPPED',
  'SENT_TO_SHIPPED',
  'HANDED_OVER_TO_ARRIVED',
  'SHIPPED_TO_RECEIVED',
  'RECEIVED_TO_AVAILABLE',
  'ARRIVED_TO_AVAILABLE',
  'SENT_TO_AVAILABLE',
  'CREATED_TO_AVAILABLE',
] as const;
export type LeadTimeStage = (typeof LEAD_TIME_STAGES)[number];

const meaning: Readonly<Record<LeadTimeStage, string>> = {
  SENT_TO_RECEIVED: 'Supplier lead time: from the day the order was sent to the day its delivery was complete.',
  CREATED_TO_RECEIVED:
    'From the day the order was drawn up to the day its delivery was complete; our own approval included.',
  ACKNOWLEDGED_TO_RECEIVED: 'From the supplier’s first answer to the day the delivery was complete.',
  SENT_TO_ACKNOWLEDGED: 'Acknowledgement time: from sending the order to the supplier’s first answer.',
  ACKNOWLEDGED_TO_SHIPPED: 'From the supplier’s first answer to the day the whole quantity had left.',
  SENT_TO_SHIPPED: 'From sending the order to the day the whole quantity had left.',
  HANDED_OVER_TO_ARRIVED: 'Transit time: from handing over to the carrier to arrival.',
  SHIPPED_TO_RECEIVED: 'From the day the whole quantity had left to the day its delivery was complete.',
  RECEIVED_TO_AVAILABLE: 'From the complete delivery to the day all of it could be used: inspection and release.',
  ARRIVED_TO_AVAILABLE: 'Dock to stock: from arrival to the day all of it could be used.',
  SENT_TO_AVAILABLE: 'From sending the order to the day all of it could be used.',
  CREATED_TO_AVAILABLE: 'Total replenishment lead time: from drawing up the order to the day all of it could be used.',
};

/** SENT_TO_RECEIVED -> sentToReceived */
const inCamelCase = (stage: LeadTimeStage): string =>
  stage.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const inWords = (stage: LeadTimeStage): string => {
  const [start, end] = stage.toLowerCase().split('_to_') as [string, string];
  return `${end.replace('_', ' ')} − ${start.replace('_', ' ')}, in calendar days at the receiving site`;
};

export const LEAD_TIME_DEFINITIONS: readonly MetricDefinition[] = LEAD_TIME_STAGES.map((stage) =>
  defineMetric({
    metric: 'leadTime',
    variant: inCamelCase(stage),
    description: `${meaning[stage]} A line belongs to the window in which the stage ended; the same day counts as 0.`,
    formula: inWords(stage),
    unit: 'DAYS',
    defaultBasis: 'RECEIVED',
    grain: 'SCHEDULE_LINE',
    dayMode: 'CALENDAR',
  }),
);

/** Id of the definition of a stage. */
export const leadTimeDefinitionId = (stage: LeadTimeStage): string => `leadTime.${inCamelCase(stage)}@1`;

const stageById: ReadonlyMap<string, LeadTimeStage> = new Map(
  LEAD_TIME_STAGES.map((stage) => [leadTimeDefinitionId(stage), stage]),
);

/** The stage that a definition measures; null when it is not one of lead time. */
export const leadTimeStageOf = (definition: Pick<MetricDefinition, 'id'>): LeadTimeStage | null =>
  stageById.get(definition.id) ?? null;
