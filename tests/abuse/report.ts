import type { Machine } from '../bench/calibration';
import type { Met, WithoutSurface } from './abuse';

/** What one attack met. */
export interface Row {
  id: string;
  attack: string;
  met: Met | null;
  /** Calls to subgraphs, of an attack that has to be refused before execution. */
  calls: number | null;
  /** Longest time that the gateway's event loop was held, in milliseconds. */
  heldMs: number;
  /** The same without a token; null where a stranger can't try. */
  anonymousMs: number | null;
  failure: string | null;
}

const ms = (value: number | null): string => (value === null ? '' : value < 10 ? value.toFixed(1) : value.toFixed(0));

export const asText = ({ id, attack, met, heldMs, anonymousMs, failure }: Row): string =>
  failure === null
    ? `${id.padEnd(4)} ok    ${attack} -> ${met!.code}; held ${ms(heldMs)} ms${anonymousMs === null ? '' : `, without a token ${ms(anonymousMs)} ms`}`
    : `${id.padEnd(4)} WRONG ${attack}: ${failure}`;

/** A text between pipes of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The table for docs/reliability.md. */
export function asMarkdown(
  rows: readonly Row[],
  without: readonly WithoutSurface[],
  day: string,
  { cores, cpu, memoryGiB, node }: Machine,
): string {
  const failed = rows.filter(({ failure }) => failure !== null).length;
  const stranger = Math.max(0, ...rows.flatMap(({ anonymousMs }) => anonymousMs ?? []));
  const table = rows.map(({ id, attack, met, calls, heldMs, anonymousMs, failure }) =>
    [
      id,
      cell(attack),
      failure === null ? cell(met!.happened) : `**${cell(failure)}**`,
      failure === null ? `\`${met!.code}\`` : '',
      calls === null ? '' : String(calls),
      ms(heldMs),
      ms(anonymousMs),
    ].join(' | '),
  );
  return [
    '## What attacks meet',
    `From \`npm run test:abuse\`, ${day}; ${cores} cores (${cpu}), ${memoryGiB} GiB, Node ${node}. ${rows.length - failed} hold, ${failed} fail.`,
    `The longest that a request without a token held the gateway's event loop: **${stranger.toFixed(1)} ms** (target: at most 50 ms).`,
    '"Calls" are calls to subgraphs for an attack that has to be refused before execution: without one, no resolver ran. "Held" is the longest turn of the gateway’s event loop during the attack, background work included, in milliseconds; the last column is the same attack by someone without a token.',
    [
      '| | attack | what happened | code | calls | held | no token |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...table.map((cells) => `| ${cells} |`),
    ].join('\n'),
    'No surface yet:',
    without.map(({ id, attack, why }) => `- ${id}, ${attack}: ${why}.`).join('\n'),
  ].join('\n\n');
}
