import { existsSync } from 'node:fs';
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

export interface Look {
  width: 390 | 1440;
  theme: 'light' | 'dark';
}

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

  static async begin(executablePath: string, origin: string): Promise<Visit> {
    return new Visit(await chromium.launch({ executablePath, args: FLAGS }), origin);
  }

  end(): Promise<void> {
    return this.browser.close();
  }

  /**
   * A visitor of their own: nobody else's storage or cache.
   *
   * @param path  within the platform, with its query
   * @param skippable  the page's clock can be moved on by hand
   */
  async open(path: string, { width, theme }: Look, skippable = false): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
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
      if (message.type() === 'error') this.troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`uncaught: ${error.message}`));
    if (skippable) await page.clock.install();
    await page.goto(`${this.origin}${path}`);
    return page;
  }
}

/** What axe finds wrong with a page as it stands, in words. Axe runs in the page itself, which is many times faster. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
}
