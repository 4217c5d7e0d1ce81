import { Draws } from '../network/draws';
import { duringShifts } from '../network/plants';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../network/site-time';
import type { Business } from './business';
import { type Decision, type Disposition, type InspectionFact, keyOf, type ReceiptFact } from './business-facts';

/** Sample sizes by lot size, in the manner of ISO 2859-1 at general level II. */
const SAMPLES: readonly (readonly [lotUpTo: number, sample: number])[] = [
  [25, 5],
  [50, 8],
  [90, 13],
  [150, 20],
  [280, 32],
  [500, 50],
  [1_200, 80],
  [3_200, 125],
  [Infinity, 200],
];

/** Goods seem usable so long after the decision: by then inventory has heard of it. */
const HEARD_MS = 75 * MINUTE_MS;
/** Without inspection they are usable so long after they came: by then every warehouse has keyed them. */
const PUT_AWAY_MS = 5 * HOUR_MS;

interface Verdict {
  decision: Decision;
  disposition: Disposition | null;
  rejected: number;
  afterSort: number | null;
}

/** What becomes of goods between the dock and the shelf: inspected, released, blocked, sent back, scrapped. */
export class Receiving {
  /** Suppliers whose next lot is bad whatever chance says, with the share of defective units; set by an incident. */
  readonly spoiled = new Map<number, number>();
  /** Item and plant whose released goods hold defects that nobody found, and until when. */
  private readonly hidden = new Map<string, Ms>();

  constructor(private readonly business: Business) {}

  /** True while defects that inspection missed are being built in. */
  hasHiddenDefects(item: number, plant: number): boolean {
    return (this.hidden.get(`${item}|${plant}`) ?? 0) > this.business.now;
  }

  received(receipt: ReceiptFact): void {
    const { business } = this;
    const available = business.now + receipt.keyedDaysLate * DAY_MS;
    if (receipt.dockToStock) {
      business.later(available + PUT_AWAY_MS, () => this.release(receipt, this.baseUnits(receipt)));
      return;
    }
    const draws = new Draws(business.network.seed, 'inspection', receipt.key);
    const spoiled = this.spoiled.get(receipt.line.supplier);
    if (spoiled === undefined && draws.chance(0.012)) {
      business.dirt.NOT_INSPECTED += 1;
      return;
    }
    this.spoiled.delete(receipt.line.supplier);
    const plant = business.network.plants[receipt.plant]!;
    // A spoiled lot is what somebody is waiting to see.
    const hours = spoiled === undefined ? 5 + 24 * draws.next() ** 1.5 : 0.4;
    const decidedAt =
      spoiled === undefined ? duringShifts(plant, available + hours * HOUR_MS) : available + hours * HOUR_MS;
    this.inspect(receipt, draws, decidedAt, spoiled ?? null);
  }

  private inspect(receipt: ReceiptFact, draws: Draws, decidedAt: Ms, spoiled: number | null): void {
    const { business } = this;
    const supplier = business.network.suppliers[receipt.line.supplier]!;
    const item = business.network.items[receipt.line.item]!;
    const countable = item.unit === 'C62';
    const lotQuantity = this.baseUnits(receipt);
    const units = Math.floor(lotQuantity / 1_000);
    const skipped = spoiled === null && draws.chance(0.02);
    const bad = spoiled !== null || draws.chance(supplier.badLotShare);
    const share = spoiled ?? (bad ? 0.03 + 0.15 * draws.next() : supplier.defectShare);
    const sample = !countable || skipped ? null : Math.min(units, sampleOf(units));
    const defects = sample === null ? null : Math.max(draws.howMany(sample, share), spoiled === null ? 0 : 3);
    const allowed = sample === null ? 0 : Math.floor(sample / 80);
    const failed = defects !== null && defects > allowed;
    const verdict: Verdict = skipped
      ? { decision: 'SKIPPED', disposition: null, rejected: 0, afterSort: null }
      : failed
        ? this.failedLot(lotQuantity, draws, units, share, defects, spoiled !== null)
        : { decision: 'ACCEPTED', disposition: 'USE_AS_IS', rejected: 0, afterSort: null };
    if (skipped) business.dirt.SKIPPED_LOTS += 1;
    if (!failed && bad) this.hidden.set(`${item.index}|${receipt.plant}`, decidedAt + 20 * DAY_MS);

    const fact = (event: InspectionFact['event'], at: Ms): InspectionFact => ({
      kind: 'INSPECTION',
      key: `${event.toLowerCase()}/${receipt.key}`,
      at,
      system: 'QMS',
      plant: receipt.plant,
      line: receipt.line,
      number: `SIM-IL-${receipt.key.slice('receipt/SIM-'.length)}`,
      event,
      receipt: receipt.key,
      lot: receipt.lot,
      lotQuantity,
      sampleSize: sample,
      defectiveInSample: event === 'SAMPLED' ? null : defects,
      defectiveAfterSort: event === 'DECIDED' ? verdict.afterSort : null,
      decision: event === 'DECIDED' ? verdict.decision : null,
      accepted: event === 'DECIDED' ? lotQuantity - verdict.rejected : null,
      rejected: event === 'DECIDED' ? verdict.rejected : null,
      disposition: event === 'DECIDED' ? verdict.disposition : null,
      reason: event === 'DECIDED' && failed ? 'sample beyond the acceptance number' : null,
    });
    // History tells the decision, which says all; live, one sees how it comes about.
    if (decidedAt > business.options.anchor && sample !== null) {
      const span = decidedAt - business.now;
      for (const [event, part] of [
        ['SAMPLED', 0.4],
        ['RESULTS_RECORDED', 0.8],
      ] as const) {
        const at = business.now + Math.floor((span * part) / 1_000) * 1_000;
        if (at > business.options.anchor) business.later(at, () => business.say(fact(event, at)));
      }
    }
    business.later(decidedAt, () => {
      business.say(fact('DECIDED', business.now));
      const accepted = lotQuantity - verdict.rejected;
      if (accepted > 0) business.later(business.now + HEARD_MS, () => this.release(receipt, accepted));
      if (verdict.rejected > 0) this.dispose(receipt, verdict, draws);
    });
  }

