import type { Locator, Page } from 'playwright-core';
import { supplierIdOf } from '@sightline/contracts/identities';
import { accessibilityTroubles, DESK, filled, LOOKS, picture, Visit, WALL } from '../../testkit/browser';
import { chromiumHere, describeInBrowser } from '../../testkit/describe-in-browser';
import { eventually } from '../../testkit/facts';
import { StoryPlatform, type CommandResult } from '../../testkit/platform';

const SIMULATOR = 'sources/dist/simulator/cli.js';

/** The sources of an incident tell of it by their habits: a portal within minutes, a warehouse within one and a half. */
const TOLD_MS = 240_000;
/** A connector that was stopped is silent for four minutes, and has broken its promise after one and a half. */
const STILL_SILENT_MS = 150_000;

const LARGEST = supplierIdOf('SIM-S001');
const DIFFERENCES = `query ($supplier: [ID!]!) {
  compareDefinitions(
    scope: { supplierIds: $supplier, origin: SIMULATED }
    definitionIds: ["otif.buyer@1", "otif.supplier@1", "otif.agreed@1"]
  ) { differences(first: 1) { totalCount } }
}`;
interface Differences {
  compareDefinitions: { differences: { totalCount: number } };
}

// A small demo that lives fast: what business takes hours for takes seconds here. Its sources keep their habits.
describeInBrowser('each incident, on the screen that the README names', () => {
  let platform: StoryPlatform;
  let visit: Visit;
  let live: { done: Promise<CommandResult>; kill(): void } | null = null;
  let before: Differences;
  /** What the simulator said of each incident, and when. */
  const told = new Map<string, { words: string; at: number }>();

  const incident = async (name: string): Promise<void> => {
    const { code, output } = await platform.command(SIMULATOR, 'incident', name).done;
    if (code !== 0) throw new Error(output);
    told.set(name, { words: output.trim(), at: Date.now() });
  };
  /** What an incident's words say, by the groups of a pattern. */
  const said = (name: string, pattern: RegExp): string[] => {
    const found = pattern.exec(told.get(name)!.words);
    if (found === null) throw new Error(told.get(name)!.words);
    return found.slice(1);
  };

  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    expect(await platform.command(SIMULATOR, 'load', '--scale', '0.025').done).toMatchObject({ code: 0 });
    before = await platform.query<Differences>(DIFFERENCES, { supplier: [LARGEST] });
    live = platform.command(SIMULATOR, 'live', '--speed', '300');
    visit = await Visit.begin(chromiumHere!, platform.url);
    // The simulator is a moment on its way before it takes commands.
    await eventually(
      () =>
        incident('connector-stops').then(
          () => true,
          () => false,
        ),
      (done) => done,
      60_000,
    );
    for (const name of ['bad-lot', 'supplier-slips', 'definition-dispute', 'mes-not-posted']) await incident(name);
  }, 240_000);

  afterEach(() => visit.closePages());

  afterAll(async () => {
    await visit?.end();
    live?.kill();
    await live?.done;
    await platform?.stop();
  });

  const screens = {
    overview: '/',
    suppliers: '/suppliers',
    supplier: `/suppliers/${LARGEST}`,
    orders: '/orders',
    quality: '/quality',
    production: '/production',
    sync: '/sync',
  };

  it.each([...LOOKS, WALL])(
    'every screen has its picture, and nothing that axe objects to, in $theme at $width',
    async (look) => {
      const kiosk = look === WALL ? '?kiosk=1' : '';
      for (const [name, address] of Object.entries(screens)) {
        const page = await visit.open(`${address}${kiosk}`, look);
        await filled(page);
        // A platform that has just been filled may take too long for the first who asks: the page asks again.
        await page.getByRole('main').getByRole('alert').first().waitFor({ state: 'detached' });
        expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, look.width]);
        expect([name, await accessibilityTroubles(page)]).toEqual([name, []]);
        await picture(page, `${name}-${look === WALL ? 'wall' : `${look.theme}-${look.width}`}`);
        await page.context().close();
      }
    },
    180_000,
  );

  it('a connector stops: Sync health and the overview name it while it is silent', async () => {
    // On a slow machine it may have come back by now.
    if (Date.now() - told.get('connector-stops')!.at > STILL_SILENT_MS) await incident('connector-stops');
    const [id] = said('connector-stops', /sim\.wms-(\w+)/);
    const named = new RegExp(`(Ageing|Stale) · WMS ${id} \\(simulated\\)`, 'i');
    const page = await visit.open('/sync', DESK);
    await page.getByRole('status', { name: 'Age of the data' }).getByText(named).waitFor({ timeout: TOLD_MS });
    const row = page.getByRole('row').filter({ hasText: new RegExp(`WMS ${id}`, 'i') });
    await row
      .getByText(/Ageing|Stale/)
      .first()
      .waitFor();
    await picture(page, 'incident-connector-stops');
    await page.getByRole('link', { name: 'Overview' }).first().click();
    await page.getByRole('region', { name: 'On time', exact: true }).getByText(named).waitFor();
  }, 300_000);

  it('a bad lot: Quality lists it as not accepted', async () => {
    const [order, line] = said('bad-lot', /delivers a bad lot for (\S+)\/(\d+)$/);
    const page = await visit.open('/quality?tab=rejected', DESK);
    const rejected = page.getByRole('region', { name: 'Inspection lots: Not accepted' }).getByRole('row');
    await shows(page, rejected.filter({ hasText: `${order} / ${line}` }));
    await picture(page, 'incident-bad-lot');
  }, 300_000);

  it('a supplier slips: its lines are under "Commit slipped" in Orders, and each tells why', async () => {
    const [supplier] = said('supplier-slips', /^(.*) \(SIM-S001\) moves [1-9]\d* promises/);
    const page = await visit.open('/orders?tab=slipped', DESK);
    const its = page.getByRole('row').filter({ hasText: supplier! });
    await shows(page, its.filter({ hasText: /slipped \d+ d/ }));
    await picture(page, 'incident-supplier-slips');
    const line = await eventually(
      () => slippedByFire(platform),
      (id) => id !== null,
      TOLD_MS,
    );
    await page.goto(`${platform.url}/orders/${line}`);
    await page.getByRole('region', { name: 'What was promised' }).getByText('fire in the press shop').first().waitFor();
  }, 300_000);

  it('a definition is disputed: more lines of the supplier are judged differently by it and by us', async () => {
    const page = await visit.open(screens.supplier, DESK);
    const sentence = page.getByText(/\d+ lines? (is|are) judged differently/).first();
    const lines = async (): Promise<number> => numberIn(sentence, /([\d,]+) lines? (?:is|are) judged/);
    await eventually(lines, (now) => now > before.compareDefinitions.differences.totalCount, TOLD_MS);
    await picture(page, 'incident-definition-dispute');
  }, 300_000);

  it('MES is not posted: Production lists what the plant completed and ERP has not heard of', async () => {
    // In a network as small as this there may be moments in which nothing is being made.
    await eventually(
      async () => {
        const [orders] = said('mes-not-posted', /completes (\d+) of its work orders$/);
        if (orders === '0') await incident('mes-not-posted');
        return Number(orders);
      },
      (orders) => orders > 0,
      TOLD_MS,
    );
    const [plant] = said('mes-not-posted', /^ERP of (\S+) hears nothing from MES/);
    const { at } = told.get('mes-not-posted')!;
    const number = await eventually(
      () => completedUnheard(platform, plant!, at),
      (found) => found !== null,
      TOLD_MS,
    );
    const page = await visit.open('/production', DESK);
    const waiting = page.getByRole('region', { name: 'Work orders: Made, not posted' }).getByRole('row');
    await shows(page, waiting.filter({ hasText: number! }));
    await picture(page, 'incident-mes-not-posted');
  }, 300_000);

  it('asks nobody but the platform, and leaves no error on the console', () => {
    expect(visit.troubles).toEqual([]);
  });
});

