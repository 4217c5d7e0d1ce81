import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findMisnamedFiles } from './misnamed-files';

const root = path.resolve(__dirname, '../..');

describe('names of files and folders', () => {
  it('say what is inside, everywhere in the repository', () => {
    expect(findMisnamedFiles(root)).toEqual([]);
  });

  describe('in a folder of bad examples', () => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'sightline-names-'));
    afterAll(() => rmSync(place, { recursive: true, force: true }));
    const write = (file: string, text = ''): void => {
      mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
      writeFileSync(path.join(place, file), text);
    };

    it.each([
      ['subgraphs/suppliers/src/domain/helpers.ts', 'junk drawer'],
      ['subgraphs/suppliers/src/common/dates.ts', 'junk drawer'],
      ['dashboard/src/utils.ts', 'junk drawer'],
      ['gateway/src/shared.ts', 'junk drawer'],
      ['subgraphs/kit/src/time/index.ts', 'barrel'],
      ['gateway/src/SubgraphSource.ts', 'kebab-case'],
      ['gateway/src/actor.spec.ts', 'named *.test.ts'],
    ])('finds fault with %s', (file, complaint) => {
      write(file, "it('knows the caller', () => {});\n");
      expect(
        findMisnamedFiles(place)
          .filter((found) => found.startsWith(file))
          .join(),
      ).toContain(complaint);
    });

    it('finds a test that runs alone', () => {
      write('gateway/src/limits.test.ts', ['it', "only('is alone', () => {});"].join('.'));
      expect(findMisnamedFiles(place).join()).toContain('gateway/src/limits.test.ts: runs alone');
    });

    it('allows the file that every subgraph schema starts with', () => {
      write('subgraphs/kit/schema/shared.graphql');
      expect(findMisnamedFiles(place).join()).not.toContain('shared.graphql');
    });
  });
});
