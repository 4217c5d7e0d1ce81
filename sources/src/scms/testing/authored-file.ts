import { COLUMNS, COLUMN_KEYS, type Column } from '../header';

export type AuthoredRow = Partial<Record<Column, string>>;

/** A sound direct delivery; tests change what they are about. */
const SOUND: Record<Column, string> = {
  id: '1',
  projectCode: '100-CI-T01',
  pqNumber: 'FPQ-1',
  orderNumber: 'SCMS-4',
  shipmentNumber: 'ASN-8',
  country: "Côte d'Ivoire",
  managedBy: 'PMO - US',
  fulfillVia: 'Direct Drop',
  incoterm: 'EXW',
  shipmentMode: 'Air',
  pqSentOn: '1/20/10',
  poSentOn: '2/14/10',
  scheduledOn: '2-Jun-10',
  deliveredOn: '1-Jun-10',
  recordedOn: '3-Jun-10',
  productGroup: 'HRDT',
  subClassification: 'HIV test',
  vendor: 'Example Diagnostics Ltd.',
  itemDescription: 'HIV test, 30 tests',
  molecule: 'HIV test',
  brand: 'Generic',
  dosage: 'N/A',
  dosageForm: 'Test kit',
  unitsPerPack: '30',
  quantity: '19',
  value: '551',
  packPrice: '29',
  unitPrice: '0.97',
  manufacturingSite: 'Example Works, Basel',
  firstLine: 'Yes',
  weight: '13',
  freight: '780.34',
  insurance: '0.9',
};

/** What differs in a delivery from the own warehouse. */
export const FROM_WAREHOUSE: AuthoredRow = {
  fulfillVia: 'From RDC',
  vendor: 'SCMS from RDC',
  incoterm: 'N/A - From RDC',
  poSentOn: 'N/A - From RDC',
};

/** Rows with IDs and shipments of their own, unless they name them. */
export function authoredRows(rows: readonly AuthoredRow[]): Record<Column, string>[] {
  return rows.map((row, index) => ({ ...SOUND, id: String(index + 1), shipmentNumber: `ASN-${index + 1}`, ...row }));
}

/** As comma-separated UTF-8 with LF. */
export function authoredFile(rows: readonly AuthoredRow[]): Buffer {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = [
    COLUMN_KEYS.map((column) => quote(COLUMNS[column])),
    ...authoredRows(rows).map((row) => COLUMN_KEYS.map((column) => quote(row[column]))),
  ];
  return Buffer.from(lines.map((line) => `${line.join(',')}\n`).join(''), 'utf8');
}
