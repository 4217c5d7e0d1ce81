import { factIdOf } from '@sightline/contracts/identities';
import type { FactsOperation } from '../../kit/door-operations';
import { flowOf, idOf } from '../habits/source-systems';
import type { ToldFact } from '../habits/telling';
import {
  type InspectionFact,
  keyOf,
  type LineFact,
  type LineTerms,
  type MilestoneFact,
  type MovementFact,
  type ReceiptFact,
  type WorkOrderEventFact,
  type WorkOrderFact,
  type WorkOrderTerms,
} from '../history/business-facts';
import { Draws } from '../network/draws';
import { BOX_UNIT } from '../network/items';
import type { Network } from '../network/network';
import { PLANTS } from '../network/plants';
import { type Day, dayText, instantText, type Ms, SECOND_MS } from '../network/site-time';

/** A fact ready for the door. */
export interface DoorFact {
  operation: FactsOperation;
  input: object;
}

interface ExternalId {
  sourceSystemId: string;
  type: string;
  value: string;
}

/** Thousandths as the shortest exact decimal. */
export function decimalText(thousandths: number): string {
  const sign = thousandths < 0 ? '-' : '';
  const digits = String(Math.abs(thousandths)).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -3)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Writes facts as the door takes them: in the words of `gateway/schema/api.graphql`. */
export class DoorInputs {
  constructor(
    private readonly network: Network,
    /** History bears the stamps that the platform would have given, until this instant; null for what is sent live. */
    private readonly historyUntil: Ms | null,
  ) {}

  of(told: ToldFact): DoorFact {
    const { fact } = told;
    const source = this.envelope(told);
    switch (fact.kind) {
      case 'LINE':
        return { operation: 'sendPurchaseOrderLines', input: this.line(told, fact, source) };
      case 'MILESTONE':
        return { operation: 'recordPurchaseOrderLineEvents', input: milestone(told, fact, source) };
      case 'RECEIPT':
        return { operation: 'postGoodsReceipts', input: this.receipt(fact, source) };
      case 'INSPECTION':
        return { operation: 'recordInspections', input: this.inspection(fact, source) };
      case 'MOVEMENT':
        return { operation: 'recordStockMovements', input: this.movement(fact, source) };
      case 'WORK_ORDER':
        return { operation: 'releaseWorkOrders', input: this.workOrder(told, fact, source) };
      case 'WORK_ORDER_EVENT':
        return { operation: 'recordWorkOrderEvents', input: workOrderEvent(told, fact, source) };
    }
  }

  /** Here and below a source says nothing of what is undefined: JSON leaves it out. */
  private envelope(told: ToldFact): object {
    const { fact } = told;
    const plant = PLANTS[fact.plant]!;
    const source = {
      sourceSystemId: idOf(fact.system, fact.plant),
      flow: flowOf(fact),
      plantId: plant.id,
      idempotencyKey: fact.key,
      occurredAt: instantText(plant.timeZone, told.happenedAt),
      recordedAt: instantText(plant.timeZone, told.recordedAt),
      sequence: told.sequence === null ? undefined : String(told.sequence),
      correctionOf:
        fact.kind === 'RECEIPT' && fact.reverses !== null
          ? factIdOf(idOf(fact.system, fact.plant), fact.reverses)
          : undefined,
    };
    if (this.historyUntil === null) return source;
    const stamps = simulatedStamps(this.network.seed, told, this.historyUntil);
    const simulated = { ingestedAt: utcText(stamps.ingestedAt), visibleAt: utcText(stamps.visibleAt) };
    return Object.assign(source, { simulated });
  }

