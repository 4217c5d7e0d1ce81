import { StoryPlatform } from '../testkit/platform';
import { realData } from '../testkit/real-data';
import { atLeast, rowOf, type Bench } from './bench';

const ROUNDS = 3;
const LINES = 6_104;

/** The public file into a platform as a user starts it, fsync on: from the start of the command until figures are visible. */
export const importBench: Bench = {
  about: 'The real file, from the start of the command until its figures are visible at the gateway, fsync on.',
  async run(say) {
    const file = realData('scms/scms_open.csv');
    if (file === null) throw new Error('This bench needs the real file.');
    const seconds: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const platform = await StoryPlatform.startAsUser('together', { demo: false });
      try {
        const began = performance.now();
        const { code, output } = await platform.import(file);
        if (code !== 0) throw new Error(`The import failed:\n${output}`);
        const visible = /visible in the figures after ([\d.]+) s/i.exec(output)?.[1];
        seconds.push(visible === undefined ? (performance.now() - began) / 1000 : Number(visible));
        say(`round ${round} of ${ROUNDS}: ${seconds.at(-1)} s`);
      } finally {
        await platform.stop();
      }
    }
    const rates = seconds.map((taken) => LINES / taken);
    const rate = rowOf('sightline-together', 'import', 'lines/s', rates);
    return {
      rows: [rowOf('sightline-together', 'import until visible', 's', seconds), rate],
      targets: [atLeast('import', rate.median, 2_000)],
      notes: [`${LINES} order lines and their receipts; each round on an empty platform.`],
    };
  },
};
