import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution, VerdictCount, Verdicts } from '@sightline/kit/figures/contribution';
import { compare } from '@sightline/kit/decimal/decimal';
import type { JudgeContext } from './contribution-of-line';
import { ruleLabel } from './exclusion-labels';
import { judgeOnTime } from './on-time';
import type { PurchaseOrderLine } from './purchase-order-line';

/** Which part of two definitions makes them judge a line differently; names as in the schema's DifferenceCause. */
export const DIFFERENCE_CAUSES = [
  'POPULATION',
  'CLOCK_EVENT',
  'DUE_BASIS',
  'WINDOW',
  'TOLERANCE',
  'PARTIAL_RULE',
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

export interface LineVerdict {
  definitionId: string;
  /** Null: the line takes no part under this definition. */
  passed: boolean | null;
  /** Code of the rule or of the exclusion. */
  rule: string;
  /** The same in words. */
  label: string;
}

export interface LineComparison {
  lineId: string;
  /** In the order of the definitions. */
  verdicts: readonly LineVerdict[];
  /** True when at least one definition passes or fails the line. */
  judged: boolean;
  /** True when two of the definitions do not agree about it. */
  differs: boolean;
  /** Of the first two definitions that disagree; null when none do. */
  cause: DifferenceCause | null;
}

/** The days, both included, in which a line must be due to be compared, and the business day of the question. */
export interface ComparisonWindow {
  from: string;
  to: string;
  asOfDay: string;
}

/** Only definitions that pass or fail a line can be compared line by line. */
export const isComparable = (definition: MetricDefinition): boolean =>
  definition.metric === 'onTime' || definition.metric === 'otif';

/**
 * What is exchanged at each step on the way from one definition to another, in a fixed order: the order decides to
 * which step a line is put down, so it is the same for everyone.
 */
const steps: readonly { cause: DifferenceCause; parts: readonly (keyof MetricDefinition)[] }[] = [
  { cause: 'POPULATION', parts: ['undelivered'] },
  { cause: 'CLOCK_EVENT', parts: ['clockEvent'] },
  { cause: 'DUE_BASIS', parts: ['dueBasis', 'supplierReschedule', 'buyerReschedule'] },
  { cause: 'WINDOW', parts: ['earlyDays', 'lateDays', 'dayMode'] },
  { cause: 'TOLERANCE', parts: ['quantityLowPercent', 'quantityHighPercent'] },
  { cause: 'PARTIAL_RULE', parts: ['partialRule', 'grain'] },
];

/**
 * One line under several definitions.
 *
 * @param definitions at least two, all comparable (`isComparable`)
 * @param window      lines due outside of it take no part; null: every line does
 */
export function compareLine(
  line: PurchaseOrderLine,
  definitions: readonly MetricDefinition[],
  context: JudgeContext,
  window: ComparisonWindow | null,
): LineComparison {
  const judge = (definition: MetricDefinition): LineVerdict => verdictOf(line, definition, context, window);
  const verdicts = definitions.map(judge);
  const pairs = pairsOf(verdicts.map(({ passed }) => passed));
  const parted = pairs.find(({ alike }) => !alike);
  return {
    lineId: line.id,
    verdicts,
    judged: pairs.length > 0,
    differs: parted !== undefined,
    cause: parted === undefined ? null : causeBetween(definitions[parted.left]!, definitions[parted.right]!, judge),
  };
}

/** Pairs of verdicts on one line of which at least one judges it, in their order. */
function pairsOf(passed: Verdicts): { left: number; right: number; alike: boolean }[] {
  return passed.flatMap((first, left) =>
    passed.slice(left + 1).flatMap((second, offset) => {
      if (first === null && second === null) return [];
      return [{ left, right: left + 1 + offset, alike: first === second }];
    }),
  );
}

/** The first step on the way from one definition to the other that changes the verdict on the line. */
function causeBetween(
  from: MetricDefinition,
  to: MetricDefinition,
  judge: (definition: MetricDefinition) => LineVerdict,
): DifferenceCause {
  const before = judge(from).passed;
  let definition = from;
  for (const { cause, parts } of steps) {
    definition = { ...definition, ...Object.fromEntries(parts.map((part) => [part, to[part]])) };
    if (judge(definition).passed !== before) return cause;
  }
  throw new Error(`${from.id} and ${to.id} judge a line differently by something that is in neither definition`);
}

function verdictOf(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
  window: ComparisonWindow | null,
): LineVerdict {
  const row = judgeOnTime(line, definition, context);
  const saying = (passed: boolean | null, rule: string): LineVerdict => ({
    definitionId: definition.id,
    passed,
    rule,
    label: ruleLabel(rule),
  });
  if (row === null) return saying(null, 'NOT_IN_WINDOW');
  const outside = window === null ? null : outsideOf(row, window);
  if (outside !== null) return saying(null, outside);
  return saying(row.included ? hasPassed(row) : null, row.rule);
}

function outsideOf(row: Contribution, window: ComparisonWindow): string | null {
  const due = row.dates.DUE ?? null;
  if (due === null || due < window.from || due > window.to) return 'NOT_IN_WINDOW';
  return row.countsFrom !== null && row.countsFrom > window.asOfDay ? 'NOT_YET_DUE' : null;
}

/** A line passes when it counts in full; one that counts in part does not. */
const hasPassed = (row: Contribution): boolean =>
  row.numerator !== null && row.denominator !== null && compare(row.numerator, row.denominator) === 0;

/** Lines judged alike ÷ lines judged, over all pairs of definitions; null when no line was judged. */
export function agreementOf(counts: readonly VerdictCount[]): number | null {
  let alike = 0;
  let judged = 0;
  for (const { verdicts, count } of counts) {
    const pairs = pairsOf(verdicts);
    alike += count * pairs.filter((pair) => pair.alike).length;
    judged += count * pairs.length;
  }
  return judged === 0 ? null : alike / judged;
}
