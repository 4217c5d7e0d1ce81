/** `npm run test:faults [-- F17 F18]`: brings each fault about and holds what happens against what is wanted. */
import { join } from 'node:path';
import { machine } from '../bench/calibration';
import { writeSection } from '../bench/report';
import { StoryPlatform } from '../testkit/platform';
import { answers, SUPPLIERS_OPERATION } from './cases/answers';
import { calls } from './cases/calls';
import { processes } from './cases/processes';
import type { Fault, NotTried } from './fault';

const NOT_TRIED: readonly NotTried[] = [
  {
    id: 'F26',
    fault: 'a rolling upgrade with an expanding migration under load',
    why: 'there is one build so far; needs the builds of two releases on one database',
  },
];

interface Outcome extends Pick<Fault, 'id' | 'fault' | 'wanted'> {
  happened: string;
  isRight: boolean;
}

async function main(chosen: readonly string[]): Promise<number> {
  const wanted = (fault: Fault): boolean => chosen.length === 0 || chosen.includes(fault.id);
  const outcomes: Outcome[] = [];
  for (const fault of calls.filter(wanted)) outcomes.push(await outcomeOf(fault));
  if (chosen.length === 0 || chosen.some((id) => !calls.some((fault) => fault.id === id))) {
    const platform = await StoryPlatform.startAsUser('apart', { demo: false, trusted: [SUPPLIERS_OPERATION] });
    try {
      const all = [...processes(platform), ...answers(platform)];
      for (const fault of all.filter(wanted)) outcomes.push(await outcomeOf(fault));
    } finally {
      await platform.stop();
    }
  }
  if (chosen.length === 0)
    await writeSection(join(__dirname, '..', '..', 'docs', 'reliability.md'), 'faults', asMarkdown(outcomes));
  for (const { id, why } of NOT_TRIED) console.log(`${id.padEnd(4)} not tried: ${why}`);
  const failed = outcomes.filter(({ isRight }) => !isRight).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function outcomeOf(fault: Fault): Promise<Outcome> {
  const { id, fault: what, wanted } = fault;
  let outcome: Outcome;
  try {
    outcome = { id, fault: what, wanted, happened: await fault.run(), isRight: true };
  } catch (thrown) {
    const happened = thrown instanceof Error ? thrown.message : String(thrown);
    outcome = { id, fault: what, wanted, happened, isRight: false };
  }
  console.log(`${id.padEnd(4)} ${outcome.isRight ? 'ok   ' : 'WRONG'} ${what}: ${outcome.happened}`);
  return outcome;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function asMarkdown(outcomes: readonly Outcome[]): string {
  const { cores, cpu, memoryGiB, node } = machine();
  const failed = outcomes.filter(({ isRight }) => !isRight).length;
  const day = new Date().toISOString().slice(0, 10);
  return [
    '## What faults do',
    `From \`npm run test:faults\`, ${day}; ${cores} cores (${cpu}), ${memoryGiB} GiB, Node ${node}. ${outcomes.length - failed} hold, ${failed} fail. Real processes, real sockets.`,
    [
      '| | fault | wanted | what happened |',
      '| --- | --- | --- | --- |',
      ...outcomes.map(
        ({ id, fault, wanted, happened, isRight }) =>
          `| ${[id, cell(fault), cell(wanted), isRight ? cell(happened) : `**${cell(happened)}**`].join(' | ')} |`,
      ),
    ].join('\n'),
    'Not tried yet:',
    NOT_TRIED.map(({ id, fault, why }) => `- ${id}, ${fault}: ${why}.`).join('\n'),
  ].join('\n\n');
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
