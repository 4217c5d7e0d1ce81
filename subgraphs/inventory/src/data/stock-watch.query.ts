import { STOCK_MOVED_V1, type StockMovedPayload } from '@sightline/contracts/events/stock-moved.v1';
import type { RowWatch } from '@sightline/kit/live/row-watch';
import type { StockPositionRow } from './stock-position.entity';
import { positionsByIds } from './stock-position.query';

/** Which positions a stream is about; null: all. */
export interface StockFilter {
  itemIds: readonly string[] | null;
  plantIds: readonly string[] | null;
}

/**
 * The stream of stock. What a position is of never changes, so none leaves an answer; one that holds nothing any more is
 * told as it is.
 */
export const STOCK: RowWatch<StockPositionRow, StockFilter> = {
  subjectTypes: ['StockBooking'],
  // One booking may be about the stock of several suppliers; each sees the positions that are its own consignment.
  heardByRow: true,
  rowIdsOf: (entry) =>
    entry.type === STOCK_MOVED_V1
      ? [...new Set((entry.payload as StockMovedPayload).postings.map((posting) => posting.positionId))]
      : [],
  async rowsById(manager, ids) {
    return new Map((await positionsByIds(manager, ids)).map((row) => [row.id, row]));
  },
  rowsAt: null,
  matches: (position, { itemIds, plantIds }) =>
    (itemIds === null || itemIds.includes(position.itemId)) &&
    (plantIds === null || plantIds.includes(position.plantId)),
};
