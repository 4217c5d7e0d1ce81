import type { Locator, Page } from 'playwright-core';
import { DESK, filled, Visit } from '../../testkit/browser';
import { chromiumHere, describeInBrowser } from '../../testkit/describe-in-browser';
import { envelope, eventually, sendFacts } from '../../testkit/facts';
import { StoryPlatform } from '../../testkit/platform';
import { Wire } from '../../testkit/wire';
import { AllScreens, FED, sorted, type Part } from './parts-on-screens';
import { beat, orderLine, OWN, QMS, receiptNow, sendLines, sendReceipts, tellSmallNetwork } from './small-network';

describeInBrowser('the dashboard while things happen', () => {
  let platform: StoryPlatform;
  let wire: Wire;
  let visit: Visit;

  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    await tellSmallNetwork(platform);
    wire = await Wire.lay(() => platform.url);
    visit = await Visit.begin(chromiumHere!, wire.url);
  }, 180_000);

  afterAll(async () => {
    await visit?.end();
    await wire?.take();
    await platform?.stop();
  });

  const tile = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
  const live = (page: Page): Promise<void> => page.getByRole('button', { name: 'Connection: Live' }).waitFor();
  /** Left in the page: a reload would lose it. */
  const mark = (page: Page): Promise<unknown> => page.evaluate('window.untouched = true');
  const notReloaded = (page: Page): Promise<unknown> => page.evaluate('window.untouched');
  const orders = (page: Page): Promise<string[]> =>
    page.getByRole('region', { name: 'Order lines: Overdue' }).getByRole('rowheader').getByRole('link').allInnerTexts();
  /** What the badge says of the connection, line by line. */
  async function proof(page: Page): Promise<Record<string, string>> {
    await page.getByRole('button', { name: /^Connection:/ }).click();
    const card = page.getByRole('dialog', { name: 'Live connection' });
    await card.locator('dl > div').first().waitFor();
    const facts = await card
      .locator('dl > div')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell as { textContent: string }).textContent)),
      );
    await page.keyboard.press('Escape');
    return Object.fromEntries(facts as [string, string][]);
  }

  it('lets an executive watch a receipt arrive: row and figures change in place, nothing moves under the pointer', async () => {
    const [list, overview] = [await visit.open('/orders', DESK), await visit.open('/', DESK)];
    await tile(overview, 'Overdue now')
      .getByText(/^3\s*lines$/)
      .waitFor();
    await tile(overview, 'Lead time').getByText('12 lines').waitFor();
    await list.getByRole('link', { name: 'PO-L1 / 10' }).waitFor();
    expect(await orders(list)).toEqual(['PO-L1 / 10', 'PO-L2 / 10', 'PO-R1 / 10']);
    await Promise.all([live(list), live(overview)]);
    await Promise.all([mark(list), mark(overview)]);
    await list.getByRole('link', { name: 'PO-L1 / 10' }).hover();

    // Most of L1 comes: less hangs on it than on L2 now, and it stays where it is.
    await sendReceipts(platform, receiptNow('L1', 'L1-part', '9'));
    await list.getByRole('row', { name: /PO-L1/ }).getByText('4 d late, partly received').waitFor();
    await list.getByRole('row', { name: /PO-L1/ }).getByText('1 pcs', { exact: true }).waitFor();
    expect(await orders(list)).toEqual(['PO-L1 / 10', 'PO-L2 / 10', 'PO-R1 / 10']);

    // Another line is overdue on which more hangs than on all the others: it waits to be let in.
    await sendLines(platform, orderLine('L0', 'ACME', 9, 900_000));
    const show = list.getByRole('button', { name: '1 new: show' });
    await show.waitFor();
    expect((await orders(list)).slice(0, 3)).toEqual(['PO-L1 / 10', 'PO-L2 / 10', 'PO-R1 / 10']);
    await show.click();
    await list.getByRole('rowheader', { name: /PO-L0/ }).waitFor();
    expect(await orders(list)).toEqual(['PO-L0 / 10', 'PO-L2 / 10', 'PO-L1 / 10', 'PO-R1 / 10']);

    // L2 comes whole: its row goes, the figures of the overview follow.
    await sendReceipts(platform, receiptNow('L2'));
    await tile(overview, 'Lead time').getByText('13 lines').waitFor();
    await tile(overview, 'Overdue now')
      .getByText(/^3\s*lines$/)
      .waitFor();
    await list.getByRole('rowheader', { name: /PO-L2/ }).waitFor({ state: 'detached' });
    expect(await Promise.all([notReloaded(list), notReloaded(overview)])).toEqual([true, true]);
    await Promise.all([list.context().close(), overview.context().close()]);
  }, 120_000);

  it('finds the lines of an order by its number, and those that have slipped among all that are open', async () => {
    const page = await visit.open('/orders?tab=open', DESK);
    await page.getByRole('link', { name: 'PO-R1 / 10' }).waitFor();
    await page.getByRole('searchbox', { name: 'Order number begins with' }).fill('po-l');
    await page.getByRole('link', { name: 'PO-R1 / 10' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'PO-L1 / 10' }).waitFor();
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'po-l');
    await page.getByText('Commit slipped (0)').click();
    await page.getByText('None: 0 lines.').waitFor();
    await sendFacts(platform, 'recordPurchaseOrderLineEvents', 'PurchaseOrderLineEventInput', [
      {
        source: envelope('slip-L1', 'orders', new Date().toISOString()),
        purchaseOrderLine: { sourceSystemId: 'erp-de01', type: 'purchaseOrderLine', value: 'L1' },
        milestone: 'COMMITTED',
        date: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
      },
    ]);
    await page.getByRole('row', { name: /PO-L1/ }).getByText('slipped 11 d, partly received').waitFor();
    await page.context().close();
  }, 60_000);

  it('loses the line, says so, and resumes by cursor with nothing missed', async () => {
    visit.forgive(/ERR_|WebSocket|Failed to load/);
    const page = await visit.open('/', DESK);
    await tile(page, 'Lead time').getByText('13 lines').waitFor();
    await live(page);
    await mark(page);
    const before = await proof(page);
    wire.cut();
    await page.getByRole('button', { name: 'Connection: Reconnecting' }).waitFor();
    // What is shown stays.
    await tile(page, 'Lead time').getByText('13 lines').waitFor();
    // Meanwhile business goes on.
    await sendLines(platform, orderLine('M1', 'ACME', 1, 10), orderLine('M2', 'ACME', 1, 10));
    await sendReceipts(platform, receiptNow('M1'), receiptNow('M2'));
    wire.mend();
    await live(page);
    await tile(page, 'Lead time').getByText('15 lines').waitFor();
    const after = await proof(page);
    expect(after).toMatchObject({ Gaps: '0', 'Connections lost': String(Number(before['Connections lost']) + 1) });
    expect(Number(after['Resumed by cursor'])).toBeGreaterThan(Number(before['Resumed by cursor']));
    expect(await notReloaded(page)).toBe(true);
    await page.context().close();
  }, 120_000);

  it('outlives the gateway: the page goes on by itself with the one that comes after it', async () => {
    const page = await visit.open('/', DESK);
    await tile(page, 'Lead time').getByText('15 lines').waitFor();
    await live(page);
    await mark(page);
    await platform.killGateway();
    await live(page);
    await sendLines(platform, orderLine('N1', 'ACME', 1, 10));
    await sendReceipts(platform, receiptNow('N1'));
    await tile(page, 'Lead time').getByText('16 lines').waitFor();
    expect(await proof(page)).toMatchObject({ Gaps: '0' });
    expect(await notReloaded(page)).toBe(true);
    await page.context().close();
  }, 180_000);

  it('names a source that falls silent on exactly the figures that rest on it', async () => {
    // It promises seconds from now on, and keeps them for as long as it lives.
    await sendFacts(platform, 'registerSources', 'SourceSystemInput', [
      { id: QMS, name: 'QMS Dresden', kind: 'QMS', flows: [{ flow: 'inspections', budgetSeconds: 5 }] },
    ]);
    await beat(platform, QMS, 'inspections');
    const page = await visit.open('/', DESK);
    const stale = /Stale · QMS Dresden/;
    await tile(page, 'Defects').getByText(stale).waitFor();
    await tile(page, 'Lot rejection').getByText(stale).waitFor();
    await page.getByRole('status', { name: 'Age of the data' }).getByText(stale).waitFor();
    for (const name of ['On time', 'Lead time', 'Overdue now', 'Made, not posted'])
      expect([name, await tile(page, name).getByText('Fresh').count()]).toEqual([name, 1]);
    await page.context().close();
  }, 60_000);

  it('shows a supplier nothing but its own on any screen', async () => {
    // Where it may look at all, something of its own to wait for.
    const screens = {
      '/': 'order lines',
      '/suppliers': OWN.name,
      [`/suppliers/${OWN.id}`]: OWN.name,
      '/orders?tab=open': 'PO-L1 / 10',
      '/quality': null,
      '/production': null,
      '/sync': null,
    };
    const identity = { persona: 'supplier', supplierId: OWN.id, supplierName: OWN.name };
    for (const [path, own] of Object.entries(screens)) {
      const page = await visit.open(path, DESK, { identity });
      await page.getByRole('button', { name: /signed in\. Change$/ }).waitFor();
      if (own !== null) await page.getByRole('main').getByText(own).first().waitFor();
      await filled(page);
      const words = await page.getByRole('main').innerText();
      expect([path, /RIVAL|PO-R|PO-C9|SKU-R/.exec(words)?.[0] ?? null]).toEqual([path, null]);
      await page.context().close();
    }
  }, 120_000);

  describe('while a part of the platform is stopped', () => {
    let screens: AllScreens;
    beforeAll(async () => {
      screens = await AllScreens.open(visit, platform);
    }, 120_000);
    afterAll(() => screens.close());

    const command = async (...words: string[]): Promise<void> =>
      expect(await platform.command('infra/subgraph.mjs', ...words).done).toMatchObject({ code: 0 });

    it.each(Object.keys(FED) as Part[])(
      'every screen marks what %s feeds and nothing else, names it, keeps the last values, and recovers',
      async (part) => {
        const before = await screens.readings();
        await command('stop', part);
        try {
          expect(await screens.settle(FED[part])).toEqual(sorted(FED[part]));
          expect(await screens.named()).toEqual([`Not refreshed · ${part}`]);
          expect(await screens.readings()).toEqual(before);
        } finally {
          // The next part is to fall alone.
          await command('start', part);
        }
        expect(await screens.settle({})).toEqual({});
      },
      120_000,
    );
  });

  it('ranks the lines beyond the first page too, and shows them when they are asked for', async () => {
    const many = Array.from({ length: 205 }, (_, index) => orderLine(`V${index}`, 'RIVAL', 15, 1));
    // Promised after all of them, and more hangs on it than on all of them together.
    await sendLines(platform, ...many, orderLine('V-dear', 'RIVAL', 1, 700_000));
    await eventually(
      () =>
        platform.query<{ purchaseOrderLines: { totalCount: number } }>(
          '{ purchaseOrderLines(filter: { orderNumber: "po-v" }) { totalCount } }',
        ),
      ({ purchaseOrderLines }) => purchaseOrderLines.totalCount === 206,
    );
    const page = await visit.open('/orders?q=po-v', DESK);
    await page.getByText('The first 200 of 206 lines').waitFor();
    await page.getByRole('link', { name: 'PO-V-dear / 10' }).waitFor();
    const [first, ...others] = await orders(page);
    expect([first, others.length]).toEqual(['PO-V-dear / 10', 199]);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('206 lines, ranked').waitFor();
    expect((await orders(page)).slice(0, 200)).toEqual([first, ...others]);
    await page.context().close();
  }, 120_000);

  it('asks nobody but the platform, and leaves no error on the console but those of the cut line', () => {
    expect(visit.troubles).toEqual([]);
  });
});
