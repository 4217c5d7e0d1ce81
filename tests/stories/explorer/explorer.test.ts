import type { Locator, Page } from 'playwright-core';
import { accessibilityTroubles, DESK, LOOKS, picture, Visit } from '../../testkit/browser';
import { chromiumHere, describeInBrowser } from '../../testkit/describe-in-browser';
import { eventually, lineInput, sendFacts, supplierInput } from '../../testkit/facts';
import { StoryPlatform } from '../../testkit/platform';

/** GraphiQL's tabs hold buttons inside of tabs; it is theirs to mend, and nothing else is excepted. */
const OF_GRAPHIQL = /^nested-interactive:/;

describeInBrowser('the explorer', () => {
  let platform: StoryPlatform;
  let visit: Visit;
  const now = (): string => new Date().toISOString();

  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [supplierInput('ACME', now())]);
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [lineInput('L1', 'ACME', now())]);
    await eventually(
      () => platform.ask<{ suppliers: { edges: unknown[] } }>('executive', '{ suppliers { edges { node { id } } } }'),
      ({ data }) => data.suppliers.edges.length === 1,
    );
    visit = await Visit.begin(chromiumHere!, platform.url);
  }, 120_000);
  afterAll(async () => {
    await visit?.end();
    await platform?.stop();
  });

  const editor = (page: Page): Locator => page.getByRole('region', { name: 'Operation Editor' });
  const answer = (page: Page): Locator => page.locator('.result-window');
  const ready = (page: Page): Promise<void> => editor(page).locator('.view-line').first().waitFor();
  const run = (page: Page): Promise<void> => page.getByRole('button', { name: /Execute query/ }).click();
  const fact = (page: Page, name: string): Locator =>
    page.locator('dl[aria-label="The last answer"] div', { has: page.locator(`dt:text-is("${name}")`) });

  it('opens an example, asks it as the persona, and shows what the answer cost and where it is found', async () => {
    const page = await visit.open('/explorer', DESK);
    await ready(page);
    await page.getByRole('heading', { name: 'API explorer', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Which suppliers matter most/ }).click();
    await editor(page).getByText('WhichSuppliersMatter').first().waitFor();
    await run(page);
    await answer(page).getByText('supplierPerformance').first().waitFor();
    await fact(page, 'Cost')
      .getByText(/^\d+ of [\d,]+, [\d,]+ left$/)
      .waitFor();
    await fact(page, 'Trace')
      .getByText(/[0-9a-f-]{36}/)
      .waitFor();
    await page.context().close();
  }, 120_000);

  it('follows a subscription, message by message', async () => {
    const page = await visit.open('/explorer', DESK);
    await ready(page);
    await page.getByRole('button', { name: /^Follow order lines/ }).click();
    await editor(page).getByText('FollowOrderLines').first().waitFor();
    await run(page);
    await fact(page, 'Messages').waitFor();
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [lineInput('L2', 'ACME', now())]);
    await answer(page).getByText('PO-L2').first().waitFor();
    await page.context().close();
  }, 120_000);

  it('opens what a link names, and gives the same link back', async () => {
    const hash = `op=${encodeURIComponent('query Mine { me { persona } }')}&vars=${encodeURIComponent('{"unused":1}')}`;
    const page = await visit.open(`/explorer#${hash}`, DESK);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await editor(page).getByText('Mine').first().waitFor();
    await page.getByRole('button', { name: /^Copy as link/ }).click();
    await page.getByRole('menuitem', { name: /^Link/ }).click();
    await page.getByText('Copied as link.').waitFor({ state: 'attached' });
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${platform.url}/explorer#${hash}`);
    await page.context().close();
  }, 120_000);

  it('shows the GraphQL behind a screen', async () => {
    const page = await visit.open('/suppliers', DESK);
    await page.getByRole('rowheader').first().waitFor();
    await page.getByRole('button', { name: 'Show the GraphQL behind this screen' }).click();
    await page.getByRole('menuitem').first().click();
    await ready(page);
    await run(page);
    await answer(page).getByText('"data"').first().waitFor();
    await page.context().close();
  }, 120_000);

  it('gives a supplier its own examples, and says that it may ask nothing else', async () => {
    const page = await visit.open('/explorer', DESK);
    await ready(page);
    await page.getByRole('button', { name: 'Executive: signed in. Change' }).click();
    await page.getByRole('menuitemradio', { name: /^Supplier/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'ACME GmbH' }).click();
    await page.getByText(/the examples run, anything else is refused/).waitFor();
    await page.getByRole('button', { name: /^How are we seen/ }).click();
    await run(page);
    await answer(page).getByText('ACME').first().waitFor();
    await page.context().close();
  }, 120_000);

  it.each(LOOKS)(
    'has nothing that axe objects to but what GraphiQL brings, in $theme at $width',
    async (look) => {
      const page = await visit.open('/explorer', look);
      await ready(page);
      await run(page);
      await answer(page).locator('.view-line').getByText('supplierPerformance').first().waitFor();
      await picture(page, `explorer-${look.theme}-${look.width}`);
      const troubles = await accessibilityTroubles(page);
      expect(troubles.filter((trouble) => !OF_GRAPHIQL.test(trouble))).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);
      await page.context().close();
    },
    120_000,
  );

  it('asks nobody but the platform, and leaves no error on the console', () => {
    expect(visit.troubles).toEqual([]);
  });
});
