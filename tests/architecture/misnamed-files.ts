import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const JUNK_DRAWERS = /^(utils?|helpers?|commons?|misc|shared)$/;
/** Prescribed by the design: the SDL that stands at the head of every subgraph's schema. */
const ALLOWED = new Set(['subgraphs/kit/schema/shared.graphql']);
const IGNORED = new Set([
  'node_modules',
  'dist',
  '.git',
  '.turbo',
  '.sightline',
  '__generated__',
  'gql',
  'coverage',
  'artefacts',
  'fixtures',
]);

/**
 * Walks a repository and names what breaks its naming rules: junk drawers, barrels, file names that are not kebab-case,
 * tests that the runner would not find, tests that run alone.
 *
 * @param root absolute path of the repository
 * @returns one line for each fault: path from the root, colon, complaint
 */
export function findMisnamedFiles(root: string): string[] {
  return walk(root, '').flatMap((file) => faultsOf(root, file).map((fault) => `${file}: ${fault}`));
}

function walk(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(root, name) : [name];
  });
}

function faultsOf(root: string, file: string): string[] {
  const faults: string[] = [];
  const parts = file.split('/');
  const name = parts.at(-1)!;
  const isCode = /\.[cm]?tsx?$|\.[cm]?jsx?$/.test(name);
  const isTest = /\.test\.tsx?$/.test(name);
  const drawers = parts.filter((part) => JUNK_DRAWERS.test(part.split('.')[0]!.toLowerCase()));
  if (drawers.length > 0 && !ALLOWED.has(file))
    faults.push(`junk drawer "${drawers.join('", "')}": name it by what it does`);
  if (!isCode) return faults;
  if (/^index\.[cm]?[jt]sx?$/.test(name)) faults.push('barrel: import the file that holds the thing');
  if (!/^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)) faults.push('not kebab-case');
  if (/\.spec\./.test(name)) faults.push('not named *.test.ts: no project of jest.config.js runs it');
  // Written in two parts, or this file would find itself.
  if (isTest && new RegExp(`\\b(it|test|describe)\\.${'only'}\\(`).test(readFileSync(path.join(root, file), 'utf8'))) {
    faults.push('runs alone: every other test of the file is skipped');
  }
  return faults;
}
