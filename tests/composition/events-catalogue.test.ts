import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, 'subgraphs/contracts/src/events');

/** Names of all events, as their contracts spell them. */
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/_V\d+ = '([^']+)'/g)])
  .map((found) => found[1]!);

describe('the catalogue of events', () => {
  const catalogue = readFileSync(path.join(root, 'docs/events.md'), 'utf8');

  it('is held against contracts that were found', () => {
    expect(names.length).toBeGreaterThan(5);
  });

  it.each(names)('has %s', (name) => {
    expect(catalogue).toContain(`\`${name}\``);
  });
});
