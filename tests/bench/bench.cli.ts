/** `npm run bench -- NAME [--json FILE]`: one bench, side by side with its peers, into a table and docs/benchmarks.md. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machine, rawRequests } from './calibration';
import { BENCHES } from './benches';
import { asMarkdown, writeSection, type BenchReport } from './report';

async function main(): Promise<number> {
  const [name, ...flags] = process.argv.slice(2);
  const bench = name === undefined ? undefined : BENCHES[name];
  if (name === undefined || bench === undefined) {
    const known = Object.entries(BENCHES).map(([known, { about }]) => `  ${known.padEnd(12)} ${about}`);
    console.error(['Which bench? npm run bench -- NAME [--json FILE]', ...known].join('\n'));
    return 2;
  }
  const result = await bench.run((line) => console.error(line));
  const rows = [await rawRequests(), ...result.rows];
  const here = machine();
  const day = new Date().toISOString().slice(0, 10);
  const section = asMarkdown(name, bench.about, day, here, { ...result, rows });
  console.log(section);
  await writeSection(join(__dirname, '..', '..', 'docs', 'benchmarks.md'), name, section);
  const json = flags.indexOf('--json');
  if (json >= 0) {
    const file = flags[json + 1];
    if (file === undefined) throw new Error('--json needs a file to write to.');
    const report: BenchReport = { bench: name, machine: here, rows, targets: result.targets };
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  }
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
