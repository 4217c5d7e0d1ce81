import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPlatform, integratorToken } from './platform';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sightline home '));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('where the platform is', () => {
  it('is what a running platform wrote into its state folder', () => {
    writeFileSync(
      join(home, 'run.json'),
      JSON.stringify({ pid: 1, port: 4711, url: 'http://127.0.0.1:4711', mode: 'together' }),
    );
    expect(findPlatform({ SIGHTLINE_HOME: home })).toMatchObject({ ok: true, value: { url: 'http://127.0.0.1:4711' } });
  });

  it('is overridden by the port, and that by the address', () => {
    expect(findPlatform({ SIGHTLINE_HOME: home, SIGHTLINE_PORT: '4712' })).toMatchObject({
      value: { url: 'http://127.0.0.1:4712' },
    });
    expect(findPlatform({ SIGHTLINE_PORT: '4712', SIGHTLINE_URL: 'https://sightline.example' })).toMatchObject({
      value: { url: 'https://sightline.example' },
    });
  });

  it('is not known when nothing was started, and the place looked at is named', () => {
    expect(findPlatform({ SIGHTLINE_HOME: home })).toEqual({
      ok: false,
      refusal: { kind: 'NOT_STARTED', lookedIn: join(home, 'run.json') },
    });
  });

  it.each([
    [{ SIGHTLINE_PORT: 'four' }, 'SIGHTLINE_PORT'],
    [{ SIGHTLINE_URL: 'nowhere' }, 'SIGHTLINE_URL'],
  ])('is refused when the setting is unusable: %j', (settings, setting) => {
    expect(findPlatform(settings)).toMatchObject({ ok: false, refusal: { kind: 'SETTING_UNUSABLE', setting } });
  });

  it('is refused when the file in the state folder is half written', () => {
    writeFileSync(join(home, 'run.json'), '{"pid":1,"po');
    expect(findPlatform({ SIGHTLINE_HOME: home })).toMatchObject({ refusal: { kind: 'SETTING_UNUSABLE' } });
  });
});

describe("the integrator's token", () => {
  const answering = (status: number, body: string) => () => Promise.resolve({ status, body });

  it('is the one given, or the development issuer is asked', async () => {
    expect(await integratorToken({ SIGHTLINE_TOKEN: 'mine' }, answering(500, ''))).toBe('mine');
    expect(await integratorToken({}, answering(200, '{"token":"theirs"}'))).toBe('theirs');
  });

  it('is refused plainly where there is no development issuer', async () => {
    await expect(integratorToken({}, answering(404, 'Not found'))).rejects.toMatchObject({ kind: 'NOT_PERMITTED' });
    await expect(integratorToken({}, answering(200, '<html>'))).rejects.toMatchObject({ kind: 'NOT_PERMITTED' });
  });

  it('cannot be asked for where nobody listens', async () => {
    await expect(integratorToken({}, () => Promise.reject(new Error('connect ECONNREFUSED')))).rejects.toMatchObject({
      kind: 'UNREACHABLE',
    });
  });
});
