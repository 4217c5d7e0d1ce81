import { SYNC_LAG } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { LagObservation } from '@sightline/contracts/subgraph-ports';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { dayOfInstant, toUtcMs } from '@sightline/kit/time/instant';

/** Where an observed event belongs: the flow it came by. */
export interface LagDimensions {
  flowId: string;
  plantId: string | null;
  sourceSystemId: string;
}

type Stamp = 'occurredAt' | 'recordedAt' | 'ingestedAt' | 'visibleAt';

/** Between which two stamps each part of the lag lies. */
const SPANS: Readonly<Record<string, readonly [from: Stamp, to: Stamp]>> = {
  [SYNC_LAG.entry]: ['occurredAt', 'recordedAt'],
  [SYNC_LAG.transport]: ['recordedAt', 'ingestedAt'],
  [SYNC_LAG.processing]: ['ingestedAt', 'visibleAt'],
  [SYNC_LAG.endToEnd]: ['occurredAt', 'visibleAt'],
  [SYNC_LAG.pipeline]: ['recordedAt', 'visibleAt'],
};

/** A stamp known only to the day is no instant, and no lag in seconds can be taken from it. */
const DAY_ONLY: Readonly<Partial<Record<Stamp, string>>> = {
  occurredAt: 'OCCURRED_DAY_ONLY',
  recordedAt: 'RECORDED_DAY_ONLY',
};

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
  const span = SPANS[definition.id];
  if (span === undefined) throw new RangeError(`${definition.id} is no part of the sync lag`);
  const [from, to] = span.map((stamp) => observation[stamp]);
  const missing = span.find((stamp) => observation[stamp] === null);
  const seconds = from == null || to == null ? null : (toUtcMs(to) - toUtcMs(from)) / 1000;
  const negative = seconds !== null && seconds < 0;
  return {
    definitionId: definition.id,
    // One event is one row. Most subjects have one event, and then the row is the subject.
    subjectType: observation.eventId === observation.subjectId ? observation.subjectType : 'Event',
    subjectId: observation.eventId,
    label: `${observation.subjectType} ${observation.subjectId}`,
    dates: { VISIBLE: dayOfInstant(observation.visibleAt, timeZone) },
    countsFrom: null,
    included: missing === undefined && !negative,
    rule: missing !== undefined ? (DAY_ONLY[missing] ?? missing) : negative ? 'CLOCK_SKEW' : 'MEASURED',
    numerator: null,
    denominator: null,
    value: seconds,
    unitCode: null,
    unitKey: null,
    occurredAt: observation.occurredAt,
    dims: { flowId: dimensions.flowId, plantId: dimensions.plantId, sourceSystemId: dimensions.sourceSystemId },
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
