import type { EntityManager } from 'typeorm';
import {
  PURCHASE_ORDER_LINE_INSPECTED_V1,
  PURCHASE_ORDER_LINE_MILESTONE_V1,
  PURCHASE_ORDER_LINE_RECEIVED_V1,
  PURCHASE_ORDER_LINE_SENT_V1,
} from '@sightline/contracts/events/purchase-order-line.v1';
import { PLANT_REGISTERED_V1, type PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import { SUPPLIER_ONBOARDED_V1 } from '@sightline/contracts/events/supplier-onboarded.v1';
import {
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  definitionById,
  LATENESS,
  leadTimeDefinitionId,
  ORDER_BOOK,
  OTIF_BY_PARTY,
  RECORDED_LAG,
  VOLUME_LINES,
  VOLUME_VALUE,
} from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { replaceContributions, storedAs, type StoredContribution } from '@sightline/kit/figures/contribution-store';
import type { FlowOfEvent } from '@sightline/kit/freshness/progress';
import type { Derivation, Projection, ProjectionBatch } from '@sightline/kit/outbox/projector';
import { LINE_DIMENSIONS, type JudgeContext } from '../domain/contribution-of-line';
import { foldLine } from '../domain/fold-line';
import { judgeLine, subjectsOf } from '../domain/judge-line';
import { judgeOrderBook } from '../domain/order-book';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';

import { historiesOf, linesOfImports, type LineHistories } from './line-history';
import { judgeContexts } from './judge-contexts';
import { writePlants } from './plant.repository';
import { suppliersOfImports } from './supplier.repository';
import { linesOfPlants, linesOfSuppliers, writeLines } from './purchase-order-line.repository';

/**
 * The definitions whose contributions are kept; every other one is judged when it is asked for, from the same facts by
 * the same judge.
 */
export const STORED_DEFINITIONS: readonly MetricDefinition[] = [
  leadTimeDefinitionId('SENT_TO_RECEIVED'),
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  ...OTIF_BY_PARTY,
  LATENESS,
  RECORDED_LAG,
  VOLUME_LINES,
  VOLUME_VALUE,
].map((id) => definitionById(id)!);

const ORDERED = definitionById(ORDER_BOOK.ordered)!;

/** Lines handled at a time: bounds memory when an import of any size is sealed. */
const CHUNK = 500;

export const flowOfSupplierEvent: FlowOfEvent = (entry) => {
  switch (entry.type) {
    case SUPPLIER_ONBOARDED_V1:
      return { kind: 'SUPPLIERS', recordedHere: true };
    case PURCHASE_ORDER_LINE_SENT_V1:
    case PURCHASE_ORDER_LINE_MILESTONE_V1:
      return { kind: 'PURCHASE_ORDER_LINES', recordedHere: true };
    case PURCHASE_ORDER_LINE_RECEIVED_V1:
      // Taken in by inventory; here it moves the age of the figures that rest on it.
      return { kind: 'GOODS_RECEIPTS', recordedHere: false };
    case PURCHASE_ORDER_LINE_INSPECTED_V1:
      return { kind: 'INSPECTIONS', recordedHere: false };
    default:
      return null;
  }
};

/** Makes order lines out of the log. */
export const projectLines: Projection = async (manager, batch) => {
  const plants = plantsOf(batch);
  if (plants.length > 0) await writePlants(manager, plants);
  await inChunks(await touchedLines(manager, batch), async (ids) => {
    const histories = await historiesOf(manager, ids, batch.lastPos, batch.sealedImports);
    const lines = foldAll(histories);
    return () => writeLines(manager, lines);
  });
};

/** Judges lines by the stored definitions. */
const judgeLines: Derivation['judge'] = async (manager, lineIds, at) => {
  await inChunks(lineIds, async (ids) => {
    const histories = await historiesOf(manager, ids, at.pos, at.sealedImports);
    const subjects = [...histories].flatMap(([id, events]) => subjectsOf(id, events));
    const lines = foldAll(histories);
    const contextOf = await judgeContexts(manager, lines);
    const rows: StoredContribution[] = [];
    for (const line of lines) {
      const context: JudgeContext = contextOf(line);
      for (const definition of STORED_DEFINITIONS)
        for (const row of judgeLine(line, definition, context))
          // What counts is decided before judging (facts of unsealed imports are not here), so no row waits for an import.
          rows.push(storedAs(row, line.terms.supplierId));
      // Of the order book one row a line: which of its figures the line is in stands in the row's state.
      const ordered = judgeOrderBook({ truth: line, books: line }, ORDERED, {
        ...context,
        includeUndatedOrders: false,
      });
      if (ordered !== null) rows.push(storedAs(ordered, line.terms.supplierId));
    }
    return async () => {
      await replaceContributions(manager, at.pos, subjects, rows, { dimensions: LINE_DIMENSIONS });
    };
  });
};

const plantsOf = (batch: ProjectionBatch): PlantRegisteredPayload[] =>
  batch.entries
    .filter((entry) => entry.type === PLANT_REGISTERED_V1)
    .map((entry) => entry.payload as PlantRegisteredPayload);

/** Every line that a stretch of the log changes, or judges otherwise than before. */
async function touchedLines(manager: EntityManager, batch: ProjectionBatch): Promise<readonly string[]> {
  const touched = new Set(
    batch.entries.filter((entry) => entry.subjectType === 'PurchaseOrderLine').map((entry) => entry.subjectId),
  );
  for (const id of await linesOfImports(manager, batch.sealedImports, batch.lastPos)) touched.add(id);
  // A supplier's tier is a dimension of its lines.
  const suppliers = batch.entries.filter((entry) => entry.type === SUPPLIER_ONBOARDED_V1);
  const onboarded = await suppliersOfImports(manager, batch.sealedImports, batch.lastPos);
  for (const id of await linesOfSuppliers(manager, [...suppliers.map((entry) => entry.subjectId), ...onboarded]))
    touched.add(id);
  // A plant's time zone decides the calendar days of its lines.
  for (const id of await linesOfPlants(
    manager,
    plantsOf(batch).map((plant) => plant.plantId),
  ))
    touched.add(id);
  return [...touched];
}

/** The contributions of lines. */
export const deriveContributions: Derivation = { touched: touchedLines, judge: judgeLines };

/**
 * Works through lines in chunks: while the database writes one, the next is being made.
 *
 * @param make  makes what is to be written of a chunk, and answers how to write it
 */
async function inChunks(
  ids: readonly string[],
  make: (chunk: readonly string[]) => Promise<() => Promise<void>>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const write = await make(ids.slice(start, start + CHUNK));
    await writing;
    writing = write();
    // Awaited one chunk later, or never when making that one fails: the transaction is then given up anyway.
    writing.catch(() => undefined);
    // Requests are answered between two chunks.
    await new Promise(setImmediate);
  }
  await writing;
}

function foldAll(histories: LineHistories): PurchaseOrderLine[] {
  const lines: PurchaseOrderLine[] = [];
  for (const events of histories.values()) {
    const line = foldLine(events);
    if (line !== null) lines.push(line);
  }
  return lines;
}
