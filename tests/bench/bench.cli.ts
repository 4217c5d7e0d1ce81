/** `npm run bench -- NAME [--json FILE] [--home FOLDER]`: one bench, side by side with its peers, into a table and docs/benchmarks.md. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { machine, rawRequests } from './calibration';
import { BENCHES } from './benches';
import { asMarkdown, writeSection, type BenchReport } from './report';

async function main(): Promise<number> {
  const [name, ...flags] = process.argv.slice(2);
  const bench = name === undefined ? undefined : BENCHES[name];
  if (name === undefined || bench === undefined) {
    const known = Object.entries(BENCHES).map(([known, { about }]) => `  ${known.padEnd(12)} ${about}`);
    console.error(['Which bench? npm run bench -- NAME [--json FILE] [--home FOLDER]', ...known].join('\n'));
    return 2;
  }
  const home = valueOf(flags, '--home');
  const result = await bench.run((line) => console.error(line), { home: home === null ? null : resolve(home) });
  const rows = [await rawRequests(), ...result.rows];
  const here = machine();
  const day = new Date().toISOString().slice(0, 10);
  const section = asMarkdown(name, bench.about, day, here, { ...result, rows });
  console.log(section);
  await writeSection(join(__dirname, '..', '..', 'docs', 'benchmarks.md'), name, section);
  const file = valueOf(flags, '--json');
  if (file !== null) {
    const report: BenchReport = { bench: name, machine: here, rows, targets: result.targets };
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  }
  return 0;
}

/** What follows a flag; null when it is not given. */
function valueOf(flags: readonly string[], flag: string): string | null {
  const place = flags.indexOf(flag);
  if (place < 0) return null;
  const value = flags[place + 1];
  if (value === undefined) throw new Error(`${flag} needs a value.`);
  return value;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
