import type { RequestInstant } from '@sightline/contracts/request-instant';

import type { Decimal } from '../decimal/decimal';
import type { Instant } from '../time/instant';
import type { ResolvedWindow } from '../time/window';
import type { Contribution, ContributionSource, Population } from './contribution';
import type { ContributionCursors } from './contribution-cursor';

export interface PageArguments {
  /** 0 to 200; default 50. */
  first?: number | null;
  after?: string | null;
}

/** Shaped as the schema's Contribution. */
export interface ShownContribution {
  subjectType: string;
  subjectId: string;
  label: string;
  included: boolean;
  rule: string;
  value: number | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  /** Null when the source knew only the day: a day never becomes an instant. */
  occurredAt: Instant | null;
}

/** Shaped as the schema's ContributionConnection. */
export interface ContributionConnection {
  edges: { cursor: string; node: ShownContribution }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** A page larger than a list may give, or negative. */
export class PageSizeRefused extends Error {
  readonly code = 'PAGE_SIZE_INVALID';
  constructor(first: number) {
    super(`first is ${first}; it must be from 0 to ${MOST_ROWS}.`);
    this.name = 'PageSizeRefused';
  }
}

const DEFAULT_ROWS = 50;
const MOST_ROWS = 200;

/** What a page of a figure's rows needs to know of the figure. */
interface PagedFigure {
  source: ContributionSource;
  sourceAt: (pin: ContributionSource['pin']) => ContributionSource | Promise<ContributionSource>;
  population: Population;
  window: ResolvedWindow;
  instant: RequestInstant;
  cursors: ContributionCursors;
  unitType?: string;
}

/**
 * A page of the rows behind a figure, counted in or left out, in the order of their subjects. By a cursor, the page is of
 * the figure that gave the cursor out: its population at its fixed point, whatever has arrived since.
 */
export async function contributionPage(figure: PagedFigure, args: PageArguments): Promise<ContributionConnection> {
  const first = args.first ?? DEFAULT_ROWS;
  if (!Number.isInteger(first) || first < 0 || first > MOST_ROWS) throw new PageSizeRefused(first);

  const { asked } = figure.window;
  const pinned = args.after == null ? null : figure.cursors.open(args.after, { population: figure.population, asked });
  const population = pinned?.population ?? figure.population;
  const instant = pinned?.instant ?? figure.instant;
  const source = pinned === null ? figure.source : await figure.sourceAt(pinned.pin);

  const page = await source.page(population, first, pinned?.after ?? null);
  const edges = page.rows.map((row) => ({
    cursor: figure.cursors.seal({ pin: source.pin, population, asked, instant, after: row.subjectId }),
    node: shown(row, figure.unitType),
  }));
  return {
    edges,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.totalCount,
  };
}

function shown(row: Contribution, unitType: string | undefined): ShownContribution {
  const isUnit = row.included && row.unitKey !== null;
  return {
    subjectType: isUnit ? (unitType ?? row.subjectType) : row.subjectType,
    subjectId: row.subjectId,
    label: row.label,
    included: row.included,
    rule: row.rule,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    occurredAt: row.occurredAt?.includes('T') ? row.occurredAt : null,
  };
}
