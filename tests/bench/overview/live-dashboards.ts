import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { sendFacts } from '../../testkit/facts';
import type { StoryPlatform } from '../../testkit/platform';
import { OneBrowser } from './one-browser';
import { dashboardOperation } from './operations';

const DASHBOARDS = 50;
/** One caller may hold twenty sockets open. */
const CALLERS = ['executive', 'planner', 'admin'] as const;
const FACTS_A_SECOND = 20;
/** Facts that go through the door together, as a source that tells several times a second sends them. */
const TOGETHER = 2;
const SECONDS = 40;
/**
 * Facts of the first ten seconds are told apart: fifty dashboards have just been opened at one moment, and V8 has not
 * compiled yet what a fact runs through.
 */
const WARM_UP = 200;

const SCOPE = { origin: 'SIMULATED' };
/** What the overview follows: name of the operation, its variables. */
const STREAMS: Readonly<Record<string, Record<string, unknown>>> = {
  OverviewPerformanceChanged: { scope: SCOPE, window: { lastDays: 90 } },
  OverviewQualityChanged: { scope: SCOPE, window: { lastDays: 90 } },
  OverviewWorkOrdersChanged: { filter: SCOPE },
  OrderLineChanged: { filter: { ...SCOPE, sourcing: ['PURCHASED'] } },
  SupplierLineChanged: { filter: SCOPE },
  SyncPulse: {},
};

/** What is seen of a fact: how many lines the figure counts. */
interface Seen {
  lines: number;
  atMs: number;
}

/** One dashboard: a socket of its own with the overview's streams, everything that comes read as a browser reads it. */
class Dashboard {
  readonly seen: Seen[] = [];
  private messages = 0;
  readonly refused: unknown[] = [];

  private constructor(private readonly client: Client) {}

