import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { openControl } from './control';
import { openHome } from './home';

describe('the control door', () => {
  const homeDir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sightline-control-')), 'state');
  const asked: string[] = [];
  let control: Awaited<ReturnType<typeof openControl>>;
  let token: string;

  beforeAll(async () => {
    openHome(homeDir);
    control = await openControl(homeDir, {
      list: () => [{ name: 'quality', state: 'stopped', pid: null }],
      stop: async (name: SubgraphName) => void asked.push(`stop ${name}`),
      start: async (name: SubgraphName) => {
        if (name === 'production') throw new Error('its database is away');
        asked.push(`start ${name}`);
      },
    });
    token = fs.readFileSync(path.join(homeDir, 'keys', 'control-token'), 'utf8').trim();
  });
  afterAll(async () => {
    await control.close();
    fs.rmSync(path.dirname(homeDir), { recursive: true });
  });

  const ask = async (
    method: string,
    place: string,
    authorization = `Bearer ${token}`,
  ): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${control.url}${place}`, { method, headers: { authorization } });
    return { status: response.status, body: await response.json() };
  };

  it('stops one subgraph and says how it stands', async () => {
    expect(await ask('POST', '/subgraphs/quality/stop')).toEqual({
      status: 200,
      body: { name: 'quality', state: 'stopped', pid: null },
    });
    expect(asked).toEqual(['stop quality']);
  });

  it('opens to nobody without the token', async () => {
    expect((await ask('POST', '/subgraphs/quality/stop', 'Bearer wrong')).status).toBe(401);
    expect((await ask('GET', '/subgraphs', '')).status).toBe(401);
  });

  it('knows the five subgraphs and the two things to do with them', async () => {
    expect((await ask('POST', '/subgraphs/finance/stop')).status).toBe(404);
    expect((await ask('POST', '/subgraphs/quality/remove')).status).toBe(404);
    expect((await ask('GET', '/subgraphs/quality/stop')).status).toBe(404);
  });

  it('says why one did not start', async () => {
    expect(await ask('POST', '/subgraphs/production/start')).toEqual({
      status: 500,
      body: { error: 'its database is away' },
    });
  });
});