/** Until a row is on the screen without anybody asking again; new ones wait to be let in. */
async function shows(page: Page, row: Locator): Promise<void> {
  const show = page.getByRole('button', { name: /: show$/ });
  await eventually(
    async () => {
      if ((await show.count()) > 0) await show.first().click();
      return row.count();
    },
    (rows) => rows > 0,
    TOLD_MS,
  );
}

/** The first number that a place shows; NaN while it shows none. */
async function numberIn(place: Locator, pattern: RegExp): Promise<number> {
  const words = await place.innerText();
  return Number(pattern.exec(words)?.[1]?.replaceAll(',', ''));
}

/** A line whose promise was moved by the incident; null while there is none. */
async function slippedByFire(platform: StoryPlatform): Promise<string | null> {
  const { purchaseOrderLines } = await platform.query<{
    purchaseOrderLines: { edges: { node: { id: string; commits: { reason: string | null }[] } }[] };
  }>(
    `query ($supplier: [ID!]!) {
      purchaseOrderLines(filter: { supplierIds: $supplier, slipped: true, origin: SIMULATED }, first: 50) {
        edges { node { id commits { reason } } }
      }
    }`,
    { supplier: [LARGEST] },
  );
  const slipped = purchaseOrderLines.edges.find(({ node }) =>
    node.commits.some(({ reason }) => reason === 'fire in the press shop'),
  );
  return slipped?.node.id ?? null;
}

/** A work order that MES of a plant reports complete since an instant, with none of it posted; null while there is none. */
async function completedUnheard(platform: StoryPlatform, plant: string, since: number): Promise<string | null> {
  const { workOrders } = await platform.query<{
    workOrders: {
      edges: {
        node: { number: string; plant: { code: string } | null; postedQuantity: string; completedAt: string | null };
      }[];
    };
  }>(
    `{ workOrders(filter: { unposted: true, origin: SIMULATED }, first: 200) {
      edges { node { number plant { code } postedQuantity completedAt } }
    } }`,
  );
  const unheard = workOrders.edges.find(
    ({ node }) =>
      node.plant?.code === plant && node.postedQuantity === '0' && Date.parse(node.completedAt ?? '') >= since - 5_000,
  );
  return unheard?.node.number ?? null;
}
