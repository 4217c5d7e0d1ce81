import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { chromiumPath, DESK, filled, Visit } from '../testkit/browser';
import { sendFacts, supplierInput } from '../testkit/facts';
import { StoryPlatform } from '../testkit/platform';
import { Wire } from '../testkit/wire';
import { orderLine, receiptNow, sendLines, sendReceipts } from '../stories/live-dashboard/small-network';
import { atMost, rowOf, type Bench, type BenchResult } from './bench';
import { percentile } from './statistics';

const ROUNDS = 5;
/** A fortieth of the demo: some 900 order lines with all that happened to them. */
const SCALE = '0.025';
/** Receipts come in every so often, so many at once: 20 a second, and 200 a second. */
const EVERY_MS = 50;
const PACES = [
  { receipts: 200, atOnce: 1 },
  { receipts: 800, atOnce: 10 },
] as const;
const VARIANT = 'sightline-together';

/** What a visitor sees of the overview until its tiles are there, and how far things moved while they came. */
interface Opening {
  lcpMs: number;
  lcpElement: string;
  cls: number;
  tilesMs: number;
  /** Kilobytes of JavaScript that came over the line until then. */
  jsKb: number;
}

/** Runs in the page from its first moment on. */
const WATCH = `
  window.bench = { lcp: 0, element: '', cls: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      bench.lcp = entry.startTime;
      bench.element = entry.element ? entry.element.tagName + '.' + entry.element.className : '';
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) bench.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/**
 * From a message that brings new figures of delivery until the frame in which their tile shows them. What changes nothing
 * on the screen, a heartbeat for instance, has no such time.
 */
const WATCH_SOCKET = `
  window.arrivals = [];
  let waiting = [];
  let tile;
  const shownLines = () => {
    tile ??= [...document.querySelectorAll('section[data-tone]')].find((one) => one.querySelector('h3').textContent === 'Lead time');
    const words = /received, ([\\d,]+) lines?/.exec(tile?.textContent ?? '');
    return words === null ? -1 : Number(words[1].replaceAll(',', ''));
  };
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const lines = JSON.parse(data).payload?.data?.supplierPerformanceChanged?.performance?.leadTime?.n;
        if (lines > shownLines()) waiting.push({ lines, at: performance.now() });
      });
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      if (waiting.length === 0) return;
      const shown = shownLines();
      const arrived = waiting.filter(({ lines }) => lines <= shown);
      waiting = waiting.filter(({ lines }) => lines > shown);
      if (arrived.length > 0) requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => arrived.forEach(({ at }) => window.arrivals.push(performance.now() - at));
        channel.port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });`;

/** Runs in the page: kilobytes of script as they came over the line. */
const SCRIPT_WEIGHT = `performance.getEntriesByType('resource').filter(({ name }) => /\\.js$/.test(new URL(name).pathname))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`;

/** Budgets of the design for the first page, on the machine at hand. */
export const dashboardBench: Bench = {
  about: 'The overview in headless Chromium, over the simulated network: budgets of the design.',
  async run(say) {
    const executable = chromiumPath();
    if (executable === null) throw new Error('This bench needs a Chromium.');
    const platform = await StoryPlatform.startAsUser('together', { demo: false });
    const wire = await Wire.lay(() => platform.url);
    let visit: Visit | null = null;
    try {
      const load = await platform.command('sources/dist/simulator/cli.js', 'load', '--scale', SCALE).done;
      if (load.code !== 0) throw new Error(`The network could not be loaded:\n${load.output}`);
      visit = await Visit.begin(executable, wire.url);
      return await measured(platform, wire, visit, say);
    } finally {
      await visit?.end();
      await wire.take();
      await platform.stop();
    }
  },
};

async function measured(
  platform: StoryPlatform,
  wire: Wire,
  visit: Visit,
  say: (line: string) => void,
): Promise<BenchResult> {
  const weight = await firstWeight(platform.url);
  // The first visitor pays for plans and caches that all later ones share.
  await opened(visit);
  const openings: Opening[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const opening = await opened(visit);
    say(
      `opening ${round}: LCP ${Math.round(opening.lcpMs)} ms (${opening.lcpElement}), tiles ${Math.round(opening.tilesMs)} ms`,
    );
    openings.push(opening);
  }
  const pixels: number[][] = [];
  for (const pace of PACES) pixels.push(await socketToPixel(platform, visit, pace, pixels.length));
  const reconnects = await reconnectTimes(platform, wire, visit, say);
  const row = (metric: string, unit: string, values: readonly number[]) => rowOf(VARIANT, metric, unit, values);
  const lcp = row(
    'LCP',
    'ms',
    openings.map(({ lcpMs }) => lcpMs),
  );
  const cls = row(
    'CLS',
    '',
    openings.map(({ cls: moved }) => moved),
  );
  const lost = row(
    'lost socket until shown',
    'ms',
    reconnects.map(({ shownMs }) => shownMs),
  );
  const back = row(
    'line mended until live and up to date',
    'ms',
    reconnects.map(({ backMs }) => backMs),
  );
  const [slow, fast] = pixels.map((times) => percentile(times, 0.95)) as [number, number];
  return {
    rows: [
      lcp,
      row(
        'all tiles filled',
        'ms',
        openings.map(({ tilesMs }) => tilesMs),
      ),
      cls,
      row('first JavaScript, compressed', 'kB', [weight.js]),
      row(
        'JavaScript until the tiles are filled',
        'kB',
        openings.map(({ jsKb }) => jsKb),
      ),
      row('first CSS, compressed', 'kB', [weight.css]),
      row('socket to pixel, 20 a second', 'ms', pixels[0]!),
      row('socket to pixel, 20 a second, p95', 'ms', [slow]),
      row('socket to pixel, 200 a second', 'ms', pixels[1]!),
      row('socket to pixel, 200 a second, p95', 'ms', [fast]),
      lost,
      back,
    ],
    targets: [
      atMost('lcp-ms', lcp.median, 1_200),
      atMost('cls', cls.max, 0.02),
      atMost('first-js-kb', weight.js, 200),
      atMost('first-css-kb', weight.css, 40),
      atMost('socket-to-pixel-20-p95-ms', slow, 50),
      atMost('socket-to-pixel-200-p95-ms', fast, 100),
      atMost('lost-socket-shown-ms', lost.median, 1_000),
      atMost('reconnect-ms', back.median, 2_000),
    ],
    notes: [
      `${ROUNDS} openings with an empty cache, 1440 × 900, after one that warms the platform; ${PACES.map(({ receipts, atOnce }) => `${receipts} receipts at ${(atOnce * 1000) / EVERY_MS} a second`).join(', then ')}.`,
      'Socket to pixel: from a message with new figures of delivery until the frame in which their tile shows them.',
      'Platform, database, browser and the sender of receipts share the machine.',
    ],
  };
}

/** Kilobytes of what the page names in its head: fetched before anything can be shown. */
async function firstWeight(url: string): Promise<{ js: number; css: number }> {
  const html = await (await fetch(`${url}/`)).text();
  const sizeOf = async (pattern: RegExp): Promise<number> => {
    const paths = [...html.matchAll(pattern)].map((found) => found[1]!);
    const bodies = await Promise.all(paths.map(async (path) => (await fetch(new URL(path, url))).arrayBuffer()));
    return bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0) / 1000;
  };
  return {
    js: await sizeOf(/(?:src|rel="modulepreload"[^>]*href)="([^"]+\.js)"/g),
    css: await sizeOf(/href="([^"]+\.css)"/g),
  };
}

async function opened(visit: Visit): Promise<Opening> {
  const page = await visit.open('/', DESK, { prelude: WATCH });
  await filled(page);
  const tilesMs = await page.evaluate<number>('performance.now()');
  const jsKb = await page.evaluate<number>(SCRIPT_WEIGHT);
  await page.locator('canvas').first().waitFor();
  // What comes late may still move things.
  await page.waitForTimeout(1_000);
  const seen = await page.evaluate<{ lcp: number; element: string; cls: number }>('bench');
  await page.context().close();
  return { lcpMs: seen.lcp, lcpElement: seen.element, cls: seen.cls, tilesMs, jsKb };
}

const live = (page: Page): Promise<void> => page.getByRole('button', { name: 'Connection: Live' }).waitFor();
const leadTime = (page: Page, words: string): Promise<void> =>
  page.getByRole('region', { name: 'Lead time', exact: true }).getByText(words).waitFor();

/** Milliseconds from each message that changed the screen to its frame, while receipts come in. */
async function socketToPixel(
  platform: StoryPlatform,
  visit: Visit,
  { receipts, atOnce }: (typeof PACES)[number],
  pace: number,
): Promise<number[]> {
  const ids = await realLines(platform, `S${pace}-`, receipts);
  const page = await visit.open('/?origin=real', DESK, { prelude: WATCH_SOCKET });
  await live(page);
  await page.waitForTimeout(1_000);
  await page.evaluate('arrivals.length = 0');
  for (let from = 0; from < ids.length; from += atOnce) {
    const batch = ids.slice(from, from + atOnce).map((id) => receiptNow(id));
    await Promise.all([sendReceipts(platform, ...batch), page.waitForTimeout(EVERY_MS)]);
  }
  await leadTime(page, receivedAfter(pace));
  const times = await page.evaluate<number[]>('arrivals');
  await page.context().close();
  if (times.length === 0) throw new Error(`Of ${receipts} receipts no message changed the screen.`);
  return times;
}

/** How many lines have come when all receipts of the first paces have, and some more, as the tile says it. */
function receivedAfter(pace: number, more = 0): string {
  const sum = PACES.slice(0, pace + 1).reduce((lines, { receipts }) => lines + receipts, more);
  return `${sum.toLocaleString('en-GB')} lines`;
}

/** Order lines beside the simulated ones, for receipts that this bench sends itself. */
async function realLines(platform: StoryPlatform, prefix: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [supplierInput('ACME', new Date().toISOString())]);
  await sendLines(platform, ...ids.map((id) => orderLine(id, 'ACME', 1, 100)));
  return ids;
}

interface Reconnect {
  shownMs: number;
  backMs: number;
}

/** Cuts the line, lets a receipt arrive meanwhile, mends it: how long until each shows. */
async function reconnectTimes(
  platform: StoryPlatform,
  wire: Wire,
  visit: Visit,
  say: (line: string) => void,
): Promise<Reconnect[]> {
  const ids = await realLines(platform, 'W', ROUNDS);
  const page = await visit.open('/?origin=real', DESK);
  await leadTime(page, receivedAfter(PACES.length));
  const times: Reconnect[] = [];
  for (const [round, id] of ids.entries()) {
    await live(page);
    await page.waitForTimeout(500);
    const cutAt = performance.now();
    wire.cut();
    await page.getByRole('button', { name: /^Connection: (?!Live)/ }).waitFor();
    const shownMs = performance.now() - cutAt;
    await sendReceipts(platform, receiptNow(id));
    await page.waitForTimeout(1_500);
    const mendedAt = performance.now();
    wire.mend();
    await Promise.all([live(page), leadTime(page, receivedAfter(PACES.length, round + 1))]);
    const backMs = performance.now() - mendedAt;
    say(`line ${round + 1}: shown after ${Math.round(shownMs)} ms, back after ${Math.round(backMs)} ms`);
    times.push({ shownMs, backMs });
  }
  await page.context().close();
  return times;
}
