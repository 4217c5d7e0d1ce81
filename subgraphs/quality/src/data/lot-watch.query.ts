import { In } from 'typeorm';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { FigureWatch } from '@sightline/kit/live/figure-changes';
import { among, within } from '@sightline/kit/live/matching';
import type { RowWatch } from '@sightline/kit/live/row-watch';
import { originOfInspection } from '../domain/contribution-of-inspection';
import { foldInspection } from '../domain/fold-inspection';
import type { Inspection } from '../domain/inspection-lot';
import { historiesOf } from './inspection-history';
import { InspectionLotRow } from './inspection-lot.entity';
import type { LotFilter } from './inspection-lots.query';

const rows: Pick<RowWatch<Inspection, never>, 'subjectTypes' | 'rowsById' | 'rowsAt'> = {
  subjectTypes: ['InspectionLot'],
  async rowsById(manager, ids) {
    const found = await manager.find(InspectionLotRow, { where: { id: In([...ids]) } });
    return new Map(found.map((row) => [row.id, row.state]));
  },
  async rowsAt(manager, ids, pos) {
    const lots = new Map<string, Inspection>();
    for (const [id, events] of await historiesOf(manager, ids, pos, [])) {
      const lot = foldInspection(events);
      if (lot !== null) lots.set(id, lot);
    }
    return lots;
  },
};

/** The stream of lots: a lot is in it while a list with the same filter (`lotsPage`) would show it. */
export const LOTS: RowWatch<Inspection, LotFilter> = {
  ...rows,
  matches: (lot, filter) =>
    lot.isLot &&
    among(lot.goods.supplierId, filter.supplierIds) &&
    among(lot.goods.itemId, filter.itemIds) &&
    among(lot.goods.plantId, filter.plantIds) &&
    among(lot.status, filter.statuses) &&
    among(lot.decision?.decision ?? null, filter.decisions) &&
    within(lot.created.on, filter.createdFrom, filter.createdTo) &&
    (filter.origin == null || filter.origin === originOfInspection(lot)),
};

/** What of a scope is asked of a lot itself. */
interface ScopeOfLots {
  supplierIds?: readonly string[] | null;
  plantIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  origin?: DataOrigin | null;
}

/**
 * What moves the figures of a scope: lots, and goods that came without one. What might be in it counts as in it: a figure
 * read once too often is still right.
 */
export const LOTS_IN_SCOPE: FigureWatch<Inspection, ScopeOfLots | null | undefined> = {
  rows: {
    ...rows,
    matches: (lot, scope) =>
      among(lot.goods.supplierId, scope?.supplierIds) &&
      among(lot.goods.itemId, scope?.itemIds) &&
      among(lot.goods.plantId, scope?.plantIds) &&
      (scope?.origin == null || scope.origin === originOfInspection(lot)),
  },
  // A supplier's tier and a plant's time zone judge lots anew.
  always: ['ReferenceNote'],
};
