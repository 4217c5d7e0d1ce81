import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const examples = path.join(__dirname, 'fixtures/lint');

/** Every file of a folder, relative to it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

describe('lint', () => {
  // Rules go by folder, so the examples are laid out like the repository in a place of their own.
  const place = mkdtempSync(path.join(os.tmpdir(), 'sightline-lint-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  cpSync(examples, place, { recursive: true });
  cpSync(path.join(root, '.oxlintrc.json'), path.join(place, '.oxlintrc.json'));
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', '.'],
    {
      cwd: place,
      encoding: 'utf8',
      // Where oxlint looks for its type-aware half.
      env: { ...process.env, PATH: [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter) },
    },
  );
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { code: string; filename: string }[] };

  it.each(filesOf(examples))('reports what is wrong in the known-bad %s', (file) => {
    const expected = /^\/\/ expect: (.+)$/m.exec(readFileSync(path.join(examples, file), 'utf8'))?.[1];
    const found = diagnostics.filter((one) => path.normalize(one.filename) === file).map((one) => one.code);
    expect(found).toContain(expected);
  });
});
