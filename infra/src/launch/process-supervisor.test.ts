import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../postgres/postmaster';
import { superviseProcess, type SupervisedProcess } from './process-supervisor';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sightline-processes-'));
const lines: string[] = [];
const running: SupervisedProcess[] = [];

afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  fs.rmSync(folder, { recursive: true });
});

function supervise(name: string, code: string): SupervisedProcess {
  const script = path.join(folder, `${name}.js`);
  fs.writeFileSync(script, code);
  const one = superviseProcess({
    name,
    script,
    args: [],
    env: process.env,
    log: (line) => lines.push(line),
    firstWaitMs: 20,
    stopMs: 300,
  });
  running.push(one);
  return one;
}

const READY = `process.send({ kind: 'ready' }); setInterval(() => {}, 1000);`;
const OBEDIENT = `process.on('message', () => process.exit(0)); process.on('disconnect', () => process.exit(0)); ${READY}`;

async function until(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + 5_000; !condition();) {
    if (Date.now() > limit) throw new Error('It did not come to pass.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a process of its own', () => {
  it('is started again when it ends by itself', async () => {
    const one = supervise('quality', OBEDIENT);
    await one.start();
    const first = one.pid!;
    process.kill(first, 'SIGKILL');
    await until(() => one.state === 'running' && one.pid !== first);
    expect(lines).toContain('quality has ended by itself (SIGKILL): starting it again in 0.02 s');
  });

  it('stays stopped when it was stopped, and can be started again', async () => {
    const one = supervise('inventory', OBEDIENT);
    await one.start();
    const { pid } = one;
    await one.stop();
    expect(one.state).toBe('stopped');
    expect(isAlive(pid!)).toBe(false);
    await one.start();
    expect(one.state).toBe('running');
  });

  it('is ended hard when it does not listen', async () => {
    const one = supervise('deaf', `process.on('SIGTERM', () => {}); ${READY}`);
    await one.start();
    const { pid } = one;
    await one.stop();
    expect(isAlive(pid!)).toBe(false);
  });

  it('says why it did not start, and is not tried for ever', async () => {
    const one = supervise(
      'broken',
      `process.send({ kind: 'failed', reason: 'the database is away' }, () => process.exit(1));`,
    );
    await expect(one.start()).rejects.toThrow('broken did not start: the database is away');
    expect(one.state).toBe('stopped');
  });

  it('speaks under its own name', async () => {
    const one = supervise('operations', `console.log('hello'); console.error('oh'); ${OBEDIENT}`);
    await one.start();
    await until(() => lines.includes('[operations] hello') && lines.includes('[operations] oh'));
  });
});
