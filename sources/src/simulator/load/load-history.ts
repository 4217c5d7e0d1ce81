import { setTimeout as sleep } from 'node:timers/promises';
import type { Door } from '../../kit/door';
import { emptyTally, type FactsTally } from '../../kit/door-facts';
import type { FactsOperation } from '../../kit/door-operations';
import type { Progress } from '../../kit/progress';
import type { ToldFact } from '../habits/telling';
import { keyOf } from '../history/business-facts';
import { beginOfHistory } from '../history/purchasing';
import { DoorInputs } from './door-inputs';
import { heartbeats, registrations } from './sources-inputs';
import { isOvertaken, isSentTwice, type History, type World } from './world';

/** Lists that go through the door side by side; what they refer to went in a step before. */
interface Step {
  label: string;
  /** Begins when the platform knows the orders of what it received. */
  waitsForOrders?: boolean;
  lists: readonly { operation: FactsOperation; inputs: Iterable<object>; count: number }[];
}

/** What became of a history at the door. */
export interface LoadReport {
  facts: number;
  seconds: number;
  tally: FactsTally;
}

export interface LoadOptions {
  door: Door;
  world: World;
  history: History;
  progress: Progress;
  /** Steps that an earlier start has done. */
  done: number;
  /** True once the platform knows all order lines but so many whose receipts it has. */
  knowsOrdersOfReceipts: (except: number) => Promise<boolean>;
  /** Called when a step has gone through the door whole. */
  stepDone: (steps: number) => void;
}

/**
 * Sends a history through the door. Cut off, it is continued with the step that was under way: keys do not change, so
 * what is sent again is known.
 */
export async function loadHistory(options: LoadOptions): Promise<LoadReport> {
  const { door, world, history, progress, done, stepDone } = options;
  const began = performance.now();
  const total = emptyTally();
  const steps = stepsOf(world, history);
  for (const [index, { label, lists, waitsForOrders }] of steps.entries()) {
    if (index < done) continue;
    if (waitsForOrders) await untilOrdersAreKnown(options);
    progress.step(
      `demo ${index + 1}/${steps.length}, ${label}`,
      lists.reduce((sum, { count }) => sum + count, 0),
    );
    const answered = (facts: number): void => progress.add(facts);
    const tallies = await Promise.all(lists.map(({ operation, inputs }) => door.send(operation, inputs, answered)));
    for (const tally of tallies) addTally(total, tally);
    stepDone(index + 1);
  }
  progress.end();
  return { facts: total.sent, seconds: (performance.now() - began) / 1_000, tally: total };
}

const ASK_EVERY_MS = 200;
const ASK_AT_MOST = 300;

/**
 * A box is counted in pieces by whoever knows its order. Inventory hears of orders a moment after they went through their
 * door; boxes are sent when it has.
 */
async function untilOrdersAreKnown({ world, history, knowsOrdersOfReceipts }: LoadOptions): Promise<void> {
  const { seed } = world.network;
  const late = new Set(
    history.facts.flatMap((told) =>
      told.fact.kind === 'LINE' && isOvertaken(seed, told) ? [keyOf(told.fact.line)] : [],
    ),
  );
  const early = history.facts.filter(
    (told) => isFirstTelling(told) && 'line' in told.fact && late.has(keyOf(told.fact.line!)),
  );
  for (let asked = 0; asked < ASK_AT_MOST; asked += 1) {
    if (await knowsOrdersOfReceipts(early.length)) return;
    await sleep(ASK_EVERY_MS);
  }
}

const isFirstTelling = ({ fact }: ToldFact): boolean =>
  fact.kind === 'RECEIPT' && fact.system === 'WMS' && fact.reverses === null;
const isInBoxes = ({ fact }: ToldFact): boolean =>
  (fact.kind === 'LINE' || fact.kind === 'RECEIPT') && fact.line.perUnit > 1;

