import type { Day } from '../network/site-time';
import type { BookedLine, Moved } from './books';
import { type Share, shareOf, type Spread, spreadOf } from './statistics';

/** Days of a window, both included, and the day on which the question is asked. */
export interface Question {
  from: Day;
  to: Day;
  today: Day;
}

/** On time in full as one side counts it; quantities in percent of the order. */
interface Rule {
  clock: 'shipped' | 'received';
  due: 'requested' | 'original' | 'last';
  earlyDays: number | null;
  low: number;
  high: number;
}

/** As docs/metrics.md words them; written down here once more, on purpose. */
const RULES = {
  'otif.buyer@1': { clock: 'received', due: 'requested', earlyDays: 3, low: 98, high: 105 },
  'otif.supplier@1': { clock: 'shipped', due: 'last', earlyDays: null, low: 100, high: 100 },
  'otif.agreed@1': { clock: 'received', due: 'original', earlyDays: 5, low: 98, high: 105 },
  'otif.originalCommit@1': { clock: 'received', due: 'original', earlyDays: null, low: 100, high: 100 },
  'otif.lastCommit@1': { clock: 'received', due: 'last', earlyDays: null, low: 100, high: 100 },
} as const satisfies Readonly<Record<string, Rule>>;
export type OtifRule = keyof typeof RULES;
export const OTIF_RULES = Object.keys(RULES) as readonly OtifRule[];

export interface DeliveryFigures {
  leadTime: Spread;
  onTime: Share;
  otif: Record<OtifRule, Share>;
}

export function deliveryFigures(lines: readonly BookedLine[], question: Question): DeliveryFigures {
  return {
    leadTime: spreadOf(lines.flatMap((line) => leadTimeOf(line, question))),
    onTime: countPasses(lines.map((line) => onTime(line, question))),
    otif: Object.fromEntries(
      OTIF_RULES.map((rule) => [rule, countPasses(lines.map((line) => passes(line, rule, question)))]),
    ) as Record<OtifRule, Share>,
  };
}

function countPasses(verdicts: readonly (boolean | null)[]): Share {
  const counted = verdicts.filter((verdict) => verdict !== null);
  return shareOf(counted.filter(Boolean).length, counted.length);
}

const lastPromise = ({ promises, terms }: BookedLine): Day => promises.at(-1)?.day ?? terms.committedDay;

function dueOf(line: BookedLine, due: Rule['due']): Day {
  if (due === 'requested') return line.terms.requestedDay;
  if (due === 'last') return lastPromise(line);
  // What the buyer moves is moved; what the supplier moves is not.
  return line.promises.findLast(({ by }) => by === 'BUYER')?.day ?? line.terms.committedDay;
}

const inWindow = (day: Day, { from, to }: Question): boolean => day >= from && day <= to;

/** The day on which enough had come, or the last that was to come. */
function completeOn(moved: readonly Moved[], needed: number): Day | null {
  let sum = 0;
  for (const { day, quantity, final } of inOrder(moved)) {
    sum += quantity;
    if (final || sum >= needed) return day;
  }
  return null;
}

const inOrder = (moved: readonly Moved[]): readonly Moved[] => [...moved].sort((one, other) => one.day - other.day);

function leadTimeOf(line: BookedLine, question: Question): readonly number[] {
  const day = completeOn(line.received, line.terms.ordered);
  return day === null || !inWindow(day, question) ? [] : [day - line.sentDay];
}

/** Null: takes no part. */
function onTime(line: BookedLine, question: Question): boolean | null {
  if (line.cancelledBy === 'BUYER') return null;
  const due = lastPromise(line);
  if (!inWindow(due, question)) return null;
  const day = completeOn(line.received, line.terms.ordered);
  // What is not there yet has failed only once its day is over.
  if (day === null) return due + 1 <= question.today ? false : null;
  return due <= question.today ? day <= due : null;
}

/** True: on time in full. Null: takes no part. */
export function passes(line: BookedLine, name: OtifRule, question: Question): boolean | null {
  const rule: Rule = RULES[name];
  if (line.cancelledBy === 'BUYER') return null;
  const due = dueOf(line, rule.due);
  if (!inWindow(due, question)) return null;
  const moved = line[rule.clock];
  if (moved.length === 0 && rule.clock === 'shipped') return null;
  const { ordered } = line.terms;
  const first = rule.earlyDays === null ? -Infinity : due - rule.earlyDays;
  const sum = (of: readonly Moved[]): number => of.reduce((total, { quantity }) => total + quantity, 0);
  const got = sum(moved.filter(({ day }) => day >= first && day <= due));
  const enough = (quantity: number): boolean => quantity * 100 >= ordered * rule.low;
  const tooMuch = got * 100 > ordered * rule.high;
  const over = enough(got) || tooMuch || enough(sum(moved)) || completeBy(line, rule.clock) !== null;
  // A line that is still coming has failed only once its day is over.
  if ((over ? due : due + 1) > question.today) return null;
  return enough(got) && !tooMuch;
}

function completeBy(line: BookedLine, clock: Rule['clock']): Day | null {
  const received = completeOn(line.received, line.terms.ordered);
  if (clock === 'received') return received;
  // What was delivered in the end is all that had to be shipped.
  const came = line.received.reduce((total, { quantity }) => total + quantity, 0);
  return completeOn(line.shipped, received === null ? line.terms.ordered : Math.min(came, line.terms.ordered));
}
