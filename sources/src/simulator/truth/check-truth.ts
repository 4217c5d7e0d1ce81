import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHttp, type Post } from '../../kit/http';
import { findPlatform, integratorToken } from '../../kit/platform';
import type { SimulatorState } from '../live/state-file';
import type { ScopeFigures, Truth } from './truth';
import type { Share, Spread } from './statistics';

/** A figure as two programs have it. */
export interface Comparison {
  figure: string;
  /** The simulator's own. */
  truth: number | null;
  /** The platform's. */
  answer: number | null;
}

/** Floats of two programs that add in another order may differ in the last digits. */
const isEqual = ({ truth, answer }: Comparison): boolean =>
  truth === null || answer === null
    ? truth === answer
    : Math.abs(truth - answer) <= 1e-9 * Math.max(1, Math.abs(truth), Math.abs(answer));

interface Metric {
  value: number | null;
  n: number;
  numerator: string | null;
  denominator: string | null;
}
type Named<Fields extends string, Value> = Record<Fields, Value>;

const METRIC = '{ value n numerator denominator }';
const SPREAD = '{ n mean median p90 p95 }';
const OTIF = {
  buyer: 'otif.buyer@1',
  supplier: 'otif.supplier@1',
  agreed: 'otif.agreed@1',
  originalCommit: 'otif.originalCommit@1',
  lastCommit: 'otif.lastCommit@1',
} as const;
const DEFECTS = ['found', 'sorted', 'lot', 'inspected'] as const;

const DELIVERY = `query Delivery($scope: ScopeInput, $window: WindowInput, $at: DateTime) {
  supplierPerformance(scope: $scope, window: $window, asOf: $at, knownAt: $at) {
    leadTime ${SPREAD} onTime ${METRIC} recordedLag ${SPREAD}
    ${Object.entries(OTIF)
      .map(([name, id]) => `${name}: otif(definitionId: "${id}") ${METRIC}`)
      .join(' ')}
  }
  qualityPerformance(scope: $scope, window: $window, asOf: $at, knownAt: $at) {
    ${DEFECTS.map((name) => `${name}: defectRate(definitionId: "defectRate.${name}@1") ${METRIC}`).join(' ')}
    lotRejectionRate ${METRIC}
  }
}`;
const PRODUCTION = `query Production($scope: ScopeInput, $window: WindowInput, $at: DateTime) {
  productionPerformance(scope: $scope, window: $window, asOf: $at, knownAt: $at) {
    scheduleAdherence ${METRIC} firstPassYield ${METRIC} unposted ${METRIC} unpostedOrders
  }
}`;
const ORDER_BOOK = `query OrderBook($scope: ScopeInput, $at: DateTime) {
  orderBook(scope: $scope, asOf: $at, knownAt: $at) { ordered { value } open { value } overdue { value } }
}`;
const STOCK = `query Stock($filter: StockPositionFilter) {
  stockPositions(filter: $filter, first: 200) {
    totals { status owner unitOfMeasure quantity }
    edges { node { status owner quantity item { sku } plant { code } } }
  }
}`;

interface DeliveryAnswer {
  supplierPerformance: Named<'onTime' | keyof typeof OTIF, Metric> & Named<'leadTime' | 'recordedLag', Spread>;
  qualityPerformance: Named<(typeof DEFECTS)[number] | 'lotRejectionRate', Metric>;
}
interface ProductionAnswer {
  productionPerformance: Named<'scheduleAdherence' | 'firstPassYield' | 'unposted', Metric> & {
    unpostedOrders: number | null;
  };
}
interface StockAnswer {
  stockPositions: {
    totals: { status: string; owner: string; unitOfMeasure: string; quantity: string }[];
    edges: {
      node: { status: string; owner: string; quantity: string; item: { sku: string }; plant: { code: string } };
    }[];
  };
}

/** Asks one operation; throws when the answer is not whole. */
export type Ask = <Data>(query: string, variables: object) => Promise<Data>;

/**
 * Asks the platform for every headline figure of a truth.
 *
 * @param asked PRESENT: as things are now, stock included, while nothing has happened since; else as of the end of history
 */
