import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** How many order lines the page has shown, and when they were on the screen. */
export interface Painted {
  lines: number;
  atMs: number;
}

/** Runs in the page: notes the number on the tile after each frame in which anything has changed. */
const WATCH = `(() => {
  const tile = [...document.querySelectorAll('section, [role=region]')].find((one) => /^Volume\\b/.test(one.innerText));
  const painted = [];
  let asked = false;
  const read = () => {
    asked = false;
    const found = /([\\d,]+)\\s+order lines/.exec(tile.innerText);
    const lines = found && Number(found[1].replaceAll(',', ''));
    if (lines !== null && lines !== painted.at(-1)?.lines) painted.push({ lines, atMs: Date.now() });
  };
  // After the next frame has been drawn.
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => setTimeout(read));
  };
  new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, characterData: true });
  read();
  window.painted = painted;
})()`;

/** The overview in a real browser. */
export class OneBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  /** @returns null when there is no Chromium here */
  static async open(url: string): Promise<OneBrowser | null> {
    const executablePath = [process.env['SIGHTLINE_CHROMIUM'], '/usr/bin/chromium'].find(
      (file) => file && existsSync(file),
    );
    if (executablePath === undefined) return null;
    const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
    const page = await browser.newPage({ viewport: { width: 1440, height: 1800 } });
    await page.goto(`${url}/`);
    const tile = page.locator('section, [role=region]', { hasText: 'order lines' }).filter({ hasText: /^Volume/ });
    await tile.first().waitFor({ timeout: 90_000 });
    await page.evaluate(WATCH);
    return new OneBrowser(browser, page);
  }

  painted(): Promise<Painted[]> {
    return this.page.evaluate<Painted[]>('window.painted');
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
