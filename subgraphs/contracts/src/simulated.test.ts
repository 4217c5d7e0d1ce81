import { nameOfOtherOrigin, originOf } from './simulated';

describe('what is simulated', () => {
  const line = (sourceSystemId: string) => ({ sourceSystemId, type: 'purchaseOrderLine', value: '1' });

  it('is told by the name of its source alone', () => {
    expect(['sim.erp', 'erp', 'SIM.erp', 'simulator'].map(originOf)).toEqual(['SIMULATED', 'REAL', 'REAL', 'REAL']);
  });

  it('is never about what a real source named, nor the other way round', () => {
    const fact = (source: string, more: object) => ({ source: { sourceSystemId: source }, quantity: '1', ...more });
    expect(nameOfOtherOrigin(fact('sim.erp', { purchaseOrderLine: line('sim.wms'), externalIds: [] }))).toBeNull();
    expect(nameOfOtherOrigin(fact('sim.erp', { purchaseOrderLine: line('erp') }))).toEqual([
      'purchaseOrderLine',
      'sourceSystemId',
    ]);
    expect(nameOfOtherOrigin(fact('erp', { externalIds: [line('wms'), line('sim.erp')] }))).toEqual([
      'externalIds',
      '1',
      'sourceSystemId',
    ]);
    expect(nameOfOtherOrigin(fact('erp', { plant: null, purchaseOrderLine: undefined }))).toBeNull();
  });
});
