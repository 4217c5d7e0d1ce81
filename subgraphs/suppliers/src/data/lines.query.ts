import type { EntityManager } from 'typeorm';
import type { ExternalKey } from '@sightline/contracts/identities';
import { Parameters } from '@sightline/kit/postgres/conditions';
import { countRows, keysetPage, type KeysetPosition } from '@sightline/kit/postgres/keyset-page';
import { currenciesByLines } from '../domain/line-impact';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { conditionsOf, type LineFilter } from './line-filter.query';
import { shownLines } from './shown-lines';

type ColumnOrder = 'PROMISED_ASC' | 'PROMISED_DESC' | 'RECEIVED_DESC' | 'LATENESS_DESC';
export type LineOrder = ColumnOrder | 'IMPACT_DESC';

const TABLE = 'purchase_order_line';

/** What a line is ordered by, as text that sorts the same way within SQL; null sorts last in each order. */
const ORDERS: Readonly<Record<ColumnOrder, { column: string; type: string; descending: boolean }>> = {
  PROMISED_ASC: { column: 'promised_on', type: 'date', descending: false },
  PROMISED_DESC: { column: 'promised_on', type: 'date', descending: true },
  RECEIVED_DESC: { column: 'received_on', type: 'date', descending: true },
  LATENESS_DESC: { column: 'lateness_days', type: 'int', descending: true },
};

/**
 * A place in an ordered list, its last part the id. By a column: the order key as text (null: among those without one, at
 * the end). By impact: the day it was judged on, the currencies in their order, and what the line is ordered by.
 */
export type LinePosition = readonly (string | null)[];

export interface LinePage {
  lines: { line: PurchaseOrderLine; position: LinePosition }[];
  hasNextPage: boolean;
}

interface PageAsked {
  first: number;
  after: LinePosition | null;
  /** Calendar day of the question; a line is overdue when it was due before it. */
  today: string;
}

/** Where the lines of a page stand. */
interface Places {
  places: LinePosition[];
  hasNextPage: boolean;
}

/**
 * One page of lines that the caller may see. Keyset paging: the page after a position costs the same however far it is;
 * the indexes purchase_order_line_promised and _received serve the orders, _open_due what is overdue, _order the search;
 * lateness and impact sort.
 */
export async function linesPage(
  manager: EntityManager,
  filter: LineFilter,
  order: LineOrder,
  page: PageAsked,
): Promise<LinePage> {
  const { places, hasNextPage } =
    order === 'IMPACT_DESC'
      ? await placesByImpact(manager, filter, page)
      : await placesByColumn(manager, filter, order, page);
  const listed = places.map((position) => ({ position, id: position.at(-1)! }));
  const lines = await shownLines(
    manager,
    listed.map(({ id }) => id),
  );
  return {
    lines: listed.map(({ position, id }) => ({ line: lines.get(id)!, position })),
    hasNextPage,
  };
}

/**
 * How many lines a list has, on whatever page one is.
 *
 * @param after  place of the page: a list by impact holds what was overdue on the day of its first page
 */
export const countLines = (
  manager: EntityManager,
  filter: LineFilter,
  order: LineOrder,
  { after, today }: Pick<PageAsked, 'after' | 'today'>,
): Promise<number> => countRows(manager, { table: TABLE, where: conditionsOf(filter, dayOf(order, after, today)) });

/** The day on which a line of a list is judged to be overdue. */
const dayOf = (order: LineOrder, after: LinePosition | null, today: string): string =>
  (order === 'IMPACT_DESC' ? after?.[0] : null) ?? today;

async function placesByColumn(
  manager: EntityManager,
  filter: LineFilter,
  order: ColumnOrder,
  { first, after, today }: PageAsked,
): Promise<Places> {
  const list = { table: TABLE, where: conditionsOf(filter, today), by: ORDERS[order] };
  const { rows, hasNextPage } = await keysetPage(manager, list, { first, after: after as KeysetPosition | null });
  return { places: rows.map(({ position }) => position), hasNextPage };
}

/**
 * By impact: value of what has not come times days (`impactDays`). Each currency is ranked by itself, that of most lines
 * first; lines without a value come last, the latest of them first. What decides the order beside the lines themselves, the
 * day and which currency has most lines, stays over all pages as it was on the first.
 */
async function placesByImpact(
  manager: EntityManager,
  filter: LineFilter,
  { first, after, today }: PageAsked,
): Promise<Places> {
  const day = dayOf('IMPACT_DESC', after, today);
  const where = conditionsOf(filter, day);
  const counts: { currency: string | null; count: string }[] = await manager.query(
    `SELECT currency, count(*) AS count FROM purchase_order_line WHERE ${where.sql} GROUP BY currency`,
    where.all,
  );
  const linesOf = new Map(counts.map(({ currency, count }) => [currency, Number(count)]));
  const currencies = after === null ? currenciesByLines(linesOf) : (JSON.parse(after[1]!) as string[]);

  const { all, p } = new Parameters(where.all);
  const on = `${p(day)}::date`;
  const order = `${p(currencies)}::text[]`;
  // A currency that came between two pages stands behind those that were there, and before the lines without a value.
  const place = `CASE WHEN currency IS NULL THEN ${currencies.length + 2}
    ELSE coalesce(array_position(${order}, currency), ${currencies.length + 1}) END`;
  const late = `greatest(${on} - open_due_on, 0)`;
  const beyond = (): string => {
    if (after === null) return 'true';
    const [currencyPlace, currency, impact, lateDays, id] = after.slice(2).map((part) => p(part));
    return `(place, named, -impact, -late, id) >
      (${currencyPlace}::int, ${currency}::text, -${impact}::numeric, -${lateDays}::int, ${id}::text)`;
  };
  const rows: { place: string; named: string; impact: string; late: string; id: string }[] = await manager.query(
    `SELECT place::text, named, impact::text, late::text, id FROM (
       SELECT id, ${place} AS place, coalesce(currency, '') AS named, ${late} AS late,
         coalesce(at_stake, 0) * greatest(standing_days, ${on} - open_due_on) AS impact
       FROM purchase_order_line WHERE ${where.sql}) AS ranked
     WHERE ${beyond()} ORDER BY place, named, -impact, -late, id LIMIT ${first + 1}`,
    all,
  );
  const decided = [day, JSON.stringify(currencies)];
  return {
    places: rows.slice(0, first).map((row) => [...decided, row.place, row.named, row.impact, row.late, row.id]),
    hasNextPage: rows.length > first,
  };
}

/** The line with an outside name; null when nobody visible has it. */
export async function lineIdByKey(manager: EntityManager, key: ExternalKey): Promise<string | null> {
  const rows: { line_id: string }[] = await manager.query(
    `SELECT line_id FROM line_external_id WHERE source_system_id = $1 AND type = $2 AND value = $3`,
    [key.sourceSystemId, key.type, key.value],
  );
  return rows[0]?.line_id ?? null;
}
