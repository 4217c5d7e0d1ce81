import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StoryPlatform, type CommandResult } from '../../testkit/platform';

const SIMULATOR = 'sources/dist/simulator/cli.js';
/** A fortieth of the demo: every habit and every kind of dirt, in some seconds. */
const SMALL = ['--scale', '0.025'];

// The simulator as its users run it: a process of its own, beside a platform of processes, over sockets.
describe('a simulated network', () => {
  let platform: StoryPlatform;
  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
  }, 180_000);
  afterAll(() => platform.stop());

  const state = <Content>(name: string): Content =>
    JSON.parse(readFileSync(path.join(platform.home, 'simulator', name), 'utf8')) as Content;
  const simulate = (...args: string[]): { done: Promise<CommandResult>; kill(): void } =>
    platform.command(SIMULATOR, ...args);

  it('is loaded once, also when the loading is killed in the middle', async () => {
    const cut = simulate('load', ...SMALL);
    // Until some of it has gone through the door, and far from all.
    for (let waited = 0; waited < 60_000; waited += 20) {
      if (existsSync(path.join(platform.home, 'simulator', 'state.json')) && loadedSteps() >= 4) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    cut.kill();
    await cut.done;
    expect(loadedSteps()).toBeLessThan(11);

    const { code, output } = await simulate('load', ...SMALL).done;
    expect({ code, refused: / (\d+) refused/.exec(output)?.[1] }).toEqual({ code: 0, refused: '0' });
    expect(loadedSteps()).toBe(11);
  }, 240_000);

  it('gives the figures that its own arithmetic gives, every one of them', async () => {
    const truth = state<{ facts: Record<string, number>; overall: { delivery: { onTime: { whole: number } } } }>(
      'truth.json',
    );
    expect(truth.facts['LINE']).toBeGreaterThan(500);
    expect(truth.overall.delivery.onTime.whole).toBeGreaterThan(100);
    // What inspections decide reaches stock and order lines a moment after it went through the door.
    let last: CommandResult = { code: null, output: '' };
    for (let tries = 0; tries < 20; tries += 1) {
      last = await simulate('check').done;
      if (last.code === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    expect(last.output.split('\n').filter((line) => line.startsWith('DIFFERS'))).toEqual([]);
    expect(Number(/^(\d+) figures equal, 0 different/m.exec(last.output)?.[1])).toBeGreaterThan(300);
  }, 240_000);

  it('is labelled simulated, and stands in no figure of real sources', async () => {
    const { sourceSystems, supplierPerformance } = await platform.query<{
      sourceSystems: { id: string; name: string; simulated: boolean }[];
      supplierPerformance: { volume: { lines: number } };
    }>(
      `{ sourceSystems { id name simulated } supplierPerformance(scope: { origin: REAL }, window: { lastDays: 300 }) { volume { lines } } }`,
    );
    expect(sourceSystems.length).toBeGreaterThanOrEqual(15);
    expect(sourceSystems.filter(({ simulated, name }) => !simulated || !name.endsWith('(simulated)'))).toEqual([]);
    expect(sourceSystems[0]).toMatchObject({ id: 'sim.tms-ocean' });
    expect(supplierPerformance.volume.lines).toBe(0);
  });

  it('lives on: business continues, and an incident happens on command', async () => {
    const count = async (): Promise<number> => {
      const { syncHealth } = await platform.query<{ syncHealth: { flows: { lastEventAt: string | null }[] } }>(
        `{ syncHealth { flows { lastEventAt } } }`,
      );
      return Math.max(...syncHealth.flows.map(({ lastEventAt }) => Date.parse(lastEventAt ?? '2000-01-01')));
    };
    const before = await count();
    // Fast, for a network of this size.
    const live = simulate('live', '--speed', '600');
    for (let waited = 0; waited < 90_000 && (await count()) <= before; waited += 500)
      await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await count()).toBeGreaterThan(before);

    const incident = await simulate('incident', 'supplier-slips').done;
    expect(incident.code).toBe(0);
    expect(incident.output).toMatch(/SIM-S001\) moves \d+ promises by ten working days/);
    live.kill();
    await live.done;
    expect(state<{ incidents: { name: string }[] }>('state.json').incidents).toMatchObject([
      { name: 'supplier-slips' },
    ]);
  }, 240_000);

  it('makes up for the time in which nothing ran, and nothing of it counts twice', async () => {
    const live = simulate('live', '--speed', '600');
    let caughtUp = false;
    for (let waited = 0; waited < 60_000 && !caughtUp; waited += 500) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      caughtUp = state<{ sessions: unknown[] }>('state.json').sessions.length === 2;
    }
    live.kill();
    const { output } = await live.done;
    expect(output).toContain('live: business runs 600 times');
    expect(output).not.toMatch(/REFUSED|QUARANTINED/);
    // The past is what it was: all that the truth says of history still holds.
    const check = await simulate('check').done;
    expect(check.output.split('\n').filter((line) => line.startsWith('DIFFERS'))).toEqual([]);
  }, 240_000);

  const loadedSteps = (): number => state<{ loadedSteps: number }>('state.json').loadedSteps;
});
