import { existsSync } from 'node:fs';
import path from 'node:path';

const SHARED = process.env['SIGHTLINE_SHARED'] ?? path.resolve(__dirname, '..', '..', '..', 'shared');

/** Path of a file of the real data; null when it is not on this machine. With CI=true its absence is a failure. */
export function realData(file: string): string | null {
  const found = path.join(SHARED, 'data', file);
  if (existsSync(found)) return found;
  if (process.env['CI'] === 'true') throw new Error(`The real data is not here (${found}); set SIGHTLINE_SHARED.`);
  process.stderr.write(`SKIPPED: the real data is not here (${found}); set SIGHTLINE_SHARED to run these tests.\n`);
  return null;
}
