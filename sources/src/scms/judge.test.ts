import { judgeFile, type JudgedFile, type ScmsRefusal } from './judge';
import { describeRefusal } from './refusals';
import { type AuthoredRow, authoredFile, FROM_WAREHOUSE } from './testing/authored-file';

function judged(rows: readonly AuthoredRow[]): JudgedFile {
  const verdict = judgeFile(authoredFile(rows));
  if (!verdict.ok) throw new Error(describeRefusal(verdict.refusal));
  return verdict.value;
}
function refusalOf(rows: readonly AuthoredRow[]): ScmsRefusal | null {
  const verdict = judgeFile(authoredFile(rows));
  return verdict.ok ? null : verdict.refusal;
}
const codes = (file: JudgedFile): Record<string, readonly string[]> =>
  Object.fromEntries(file.remarks.findings.map((finding) => [finding.code, finding.ids]));
const many = (count: number, row: (index: number) => AuthoredRow): AuthoredRow[] =>
  Array.from({ length: count }, (_, index) => row(index));

describe('the first pass over the file', () => {
  it('has nothing to say about a sound row', () => {
    expect(judged([{}]).remarks.findings).toEqual([]);
  });

  it.each<[string, AuthoredRow]>([
    ['PO_DATE_NOT_CAPTURED', { poSentOn: 'Date Not Captured' }],
    ['PO_DATE_NOT_CAPTURED', { poSentOn: '' }],
    ['FROM_RDC_NO_PO_DATE', FROM_WAREHOUSE],
    ['FROM_RDC_NO_PO_DATE', { ...FROM_WAREHOUSE, poSentOn: '', incoterm: '' }],
    ['DELIVERED_BEFORE_PO_SENT', { deliveredOn: '13-Feb-10', recordedOn: '3-Jun-10' }],
    ['RECORDED_BEFORE_DELIVERED', { recordedOn: '31-May-10' }],
    ['PQ_SENT_AFTER_PO', { pqSentOn: '2/15/10' }],
    ['LAG_SENTINEL_365', { recordedOn: '1-Jun-11' }],
    ['LAG_OVER_A_YEAR', { recordedOn: '3-Jun-11' }],
    ['ZERO_VALUE', { value: '0.00' }],
    ['VALUE_MISSING', { value: 'N/A' }],
    ['ZERO_QUANTITY', { quantity: '0', weight: 'Weight Captured Separately' }],
    ['WEIGHT_OUTLIER', { weight: '1901' }],
    ['WEIGHT_UNREADABLE', { weight: 'heavy' }],
    ['FREIGHT_UNREADABLE', { freight: 'dear' }],
    ['REFERENCE_UNRESOLVED', { weight: 'See ASN-9 (ID#:99)' }],
    ['REFERENCE_CHAINED', { freight: 'See ASN-1 (ID#:1)' }],
    ['FIRST_LINES_OF_SHIPMENT', { firstLine: 'No' }],
    ['INSURANCE_MISSING', { insurance: '' }],
    ['SHIPMENT_MODE_MISSING', { shipmentMode: 'N/A' }],
    ['SHIPMENT_NUMBER_MISSING', { shipmentNumber: '' }],
    ['VENDOR_AND_FULFILMENT_DISAGREE', { fulfillVia: 'From RDC' }],
    ['MOJIBAKE', { manufacturingSite: 'GrÃ¸nland' }],
    ['DOUBLE_BLANK_IN_VENDOR', { vendor: 'Example  Diagnostics' }],
  ])('notes %s and takes the row', (code, row) => {
    const file = judged([row]);
    expect(Object.keys(codes(file))).toEqual([code]);
    expect(file.rows).toHaveLength(1);
  });

  it('notes a PO sent after the scheduled date', () => {
    expect(codes(judged([{ scheduledOn: '13-Feb-10' }]))).toEqual({ PO_SENT_AFTER_SCHEDULED: ['1'] });
  });

  it('resolves a reference to the line that carries the weight of the shipment', () => {
    const rest = {
      shipmentNumber: 'ASN-1',
      firstLine: 'No',
      weight: 'See ASN-1 (ID#:1)',
      freight: 'See ASN-1 (ID#:1)',
    };
    expect(judged([{ shipmentNumber: 'ASN-1' }, rest]).remarks.findings).toEqual([]);
    expect(codes(judged([{}, { ...rest, shipmentNumber: 'ASN-2', firstLine: 'Yes' }]))).toEqual({
      REFERENCE_TO_OTHER_SHIPMENT: ['2'],
    });
  });

  it('spreads the weight of a shipment over all its packs before calling it an outlier', () => {
    const carried = {
      shipmentNumber: 'ASN-1',
      firstLine: 'No',
      quantity: '1000',
      weight: 'See ASN-1 (ID#:1)',
      freight: 'See ASN-1 (ID#:1)',
    };
    expect(judged([{ shipmentNumber: 'ASN-1', weight: '5000' }, carried]).remarks.findings).toEqual([]);
  });

  it('notes rows that differ in nothing but the ID, and takes both', () => {
    const twin = { shipmentNumber: 'ASN-1', firstLine: 'No', weight: 'Weight Captured Separately' };
    const file = judged([{ shipmentNumber: 'ASN-1' }, twin, twin]);
    expect(codes(file)).toEqual({ DUPLICATE_EXCEPT_ID: ['2', '3'] });
    expect(file.rows).toHaveLength(3);
  });

  it('takes a row once that stands in the file twice, ID included', () => {
    const file = judged([{}, { id: '1', shipmentNumber: 'ASN-1' }]);
    expect(codes(file)).toEqual({ REPEATED_ROW: ['1'] });
    expect(file.rows).toHaveLength(1);
  });

  it.each<[string, AuthoredRow]>([
    ['ID_MISSING', { id: '' }],
    ['ORDER_NUMBER_MISSING', { orderNumber: '' }],
    ['VENDOR_MISSING', { vendor: ' ' }],
    ['FULFILMENT_UNKNOWN', { fulfillVia: 'By hand' }],
    ['QUANTITY_UNREADABLE', { quantity: 'some' }],
    ['VALUE_UNREADABLE', { value: 'much' }],
    ['PO_DATE_UNREADABLE', { poSentOn: 'soon' }],
    ['SCHEDULED_DATE_UNREADABLE', { scheduledOn: '' }],
    ['DELIVERED_DATE_UNREADABLE', { deliveredOn: '31-Jun-10' }],
    ['RECORDED_DATE_UNREADABLE', { recordedOn: '2010-06-03' }],
  ])('leaves a row out under %s, and takes the others', (code, row) => {
    const file = judged([{}, {}, row]);
    expect(codes(file)).toHaveProperty(code);
    expect(file.rows.map((one) => one.id)).toEqual(['1', '2']);
  });
});

