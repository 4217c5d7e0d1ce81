import { unitWord } from './unit';

describe('units of measure', () => {
  it('are said in words where there are any, and stay as the source wrote them otherwise', () => {
    expect([unitWord('C62'), unitWord('KGM'), unitWord('ROLL'), unitWord(null)]).toEqual(['pcs', 'kg', 'ROLL', '']);
  });
});