function addTally(total: FactsTally, one: FactsTally): void {
  total.sent += one.sent;
  for (const [outcome, count] of Object.entries(one.outcomes))
    total.outcomes[outcome as keyof FactsTally['outcomes']] += count;
  // A few tell as much as all.
  total.problems.push(...one.problems.slice(0, Math.max(0, 20 - total.problems.length)));
}

function stepsOf(world: World, { facts }: History): readonly Step[] {
  const { network, settings } = world;
  const writer = new DoorInputs(network, settings.anchor);
  const list = (operation: FactsOperation, mine: (told: ToldFact) => boolean): Step['lists'][number] => {
    const chosen = facts.filter(mine);
    return { operation, inputs: written(writer, chosen), count: chosen.length };
  };
  const kind =
    (wanted: ToldFact['fact']['kind']) =>
    ({ fact }: ToldFact): boolean =>
      fact.kind === wanted;
  const overtaken = (told: ToldFact): boolean => isOvertaken(network.seed, told);
  const masterData = [...writer.masterData(beginOfHistory(settings.anchor))];
  const master = (operation: FactsOperation): Step['lists'][number] => {
    const inputs = masterData.filter((fact) => fact.operation === operation).map(({ input }) => input);
    return { operation, inputs, count: inputs.length };
  };
  const given = (operation: FactsOperation, inputs: readonly object[]): Step['lists'][number] => ({
    operation,
    inputs,
    count: inputs.length,
  });
  return [
    { label: 'sources', lists: [given('registerSources', registrations())] },
    { label: 'plants', lists: [master('registerPlants')] },
    { label: 'suppliers and items', lists: [master('onboardSuppliers'), master('registerItems')] },
    {
      label: 'orders in boxes',
      lists: [list('sendPurchaseOrderLines', (told) => kind('LINE')(told) && isInBoxes(told))],
    },
    {
      label: 'orders',
      lists: [
        list('sendPurchaseOrderLines', (told) => kind('LINE')(told) && !overtaken(told) && !isInBoxes(told)),
        list('releaseWorkOrders', kind('WORK_ORDER')),
      ],
    },
    {
      label: 'deliveries and reports',
      lists: [
        list('recordPurchaseOrderLineEvents', kind('MILESTONE')),
        list('postGoodsReceipts', (told) => isFirstTelling(told) && !isInBoxes(told)),
        list('recordWorkOrderEvents', kind('WORK_ORDER_EVENT')),
      ],
    },
    {
      label: 'deliveries in boxes',
      waitsForOrders: true,
      lists: [list('postGoodsReceipts', (told) => isFirstTelling(told) && isInBoxes(told))],
    },
    {
      label: 'inspections',
      lists: [
        list('sendPurchaseOrderLines', overtaken),
        list('postGoodsReceipts', (told) => kind('RECEIPT')(told) && !isFirstTelling(told)),
        list('recordInspections', kind('INSPECTION')),
      ],
    },
    { label: 'stock', lists: [list('recordStockMovements', kind('MOVEMENT'))] },
    { label: 'repetitions', lists: repeated(world, facts, writer) },
    {
      label: 'signs of life',
      lists: [
        given(
          'reportHeartbeats',
          heartbeats(settings.anchor, () => settings.anchor),
        ),
      ],
    },
  ];
}

function* written(writer: DoorInputs, facts: readonly ToldFact[]): Generator<object, void> {
  for (const told of facts) yield writer.of(told).input;
}

/** Facts that their sources send a second time. */
function repeated({ network }: World, facts: readonly ToldFact[], writer: DoorInputs): Step['lists'] {
  const lists = new Map<FactsOperation, object[]>();
  for (const told of facts) {
    if (!isSentTwice(network.seed, told)) continue;
    const { operation, input } = writer.of(told);
    lists.set(operation, [...(lists.get(operation) ?? []), input]);
  }
  return [...lists].map(([operation, inputs]) => ({ operation, inputs, count: inputs.length }));
}
