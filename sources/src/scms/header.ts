import { type Outcome, refused, taken } from '../kit/outcome';

/** The 33 columns of the published file, by the names used in this code, with the names that the file itself uses. */
export const COLUMNS = {
  id: 'ID',
  projectCode: 'Project Code',
  pqNumber: 'PQ #',
  orderNumber: 'PO / SO #',
  shipmentNumber: 'ASN/DN #',
  country: 'Country',
  managedBy: 'Managed By',
  fulfillVia: 'Fulfill Via',
  incoterm: 'Vendor INCO Term',
  shipmentMode: 'Shipment Mode',
  pqSentOn: 'PQ First Sent to Client Date',
  poSentOn: 'PO Sent to Vendor Date',
  scheduledOn: 'Scheduled Delivery Date',
  deliveredOn: 'Delivered to Client Date',
  recordedOn: 'Delivery Recorded Date',
  productGroup: 'Product Group',
  subClassification: 'Sub Classification',
  vendor: 'Vendor',
  itemDescription: 'Item Description',
  molecule: 'Molecule/Test Type',
  brand: 'Brand',
  dosage: 'Dosage',
  dosageForm: 'Dosage Form',
  unitsPerPack: 'Unit of Measure (Per Pack)',
  quantity: 'Line Item Quantity',
  value: 'Line Item Value',
  packPrice: 'Pack Price',
  unitPrice: 'Unit Price',
  manufacturingSite: 'Manufacturing Site',
  firstLine: 'First Line Designation',
  weight: 'Weight (Kilograms)',
  freight: 'Freight Cost (USD)',
  insurance: 'Line Item Insurance (USD)',
} as const;
export type Column = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly Column[];

/** Spellings in circulation that differ by more than case, blanks and punctuation. */
const ALIASES: Partial<Record<Column, readonly string[]>> = {
  pqNumber: ['PQ Number', 'PQ No'],
  orderNumber: ['PO/SO Number', 'PO SO No', 'PO or SO #'],
  shipmentNumber: ['ASN/DN Number', 'ASN DN No', 'ASN or DN #'],
  fulfillVia: ['Fulfil Via', 'Fulfilled Via'],
  incoterm: ['Vendor Incoterm'],
  unitsPerPack: ['Unit of Measure'],
  weight: ['Weight (kg)', 'Weight'],
  freight: ['Freight Cost'],
  insurance: ['Line Item Insurance'],
};

export type HeaderRefusal =
  | { kind: 'COLUMN_MISSING'; columns: readonly string[]; found: readonly string[] }
  | { kind: 'COLUMN_REPEATED'; column: string };

export interface Header {
  /** Place of each column in a row. */
  at: Readonly<Record<Column, number>>;
  /** Columns that the file has beside the published ones; they are not read. */
  unknown: readonly string[];
}

/** Case, blanks, underscores and punctuation do not tell two spellings apart: "PO / SO #", "po_so" and "Po.So" are one. */
const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

const COLUMN_OF_SPELLING: ReadonlyMap<string, Column> = new Map(
  COLUMN_KEYS.flatMap((column) =>
    [COLUMNS[column], ...(ALIASES[column] ?? [])].map((name): [string, Column] => [spelling(name), column]),
  ),
);

/** Finds the published columns in a header, in any order; all must be there, once. */
export function readHeader(names: readonly string[]): Outcome<Header, HeaderRefusal> {
  const at: Partial<Record<Column, number>> = {};
  const unknown: string[] = [];
  for (const [index, name] of names.entries()) {
    const column = COLUMN_OF_SPELLING.get(spelling(name));
    if (column === undefined) unknown.push(name);
    else if (at[column] !== undefined) return refused({ kind: 'COLUMN_REPEATED', column: COLUMNS[column] });
    else at[column] = index;
  }
  const missing = COLUMN_KEYS.filter((column) => at[column] === undefined);
  if (missing.length > 0) {
    return refused({ kind: 'COLUMN_MISSING', columns: missing.map((column) => COLUMNS[column]), found: [...names] });
  }
  return taken({ at: at as Record<Column, number>, unknown });
}
