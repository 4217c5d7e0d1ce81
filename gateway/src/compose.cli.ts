import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeSubgraphs } from './compose';
import { acceptedBreakingChanges, breakingChanges } from './schema-changes';
import { API_FILE, readSubgraphSchemas, SUPERGRAPH_FILE } from './schema-files';
import { findBrokenSchemaRules } from './schema-rules';

// `npm run schema:compose` writes the composed schemas; with `--check` (`npm run schema:check`) it only says whether they
// are current and whether they would break a client of the main branch. Exit code 1 says no.

const root = path.resolve(__dirname, '../..');

function main(check: boolean): number {
  const subgraphs = readSubgraphSchemas(root);
  const findings = findBrokenSchemaRules(subgraphs);
  if (findings.length > 0) {
    complain(
      `${findings.length} schema rule(s) broken, nothing composed:`,
      findings.map((finding) => `${finding.subgraph}: ${finding.at}: ${finding.rule}: ${finding.advice}`),
    );
    return 1;
  }
  const composition = composeSubgraphs(subgraphs);
  if (composition.kind === 'Rejected') {
    complain('The subgraphs do not compose:', composition.errors);
    return 1;
  }
  const files = [
    { file: SUPERGRAPH_FILE, text: composition.supergraph },
    { file: API_FILE, text: composition.api },
  ];
  if (!check) {
    for (const { file, text } of files) writeFileSync(path.join(root, file), text);
    say(
      `Composed ${subgraphs.map((subgraph) => subgraph.name).join(', ')} into ${files.map((one) => one.file).join(' and ')}`,
    );
    return 0;
  }
  const outdated = files.filter(({ file, text }) => !isCurrent(path.join(root, file), text)).map(({ file }) => file);
  if (outdated.length > 0) complain('Not current, run `npm run schema:compose`:', outdated);
  const broken = unacceptedBreaks(composition.api);
  return outdated.length > 0 || broken > 0 ? 1 : 0;
}

const isCurrent = (file: string, text: string): boolean => existsSync(file) && readFileSync(file, 'utf8') === text;

/** Prints every breaking change against the main branch and counts those for which no decision record stands up. */
function unacceptedBreaks(api: string): number {
  const earlier = apiOnMain();
  if (earlier === null) {
    say('No API schema on the main branch yet: nothing to break.');
    return 0;
  }
  const decisions = path.join(root, 'docs/decisions');
  const records = existsSync(decisions)
    ? readdirSync(decisions).map((file) => readFileSync(path.join(decisions, file), 'utf8'))
    : [];
  const accepted = acceptedBreakingChanges(records);
  const changes = breakingChanges(earlier, api);
  const refused = changes.filter((change) => !accepted.has(change));
  if (changes.length === 0) say('No breaking change against the main branch.');
  else say(['Breaking changes against the main branch:', ...changes].join('\n  '));
  if (refused.length > 0) {
    complain(
      'Deprecate first, or take responsibility in docs/decisions with a line "Breaking change: ..." for each of:',
      refused,
    );
  }
  return refused.length;
}

/** The API schema clients know; null in a clone without a main branch or before the first commit of the file. */
function apiOnMain(): string | null {
  for (const branch of ['origin/main', 'main']) {
    try {
      return execFileSync('git', ['show', `${branch}:${API_FILE}`], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      // git says no to a branch or a file that does not exist: try the next place.
      continue;
    }
  }
  return null;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(heading: string, lines: readonly string[]): void {
  process.stderr.write(`${[heading, ...lines].join('\n  ')}\n`);
}

process.exitCode = main(process.argv.includes('--check'));
