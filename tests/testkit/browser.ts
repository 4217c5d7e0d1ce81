import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

/** What keeps a browser of a test from talking to anybody on its own, and running where there is no sandbox. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium is, or null, said loudly. With CI=true its absence is a failure: CI installs one. */
export function chromiumPath(): string | null {
  const found = [process.env['SIGHTLINE_CHROMIUM'], '/usr/bin/chromium'].find((file) => file && existsSync(file));
  if (found !== undefined) return found;
  const missing = 'no Chromium was found; name one in SIGHTLINE_CHROMIUM';
  if (process.env['CI'] === 'true') throw new Error(`The browser story can't run: ${missing}.`);
  process.stderr.write(`SKIPPED: the browser story, because ${missing}.\n`);
  return null;
}

/** Where pictures of the screens are left; CI keeps the folder. */
const PICTURES = path.resolve(__dirname, '../../.ci/artefacts/screens');

export interface Look {
  width: 390 | 1440 | 1920;
  theme: 'light' | 'dark';
}

/** As most people see it. */
export const DESK: Look = { width: 1440, theme: 'light' };
/** A screen on a wall; its address says `kiosk=1`. */
export const WALL: Look = { width: 1920, theme: 'dark' };

/** The four ways in which every screen is looked at. */
export const LOOKS: readonly Look[] = [
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
];

/** One browser over one platform, which writes down whatever a visitor should never see. */
export class Visit {
  /** Requests that left the platform, errors on the console and uncaught ones; empty when all is well. */
  readonly troubles: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  /** What a story does on purpose, e.g. cutting the line, the browser complains of too: from here on it is no trouble. */
  private forgiven: RegExp | null = null;

  static async begin(executablePath: string, origin: string): Promise<Visit> {
    return new Visit(await chromium.launch({ executablePath, args: FLAGS }), origin);
  }

  /** From now on messages like this are expected. */
  forgive(expected: RegExp): void {
    this.forgiven = expected;
  }

  end(): Promise<void> {
    return this.browser.close();
  }

  /** Closes every page: one that a failed story left open would go on living at the expense of the next. */
  async closePages(): Promise<void> {
    for (const context of this.browser.contexts()) await context.close();
  }

  /**
   * A visitor of their own: nobody else's storage or cache.
   *
   * @param path  within the platform, with its query
   * @param skippable  the page's clock can be moved on by hand
   * @param identity  whom the visitor has chosen to be before; left out: nobody, so the executive
   * @param prelude  runs in the page before anything of its own
   */
  async open(
    path: string,
    { width, theme }: Look,
    { skippable = false, identity, prelude }: { skippable?: boolean; identity?: object; prelude?: string } = {},
  ): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height: width === WALL.width ? 1080 : 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
      locale: 'en-GB',
    });
    const page = await context.newPage();
    // A page on a busy machine takes its time; how fast it is, a bench says.
    page.setDefaultTimeout(60_000);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${this.origin}/`) && !/^(data|blob):/.test(url)) this.troubles.push(`asked ${url}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && this.forgiven?.test(message.text()) !== true)
        this.troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`uncaught: ${error.message}`));
    if (skippable) await page.clock.install();
    if (prelude !== undefined) await page.addInitScript(prelude);
    if (identity !== undefined)
      await page.addInitScript(
        `localStorage.setItem('sightline.identity', ${JSON.stringify(JSON.stringify(identity))})`,
      );
    await page.goto(`${this.origin}${path}`);
    return page;
  }
}

/** Until nothing on a page is on its way any more: every place has its answer, or says why it has none. */
export async function filled(page: Page): Promise<void> {
  const until = Date.now() + 60_000;
  // Asked from outside: the page's own policy forbids to evaluate anything in it.
  // Twice in a row: between a screen's code and its first question there is a moment in which it waits for nothing.
  for (let times = 0; times < 2;) {
    times = (await page.evaluate<boolean>(FILLED)) ? times + 1 : 0;
    if (Date.now() > until) throw new Error(`${page.url()} is still waiting`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const FILLED = `document.querySelector('h1, main h2') !== null && document.querySelector('.sl-skeleton') === null`;

/** Leaves a picture of all of a page, the strip at the bottom at its bottom; the window is as it was afterwards. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const size = page.viewportSize();
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  // A wall shows what fits on it.
  if (size !== null && size.width !== WALL.width)
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  if (size !== null) await page.setViewportSize(size);
}

/** What axe finds wrong with a page as it stands, in words. Axe runs in the page itself, which is many times faster. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
}
