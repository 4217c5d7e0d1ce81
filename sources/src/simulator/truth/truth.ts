import { supplierIdOf } from '@sightline/contracts/identities';
import { type DirtCounts, DIRT } from '../dirt/dirt-kinds';
import type { Network } from '../network/network';
import { PLANTS } from '../network/plants';
import { DAY_MS, dayText, type Ms } from '../network/site-time';
import type { BookedLag, BookedLine, BookedOrder, BookedReceipt, Books } from './books';
import { type DeliveryFigures, deliveryFigures, type Question } from './delivery-figures';
import { type Share, shareOf, type Spread, spreadOf } from './statistics';

export interface QualityFigures {
  /** Parts per million, by the name of the definition. */
  defectRate: Record<'found' | 'sorted' | 'lot' | 'inspected', Share>;
  lotRejection: Share;
}

export interface ProductionFigures {
  scheduleAdherence: Share;
  firstPassYield: Share;
  /** At the anchor, in pieces. */
  unpostedUnits: number;
  unpostedOrders: number;
}

export interface ScopeFigures {
  delivery: DeliveryFigures;
  quality: QualityFigures;
}

/** Parts of the lag of one source's facts of one kind at one plant, in seconds. */
export interface LagFigures {
  flow: string;
  n: number;
  skewed: number;
  entry: Spread;
  transport: Spread;
  endToEnd: Spread;
}

/** The headline figures of a history, as plain arithmetic over its facts gives them. */
export interface Truth {
  seed: number;
  scale: number;
  /** RFC 3339: the figures are of what had happened, and was in the books, at this instant. */
  anchor: string;
  window: { from: string; to: string };
  facts: Record<string, number>;
  overall: ScopeFigures;
  orderBook: { ordered: number; open: number; overdue: number };
  recordedLag: Spread;
  production: ProductionFigures;
  plants: readonly { code: string; id: string; figures: ScopeFigures; production: ProductionFigures }[];
  /** The five with the most lines. */
  suppliers: readonly { code: string; id: string; lines: number; figures: ScopeFigures }[];
  /** The supplier with equal rates over different lines. */
  equalRates: { code: string; id: string; exact: Share; agreed: Share };
  stock: {
    totals: readonly { status: string; owner: string; unit: string; quantity: number }[];
    sample: readonly { sku: string; plant: string; status: string; owner: string; quantity: number }[];
  };
  /** Facts that became visible from the first to the last whole day of the window. */
  lag: readonly LagFigures[];
  dirt: readonly { kind: string; meaning: string; count: number }[];
}

export const WINDOW_DAYS = 90;

interface TruthOptions {
  network: Network;
  books: Books;
  anchor: Ms;
  scale: number;
  facts: Record<string, number>;
  dirt: DirtCounts;
}

export function truthOf({ network, books, anchor, scale, facts, dirt }: TruthOptions): Truth {
  const today = Math.floor(anchor / DAY_MS);
  const question: Question = { from: today - WINDOW_DAYS + 1, to: today, today };
  const lines = [...books.lines.values()];
  const receipts = [...books.receipts.values()];
  const orders = [...books.orders.values()];
  const figures = (mine: (scope: { plant: number; supplier: number }) => boolean): ScopeFigures => ({
    delivery: deliveryFigures(
      lines.filter(({ terms }) => mine(terms)),
      question,
    ),
    quality: qualityFigures(
      network,
      receipts.filter(({ fact }) => mine(fact.line)),
      question,
    ),
  });
  const linesOf = (supplier: number): number => lines.filter(({ terms }) => terms.supplier === supplier).length;
  const largest = network.suppliers
    .map((supplier) => ({ supplier, count: linesOf(supplier.index) }))
    .sort((one, other) => other.count - one.count)
    .slice(0, 5);
  const equal = network.suppliers.find(({ story }) => story === 'EQUAL_RATES')!;
  const equalFigures = figures(({ supplier }) => supplier === equal.index).delivery.otif;
  return {
    seed: network.seed,
    scale,
    anchor: new Date(anchor).toISOString(),
    window: { from: dayText(question.from), to: dayText(question.to) },
    facts,
    overall: figures(() => true),
    orderBook: orderBookOf(lines, question),
    recordedLag: spreadOf(
      receipts
        .filter(({ day }) => day >= question.from && day <= question.to)
        .map(({ day, recordedDay }) => recordedDay - day),
    ),
    production: productionFigures(orders, question),
    plants: PLANTS.map(({ index, code, id }) => ({
      code,
      id,
      figures: figures(({ plant }) => plant === index),
      production: productionFigures(
        orders.filter(({ terms }) => terms.plant === index),
        question,
      ),
    })),
    suppliers: largest.map(({ supplier, count }) => ({
      code: supplier.code,
      id: supplierIdOf(supplier.code),
      lines: count,
      figures: figures(({ supplier: of }) => of === supplier.index),
    })),
    equalRates: {
      code: equal.code,
      id: supplierIdOf(equal.code),
      exact: equalFigures['otif.originalCommit@1'],
      agreed: equalFigures['otif.agreed@1'],
    },
    stock: stockFigures(network, books),
    lag: lagFigures(books.lags, question),
    dirt: Object.entries(DIRT).map(([kind, meaning]) => ({
      kind,
      meaning,
      count: dirt[kind as keyof DirtCounts],
    })),
  };
}

function orderBookOf(lines: readonly BookedLine[], { today }: Question): Truth['orderBook'] {
  const standing = lines.filter(({ cancelledBy }) => cancelledBy === null);
  const open = standing.filter(({ received, terms }) => {
    const sum = received.reduce((total, { quantity }) => total + quantity, 0);
    return sum < terms.ordered && !received.some(({ final }) => final);
  });
  const overdue = open.filter(({ promises, terms }) => (promises.at(-1)?.day ?? terms.committedDay) < today);
  return { ordered: standing.length, open: open.length, overdue: overdue.length };
}

