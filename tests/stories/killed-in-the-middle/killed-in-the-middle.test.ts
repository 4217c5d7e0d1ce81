import { describeWithRealData } from '../../testkit/describe-with-real-data';
import { realData } from '../../testkit/real-data';
import { StoryPlatform } from '../../testkit/platform';

describeWithRealData('everything is killed in the middle of an import', () => {
  let platform: StoryPlatform;
  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
  }, 180_000);
  afterAll(() => platform.stop());

  interface Performance {
    supplierPerformance: {
      leadTime: { n: number; mean: number | null; median: number | null; p90: number | null };
      onTime: { n: number; value: number | null };
      volume: { lines: number };
    };
  }
  const performance = (): Promise<Performance> =>
    platform.query(
      `{ supplierPerformance(window: { from: "2006-01-01", to: "2015-12-31" }) { leadTime { n mean median p90 } onTime { n value } volume { lines } } }`,
    );

  it('shows nothing of the cut import, and all of it, once, after the next', async () => {
    const file = realData('scms/scms_open.csv')!;
    const cut = platform.command('sources/dist/cli.js', 'scms', file);
    // Until some facts have been taken, and far from all of them.
    for (let waited = 0; waited < 20_000; waited += 20) {
      const { importJobs } = await platform.query<{ importJobs: unknown[] }>(`{ importJobs { id } }`);
      if (importJobs.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
    cut.kill();
    await platform.killEverything();
    await cut.done;

    await platform.launch();
    expect((await performance()).supplierPerformance).toMatchObject({
      leadTime: { n: 0, mean: null },
      onTime: { n: 0, value: null },
      volume: { lines: 0 },
    });
    const open = await platform.query<{ importJobs: { status: string }[] }>(`{ importJobs { status } }`);
    expect(open.importJobs).toEqual([{ status: 'OPEN' }]);

    const again = await platform.import(file);
    expect({ code: again.code, output: again.code === 0 ? '' : again.output }).toEqual({ code: 0, output: '' });
    const { leadTime, onTime, volume } = (await performance()).supplierPerformance;
    expect(leadTime).toMatchObject({ n: 2694, median: 93, p90: 210 });
    expect(leadTime.mean).toBeCloseTo(108.0264, 4);
    expect(onTime.n).toBe(2921);
    expect(onTime.value).toBeCloseTo(94.5224, 4);
    expect(volume.lines).toBe(2921);
    const done = await platform.query<{ importJobs: { status: string; visible: boolean }[] }>(
      `{ importJobs { status visible } }`,
    );
    expect(done.importJobs).toEqual([{ status: 'SEALED', visible: true }]);
  }, 240_000);
});
