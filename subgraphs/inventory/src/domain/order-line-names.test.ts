import { orderLineNames } from './order-line-names';

const terms = { orderNumber: 'PO-1', lineNumber: '10' as string | null, scheduleNumber: 1 };
const erp = (type: string, value: string) => ({ sourceSystemId: 'erp', type, value });
const namesOf = (lineNumber: string | null, externalIds: ReturnType<typeof erp>[]): string[] =>
  orderLineNames({ ...terms, lineNumber, externalIds }, 'erp').map((key) => `${key.type}:${key.value}`);

describe('the names of an order line', () => {
  it('are its external ids, and order, line and schedule', () => {
    expect(namesOf('10', [erp('lineId', '77')])).toEqual(['lineId:77', 'purchaseOrderLine:PO-1/10/1']);
  });

  it('hold order and schedule alone only when that is its own name', () => {
    expect(namesOf(null, [])).toEqual(['purchaseOrderLine:PO-1//1']);
    expect(namesOf(null, [erp('purchaseOrderLine', '77')])).toEqual(['purchaseOrderLine:77']);
  });

  it('are each given once', () => {
    expect(namesOf('10', [erp('purchaseOrderLine', 'PO-1/10/1')])).toEqual(['purchaseOrderLine:PO-1/10/1']);
  });
});
