import type { DateCell } from './dates';

/** How the programme delivered: from the supplier straight to the client, or from its own regional distribution centre. */
export type Fulfilment = 'DIRECT_DROP' | 'FROM_RDC';

/** Weight and freight cells: a number, a reference to the line that carries the number, or words. */
export type MeasureCell =
  | { kind: 'NUMBER'; amount: string }
  | { kind: 'REFERENCE'; shipmentNumber: string; id: string }
  | { kind: 'WORDS'; text: string }
  | { kind: 'BLANK' };

/** One delivery line, read. Texts are trimmed with runs of blanks collapsed; decimals canonical; null is what the file leaves out. */
export interface ScmsRow {
  /** Place in the file; the header is record 1. */
  record: number;
  id: string;
  orderNumber: string;
  shipmentNumber: string | null;
  country: string | null;
  fulfilment: Fulfilment;
  vendor: string;
  incoterm: string | null;
  shipmentMode: string | null;
  pqSent: DateCell;
  poSent: DateCell;
  scheduled: DateCell & { kind: 'DAY' };
  delivered: DateCell & { kind: 'DAY' };
  recorded: DateCell & { kind: 'DAY' };
  productGroup: string | null;
  itemName: string | null;
  dosage: string | null;
  quantity: string;
  value: string | null;
  manufacturingSite: string | null;
  /** The line that carries weight and freight of its shipment. */
  firstLine: boolean | null;
  weight: MeasureCell;
  freight: MeasureCell;
  insurance: string | null;
}

/** The programme's own warehouse, as the vendor column writes it. It is not a supplier. */
export const OWN_WAREHOUSE = 'SCMS from RDC';

/** Trimmed, every run of white space one blank: how names are compared and sent. */
export const clean = (text: string): string => (UNTIDY.test(text) ? text.replace(/\s+/g, ' ').trim() : text);
const UNTIDY = /^\s|\s$|\s\s|[\t\r\n\u00a0]/;

const NOTHING = /^(|n\/a|na|nan|null|none|-)$/i;
/** The cleaned text, or null where the file says that there is none ("N/A", blank, or what tools write for it). */
export function textOrNull(text: string): string | null {
  const tidy = clean(text);
  return tidy.length <= 4 && NOTHING.test(tidy) ? null : tidy;
}
