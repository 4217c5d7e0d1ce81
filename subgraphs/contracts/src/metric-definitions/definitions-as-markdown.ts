import type { MetricDefinition } from './metric-definition';

const cell = (text: string | number | null): string => (text === null ? '–' : String(text).replaceAll('|', '\\|'));

const days = (one: MetricDefinition): string =>
  one.dueBasis === null || (one.earlyDays === null && one.lateDays === null)
    ? '–'
    : `${one.earlyDays === null ? 'any early' : `−${one.earlyDays} d`}, ${one.lateDays === null ? 'any late' : `+${one.lateDays} d`}`;

const tolerance = (one: MetricDefinition): string =>
  one.quantityLowPercent === null && one.quantityHighPercent === null
    ? '–'
    : `−${one.quantityLowPercent ?? '∞'} %, +${one.quantityHighPercent ?? '∞'} %`;

const columns: readonly [heading: string, value: (one: MetricDefinition) => string | number | null][] = [
  ['id', (one) => `\`${one.id}\``],
  ['party', (one) => one.party],
  ['means', (one) => one.description],
  ['formula', (one) => one.formula],
  ['unit', (one) => one.unit],
  ['window by', (one) => one.defaultBasis],
  ['clock', (one) => one.clockEvent],
  ['due', (one) => one.dueBasis],
  ['days', days],
  ['quantity', tolerance],
  ['undelivered', (one) => one.undelivered],
];

/** The definitions as the table of docs/metrics.md; a test holds the two equal. */
export function definitionsAsMarkdown(definitions: readonly MetricDefinition[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(([heading]) => heading)),
    row(columns.map(() => '---')),
    ...definitions.map((one) => row(columns.map(([, value]) => cell(value(one))))),
  ].join('\n');
}