  private line(told: ToldFact, { line, plant }: LineFact, source: object): object {
    const item = this.network.items[line.item]!;
    const supplier = this.network.suppliers[line.supplier]!;
    const site = PLANTS[plant]!;
    return {
      source,
      orderNumber: line.order,
      lineNumber: line.number,
      supplierCode: supplier.code,
      sku: item.sku,
      itemName: item.name,
      productGroup: item.productGroup,
      plantCode: site.code,
      shipmentMode: supplier.transitDays > 4 ? 'Ocean' : supplier.transitDays > 1 ? 'Truck' : 'Air',
      incoterm: supplier.index % 2 === 0 ? 'DAP' : 'FCA',
      quantity: decimalText(line.ordered),
      unitOfMeasure: line.unit,
      value: decimalText(line.valueCents * 10),
      currency: site.currency,
      createdOn: shifted(line.createdDay, told),
      sentAt: instantText(site.timeZone, line.sentAt + told.shift),
      requestedDate: shifted(line.requestedDay, told),
      committedDate: shifted(line.committedDay, told),
      committedDateIsOriginal: true,
    };
  }

  private receipt(fact: ReceiptFact, source: object): object {
    return {
      source,
      purchaseOrderLine: lineId(fact.line),
      shipmentNumber: fact.shipment,
      plantCode: PLANTS[fact.plant]!.code,
      lotNumber: fact.lot ?? undefined,
      supplierLotNumber: fact.supplierLot ?? undefined,
      quantity: decimalText(fact.quantity),
      unitOfMeasure: fact.line.unit,
      finalDelivery: fact.final,
      stockStatus: fact.dockToStock ? 'RELEASED' : 'IN_INSPECTION',
      consignment: fact.consignment,
      externalIds:
        fact.document === null
          ? undefined
          : [{ sourceSystemId: idOf('ERP', fact.plant), type: 'materialDocument', value: fact.document }],
    };
  }

  private inspection(fact: InspectionFact, source: object): object {
    const item = this.network.items[fact.line.item]!;
    return {
      source,
      inspectionLot: { sourceSystemId: idOf('QMS', fact.plant), type: 'inspectionLot', value: fact.number },
      event: fact.event,
      goodsReceipt: { sourceSystemId: idOf('WMS', fact.plant), type: 'goodsReceipt', value: fact.receipt },
      number: fact.number,
      stage: 'RECEIVING',
      lotQuantity: decimalText(fact.lotQuantity),
      unitOfMeasure: item.unit,
      sampleSize: fact.sampleSize ?? undefined,
      defectiveInSample: fact.defectiveInSample === null ? undefined : String(fact.defectiveInSample),
      defectiveAfterSort: fact.defectiveAfterSort === null ? undefined : String(fact.defectiveAfterSort),
      decision: fact.decision ?? undefined,
      acceptedQuantity: fact.decision === null ? undefined : decimalText(fact.accepted ?? 0),
      rejectedQuantity: fact.decision === null ? undefined : decimalText(fact.rejected ?? 0),
      disposition: fact.disposition ?? undefined,
      reason: fact.reason ?? undefined,
    };
  }

  private movement(fact: MovementFact, source: object): object {
    return {
      source,
      kind: fact.movement,
      sku: this.network.items[fact.item]!.sku,
      plantCode: PLANTS[fact.plant]!.code,
      lotNumber: fact.lot ?? undefined,
      quantity: decimalText(fact.quantity),
      fromStatus: fact.fromStatus ?? undefined,
      toPlantCode: fact.toPlant === null ? undefined : PLANTS[fact.toPlant]!.code,
      workOrder: fact.workOrder === null ? undefined : workOrderId(fact.workOrder),
      purchaseOrderLine: fact.line === null ? undefined : lineId(fact.line),
      reason: fact.reason ?? undefined,
    };
  }

  private workOrder(told: ToldFact, { order }: WorkOrderFact, source: object): object {
    const item = this.network.items[order.item]!;
    const plant = PLANTS[order.plant]!;
    const at = (instant: Ms): string => instantText(plant.timeZone, instant + told.shift);
    return {
      source,
      number: order.number,
      plantCode: plant.code,
      sku: item.sku,
      itemName: item.name,
      quantity: decimalText(order.quantity),
      unitOfMeasure: item.unit,
      plannedStart: at(order.plannedStart),
      plannedFinish: at(order.plannedFinish),
      dueAt: at(order.dueAt),
    };
  }