export async function compareWithTruth(truth: Truth, ask: Ask, asked: 'PRESENT' | 'PAST'): Promise<Comparison[]> {
  const at = asked === 'PRESENT' ? null : truth.anchor;
  const { window } = truth;
  const found: Comparison[] = [];
  const add = (figure: string, expected: number | null, answer: number | string | null | undefined): void =>
    void found.push({ figure, truth: expected, answer: answer == null ? null : Number(answer) });
  const addSpread = (figure: string, expected: Spread, answer: Spread): void => {
    for (const field of ['n', 'mean', 'median', 'p90', 'p95'] as const)
      add(`${figure} ${field}`, expected[field], answer[field]);
  };
  const addShare = (figure: string, expected: Share, answer: Metric): void => {
    add(`${figure} numerator`, expected.part, answer.numerator ?? (expected.whole === 0 ? 0 : null));
    add(`${figure} denominator`, expected.whole, answer.denominator ?? (expected.whole === 0 ? 0 : null));
    add(figure, expected.value, answer.value);
  };
  const scope = async (name: string, figures: ScopeFigures, of: object): Promise<DeliveryAnswer> => {
    const answer = await ask<DeliveryAnswer>(DELIVERY, { scope: { ...of, origin: 'SIMULATED' }, window, at });
    const { supplierPerformance: delivery, qualityPerformance: quality } = answer;
    addSpread(`${name}: lead time`, figures.delivery.leadTime, delivery.leadTime);
    addShare(`${name}: on time`, figures.delivery.onTime, delivery.onTime);
    for (const [field, id] of Object.entries(OTIF) as [keyof typeof OTIF, (typeof OTIF)[keyof typeof OTIF]][])
      addShare(`${name}: ${id}`, figures.delivery.otif[id], delivery[field]);
    for (const field of DEFECTS)
      addShare(`${name}: defectRate.${field}@1`, figures.quality.defectRate[field], quality[field]);
    addShare(`${name}: lot rejection`, figures.quality.lotRejection, quality.lotRejectionRate);
    return answer;
  };
  const production = async (name: string, figures: Truth['production'], of: object): Promise<void> => {
    const { productionPerformance: answer } = await ask<ProductionAnswer>(PRODUCTION, {
      scope: { ...of, origin: 'SIMULATED' },
      window,
      at,
    });
    addShare(`${name}: schedule adherence`, figures.scheduleAdherence, answer.scheduleAdherence);
    addShare(`${name}: first-pass yield`, figures.firstPassYield, answer.firstPassYield);
    add(`${name}: unposted units`, figures.unpostedUnits, answer.unposted.value);
    add(`${name}: unposted orders`, figures.unpostedOrders, answer.unpostedOrders);
  };

  const overall = await scope('all', truth.overall, {});
  addSpread('all: recorded lag', truth.recordedLag, overall.supplierPerformance.recordedLag);
  await production('all', truth.production, {});
  const { orderBook } = await ask<{ orderBook: Named<'ordered' | 'open' | 'overdue', { value: number | null }> }>(
    ORDER_BOOK,
    { scope: { origin: 'SIMULATED' }, at },
  );
  for (const field of ['ordered', 'open', 'overdue'] as const)
    add(`all: order book, ${field}`, truth.orderBook[field], orderBook[field].value);
  for (const plant of truth.plants) {
    await scope(plant.code, plant.figures, { plantIds: [plant.id] });
    await production(plant.code, plant.production, { plantIds: [plant.id] });
  }
  for (const supplier of truth.suppliers) await scope(supplier.code, supplier.figures, { supplierIds: [supplier.id] });
  if (asked === 'PRESENT') await compareStock(truth, ask, add);
  return found;
}