  static async open(platform: StoryPlatform, persona: string): Promise<Dashboard> {
    const token = await platform.token(persona);
    const client = createClient({
      url: `${platform.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const dashboard = new Dashboard(client);
    for (const [name, variables] of Object.entries(STREAMS)) dashboard.follow(dashboardOperation(name), variables);
    return dashboard;
  }

  get received(): number {
    return this.messages;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private follow(query: string, variables: Record<string, unknown>): void {
    this.client.subscribe<Record<string, { performance?: { volume?: { lines: number } | null } | null }>>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          this.messages += 1;
          if (errors !== undefined) this.refused.push(errors);
          const lines = data?.['supplierPerformanceChanged']?.performance?.volume?.lines;
          if (lines !== undefined) this.seen.push({ lines, atMs: Date.now() });
        },
        error: (error) => this.refused.push(error),
        complete: () => undefined,
      },
    );
  }
}

export interface LiveResult {
  /** Milliseconds from a fact's stamp at its source to the message with the figure that counts it, dashboard by dashboard. */
  delays: number[];
  /** The same of the facts of the first ten seconds. */
  firstDelays: number[];
  /** To the frame in which the page of a real browser shows it; null: there is no browser here. */
  painted: number[] | null;
  dashboards: number;
  factsASecond: number;
  messagesASecond: number;
}

/**
 * Opens the dashboards, and lets a source tell of new order lines, due today, at a steady pace: each makes the number of
 * lines on the overview one greater, so it is known which message shows which fact.
 */
export async function watchLive(platform: StoryPlatform): Promise<LiveResult> {
  const dashboards: Dashboard[] = [];
  const browser = await OneBrowser.open(platform.url);
  try {
    for (let index = browser === null ? 0 : 1; index < DASHBOARDS; index += 1)
      dashboards.push(await Dashboard.open(platform, CALLERS[index % CALLERS.length]!));
    const before = await sameFigure(dashboards);
    const receivedBefore = dashboards.reduce((sum, { received }) => sum + received, 0);
    const began = Date.now();
    const stamps = await tell(platform);
    const last = before + stamps.length;
    await until(() => dashboards.every(({ seen }) => seen.at(-1)!.lines >= last), 60_000);
    const tookSeconds = (Date.now() - began) / 1000;
    const messages = dashboards.reduce((sum, { received }) => sum + received, 0) - receivedBefore;
    const painted = (await browser?.painted()) ?? null;
    refuseNone(dashboards);
    return {
      delays: dashboards.flatMap(({ seen }) => delaysOf(seen, stamps, before).slice(WARM_UP)),
      firstDelays: dashboards.flatMap(({ seen }) => delaysOf(seen, stamps, before).slice(0, WARM_UP)),
      painted: painted && delaysOf(painted, stamps, before).slice(WARM_UP),
      dashboards: DASHBOARDS,
      factsASecond: stamps.length / tookSeconds,
      messagesASecond: messages / tookSeconds,
    };
  } finally {
    await Promise.all([browser?.close(), ...dashboards.map((dashboard) => dashboard.close())]);
  }
}

/** @throws when a stream was refused */
function refuseNone(dashboards: readonly Dashboard[]): void {
  const refused = dashboards.flatMap((dashboard) => dashboard.refused);
  if (refused.length > 0) throw new Error(`A stream was refused: ${JSON.stringify(refused[0])}`);
}

/** Waits until every dashboard shows the same figure. */
async function sameFigure(dashboards: readonly Dashboard[]): Promise<number> {
  const shown = (): Set<number | undefined> => new Set(dashboards.map(({ seen }) => seen.at(-1)?.lines));
  await until(() => {
    // Whoever was turned away will never show it.
    refuseNone(dashboards);
    return shown().size === 1 && !shown().has(undefined);
  }, 120_000);
  return dashboards[0]!.seen.at(-1)!.lines;
}

/** Sends the facts; gives the moment at which each was recorded at its source. */
async function tell(platform: StoryPlatform): Promise<number[]> {
  const stamps: number[] = [];
  const under = Date.now().toString(36);
  const began = Date.now();
  const sent: Promise<unknown>[] = [];
  while (stamps.length < FACTS_A_SECOND * SECONDS) {
    const due = began + (stamps.length / FACTS_A_SECOND) * 1000;
    if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
    const inputs = Array.from({ length: TOGETHER }, () => {
      stamps.push(Date.now());
      return lineInput(`${under}-${stamps.length}`, new Date(stamps.at(-1)!).toISOString());
    });
    sent.push(
      sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', inputs).then(({ applied }) => {
        if (applied !== TOGETHER) throw new Error('The door did not take every line.');
      }),
    );
  }
  await Promise.all(sent);
  return stamps;
}

const SOURCE = 'sim.bench';

const lineInput = (id: string, at: string): object => ({
  source: { sourceSystemId: SOURCE, flow: 'orders', idempotencyKey: `line-${id}`, occurredAt: at, recordedAt: at },
  orderNumber: `BENCH-${id}`,
  lineNumber: '10',
  supplierCode: 'SIM-S001',
  sku: 'SIM-BENCH',
  itemName: 'Item of the bench',
  plantCode: 'SIM-PL1',
  quantity: '10',
  unitOfMeasure: 'C62',
  sentAt: at,
  committedDate: at.slice(0, 10),
  externalIds: [{ sourceSystemId: SOURCE, type: 'purchaseOrderLine', value: id }],
});

/** Milliseconds of each fact, in their order: it is shown by the first figure that counts it. */
function delaysOf(seen: readonly Seen[], stamps: readonly number[], before: number): number[] {
  const delays: number[] = [];
  let told = 0;
  for (const { lines, atMs } of seen)
    for (; told < lines - before && told < stamps.length; told += 1) delays.push(atMs - stamps[told]!);
  return delays;
}

async function until(wanted: () => boolean, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!wanted()) {
    if (Date.now() > end) throw new Error(`The dashboards did not get there within ${ms} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
