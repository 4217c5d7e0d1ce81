import type { Page } from 'playwright-core';
import { DESK, filled, type Visit } from '../../testkit/browser';
import type { StoryPlatform } from '../../testkit/platform';
import { OWN } from './small-network';

/** Somewhat more than the slowest cadence at which a page asks again by itself. */
const NEXT_REFRESH_MS = 301_000;

export type Part = 'suppliers' | 'inventory' | 'production' | 'quality' | 'operations';
export type Screen = 'overview' | 'suppliers' | 'supplier' | 'orders' | 'line' | 'quality' | 'production' | 'sync';
/** What a screen says is not refreshed, by the headings under which it says so, in alphabetical order. */
export type Marks = Partial<Record<Screen, string[]>>;

const DELIVERY = ['Lead time', 'On time', 'OTIF'];
const FOOTER = ['Age of the data'];

/** What each part feeds: exactly this is marked while it is silent, and everything else is left as it is. */
export const FED: Readonly<Record<Part, Marks>> = {
  suppliers: {
    overview: [
      ...DELIVERY,
      'Delivered, not recorded',
      'Falsely overdue',
      'Lead time, on time and defects',
      'Order book of a day',
      'Overdue in the books',
      'Overdue now',
      'Recorded lag',
      'Suppliers',
      'Value not recorded',
      'Volume',
      'What needs a decision',
    ],
    suppliers: ['Suppliers'],
    supplier: [
      ...DELIVERY,
      'Agreed definition',
      'Buyer’s definition',
      'Lateness',
      'Lead time: how it moved',
      'Lead time: how it spreads',
      'OTIF as each side counts it',
      'Supplier’s definition',
      'What needs a decision',
    ],
    orders: ['Overdue'],
    // What came and what was found is asked of the line, and who has the line is silent.
    line: ['Order line PO-C1 / 10', 'What came', 'What was found'],
  },
  inventory: { line: ['What came'] },
  production: {
    overview: ['Made, not posted'],
    production: [
      'First-pass yield',
      'Kept to plan, and right the first time',
      'Made, not posted',
      'Plants',
      'Schedule adherence',
      'Work orders',
    ],
  },
  quality: {
    overview: ['Defects', 'Lot rejection'],
    supplier: ['Defects', 'Lot rejection'],
    line: ['What was found'],
    quality: [
      'Defects over time',
      'Defects: after sorting',
      'Defects: estimated',
      'Defects: found in samples',
      'Defects: per inspected unit',
      'Defects: whole lots',
      'Inspection lots',
      'Lots not accepted',
      'Plants',
      'Suppliers',
    ],
  },
  operations: {
    overview: [...FOOTER, 'Sync lag'],
    suppliers: FOOTER,
    supplier: FOOTER,
    orders: FOOTER,
    line: FOOTER,
    quality: FOOTER,
    production: FOOTER,
    sync: [
      ...FOOTER,
      'End to end lag',
      'Lag over time',
      'Pipeline lag',
      'Plants',
      'Sources by plant',
      'Where the time goes',
    ],
  },
};

/** Runs in a page: what it marks as not refreshed, and which part it names beside the mark. */
const MARKS = `[...document.querySelectorAll('strong')].filter((word) => word.textContent === 'Not refreshed').map((word) => {
  const place = word.closest('section[aria-labelledby], [aria-label="Age of the data"]');
  const heading = document.getElementById(place.getAttribute('aria-labelledby'));
  return { place: heading ? heading.textContent : place.getAttribute('aria-label'), words: word.parentElement.textContent };
})`;

/**
 * Runs in a page: every tile's title with what stands on it in figures. Not those of lag, which are over the parts that
 * answer and name the one that does not: with one part fewer they are other figures.
 */
const READINGS = `[...document.querySelectorAll('section[data-tone]')].map((tile) => [
  tile.querySelector('h3').textContent,
  ...[...tile.querySelectorAll('div[title] > span')].map((number) => number.textContent),
]).filter(([title]) => !/ lag$/.test(title) || title === 'Recorded lag')`;

/** Every screen, each open in a window of its own whose clock can be moved on by hand. */
export class AllScreens {
  private readonly pages = new Map<Screen, Page>();

  static async open(visit: Visit, platform: StoryPlatform): Promise<AllScreens> {
    const screens = new AllScreens();
    const { purchaseOrderLines } = await platform.query<{ purchaseOrderLines: { edges: { node: { id: string } }[] } }>(
      `{ purchaseOrderLines(filter: { orderNumber: "PO-C1" }, first: 1) { edges { node { id } } } }`,
    );
    const paths: Record<Screen, string> = {
      overview: '/',
      suppliers: '/suppliers',
      supplier: `/suppliers/${OWN.id}`,
      orders: '/orders',
      line: `/orders/${purchaseOrderLines.edges[0]!.node.id}`,
      quality: '/quality',
      production: '/production',
      sync: '/sync',
    };
    for (const [screen, path] of Object.entries(paths) as [Screen, string][])
      screens.pages.set(screen, await visit.open(path, DESK, { skippable: true }));
    for (const page of screens.pages.values()) await filled(page);
    return screens;
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await page.context().close();
  }

  /** The figures on every tile, by screen. */
  async readings(): Promise<[Screen, string[][]][]> {
    const found: [Screen, string[][]][] = [];
    for (const [screen, page] of this.pages) found.push([screen, await page.evaluate<string[][]>(READINGS)]);
    return found;
  }

  /** Lets every page ask again as it does by itself, until the screens are marked as they should be; else how they are. */
  async settle(expected: Marks): Promise<Marks> {
    const wanted = JSON.stringify(sorted(expected));
    let now: Marks = {};
    for (let tries = 0; tries < 5; tries += 1) {
      for (const page of this.pages.values()) await page.clock.fastForward(NEXT_REFRESH_MS);
      for (let looks = 0; looks < 12; looks += 1) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        now = await this.marks();
        if (JSON.stringify(now) === wanted) return now;
      }
    }
    return now;
  }

  /** What the marks say besides, each once: "Not refreshed · quality". */
  async named(): Promise<string[]> {
    const words = new Set<string>();
    for (const page of this.pages.values()) {
      const marks = await page.evaluate<{ words: string }[]>(MARKS);
      for (const mark of marks) words.add(/Not refreshed(?: · \w+)?/.exec(mark.words)?.[0] ?? mark.words);
    }
    return [...words];
  }

  private async marks(): Promise<Marks> {
    const found: Marks = {};
    for (const [screen, page] of this.pages) {
      const marks = await page.evaluate<{ place: string }[]>(MARKS);
      if (marks.length > 0) found[screen] = marks.map(({ place }) => place);
    }
    return sorted(found);
  }
}

/** With each heading once, in one order, so that two can be compared. */
export function sorted(marks: Marks): Marks {
  const entries = Object.entries(marks).map(([screen, titles]) => [screen, [...new Set(titles)].sort()] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
}
