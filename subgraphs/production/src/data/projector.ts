import type { EntityManager } from 'typeorm';
import { PLANT_REGISTERED_V1, type PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import { WORK_ORDER_RELEASED_V1, WORK_ORDER_REPORTED_V1 } from '@sightline/contracts/events/work-order.v1';
import { replaceContributions, storedAs } from '@sightline/kit/figures/contribution-store';
import type { FlowOfEvent } from '@sightline/kit/freshness/progress';
import type { Derivation, Projection, ProjectionBatch } from '@sightline/kit/outbox/projector';
import { WORK_ORDER_DIMENSIONS } from '../domain/contribution-of-order';
import { foldWorkOrder } from '../domain/fold-work-order';
import { judgeOrder } from '../domain/judge-order';
import { judgeContexts, writePlants } from './plant.repository';
import { historiesOf, ordersOfImports, type WorkOrderHistories } from './work-order-history';
import { ordersOfPlants, writeWorkOrders } from './work-order.repository';

/** Orders handled at a time: bounds memory when an import of any size is sealed. */
const CHUNK = 1_000;

/** MES and ERP speak of the same orders: two sources of one kind, and a figure is as old as the older of them. */
export const flowOf: FlowOfEvent = (entry) =>
  entry.type === WORK_ORDER_RELEASED_V1 || entry.type === WORK_ORDER_REPORTED_V1
    ? { kind: 'WORK_ORDERS', recordedHere: true }
    : null;

/** Makes work orders out of the log. */
export const projectWorkOrders: Projection = async (manager, batch) => {
  await writePlants(manager, plantsOf(batch));
  await inChunks(await touchedOrders(manager, batch), async (ids) => {
    await writeWorkOrders(manager, foldAll(await historiesOf(manager, ids, batch.lastPos, batch.sealedImports)));
  });
};

/** Judges orders by every definition of production. */
const judgeOrders: Derivation['judge'] = async (manager, orderIds, at) => {
  await inChunks(orderIds, async (ids) => {
    const orders = foldAll(await historiesOf(manager, ids, at.pos, at.sealedImports));
    const contextOf = await judgeContexts(manager, orders);
    // What counts is decided before judging (facts of unsealed imports are not here), so no row waits for an import; and
    // no row is a supplier's.
    const rows = orders.flatMap((order) => judgeOrder(order, contextOf(order)).map((row) => storedAs(row, null)));
    await replaceContributions(manager, at.pos, ids, rows, { dimensions: WORK_ORDER_DIMENSIONS });
  });
};

const plantsOf = (batch: ProjectionBatch): PlantRegisteredPayload[] =>
  batch.entries
    .filter((entry) => entry.type === PLANT_REGISTERED_V1)
    .map((entry) => entry.payload as PlantRegisteredPayload);

/** Every order that a stretch of the log changes, or judges otherwise than before. */
async function touchedOrders(manager: EntityManager, batch: ProjectionBatch): Promise<readonly string[]> {
  const touched = new Set(
    batch.entries.filter((entry) => entry.subjectType === 'WorkOrder').map((entry) => entry.subjectId),
  );
  for (const id of await ordersOfImports(manager, batch.sealedImports, batch.lastPos)) touched.add(id);
  // A plant's time zone decides the calendar days of its orders.
  const plantIds = plantsOf(batch).map((plant) => plant.plantId);
  for (const id of await ordersOfPlants(manager, plantIds)) touched.add(id);
  return [...touched];
}

/** The contributions of orders. */
export const deriveContributions: Derivation = { touched: touchedOrders, judge: judgeOrders };

async function inChunks(ids: readonly string[], work: (chunk: readonly string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    await work(ids.slice(start, start + CHUNK));
    // Requests are answered between two chunks.
    await new Promise(setImmediate);
  }
}

const foldAll = (histories: WorkOrderHistories) =>
  [...histories.values()].flatMap((events) => foldWorkOrder(events) ?? []);
