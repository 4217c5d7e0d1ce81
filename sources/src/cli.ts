import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { openProgress } from './kit/progress';
import { importScmsFile } from './scms/import-file';

// A process of a second: compiling for speed costs it, and the platform beside it, more than it brings.
setFlagsFromString('--interrupt-budget=1000000');

const USAGE = `Usage: npm run import -- scms FILE [--json REPORT]

  scms    the public USAID "SCMS Delivery History" file, in any of its dialects

The running platform is found through SIGHTLINE_URL, SIGHTLINE_PORT, or SIGHTLINE_HOME/run.json (default: .sightline
in the project). SIGHTLINE_TOKEN holds an integrator's token; without it the development issuer is asked.
`;

/** npm changes to the project's folder; a relative name is meant where the command was typed. */
function fileNamed(name: string, settings: NodeJS.ProcessEnv): string {
  const typedIn = resolve(settings['INIT_CWD'] ?? '.', name);
  return existsSync(typedIn) ? typedIn : resolve(name);
}

async function main(): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ options: { json: { type: 'string' }, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const [kind, file, ...more] = parsed.positionals;
  if (parsed.values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (kind !== 'scms' || file === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { json } = parsed.values;
  return importScmsFile({
    file: fileNamed(file, process.env),
    jsonFile: json === undefined ? null : resolve(process.env['INIT_CWD'] ?? '.', json),
    settings: process.env,
    progress: openProgress(process.stderr),
    print: (text) => process.stdout.write(text),
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `The import stopped on a fault of its own: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
