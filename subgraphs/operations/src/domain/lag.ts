import { LAG_PARTS, lagOf, type LagPart } from '@sightline/contracts/lag-parts';
import { SYNC_LAG } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { LagObservation } from '@sightline/contracts/subgraph-ports';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { dayOfInstant } from '@sightline/kit/time/instant';

/** Where an observed event belongs: the flow it came by. */
export interface LagDimensions {
  flowId: string;
  plantId: string | null;
  sourceSystemId: string;
  origin: DataOrigin;
}

/** The part of the lag that a definition measures; null for a definition of another metric. */
export const partOf = (definitionId: string): LagPart | null =>
  LAG_PARTS.find((part) => SYNC_LAG[part] === definitionId) ?? null;

/**
 * What one live event contributes to one part of the sync lag, in seconds: the time between two of its four stamps. An
 * event whose stamp is known only to the day is left out, and so is a negative lag (a clock is wrong), which keeps its
 * sign for everyone to see. The event counts on the day on which it became visible.
 *
 * @param definition  one of SYNC_LAG
 * @param timeZone    zone in which days begin
 */
export function judgeLag(
  observation: LagObservation,
  definition: Pick<MetricDefinition, 'id'>,
  dimensions: LagDimensions,
  timeZone: string,
): Contribution {
  const part = partOf(definition.id);
  if (part === null) throw new RangeError(`${definition.id} is no part of the sync lag`);
  const { seconds, leftOut } = lagOf(observation, part);
  return {
    definitionId: definition.id,
    // One event is one row. Most subjects have one event, and then the row is the subject.
    subjectType: observation.eventId === observation.subjectId ? observation.subjectType : 'Event',
    subjectId: observation.eventId,
    label: `${observation.subjectType} ${observation.subjectId}`,
    dates: { VISIBLE: dayOfInstant(observation.visibleAt, timeZone) },
    countsFrom: null,
    included: leftOut === null,
    rule: leftOut ?? 'MEASURED',
    numerator: null,
    denominator: null,
    value: seconds,
    unitCode: null,
    unitKey: null,
    occurredAt: observation.occurredAt,
    dims: { ...dimensions },
  };
}

/** Words for why an event is left out. */
export function lagExclusionLabel(code: string): string {
  switch (code) {
    case 'OCCURRED_DAY_ONLY':
      return 'The source knows only the day on which it happened';
    case 'RECORDED_DAY_ONLY':
      return 'The source knows only the day on which it was recorded';
    case 'CLOCK_SKEW':
      return 'A later step carries an earlier time: a clock is wrong';
    default:
      return code;
  }
}
