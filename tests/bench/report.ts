import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { BenchResult, BenchRow, BenchTarget } from './bench';
import type { Machine } from './calibration';

/** What `--json` writes. */
export interface BenchReport {
  bench: string;
  machine: Machine;
  rows: readonly BenchRow[];
  targets: readonly BenchTarget[];
}

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The result as Markdown, for the screen and for docs/benchmarks.md. */
export function asMarkdown(name: string, about: string, day: string, machine: Machine, result: BenchResult): string {
  const parts = [
    `## ${name}`,
    about,
    `${day}; ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, Node ${machine.node}.`,
    ...result.notes,
    table(
      ['variant', 'metric', 'unit', 'median', 'min', 'max'],
      result.rows.map((row) => [
        row.variant,
        row.metric,
        row.unit,
        number(row.median),
        number(row.min),
        number(row.max),
      ]),
    ),
  ];
  if (result.targets.length > 0)
    parts.push(
      table(
        ['target', 'value', 'wanted', ''],
        result.targets.map(({ id, value, target, direction, holds }) => [
          id,
          number(value),
          `${direction === 'at-most' ? '≤' : '≥'} ${number(target)}`,
          holds ? 'holds' : '**missed**',
        ]),
      ),
    );
  return parts.join('\n\n');
}

/** Puts a bench's section into the page in place of its former one; the others stay. */
export async function writeSection(file: string, name: string, section: string): Promise<void> {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const page = await readFile(file, 'utf8');
  const block = `${begin}\n\n${section}\n\n${end}`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  const next =
    from >= 0 && to > from
      ? page.slice(0, from) + block + page.slice(to + end.length)
      : `${page.trimEnd()}\n\n${block}\n`;
  await writeFile(file, await format(next, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
