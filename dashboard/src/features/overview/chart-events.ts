import { formatDay, type Day } from '../../format/date';
import { countOf } from '../../format/quantity';

/** A lot that was not accepted, as the chart's events need it. Days YYYY-MM-DD; the decimal is an exact string. */
export interface RejectedLot {
  number: string;
  createdOn: Day;
  decidedOn: Day | null;
  supplier: { id: string; name: string } | null;
  defectiveInSample: string | null;
  sampleSize: number | null;
}

/** A definition that a figure of the chart is counted by. */
export interface DatedDefinition {
  id: string;
  metric: string;
  effectiveFrom: Day;
}

/** Something that really happened, on a day of the chart. */
export interface DatedEvent {
  on: Day;
  words: string;
  supplier: { id: string; name: string } | null;
}

/** Metrics that the chart draws: only a change of their meaning is an event in it. */
const DRAWN: ReadonlySet<string> = new Set(['leadTime', 'onTime', 'defectRate']);

/**
 * What happened in the days drawn and moves the lines: lots not accepted, on the day that they came in, as their defects
 * count in that bucket; and a figure that is counted by another definition from a day on. In order of time.
 *
 * @param knownOn  last day that the page knows of: a decision after it had not been made; null: now
 */
export function eventsIn(
  span: { from: Day; to: Day },
  knownOn: Day | null,
  lots: readonly RejectedLot[],
  definitions: readonly DatedDefinition[],
): DatedEvent[] {
  const within = ({ on }: DatedEvent): boolean => on >= span.from && on <= span.to;
  const known = lots.filter(({ decidedOn }) => knownOn === null || (decidedOn !== null && decidedOn <= knownOn));
  return [
    ...known.map(({ number, createdOn, supplier, defectiveInSample, sampleSize }) => ({
      on: createdOn,
      words:
        `lot ${number} not accepted` +
        (sampleSize === null || defectiveInSample === null
          ? ''
          : `, ${Number(defectiveInSample).toLocaleString('en-GB')} of ${countOf(sampleSize, 'unit')} defective`),
      supplier,
    })),
    ...definitions
      .filter(({ metric }) => DRAWN.has(metric))
      .map(({ id, effectiveFrom }) => ({ on: effectiveFrom, words: `${id} applies from here on`, supplier: null })),
  ]
    .filter(within)
    .sort((a, b) => a.on.localeCompare(b.on) || a.words.localeCompare(b.words));
}

/** The bucket in which a day lies: the last one that starts on or before it; null: before all of them. */
export function bucketOf(day: Day, starts: readonly Day[]): number | null {
  const index = starts.findLastIndex((start) => start <= day);
  return index < 0 ? null : index;
}

/** "12 Nov 2026: lot SIM-7 not accepted, 9 of 80 units defective". */
export const eventWords = ({ on, words }: DatedEvent): string => `${formatDay(on)}: ${words}`;