/** Goods are dated by the day they came; bulk goods have no parts to count. Units, not thousandths. */
function qualityFigures(network: Network, all: readonly BookedReceipt[], { from, to }: Question): QualityFigures {
  const receipts = all.filter(({ day }) => day >= from && day <= to);
  const rejected = ({ inspection }: BookedReceipt): boolean =>
    inspection?.decision === 'REJECTED' || inspection?.decision === 'PARTIALLY_ACCEPTED';
  const sums = { found: [0, 0], sorted: [0, 0], lot: [0, 0], inspected: [0, 0] };
  const add = (to_: number[], part: number, whole: number): void => {
    to_[0]! += part;
    to_[1]! += whole;
  };
  for (const receipt of receipts) {
    if (network.items[receipt.fact.line.item]!.unit === 'KGM') continue;
    const units = receipt.quantity / 1_000;
    const { inspection } = receipt;
    if (inspection === null || inspection.decision === 'SKIPPED') {
      for (const sum of [sums.found, sums.sorted, sums.lot]) add(sum, 0, units);
      continue;
    }
    add(sums.lot, rejected(receipt) ? units : 0, units);
    const { defectiveInSample, sampleSize, defectiveAfterSort } = inspection;
    if (defectiveInSample !== null) {
      add(sums.found, defectiveInSample, units);
      add(sums.inspected, defectiveInSample, sampleSize ?? 0);
    }
    // Defects in a sample say nothing of the whole until it is sorted.
    if (defectiveAfterSort !== null) add(sums.sorted, defectiveAfterSort, units);
    else if (defectiveInSample === 0 && !rejected(receipt)) add(sums.sorted, 0, units);
  }
  const ppm = ([part, whole]: number[]): Share => shareOf(part ?? 0, whole ?? 0, 1e6);
  const decided = receipts.filter(({ inspection }) => inspection !== null && inspection.decision !== 'SKIPPED');
  return {
    defectRate: {
      found: ppm(sums.found),
      sorted: ppm(sums.sorted),
      lot: ppm(sums.lot),
      inspected: ppm(sums.inspected),
    },
    lotRejection: shareOf(decided.filter(rejected).length, decided.length),
  };
}

function productionFigures(orders: readonly BookedOrder[], { from, to, today }: Question): ProductionFigures {
  const judged = orders.filter(
    ({ cancelled, finishDay, completedDay }) =>
      !cancelled &&
      finishDay >= from &&
      finishDay <= to &&
      (completedDay === null ? finishDay + 1 <= today : finishDay <= today),
  );
  const kept = judged.filter(({ completedDay, finishDay }) => completedDay !== null && completedDay <= finishDay);
  const completed = orders.filter(
    ({ completedDay }) => completedDay !== null && completedDay >= from && completedDay <= to,
  );
  const sum = (of: readonly BookedOrder[], number: (order: BookedOrder) => number): number =>
    of.reduce((total, order) => total + number(order), 0) / 1_000;
  const unposted = orders.filter(({ good, posted }) => good > posted);
  return {
    scheduleAdherence: shareOf(kept.length, judged.length),
    firstPassYield: shareOf(
      sum(completed, ({ good }) => good),
      sum(completed, ({ good, scrapped }) => good + scrapped),
    ),
    unpostedUnits: sum(unposted, ({ good, posted }) => good - posted),
    unpostedOrders: unposted.length,
  };
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** How many positions of the sample are told one by one. */
const SAMPLE = 40;

function stockFigures(network: Network, books: Books): Truth['stock'] {
  const totals = new Map<string, number>();
  const positions = [...books.stock].filter(([, quantity]) => quantity !== 0);
  for (const [position, quantity] of positions) {
    const [item, , status, owner] = position.split('|');
    const total = `${status}|${owner}|${network.items[Number(item)]!.unit}`;
    totals.set(total, (totals.get(total) ?? 0) + quantity);
  }
  const every = Math.max(1, Math.floor(positions.length / SAMPLE));
  return {
    totals: [...totals].sort(byName).map(([total, quantity]) => {
      const [status, owner, unit] = total.split('|') as [string, string, string];
      return { status, owner, unit, quantity: quantity / 1_000 };
    }),
    sample: positions
      .filter((_, index) => index % every === 0)
      .map(([position, quantity]) => {
        const [item, plant, status, owner] = position.split('|') as [string, string, string, string];
        return {
          sku: network.items[Number(item)]!.sku,
          plant: PLANTS[Number(plant)]!.code,
          status,
          owner,
          quantity: quantity / 1_000,
        };
      }),
  };
}

function lagFigures(lags: readonly BookedLag[], { from, to }: Question): readonly LagFigures[] {
  const byFlow = new Map<string, BookedLag[]>();
  for (const lag of lags) {
    // The last day is not over: more of it may become visible.
    if (lag.visibleDay < from || lag.visibleDay >= to) continue;
    const flow = byFlow.get(lag.flow);
    if (flow === undefined) byFlow.set(lag.flow, [lag]);
    else flow.push(lag);
  }
  return [...byFlow].sort(byName).map(([flow, of]) => ({
    flow,
    n: of.length,
    skewed: of.filter(({ entry, transport }) => entry < 0 || transport < 0).length,
    entry: spreadOf(of.map(({ entry }) => entry).filter((seconds) => seconds >= 0)),
    transport: spreadOf(of.map(({ transport }) => transport).filter((seconds) => seconds >= 0)),
    endToEnd: spreadOf(of.map(({ entry, transport, processing }) => entry + transport + processing)),
  }));
}
