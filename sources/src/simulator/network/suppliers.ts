import { Draws } from './draws';

/** A supplier of the simulated network, with the habits that its deliveries follow. */
export interface Supplier {
  /** Place in the network's list. */
  index: number;
  code: string;
  name: string;
  tier: 'STRATEGIC' | 'PREFERRED' | 'TRANSACTIONAL' | 'ADVERSARIAL';
  country: string;
  size: 'LARGE' | 'MIDDLE' | 'SMALL';
  /** Share of the lines of large and middle suppliers; 0 for a small one. */
  share: number;
  /** Lines that a small supplier gets in one history; 0 for the others. */
  lines: number;
  /** Median of its lead times, in days. */
  leadTimeDays: number;
  /** Days on the road. */
  transitDays: number;
  /** Share of its lines that come late, before anything happens to it. */
  lateShare: number;
  /** Share of units that are defective in an ordinary lot. */
  defectShare: number;
  /** Share of lots that are bad. */
  badLotShare: number;
  /** Keeps its goods in our warehouse, its own until used. */
  consigns: boolean;
  /** What is special about it. */
  story: 'NONE' | 'TWO_CODES' | 'EQUAL_RATES' | 'NOTHING_DUE';
}

/** Large, middle and small, in this order. Half of all get fewer than ten lines in a history. */
export const SUPPLIER_COUNT = 40;
const LARGE_SHARES = [0.17, 0.134, 0.108, 0.087, 0.075];
const MIDDLE_COUNT = 15;

/** Places in the list of those with a story. */
export const TWO_CODES = 2;
export const EQUAL_RATES = 11;
export const NOTHING_DUE = 39;

const FIRST = ['Alder', 'Brock', 'Cinder', 'Dunmore', 'Eskdale', 'Farrow', 'Glint', 'Harrow', 'Isar', 'Juniper'];
const SECOND = ['Castings', 'Fasteners', 'Polymers', 'Electric', 'Precision', 'Coatings', 'Drives', 'Seals'];
const FORMS = [
  ['GmbH', 'Germany'],
  ['Inc.', 'United States'],
  ['Co. Ltd.', 'China'],
  ['Srl', 'Italy'],
  ['AB', 'Sweden'],
  ['Sp. z o.o.', 'Poland'],
  ['SA de CV', 'Mexico'],
] as const;

/** The same forty for the same seed. */
export function makeSuppliers(seed: number): readonly Supplier[] {
  return Array.from({ length: SUPPLIER_COUNT }, (_, index) => makeSupplier(seed, index));
}

function makeSupplier(seed: number, index: number): Supplier {
  const draws = new Draws(seed, 'supplier', index);
  const size = index < LARGE_SHARES.length ? 'LARGE' : index < LARGE_SHARES.length + MIDDLE_COUNT ? 'MIDDLE' : 'SMALL';
  const [form, country] = FORMS[(index * 3) % FORMS.length]!;
  const name = `${FIRST[index % FIRST.length]} ${SECOND[(index * 5 + Math.floor(index / 10)) % SECOND.length]} ${form} (simulated)`;
  const leadTimeDays =
    size === 'LARGE' ? [24, 18, 34, 27, 15][index]! : Math.round(Math.exp(3.15 + 0.35 * draws.normal()));
  return {
    index,
    code: `SIM-S${String(index + 1).padStart(3, '0')}`,
    name,
    tier:
      size === 'LARGE'
        ? 'STRATEGIC'
        : draws.pick(['PREFERRED', 'TRANSACTIONAL', 'TRANSACTIONAL', 'ADVERSARIAL'] as const),
    country,
    size,
    share: shareOf(size, index),
    lines: size === 'SMALL' ? 2 + (index % 7) : 0,
    leadTimeDays,
    transitDays: draws.whole(1, 5),
    lateShare: Math.min(0.45, 0.08 + 0.26 * draws.next() ** 1.5),
    defectShare: 0.0004 + 0.004 * draws.next() ** 3,
    badLotShare: 0.004 + 0.03 * draws.next() ** 2,
    consigns: index === 3,
    story:
      index === TWO_CODES
        ? 'TWO_CODES'
        : index === EQUAL_RATES
          ? 'EQUAL_RATES'
          : index === NOTHING_DUE
            ? 'NOTHING_DUE'
            : 'NONE',
  };
}

function shareOf(size: Supplier['size'], index: number): number {
  if (size === 'LARGE') return LARGE_SHARES[index]!;
  if (size === 'SMALL') return 0;
  // The fifteen share what is left, each a little less than the one before.
  const place = index - LARGE_SHARES.length;
  const left = 1 - LARGE_SHARES.reduce((sum, share) => sum + share, 0);
  const weights = Array.from({ length: MIDDLE_COUNT }, (_, at) => 0.9 ** at);
  return (left * weights[place]!) / weights.reduce((sum, weight) => sum + weight, 0);
}