  private failedLot(
    lotQuantity: number,
    draws: Draws,
    units: number,
    share: number,
    defects: number,
    spoiled: boolean,
  ): Verdict {
    const drawn = spoiled ? 0.5 : draws.next();
    if (drawn < 0.35) {
      const found = Math.min(units, Math.max(defects, draws.howMany(units, share)));
      // Sorting that leaves nothing is a rejection.
      if (found === units)
        return { decision: 'REJECTED', disposition: 'SCRAP', rejected: lotQuantity, afterSort: found };
      return { decision: 'PARTIALLY_ACCEPTED', disposition: 'SORT', rejected: found * 1_000, afterSort: found };
    }
    if (drawn < 0.8) return { decision: 'REJECTED', disposition: 'RETURN', rejected: lotQuantity, afterSort: null };
    if (drawn < 0.9) return { decision: 'REJECTED', disposition: 'SCRAP', rejected: lotQuantity, afterSort: null };
    return { decision: 'ACCEPTED', disposition: 'USE_AS_IS', rejected: 0, afterSort: null };
  }

  /** Rejected goods leave: back to the supplier, or to the scrap yard. */
  private dispose(receipt: ReceiptFact, { disposition, rejected }: Verdict, draws: Draws): void {
    const { business } = this;
    const returned = disposition === 'RETURN';
    business.later(business.now + draws.whole(20, 70) * HOUR_MS, () => {
      business.say({
        kind: 'MOVEMENT',
        key: `dispose/${receipt.key}`,
        at: business.now,
        system: 'WMS',
        plant: receipt.plant,
        movement: returned ? 'RETURN_TO_SUPPLIER' : 'SCRAP',
        item: receipt.line.item,
        lot: receipt.lot,
        quantity: rejected,
        fromStatus: returned ? 'RETURNS' : 'BLOCKED',
        toPlant: null,
        workOrder: null,
        line: receipt.line,
        reason: returned ? 'rejected at receiving inspection' : 'defective',
      });
      if (!returned) return;
      business.dirt.RETURNS += 1;
      business.say({
        kind: 'MILESTONE',
        key: `return/${receipt.key}`,
        at: business.now,
        system: 'ERP',
        plant: receipt.plant,
        line: receipt.line,
        milestone: 'RETURNED',
        // Whole receipts go back, so the order's unit needs no conversion.
        quantity: receipt.quantity,
        day: null,
        by: 'BUYER',
        reason: `lot of ${keyOf(receipt.line)} rejected`,
        shipment: null,
      });
    });
  }

  /** @param quantity in thousandths of the item's base unit */
  private release(receipt: ReceiptFact, quantity: number): void {
    this.business.stocked(receipt.line.item, receipt.plant, quantity, receipt.lot, receipt.consignment);
  }

  /** Boxes are counted in pieces on the shelf and in the laboratory. */
  private baseUnits({ line, quantity }: ReceiptFact): number {
    return quantity * line.perUnit;
  }
}

const sampleOf = (units: number): number => SAMPLES.find(([upTo]) => units <= upTo)![1];
