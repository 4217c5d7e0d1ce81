import type { Locator, Page } from 'playwright-core';
import { StoryPlatform } from '../../testkit/platform';
import { realData } from '../../testkit/real-data';
import { accessibilityTroubles, DESK, LOOKS, picture, Visit } from '../../testkit/browser';
import { chromiumHere, describeInBrowser } from '../../testkit/describe-in-browser';

/** Somewhat more than the page's cadence of asking again. */
const NEXT_REFRESH_MS = 31_000;

const file = realData('scms/scms_open.csv');
const describeWithFile = file === null ? describe.skip : describeInBrowser;

describeWithFile('the first page', () => {
  let platform: StoryPlatform;
  let visit: Visit;

  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    visit = await Visit.begin(chromiumHere!, platform.url);
  }, 120_000);

  afterAll(async () => {
    await visit?.end();
    await platform?.stop();
  });

  const tile = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
  const shown = (page: Page): Promise<void> =>
    tile(page, 'On time')
      .getByText(/lines due, \d+ late/)
      .waitFor();

  /** Opens the rows behind a tile, reads all of them and gives the sentence that compares them with the figure. */
  async function verdictOf(page: Page, name: string): Promise<string> {
    await page.getByRole('button', { name: `Rows behind ${name}:` }).click();
    const drawer = page.getByRole('dialog');
    const verdict = drawer.getByText(/added up;|the figure\b/);
    await verdict.waitFor();
    const all = drawer.getByRole('button', { name: /^All [\d,]+ rows?$/ });
    if ((await all.count()) > 0) await all.click();
    const last = drawer.getByText(/the same as the figure|not the figure/);
    await last.waitFor();
    const words = await last.innerText();
    await drawer.getByRole('button', { name: 'Close the rows' }).click();
    await drawer.waitFor({ state: 'hidden' });
    return words;
  }

  /** Lets the page ask again, as often as it does by itself, until it shows what is expected or some tries are over. */
  async function refreshUntil(page: Page, expected: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      await page.clock.fastForward(NEXT_REFRESH_MS);
      try {
        return await expected();
      } catch (error) {
        if (tries === 8) throw error;
      }
    }
  }

  it('says on an empty platform how to bring data in, and fills by itself once they are there', async () => {
    const page = await visit.open('/', DESK, { skippable: true });
    await page.getByRole('heading', { name: 'Nothing has arrived yet' }).waitFor();
    await page.getByText('npm run import -- scms FILE').waitFor();
    expect(await accessibilityTroubles(page)).toEqual([]);
    await picture(page, 'empty-light-1440');

    expect(await platform.import(file!)).toMatchObject({ code: 0 });
    await page.clock.fastForward(NEXT_REFRESH_MS);
    await shown(page);
    await page.context().close();
  }, 240_000);

  it('opens ten real years for an executive, every tile with its meaning, its age and rows that add up to it', async () => {
    const page = await visit.open('/', DESK);
    await shown(page);
    await page.getByText(/^94\.5\s% of 2,921 order lines came on time; half arrived within 93 days/).waitFor();

    const verdicts: Record<string, string> = {};
    for (const name of ['On time', 'Lead time', 'Recorded lag', 'Volume']) {
      await tile(page, name).getByText('Archive · to 9 Sep 2015').waitFor();
      await tile(page, name)
        .getByRole('button', { name: `What ${name} means` })
        .click();
      const meaning = page.getByRole('dialog', { name: `What ${name} means` });
      await meaning.getByText(/^\w+\.\w+@1$/).waitFor();
      await meaning.getByText('11 Mar 2006 – 31 Dec 2015').waitFor();
      await page.keyboard.press('Escape');
      verdicts[name] = await verdictOf(page, name);
    }
    expect(verdicts).toEqual({
      'On time': '2,761 ÷ 2,921 adds up to 94.5224 %: the same as the figure.'.replace(' %', '\u00a0%'),
      'Lead time': '2,694 observations come to mean 108.0264, median 93, p90 210: the same as the figure.',
      'Recorded lag': '2,918 observations come to mean 1.8547, median 0, p90 4: the same as the figure.',
      Volume: 'The 2,921 counted rows add up to USD\u00a0331,053,953.37: the same as the figure.',
    });
    await page.context().close();
  }, 120_000);

  it('names the lines that the books of 2014-09-30 called overdue though they had been delivered', async () => {
    const page = await visit.open('/?book=2014-09-30', DESK);
    await page
      .getByText('On 30 Sep 2014 the books called 9 lines overdue; 9 of them had already been delivered.')
      .waitFor();
    await page.getByRole('button', { name: 'Rows behind Falsely overdue: 9 rows' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('The 9 counted rows add up to 9: the same as the figure.').waitFor();
    const orders = await drawer.getByRole('rowheader').allInnerTexts();
    // A line number may follow the order's.
    expect(orders.map((order) => order.slice(0, 11)).sort()).toEqual([
      ...Array<string>(4).fill('SCMS-236120'),
      'SCMS-240830',
      ...Array<string>(2).fill('SCMS-247360'),
      'SCMS-252350',
      'SCMS-252360',
    ]);
    await drawer.getByRole('button', { name: 'Close the rows' }).click();

    await page.getByText('Include transfers from own warehouses', { exact: true }).click();
    await page.getByText('Include undated orders', { exact: true }).click();
    await page
      .getByText('On 30 Sep 2014 the books called 49 lines overdue; 39 of them had already been delivered.')
      .waitFor();
    expect(await verdictOf(page, 'Falsely overdue')).toBe('The 39 counted rows add up to 39: the same as the figure.');
    await page.context().close();
  }, 120_000);

  it('shows a supplier itself and nobody else', async () => {
    const page = await visit.open('/suppliers', DESK);
    const names = page.getByRole('region', { name: 'Suppliers and their figures' }).getByRole('rowheader');
    await names.first().waitFor();
    expect(await names.count()).toBe(62);

    await page.getByRole('button', { name: 'Executive: signed in. Change' }).click();
    await page.getByRole('menuitemradio', { name: /^Supplier/ }).click();
    await page.getByLabel('Name or code').fill('cipla');
    await page.getByRole('dialog').getByRole('button', { name: 'CIPLA LIMITED' }).click();
    await page.getByText('1 supplier in this window').waitFor();
    expect(await names.allInnerTexts()).toEqual(['CIPLA LIMITED']);
    await page.getByRole('link', { name: 'Overview' }).first().click();
    await tile(page, 'On time').getByText('of 115 lines due, 17 late').waitFor();
    await page.context().close();
  }, 120_000);

  it.each(LOOKS)(
    'has nothing that axe objects to, in $theme at $width',
    async (look) => {
      const page = await visit.open('/?book=2014-09-30', look);
      await shown(page);
      await page.getByText(/^On 30 Sep 2014 the books called/).waitFor();
      await page.locator('canvas').first().waitFor();
      const name = `${look.theme}-${look.width}`;
      await picture(page, `overview-real-${name}`);
      expect(await accessibilityTroubles(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);

      await page.getByRole('button', { name: 'Rows behind Lead time:' }).click();
      await page
        .getByRole('dialog')
        .getByText(/rows added up;/)
        .waitFor();
      await picture(page, `rows-${name}`);
      expect(await accessibilityTroubles(page)).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  it('marks only the tiles of a subgraph that is stopped, keeps their last values and recovers', async () => {
    const page = await visit.open('/', DESK, { skippable: true });
    await shown(page);
    const footer = page.getByRole('status', { name: 'Age of the data' });
    await footer.getByText('Archive').waitFor();
    const notRefreshed = page.getByRole('main').getByText('Not refreshed');
    const soon = { timeout: 15_000 };
    const command = async (...words: string[]): Promise<void> =>
      expect(await platform.command('infra/subgraph.mjs', ...words).done).toMatchObject({ code: 0 });

    await command('stop', 'operations');
    await refreshUntil(page, () => footer.getByText('Not refreshed').waitFor(soon));
    // Of the tiles, only that of the lag comes from there.
    for (const name of ['On time', 'OTIF', 'Lead time', 'Overdue in the books'])
      expect([name, await tile(page, name).getByText('Not refreshed').count()]).toEqual([name, 0]);

    await command('start', 'operations');
    await command('stop', 'suppliers');
    await refreshUntil(page, async () => {
      await tile(page, 'On time').getByText('Not refreshed').waitFor(soon);
      await tile(page, 'Overdue in the books').getByText('Not refreshed').waitFor(soon);
    });
    // The last values stay, with a way to ask again.
    await tile(page, 'On time').getByText('of 2,921 lines due, 160 late').waitFor();
    await tile(page, 'On time').getByRole('button', { name: 'Retry' }).waitFor();

    await command('start', 'suppliers');
    await refreshUntil(page, async () => {
      await tile(page, 'On time').getByText('Archive').waitFor(soon);
      await notRefreshed.first().waitFor({ state: 'hidden', ...soon });
    });
    await page.context().close();
  }, 240_000);

  it('asks nobody but the platform, and leaves no error on the console', () => {
    expect(visit.troubles).toEqual([]);
  });
});
