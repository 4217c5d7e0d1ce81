/** The columns by which the table sorts; a leading minus in the URL means largest first. */
export const SUPPLIER_SORTS = [
  'name',
  '-due',
  'due',
  '-onTime',
  'onTime',
  '-otif',
  'otif',
  '-median',
  'median',
  '-p90',
  'p90',
  '-name',
] as const;

export type SupplierSort = (typeof SUPPLIER_SORTS)[number];

/** One supplier's figures as the table shows them. Null is unknown. */
export interface SupplierRow {
  id: string;
  name: string;
  code: string;
  due: number;
  onTime: number | null;
  otif: number | null;
  median: number | null;
  p90: number | null;
  /** Lines received, over which the lead time is. */
  received: number;
}

type Key = 'name' | 'due' | 'onTime' | 'otif' | 'median' | 'p90';

/** Column and direction of a sort. */
export function sortParts(sort: SupplierSort): { key: Key; descending: boolean } {
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as Key;
  return { key, descending };
}

/** The sort after a click on a column's head: numbers start with the largest, names with A; a second click turns it. */
export function nextSort(current: SupplierSort, key: Key): SupplierSort {
  const first: SupplierSort = key === 'name' ? 'name' : `-${key}`;
  const second: SupplierSort = key === 'name' ? '-name' : key;
  return current === first ? second : first;
}

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Sorted copy. What is not known comes last in either direction; equal ones by name, so the order is always the same. */
export function sortSuppliers(rows: readonly SupplierRow[], sort: SupplierSort): SupplierRow[] {
  const { key, descending } = sortParts(sort);
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byName = names.compare(a.name, b.name) || a.id.localeCompare(b.id);
    if (key === 'name') return sign * byName;
    const [left, right] = [a[key], b[key]];
    if (left === null || right === null) return left === right ? byName : left === null ? 1 : -1;
    return sign * (left - right) || byName;
  });
}

/** Whether a supplier answers to a search: every word is part of its name or code, any case, accents aside. */
export function matchesSearch(row: { name: string; code: string }, search: string): boolean {
  const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const haystack = fold(`${row.name} ${row.code}`);
  return fold(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
