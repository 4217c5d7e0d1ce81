import type { EntityManager } from 'typeorm';
import {
  DELIVERY_NOTED_V1,
  INSPECTION_LOT_DECIDED_V1,
  INSPECTION_LOT_OPENED_V1,
  INSPECTION_LOT_REPORTED_V1,
} from '@sightline/contracts/events/inspection-lot.v1';
import { PLANT_REGISTERED_V1, type PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import {
  SUPPLIER_ONBOARDED_V1,
  type SupplierOnboardedPayload,
} from '@sightline/contracts/events/supplier-onboarded.v1';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import {
  DEFECT_RATE,
  LOT_REJECTION_RATE,
  systemDefinition,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { replaceContributions, storedAs, type StoredContribution } from '@sightline/kit/figures/contribution-store';
import type { FlowOfEvent } from '@sightline/kit/freshness/progress';
import type { Derivation, Projection, ProjectionBatch } from '@sightline/kit/outbox/projector';
import { INSPECTION_DIMENSIONS } from '../domain/contribution-of-inspection';
import { foldInspection } from '../domain/fold-inspection';
import type { Inspection } from '../domain/inspection-lot';
import { judgeInspection } from '../domain/judge-inspection';
import { historiesOf, lotsOfImports, type InspectionHistories } from './inspection-history';
import { lotsOf, writeLots } from './inspection-lot.repository';
import { judgeContexts, writePlants, writeSuppliers } from './reference.repository';

/** The definitions whose contributions are kept. The estimate is over the rows of `inspected`. */
export const STORED_DEFINITIONS: readonly MetricDefinition[] = [
  DEFECT_RATE.found,
  DEFECT_RATE.sorted,
  DEFECT_RATE.lot,
  DEFECT_RATE.inspected,
  LOT_REJECTION_RATE,
].map(systemDefinition);

/** Lots handled at a time: bounds memory when an import of any size is sealed. */
const CHUNK = 1_000;

/**
 * What an entry of quality's log is a fact of. A receipt was taken in by inventory: here it moves the age of the figures
 * that rest on it.
 */
export const flowOfQualityEvent: FlowOfEvent = (entry) => {
  switch (entry.type) {
    case DELIVERY_NOTED_V1:
    case INSPECTION_LOT_OPENED_V1:
      return { kind: 'GOODS_RECEIPTS', recordedHere: false };
    case INSPECTION_LOT_REPORTED_V1:
    case INSPECTION_LOT_DECIDED_V1:
      return { kind: 'INSPECTIONS', recordedHere: true };
    default:
      return null;
  }
};

/** Makes lots out of the log. */
export const projectInspections: Projection = async (manager, batch) => {
  await writePlants(manager, plantsIn(batch));
  await writeSuppliers(manager, suppliersIn(batch));
  await inChunks(await touchedLots(manager, batch), async (ids) => {
    await writeLots(manager, foldAll(await historiesOf(manager, ids, batch.lastPos, batch.sealedImports)));
  });
};

/** Judges lots by the stored definitions. */
const judgeLots: Derivation['judge'] = async (manager, lotIds, at) => {
  await inChunks(lotIds, async (ids) => {
    const histories = await historiesOf(manager, ids, at.pos, at.sealedImports);
    const lots = foldAll(histories);
    const contextOf = await judgeContexts(manager, lots);
    const rows: StoredContribution[] = [];
    for (const lot of lots)
      for (const definition of STORED_DEFINITIONS)
        for (const row of judgeInspection(lot, definition, contextOf(lot)))
          // What counts is decided before judging (facts of unsealed imports are not here), so no row waits for an import.
          rows.push(storedAs(row, lot.goods.supplierId));
    await replaceContributions(manager, at.pos, [...subjectsOf(histories)], rows, {
      dimensions: INSPECTION_DIMENSIONS,
    });
  });
};

const plantsIn = ({ entries }: ProjectionBatch): PlantRegisteredPayload[] =>
  entries.filter((entry) => entry.type === PLANT_REGISTERED_V1).map((entry) => entry.payload as PlantRegisteredPayload);

const suppliersIn = ({ entries }: ProjectionBatch): SupplierOnboardedPayload[] =>
  entries
    .filter((entry) => entry.type === SUPPLIER_ONBOARDED_V1)
    .map((entry) => entry.payload as SupplierOnboardedPayload);

/** Every lot that a stretch of the log changes. */
async function touchedLots(manager: EntityManager, batch: ProjectionBatch): Promise<readonly string[]> {
  const touched = new Set(
    batch.entries.filter((entry) => entry.subjectType === 'InspectionLot').map((entry) => entry.subjectId),
  );
  for (const id of await lotsOfImports(manager, batch.sealedImports, batch.lastPos)) touched.add(id);
  return [...touched];
}

/** Every lot that a stretch of the log changes, or has judged otherwise than before. */
async function touchedFigures(manager: EntityManager, batch: ProjectionBatch): Promise<readonly string[]> {
  const plantIds = plantsIn(batch).map((plant) => plant.plantId);
  const supplierIds = suppliersIn(batch).map((supplier) => supplier.supplierId);
  // A plant's zone decides the days of its lots, a supplier's tier is a dimension of its figures.
  return [...(await touchedLots(manager, batch)), ...(await lotsOf(manager, { supplierIds, plantIds }))];
}

/** The contributions of lots. */
export const deriveContributions: Derivation = { touched: touchedFigures, judge: judgeLots };

/** Every id under which rows of these lots can stand: goods that had no lot at first stood under their receipt. */
function* subjectsOf(histories: InspectionHistories): Generator<string> {
  for (const [id, events] of histories) {
    yield id;
    for (const { payload } of events) if (payload.goodsReceiptId !== null) yield payload.goodsReceiptId;
  }
}

async function inChunks(ids: readonly string[], work: (chunk: readonly string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    await work(ids.slice(start, start + CHUNK));
    // Requests are answered between two chunks.
    await new Promise(setImmediate);
  }
}

const foldAll = (histories: InspectionHistories): Inspection[] =>
  [...histories.values()].flatMap((events) => foldInspection(events) ?? []);
