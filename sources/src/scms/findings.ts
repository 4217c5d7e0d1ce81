/**
 * Every verdict that the first pass can give, by its stable code.
 * LEFT_OUT: the row gives no facts. EXCLUDED: the row is taken, and one figure will leave it out under this code.
 * SUSPICIOUS: the row is taken as written, and a person should look at it.
 */
export type Verdict = 'LEFT_OUT' | 'EXCLUDED' | 'SUSPICIOUS';

interface FindingKind {
  verdict: Verdict;
  /** The figure concerned, for EXCLUDED. */
  figure: string | null;
  label: string;
}

const leftOut = (label: string): FindingKind => ({ verdict: 'LEFT_OUT', figure: null, label });
const excluded = (figure: string, label: string): FindingKind => ({ verdict: 'EXCLUDED', figure, label });
const suspicious = (label: string): FindingKind => ({ verdict: 'SUSPICIOUS', figure: null, label });

export const FINDINGS = {
  ID_MISSING: leftOut('the row has no ID, so nothing could refer to it'),
  REPEATED_ROW: leftOut('the same row again, ID included; taken once'),
  ORDER_NUMBER_MISSING: leftOut('no order number'),
  VENDOR_MISSING: leftOut('no vendor'),
  FULFILMENT_UNKNOWN: leftOut('Fulfill Via is neither "Direct Drop" nor "From RDC"'),
  QUANTITY_UNREADABLE: leftOut('the quantity is no number'),
  VALUE_UNREADABLE: leftOut('the value is no number'),
  PO_DATE_UNREADABLE: leftOut('the PO date is neither a date of its column nor a known reason for none'),
  SCHEDULED_DATE_UNREADABLE: leftOut('no readable scheduled date'),
  DELIVERED_DATE_UNREADABLE: leftOut('no readable delivery date'),
  RECORDED_DATE_UNREADABLE: leftOut('no readable recorded date'),

  PO_DATE_NOT_CAPTURED: excluded('lead time', 'no PO date: "Date Not Captured"'),
  FROM_RDC_NO_PO_DATE: excluded('lead time', 'no PO date: delivered from the own warehouse'),
  DELIVERED_BEFORE_PO_SENT: excluded('lead time', 'delivered before the PO was sent'),
  RECORDED_BEFORE_DELIVERED: excluded('recorded lag', 'recorded before it was delivered'),

  PO_SENT_AFTER_SCHEDULED: suspicious('PO sent after the scheduled delivery date'),
  PQ_SENT_AFTER_PO: suspicious('price quote sent after the PO'),
  PQ_DATE_UNREADABLE: suspicious('unreadable price quote date; no fact is made of it'),
  LAG_SENTINEL_365: suspicious('recorded exactly 365 or 366 days after delivery: most likely a mistyped year'),
  LAG_OVER_A_YEAR: suspicious('recorded more than 366 days after delivery'),
  ZERO_VALUE: suspicious('line value is zero'),
  VALUE_MISSING: suspicious('no line value'),
  ZERO_QUANTITY: suspicious('line quantity is zero'),
  WEIGHT_OUTLIER: suspicious('more than 100 kg a pack, over all packs of the shipment'),
  WEIGHT_UNREADABLE: suspicious('the weight is neither a number nor known words'),
  FREIGHT_UNREADABLE: suspicious('the freight is neither a number nor known words'),
  REFERENCE_UNRESOLVED: suspicious('weight or freight refers to a line that is not in this file'),
  REFERENCE_CHAINED: suspicious('weight or freight refers to a line that refers on'),
  REFERENCE_TO_OTHER_SHIPMENT: suspicious('weight or freight refers to a line of another shipment'),
  FIRST_LINES_OF_SHIPMENT: suspicious('its shipment has not exactly one first line'),
  INSURANCE_MISSING: suspicious('no insurance amount'),
  SHIPMENT_MODE_MISSING: suspicious('no shipment mode'),
  SHIPMENT_NUMBER_MISSING: suspicious('no shipment number'),
  VENDOR_AND_FULFILMENT_DISAGREE: suspicious(
    'the own warehouse as vendor of a direct drop, or a supplier from the warehouse; taken as a transfer',
  ),
  DUPLICATE_EXCEPT_ID: suspicious('equal to another row in everything but the ID'),
  MOJIBAKE: suspicious('a cell was damaged by a wrong encoding before it was published; kept as written'),
  DOUBLE_BLANK_IN_VENDOR: suspicious('the vendor name holds more than one blank in a row; sent with one'),
} as const satisfies Record<string, FindingKind>;
export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  code: FindingCode;
  rows: number;
  /** IDs of the first rows concerned, in the order of the file; a row without one as `record N`. */
  ids: readonly string[];
}

/** Beyond this many, IDs are only counted. */
const IDS_KEPT = 20;

/** Counts rows by code. A code is counted once for each time it is noted, so callers note it once a row. */
export class FindingTally {
  private readonly found = new Map<FindingCode, { rows: number; ids: string[] }>();

  note(code: FindingCode, id: string): void {
    let entry = this.found.get(code);
    if (!entry) this.found.set(code, (entry = { rows: 0, ids: [] }));
    entry.rows += 1;
    if (entry.ids.length < IDS_KEPT) entry.ids.push(id);
  }

  rows(code: FindingCode): number {
    return this.found.get(code)?.rows ?? 0;
  }

  /** In the order of FINDINGS, so that two reports of one file are equal. */
  list(): Finding[] {
    return (Object.keys(FINDINGS) as FindingCode[]).flatMap((code) => {
      const entry = this.found.get(code);
      return entry ? [{ code, ...entry }] : [];
    });
  }
}
