import { unitWords } from './unit';

describe('units of measure', () => {
  it('are said in words where there are any, and stay as the source wrote them otherwise', () => {
    expect([unitWords('C62'), unitWords('KGM'), unitWords('ROLL')]).toEqual(['pcs', 'kg', 'ROLL']);
  });
});