async function compareStock(
  { stock }: Truth,
  ask: Ask,
  add: (figure: string, truth: number, answer: number | string | null) => void,
): Promise<void> {
  const { stockPositions: all } = await ask<StockAnswer>(STOCK, { filter: { origin: 'SIMULATED' } });
  for (const { status, owner, unit, quantity } of stock.totals) {
    const total = all.totals.find((one) => one.status === status && one.owner === owner && one.unitOfMeasure === unit);
    add(`stock ${status} ${owner} ${unit}`, quantity, total?.quantity ?? null);
  }
  for (const { sku, plant, status, owner, quantity } of stock.sample) {
    const { stockPositions } = await ask<StockAnswer>(STOCK, {
      filter: { origin: 'SIMULATED', search: sku, statuses: [status], owners: [owner] },
    });
    const lots = stockPositions.edges.filter(({ node }) => node.item.sku === sku && node.plant.code === plant);
    add(
      `stock of ${sku} at ${plant}, ${status} ${owner}`,
      quantity,
      lots.reduce((sum, { node }) => sum + Number(node.quantity), 0),
    );
  }
}

/** The command: prints what differs; exit code 0 when nothing does. */
export async function checkTruth(
  homeDir: string,
  settings: Readonly<Record<string, string | undefined>>,
  print: (text: string) => void,
): Promise<0 | 1> {
  const read = <Content>(name: string): Content | null => {
    const file = join(homeDir, 'simulator', name);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : null;
  };
  const truth = read<Truth>('truth.json');
  const state = read<SimulatorState>('state.json');
  const place = findPlatform(settings);
  if (truth === null || state === null || !place.ok) {
    print(
      `There is nothing to compare: ${place.ok ? `no demo was loaded in ${homeDir}` : 'the platform is not running'}.`,
    );
    return 1;
  }
  const http = openHttp(place.value.url, 2);
  try {
    const token = await integratorToken(settings, http.post);
    // A day later more is due, whether or not anything happened.
    const sameDay = new Date().toISOString().slice(0, 10) === truth.anchor.slice(0, 10);
    const asked = state.sessions.length === 0 && sameDay ? 'PRESENT' : 'PAST';
    const { compared, different } = await onceSettled(async () => {
      const all = await compareWithTruth(truth, asking(http.post, token), asked);
      return { compared: all, different: all.filter((comparison) => !isEqual(comparison)) };
    }, print);
    for (const { figure, truth: expected, answer } of different)
      print(`DIFFERS ${figure}: the simulator has ${expected}, the platform ${answer}`);
    print(`${compared.length - different.length} figures equal, ${different.length} different`);
    return different.length === 0 ? 0 : 1;
  } finally {
    http.close();
  }
}

/**
 * What a load brought is worked out after it went through the door: as long as answers move, they are asked again. Judging
 * waits for the end of a bulk, a minute at most, and until then they stand still.
 */
const UNMOVED_MS = 65_000;
const ASK_AGAIN_MS = 3_000;

type Compared = Awaited<ReturnType<typeof compareWithTruth>>;
interface Standing {
  compared: Compared;
  different: Compared;
}

async function onceSettled(compare: () => Promise<Standing>, print: (text: string) => void): Promise<Standing> {
  let standing = await compare();
  if (standing.different.length > 0)
    print(`${standing.different.length} figures differ; looking whether the platform is still at work`);
  let movedAt = performance.now();
  while (standing.different.length > 0 && performance.now() - movedAt < UNMOVED_MS) {
    await sleep(ASK_AGAIN_MS);
    const next = await compare();
    if (JSON.stringify(next.different) !== JSON.stringify(standing.different)) movedAt = performance.now();
    standing = next;
  }
  return standing;
}

const TRIES = 12;
/** The past of a whole history is folded for the first who asks; whoever asks again finds it done. */
const RETRY_MS = 2_000;

function asking(post: Post, token: string): Ask {
  return async <Data>(query: string, variables: object): Promise<Data> => {
    for (let tries = 1; ; tries += 1) {
      const { body } = await post('/graphql', JSON.stringify({ query, variables }), {
        authorization: `Bearer ${token}`,
      });
      const answer = JSON.parse(body) as { data?: Data; errors?: { extensions?: { code?: string } }[] };
      if (answer.data && !answer.errors) return answer.data;
      const code = answer.errors?.[0]?.extensions?.code ?? '';
      if (tries >= TRIES || !/TIMEOUT|DEADLINE|UNAVAILABLE|STILL_FOLDING/.test(code))
        throw new Error(JSON.stringify(answer.errors ?? body));
      await sleep(RETRY_MS);
    }
  };
}