  /** Plants, suppliers and items, as their ERPs state them when the books begin. */
  *masterData(booksBegin: Ms): Generator<DoorFact, void> {
    const source = (plant: number, flow: string, key: string): object => ({
      sourceSystemId: idOf('ERP', plant),
      flow,
      idempotencyKey: key,
      occurredAt: utcText(booksBegin),
      recordedAt: utcText(booksBegin),
      // Master data was there before anybody measured how fast it came.
      backfill: true,
    });
    for (const { code, name, timeZone, index } of PLANTS) {
      const input = { source: source(index, 'plants', `plant/${code}`), code, name, timeZone };
      yield { operation: 'registerPlants', input };
    }
    for (const supplier of this.network.suppliers) {
      const told = supplier.story === 'TWO_CODES' ? [0, 1] : [supplier.index % PLANTS.length];
      for (const plant of told) {
        const { code, name, tier, country } = supplier;
        yield {
          operation: 'onboardSuppliers',
          input: {
            source: source(plant, 'suppliers', `supplier/${code}`),
            code,
            name,
            tier,
            country,
            externalIds: [
              {
                sourceSystemId: idOf('ERP', plant),
                type: 'vendorCode',
                value: plant === 1 ? `V-${77_000 + supplier.index}` : String(100_001 + supplier.index),
              },
            ],
          },
        };
      }
    }
    for (const { sku, name, unit, productGroup, boxOf, index } of this.network.items) {
      yield {
        operation: 'registerItems',
        input: {
          source: source(index % PLANTS.length, 'items', `item/${sku}`),
          sku,
          name,
          unitOfMeasure: unit,
          productGroup,
          ...(boxOf === null ? {} : { conversions: [{ unitOfMeasure: BOX_UNIT, factor: String(boxOf) }] }),
        },
      };
    }
  }
}

/** The stamps that the platform would have given, had it been there. */
export function simulatedStamps(seed: number, told: ToldFact, until: Ms): { ingestedAt: Ms; visibleAt: Ms } {
  const draws = new Draws(seed, 'platform', told.fact.key);
  const sent = told.sentAt + draws.whole(20, 120);
  // What a source has recorded and not sent by the end of history, its first synchronisation brings.
  const ingestedAt = sent <= until ? sent : Math.max(until - SECOND_MS, told.recordedAt + 300);
  return { ingestedAt, visibleAt: ingestedAt + draws.whole(80, 900) };
}

/** Instants of the platform itself are UTC. */
export const utcText = (instant: Ms): string => new Date(instant).toISOString();

const shifted = (day: Day, { shiftDays }: ToldFact): string => dayText(day + shiftDays);

const lineId = (line: LineTerms): ExternalId => ({
  sourceSystemId: idOf('ERP', line.plant),
  type: 'purchaseOrderLine',
  value: `${keyOf(line)}/1`,
});

const workOrderId = (order: WorkOrderTerms): ExternalId => ({
  sourceSystemId: idOf('ERP', order.plant),
  type: 'workOrder',
  value: `${PLANTS[order.plant]!.code}/${order.number}`,
});

function milestone(told: ToldFact, fact: MilestoneFact, source: object): object {
  return {
    source,
    purchaseOrderLine: lineId(fact.line),
    milestone: fact.milestone,
    by: fact.by,
    quantity: fact.quantity === null ? undefined : decimalText(fact.quantity),
    date: fact.day === null ? undefined : shifted(fact.day, told),
    reason: fact.reason ?? undefined,
    shipmentNumber: fact.shipment ?? undefined,
  };
}

function workOrderEvent(told: ToldFact, fact: WorkOrderEventFact, source: object): object {
  const plant = PLANTS[fact.plant]!;
  const at = (instant: Ms): string => instantText(plant.timeZone, instant + told.shift);
  const state = fact.system === 'MES' ? 'mesState' : 'erpState';
  return {
    source,
    workOrder: workOrderId(fact.order),
    event: fact.event,
    quantity: fact.quantity === null ? undefined : decimalText(fact.quantity),
    scrappedQuantity: fact.scrapped === null ? undefined : decimalText(fact.scrapped),
    [state]: fact.event,
    plannedStart: fact.plannedStart === null ? undefined : at(fact.plannedStart),
    plannedFinish: fact.plannedFinish === null ? undefined : at(fact.plannedFinish),
    reason: fact.reason ?? undefined,
  };
}
