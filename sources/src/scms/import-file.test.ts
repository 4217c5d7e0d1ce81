import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProgress } from '../kit/progress';
import { importScmsFile } from './import-file';
import { authoredFile } from './testing/authored-file';

/** What the importer does before and around the platform. That the figures are right is shown against the platform itself. */
let folder: string;
let said: string[];
let requests: string[];
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scms import '));
  said = [];
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((closed) => server.close(closed));
});

function run(content: Buffer | null, settings: Record<string, string>): Promise<0 | 1> {
  const file = join(folder, 'file.csv');
  if (content) writeFileSync(file, content);
  const output = { write: (text: string) => said.push(text) };
  return importScmsFile({
    file,
    jsonFile: join(folder, 'report.json'),
    settings,
    progress: openProgress(output),
    print: (text) => said.push(text),
  });
}
const listening = (): Record<string, string> => ({ SIGHTLINE_PORT: String((server.address() as AddressInfo).port) });

describe('npm run import -- scms FILE', () => {
  it('sends nothing at all of a file that it refuses, and says why in words and as JSON', async () => {
    const cut = authoredFile([{}, {}]).subarray(0, -40);
    expect(await run(cut, listening())).toBe(1);
    expect(requests).toEqual([]);
    expect(said.join('')).toMatch(/REFUSED TRUNCATED: the file is cut.*\nNothing was sent/s);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
      refused: { kind: 'TRUNCATED' },
    });
  });

  it('says that there is no such file', async () => {
    expect(await run(null, listening())).toBe(1);
    expect(said.join('')).toContain('Cannot read');
  });

  it('says that the platform was not started, and how to', async () => {
    expect(await run(authoredFile([{}]), { SIGHTLINE_HOME: folder })).toBe(1);
    expect(said.join('')).toContain('The platform is not running');
    expect(said.join('')).toContain('npm start');
  });

  it('says that nobody answers where the platform should be', async () => {
    const settings = listening();
    await new Promise((closed) => server.close(closed));
    expect(await run(authoredFile([{}]), settings)).toBe(1);
    expect(said.join('')).toContain('does not answer at http://127.0.0.1:');
    await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  });

  it('says that it needs a token where there is no development issuer', async () => {
    expect(await run(authoredFile([{}]), listening())).toBe(1);
    expect(requests).toEqual(['/dev/token']);
    expect(said.join('')).toContain('SIGHTLINE_TOKEN');
  });
});