describe('a file is refused as a whole', () => {
  it('when more than one row in a hundred cannot be read', () => {
    const rows = (bad: number): AuthoredRow[] => many(200, (index) => (index < bad ? { quantity: 'x' } : {}));
    expect(judged(rows(2)).rows).toHaveLength(198);
    expect(refusalOf(rows(3))).toMatchObject({ kind: 'TOO_MANY_UNREADABLE_ROWS', leftOut: 3, rows: 200 });
  });

  it('when one ID stands for two different rows', () => {
    expect(refusalOf([{}, { id: '1', quantity: '20' }])).toEqual({ kind: 'ID_CONFLICT', id: '1', records: [2, 3] });
  });

  it('when the PO dates are written day first', () => {
    expect(refusalOf([{ poSentOn: '14/2/10' }, { poSentOn: '3/2/10' }])).toMatchObject({
      kind: 'DAY_AND_MONTH_SWAPPED',
      columns: ['PO Sent to Vendor Date'],
    });
  });

  it('when numbers use both marks', () => {
    expect(refusalOf([{ value: '551,50' }, { value: '551.50' }])).toEqual({ kind: 'NUMBER_FORMAT_MIXED' });
  });

  it('with words for each reason', () => {
    expect(describeRefusal({ kind: 'COLUMN_MISSING', columns: ['Vendor'], found: [] })).toBe(
      'missing column: "Vendor"',
    );
    expect(describeRefusal({ kind: 'TRUNCATED', record: 7, cells: 3, expected: 33, openQuote: false })).toBe(
      'the file is cut: its last line (7) has 3 of 33 cells',
    );
  });
});
