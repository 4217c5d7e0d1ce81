import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const fixtures = 'tests/architecture/fixtures';

interface Violation {
  from: string;
  to: string;
  rule: { name: string; severity: string };
}
interface Cruise {
  summary: { violations: Violation[]; totalCruised: number };
}

/** Runs dependency-cruiser with the repository's rules; it ends with a code above 0 when it finds something. */
function cruise(folders: readonly string[], withFixtures: boolean): Cruise {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const output = execFileSync(process.execPath, [program, ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, SIGHTLINE_FIXTURES: String(withFixtures) },
  });
  return JSON.parse(output) as Cruise;
}

const ruleNames = (
  jest.requireActual(path.join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] }
).forbidden.map((rule) => rule.name);
const folders = ['subgraphs', 'gateway', 'sources', 'infra', 'dashboard/src', 'tests'].filter((folder) =>
  existsSync(path.join(root, folder)),
);

describe('who may import what', () => {
  const repository = cruise(folders, false);
  const knownBad = cruise([fixtures], true);

  it('sees the modules of every package: a cruiser that reads nothing finds nothing', () => {
    expect(repository.summary.totalCruised).toBeGreaterThan(100);
  });

  it('is kept everywhere in the repository', () => {
    const broken = repository.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    expect(broken).toEqual([]);
  });

  it.each(ruleNames)('reports the known-bad example of %s', (name) => {
    const reported = knownBad.summary.violations.filter(
      (violation) => violation.rule.name === name && violation.from.startsWith(`${fixtures}/${name}/`),
    );
    expect(reported).not.toEqual([]);
  });
});
