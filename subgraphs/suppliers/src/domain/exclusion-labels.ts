/** Why a row was left out, in words; the codes are stable and part of the API. */
const exclusions: Readonly<Record<string, string>> = {
  PO_DATE_NOT_CAPTURED: 'The day on which the order was sent was not captured',
  TRANSFER_WITHOUT_PO_DATE: 'Transfer between own sites, for which no order was sent',
  DELIVERED_BEFORE_PO_SENT: 'Delivered before the order was sent: an error in the data',
  RECORDED_BEFORE_RECEIVED: 'Recorded before it was received: an error in the data',
  CANCELLED_BY_BUYER: 'Cancelled by the buyer',
  CANCELLED_BY_SUPPLIER: 'Cancelled by the supplier',
  CANCELLED_BY_THIRD_PARTY: 'Cancelled by a third party',
  CANCELLED_BY_SYSTEM: 'Cancelled by a system',
  DUE_DATE_UNKNOWN: 'The date on which it is due by this definition is not known',
  QUANTITY_NOT_REPORTED: 'The source does not say how much moved',
  QUANTITY_IN_OTHER_UNIT: 'The quantity was reported in a unit other than the order’s',
  NOT_DELIVERED: 'Nothing of it came, and this definition leaves such lines out',
  VALUE_NOT_REPORTED: 'The source does not say what it is worth',
  CREATED_DATE_NOT_CAPTURED: 'The day on which the order was drawn up was not captured',
  ACKNOWLEDGED_DATE_NOT_CAPTURED: 'The day on which the supplier acknowledged was not captured',
  SHIPPED_DATE_NOT_CAPTURED: 'The day on which the whole quantity had left was not captured',
  HANDED_OVER_DATE_NOT_CAPTURED: 'The day on which it was handed over was not captured',
  ARRIVED_DATE_NOT_CAPTURED: 'The day on which it arrived was not captured',
  RECEIVED_DATE_NOT_CAPTURED: 'The day on which it was received was not captured',
};

/** What decided a row that counts, in words. */
const rules: Readonly<Record<string, string>> = {
  TOO_EARLY: 'Came earlier than the window allows',
  OVER: 'More than the tolerated quantity came in the window',
  SHORT: 'Less than the tolerated quantity came, and nothing more is expected',
  RECORDED_AFTER_RECEIVED: 'Recorded on the day of receipt or later',
  ORDERED: 'Ordered',
  DELIVERED: 'Delivered, as the books had it',
  OPEN: 'Not yet delivered, as the books had it',
  OVERDUE: 'Due before the day and not delivered, as the books had it',
  DELIVERED_NOT_RECORDED: 'Delivered, and not in the books',
  NOT_IN_WINDOW: 'Not due in the window by this definition',
  NOT_YET_DUE: 'Not due yet by this definition',
};

const movements: Readonly<Record<string, string>> = {
  SHIPPED: 'shipped',
  HANDED_OVER: 'handed over',
  ARRIVED: 'arrived',
  RECEIVED: 'received',
  ACCEPTED: 'accepted',
  AVAILABLE: 'available',
};

/** Codes that name the clock event of the definition: RECEIVED_LATE, NOT_SHIPPED_WHEN_DUE, ... */
const patterns: readonly [RegExp, (movement: string) => string][] = [
  [/^NOT_(\w+)_WHEN_DUE$/, (moved) => `Nothing was ${moved} when it was due`],
  [/^PARTLY_(\w+)_WHEN_DUE$/, (moved) => `Only a part was ${moved} when it was due`],
  [/^(\w+)_BY_DUE$/, (moved) => `${capital(moved)} by the due date`],
  [/^(\w+)_IN_WINDOW$/, (moved) => `${capital(moved)} within the window around the due date`],
  [/^(\w+)_LATE$/, (moved) => `${capital(moved)} after the due date`],
];

const anchors: Readonly<Record<string, string>> = {
  CREATED: 'created',
  SENT: 'sent',
  ACKNOWLEDGED: 'acknowledged',
  ...movements,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A code that has no words of its own, readable all the same: SOME_CODE becomes "Some code". */
const spelled = (code: string): string => capital(code.toLowerCase().replaceAll('_', ' '));

/** Why a row was left out, in words. */
export function exclusionLabel(code: string): string {
  const known = exclusions[code];
  if (known !== undefined) return known;
  const reversed = /^(\w+)_BEFORE_(\w+)$/.exec(code);
  const [later, earlier] = [anchors[reversed?.[1] ?? ''], anchors[reversed?.[2] ?? '']];
  if (later !== undefined && earlier !== undefined)
    return `${capital(later)} before it was ${earlier}: an error in the data`;
  return spelled(code);
}

/** What decided a row, in words: the rule of one that counts, or why it was left out. */
export function ruleLabel(code: string): string {
  const known = rules[code];
  if (known !== undefined) return known;
  for (const [pattern, words] of patterns) {
    const movement = movements[pattern.exec(code)?.[1] ?? ''];
    if (movement !== undefined) return words(movement);
  }
  const stage = /^(\w+)_TO_(\w+)$/.exec(code);
  const [start, end] = [anchors[stage?.[1] ?? ''], anchors[stage?.[2] ?? '']];
  if (start !== undefined && end !== undefined) return `Days from ${start} to ${end}`;
  return exclusionLabel(code);
}
