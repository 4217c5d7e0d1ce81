import type { Contribution } from './contribution';
import { CONTRIBUTIONS_CSV_HEADER, contributionsCsv, csvCell } from './csv';

describe('A cell of the export', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [null, ''],
    [true, 'true'],
    [-1e-7, '-1e-7'],
    ['-12.50', '-12.50'],
  ])('%j is written as %s', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it.each(['=1+1', '+41 44 000', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1'])('%j is not run as a formula', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  });
});

it('Rows of a figure are exported with everything needed to add them up again', () => {
  const row: Contribution = {
    definitionId: 'onTime.lastCommit@1',
    subjectType: 'PurchaseOrderLine',
    subjectId: 'l1',
    label: '=HYPERLINK("http://x")',
    dates: {},
    countsFrom: null,
    included: true,
    rule: 'RECEIVED_BY_COMMIT',
    numerator: '1',
    denominator: '1',
    value: null,
    unitCode: null,
    unitKey: null,
    occurredAt: '2024-05-06',
    dims: {},
  };
  expect(CONTRIBUTIONS_CSV_HEADER + contributionsCsv([row])).toBe(
    'definition,subjectType,subjectId,label,included,rule,value,numerator,denominator,unitCode,occurredAt\r\n' +
      'onTime.lastCommit@1,PurchaseOrderLine,l1,"\'=HYPERLINK(""http://x"")",true,RECEIVED_BY_COMMIT,,1,1,,2024-05-06\r\n',
  );
});
