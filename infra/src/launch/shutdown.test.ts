import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';

type Program = ChildProcessByStdio<null, Readable, null>;

/** A small program that ends in our way, in a process of its own since signals are a process's. */
function program(steps: string): Program {
  const code = `
    const { handleShutdown } = require(${JSON.stringify(path.join(__dirname, 'shutdown.ts'))});
    const shutdown = handleShutdown((line) => console.log(line));
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    ${steps}
    setInterval(() => {}, 1000);
    console.log('up');`;
  return spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', code], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function outcome(
  child: Program,
  act: () => Promise<void>,
): Promise<{ status: number | null; lines: string[]; tookMs: number }> {
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  while (!text.includes('up\n')) await pause(10);
  const startedMs = Date.now();
  await act();
  const status = await ended;
  return { status, lines: text.trim().split('\n').slice(1), tookMs: Date.now() - startedMs };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the end of the platform', () => {
  it('comes in order: what began last ends first, and one failure does not keep the rest', async () => {
    const child = program(`
      shutdown.add({ name: 'database', stop: async () => console.log('database') });
      shutdown.add({ name: 'subgraphs', stop: async () => { throw new Error('stuck'); } });
      shutdown.add({ name: 'gateway', stop: async () => console.log('gateway') });`);
    const { status, lines } = await outcome(child, async () => void child.kill('SIGTERM'));
    expect(lines).toEqual(['stopping', 'gateway', 'subgraphs did not end well: stuck', 'database']);
    expect(status).toBe(0);
  });

  it('does not keep the others waiting for what ends beside them, and still waits for it', async () => {
    const child = program(`
      shutdown.add({ name: 'database', stop: async () => console.log('database') });
      shutdown.add({ name: 'demo', beside: true, stop: async () => { await pause(200); console.log('demo'); } });`);
    const { status, lines } = await outcome(child, async () => void child.kill('SIGTERM'));
    expect(lines).toEqual(['stopping', 'database', 'demo']);
    expect(status).toBe(0);
  });

  it('takes the double signal of one Ctrl-C under npm for one', async () => {
    const child = program(
      `shutdown.add({ name: 'slow', stop: async () => { await pause(300); console.log('ended'); } });`,
    );
    const { status, lines } = await outcome(child, async () => {
      child.kill('SIGINT');
      await pause(50);
      child.kill('SIGINT');
    });
    expect(lines).toEqual(['stopping', 'ended']);
    expect(status).toBe(0);
  });

  it('is forced by a second Ctrl-C', async () => {
    const child = program(
      `shutdown.add({ name: 'stuck', stop: () => new Promise(() => {}), abandon: () => console.log('abandoned') });`,
    );
    const { status, lines, tookMs } = await outcome(child, async () => {
      child.kill('SIGINT');
      await pause(900);
      child.kill('SIGINT');
    });
    expect(lines).toEqual(['stopping', 'SIGINT again: ending everything at once', 'abandoned']);
    expect(status).toBe(1);
    expect(tookMs).toBeLessThan(2_000);
  });

  it('comes within five seconds whatever is stuck', async () => {
    const child = program(
      `shutdown.add({ name: 'stuck', stop: () => new Promise(() => {}), abandon: () => console.log('abandoned') });`,
    );
    const { lines, tookMs } = await outcome(child, async () => void child.kill('SIGTERM'));
    expect(lines).toEqual(['stopping', 'not everything ended in time: ending it now', 'abandoned']);
    expect(tookMs).toBeLessThan(5_000);
  }, 10_000);
});
