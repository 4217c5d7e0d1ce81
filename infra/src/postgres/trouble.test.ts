import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { explain } from './trouble';

const ballastFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sightline-ballast-')), 'ballast');
beforeAll(() => fs.writeFileSync(ballastFile, ''));
afterAll(() => fs.rmSync(path.dirname(ballastFile), { recursive: true }));

const about = (said: string): string =>
  explain({
    doing: 'PostgreSQL did not start',
    said,
    dataDir: '/state/postgres/data',
    ballastFile,
    logFile: '/state/postgres/server.log',
  }).message;

describe('what the user reads when PostgreSQL does not start', () => {
  it.each([
    [
      'a full disk, and what to give up',
      'FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device',
      /disk with \/state\/postgres\/data is full.*remove the 20 MB.*ballast'/,
    ],
    ['a taken port', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /port is taken/],
    [
      'data of another version',
      'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.',
      /written by PostgreSQL 17, and this one is 18\.4/,
    ],
    [
      'a missing library',
      'postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file',
      /a library is missing/,
    ],
    ['a file out of reach', 'FATAL:  could not open directory "pg_wal": Permission denied', /may not read or write/],
  ])('names %s', (_name, said, expected) => {
    expect(about(said)).toMatch(expected);
    expect(about(said)).toContain(said.split('\n')[0]);
  });

  it('is never "undefined", not even when PostgreSQL said nothing', () => {
    expect(about('')).toBe('PostgreSQL did not start.\nIt said (/state/postgres/server.log):\n    (it said nothing)');
  });

  it('ends with the last lines, where the reason is', () => {
    const said = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    expect(about(said)).toContain('line 99');
    expect(about(said)).not.toContain('line 50\n');
  });
});
