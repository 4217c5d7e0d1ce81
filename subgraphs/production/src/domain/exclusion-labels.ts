/** Why an order was left out, in words; the codes are stable and part of the API. */
const LABELS: Readonly<Record<string, string>> = {
  CANCELLED: 'Cancelled before work began',
  NON_COUNTABLE_UNIT: 'Made in a bulk unit such as kilograms: there are no units to count',
  NOTHING_REPORTED: 'Completed without any good or scrapped unit being reported',
  NOTHING_COMPLETED: 'MES has reported nothing complete',
  POSTED: 'All that MES reported complete is posted in ERP',
  POSTED_BEYOND_COMPLETED: 'ERP has posted more than MES reported complete',
};

/** The words for an exclusion code. */
export const exclusionLabel = (code: string): string => LABELS[code] ?? code;
