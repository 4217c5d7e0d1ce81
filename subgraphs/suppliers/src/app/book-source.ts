import { ORDER_BOOK } from '@sightline/contracts/metric-definitions/system-definitions';
import type { Contribution, ContributionSource, Population } from '@sightline/kit/figures/contribution';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { shiftDay } from '../domain/site-day';

const FIRST_DAY = '0001-01-01';

/** How a figure of the book is found among the rows of `ordered`, and by which rule its rows count. */
interface View {
  rule: string;
  narrow: (population: Population) => Population;
}

const within = (state: string) => (population: Population) => ({
  ...population,
  dims: { ...population.dims, bookState: [state] },
});

const VIEWS: Readonly<Record<string, View>> = {
  [ORDER_BOOK.ordered]: { rule: 'ORDERED', narrow: (population) => population },
  [ORDER_BOOK.delivered]: { rule: 'DELIVERED', narrow: within('DELIVERED') },
  [ORDER_BOOK.open]: { rule: 'OPEN', narrow: within('OPEN') },
  [ORDER_BOOK.overdue]: {
    rule: 'OVERDUE',
    // Overdue from the day after the due date.
    narrow: (population) => ({
      ...within('OPEN')(population),
      basis: 'DUE',
      from: FIRST_DAY,
      to: shiftDay(population.asOfDay, -1),
    }),
  },
};

/**
 * The order book of the present out of what is kept of each line: one row under `ordered`, which says where the line stands.
 * Answers as folding and judging the lines does. What the books do not know is a matter of the past: seen from the present,
 * the books and the truth are the same facts.
 *
 * @param kept  the stored contributions
 */
export function bookSource(kept: ContributionSource, definitionId: string): ContributionSource {
  const pin = { ...kept.pin, undated: 0 };
  const view = VIEWS[definitionId];
  if (view === undefined) return memorySource([], pin);
  const of = (population: Population): Population => ({
    ...view.narrow(population),
    definitionId: ORDER_BOOK.ordered,
  });
  const told = (row: Contribution): Contribution => ({
    ...row,
    definitionId,
    rule: row.included ? view.rule : row.rule,
  });
  return {
    pin,
    aggregate: (population, grouping) => kept.aggregate(of(population), grouping),
    countAbove: (population, than) => kept.countAbove(of(population), than),
    countDistinct: (population, dimension, grouping) => kept.countDistinct(of(population), dimension, grouping),
    async page(population, first, after) {
      const page = await kept.page(of(population), first, after);
      return { ...page, rows: page.rows.map(told) };
    },
  };
}
