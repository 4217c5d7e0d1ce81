import { csvName, remainingRows, rowsCsv } from './rows-csv';
import type { Row } from './rows-page';

const row: Row = {
  subjectType: 'PurchaseOrderLine',
  subjectId: 'l1',
  label: 'PO-7 / 10, "urgent"',
  included: true,
  rule: 'RECEIVED_BY_DUE',
  value: null,
  numerator: '1',
  denominator: '1.0',
  occurredAt: '2026-03-14',
};

it('keeps commas, quotes and exact decimals', () => {
  const [head, first] = rowsCsv([row]).split('\r\n');
  expect(head).toBe('subjectType,subjectId,label,included,rule,value,numerator,denominator,occurredAt');
  expect(first).toBe('PurchaseOrderLine,l1,"PO-7 / 10, ""urgent""",true,RECEIVED_BY_DUE,,1,1.0,2026-03-14');
});

it('lets no label run as a formula, and leaves negative numbers numbers', () => {
  const [, first] = rowsCsv([{ ...row, label: '=1+1', value: -3, numerator: '-3' }]).split('\r\n');
  expect(first).toContain("'=1+1");
  expect(first).toContain(',-3,-3,');
});

it('names the file after the figure', () => {
  expect(csvName('Lead time of Müller & Söhne: the rows')).toBe('lead-time-of-muller-sohne-the-rows.csv');
  expect(csvName('…')).toBe('rows.csv');
});

it('reads every page that is left, in order, after the cursor of those already there', async () => {
  const asked: (string | null)[] = [];
  const pages: Record<string, { rows: Row[]; next: string | null }> = {
    p2: { rows: [{ ...row, subjectId: 'l2' }], next: 'p3' },
    p3: { rows: [{ ...row, subjectId: 'l3' }], next: null },
  };
  const rows = await remainingRows(
    async (_first, after) => {
      asked.push(after);
      return { figure: null, totalCount: 3, rows: [], next: null, ...pages[after ?? ''] };
    },
    'p2',
    () => undefined,
  );
  expect(asked).toEqual(['p2', 'p3']);
  expect(rows.map(({ subjectId }) => subjectId)).toEqual(['l2', 'l3']);
  expect(
    await remainingRows(
      () => Promise.reject(new Error('not asked')),
      null,
      () => undefined,
    ),
  ).toEqual([]);
});
