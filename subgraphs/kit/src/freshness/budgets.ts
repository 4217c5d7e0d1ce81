import type { FlowKind } from '@sightline/contracts/flow-kinds';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The age a flow promises to stay under when its source declares nothing else, in seconds (design/metrics.md 3.6):
 * shop-floor and warehouse events one minute, ERP transactions five, inspections fifteen, master data its daily run and
 * two hours.
 */
export const DEFAULT_BUDGET_SECONDS: Readonly<Record<FlowKind, number>> = {
  SUPPLIERS: DAY + 2 * HOUR,
  PURCHASE_ORDER_LINES: 5 * MINUTE,
  GOODS_RECEIPTS: MINUTE,
  PLANTS: DAY + 2 * HOUR,
  ITEMS: DAY + 2 * HOUR,
  STOCK_MOVEMENTS: MINUTE,
  INSPECTIONS: 15 * MINUTE,
  WORK_ORDERS: MINUTE,
};
