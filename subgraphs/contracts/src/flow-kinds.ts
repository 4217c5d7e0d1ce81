/**
 * What kind of fact a flow carries. It is decided by the door through which its facts come, never by the flow's name,
 * which belongs to the source.
 */
export const FLOW_KINDS = [
  'SUPPLIERS',
  'PURCHASE_ORDER_LINES',
  'GOODS_RECEIPTS',
  'PLANTS',
  'ITEMS',
  'STOCK_MOVEMENTS',
  'INSPECTIONS',
  'WORK_ORDERS',
] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];
