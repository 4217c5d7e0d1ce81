import { matchesSearch, nextSort, sortSuppliers, type SupplierRow } from './supplier-table.model';

const supplier = (name: string, due: number, onTime: number | null = null): SupplierRow => ({
  id: name,
  name,
  code: name.toUpperCase(),
  due,
  onTime,
  otif: null,
  median: null,
  p90: null,
  received: 0,
});
const names = (rows: readonly SupplierRow[]): string[] => rows.map(({ name }) => name);

describe('the supplier table', () => {
  const rows = [supplier('Beta', 5, 90), supplier('Alpha', 5, null), supplier('Gamma', 9, 70)];

  it('sorts equal suppliers by name, so the order is always the same', () => {
    expect(names(sortSuppliers(rows, '-due'))).toEqual(['Gamma', 'Alpha', 'Beta']);
  });

  it('puts what is not known last in either direction: unknown is neither best nor worst', () => {
    expect(names(sortSuppliers(rows, 'onTime'))).toEqual(['Gamma', 'Beta', 'Alpha']);
    expect(names(sortSuppliers(rows, '-onTime'))).toEqual(['Beta', 'Gamma', 'Alpha']);
  });

  it('turns a column at the second click', () => {
    expect(nextSort('-due', 'due')).toBe('due');
    expect(nextSort('due', 'onTime')).toBe('-onTime');
    expect(nextSort('-due', 'name')).toBe('name');
    expect(nextSort('name', 'name')).toBe('-name');
  });

  it('finds a supplier by any words of its name or code, accents aside', () => {
    expect(matchesSearch({ name: "Pharma Côte d'Ivoire", code: 'P-7' }, 'cote pharma')).toBe(true);
    expect(matchesSearch({ name: 'Orgenics, Ltd', code: 'P-7' }, 'p-7')).toBe(true);
    expect(matchesSearch({ name: 'Orgenics, Ltd', code: 'P-7' }, 'cipla')).toBe(false);
  });
});
