/** Everything that is not as it should be in the data of a real network, and in ours on purpose. */
export const DIRT = {
  PARTIAL_DELIVERIES: 'order lines delivered in more than one receipt',
  OVER_DELIVERIES: 'order lines delivered beyond the ordered quantity',
  SHORT_DELIVERIES: 'order lines closed by a final receipt below the ordered quantity',
  BUYER_CANCELLATIONS: 'order lines called off by the buyer',
  REDATES_BY_SUPPLIER: 'promises moved by the supplier',
  REDATES_BY_BUYER: 'promises moved by the buyer',
  RETURNS: 'rejected lots sent back to the supplier',
  REVERSED_RECEIPTS: 'goods receipts posted in error and taken back',
  TRANSFERS: 'stock moved between plants',
  CONSIGNMENT_RECEIPTS: 'goods receipts that stay the supplier’s until used',
  CONSIGNMENT_WITHDRAWALS: 'withdrawals from consignment',
  PACK_CONVERSIONS: 'goods receipts in boxes, kept in pieces',
  CURRENCY_EUR: 'order lines valued in EUR',
  CURRENCY_USD: 'order lines valued in USD',
  TWO_CODES: 'suppliers known under two codes',
  RECEIPTS_TOLD_TWICE: 'goods receipts told by WMS and again by ERP',
  DUPLICATES: 'facts sent twice with the same key',
  DISORDER: 'order lines sent after their receipt',
  BACKDATED: 'goods receipts keyed days after they happened',
  SEQUENCE_GAPS: 'numbers left out of a source’s sequence',
  NOT_INSPECTED: 'inspection lots never decided on',
  SKIPPED_LOTS: 'inspection lots released without inspection',
  NOTHING_DUE: 'suppliers with order lines and none of them due',
  UNPOSTED: 'work orders completed in MES and posted in ERP only days later, or not yet',
  CLOCK_SKEW: 'facts of the source whose clock is slow',
} as const;
export type DirtKind = keyof typeof DIRT;

/** How many of each kind there are. */
export type DirtCounts = Record<DirtKind, number>;

export const noDirt = (): DirtCounts => Object.fromEntries(Object.keys(DIRT).map((kind) => [kind, 0])) as DirtCounts;
