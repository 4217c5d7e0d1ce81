import { addDays, daysBetween, endOfDay, formatDay, isDay, quarterEndOnOrBefore, type Day } from '../format/date';
import { wholeWindow, type DataRange } from '../features/overview/overview.model';
import { SUPPLIER_SORTS, type SupplierSort } from '../features/suppliers/supplier-table.model';
import type { DataOrigin, ScopeInput, WindowInput } from '../gql/graphql';

/** The windows offered by name; anything else is a pair of days. */
export const WINDOW_PRESETS = ['30d', '90d', '365d', 'all'] as const;
export type WindowPreset = (typeof WINDOW_PRESETS)[number];
export type WindowChoice = WindowPreset | `${string}..${string}`;

export const DEFAULT_WINDOW: WindowPreset = '90d';
export const DEFAULT_SORT: SupplierSort = '-due';

/** Everything about the view that the address holds; what is left out is the default. */
export interface ViewSearch {
  /** Left out: the last 90 days, or all data when nothing reaches into them. */
  window?: WindowChoice;
  /** Time travel: the page as the books had it at the end of this day. */
  asOf?: Day;
  /** Day of the order book. */
  book?: Day;
  /** Also transfers between sites of our own. */
  transfers?: true;
  /** Order book: also lines without a known order date. */
  undated?: true;
  sort?: SupplierSort;
  q?: string;
  view?: 'table';
  /** Left out: real data where any real source has sent some, otherwise the simulator's. */
  origin?: OriginChoice;
  /** The wallboard: no controls, larger type. */
  kiosk?: 1;
}

/** Whose facts the screens are over, as the address writes it. */
export type OriginChoice = 'real' | 'simulated';

/** The part of the address that stays when one goes to another screen; the rest belongs to the screen one leaves. */
export function keptSearch(raw: Record<string, unknown>): ViewSearch {
  const { window, asOf, transfers, origin, kiosk } = parseViewSearch(raw);
  return { window, asOf, transfers, origin, kiosk };
}

function day(value: unknown): Day | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function windowChoice(value: unknown): WindowChoice | undefined {
  if (typeof value !== 'string') return undefined;
  const preset = WINDOW_PRESETS.find((one) => one === value);
  if (preset) return preset;
  const [from, to, more] = value.split('..');
  if (from === undefined || to === undefined || more !== undefined || !isDay(from) || !isDay(to)) return undefined;
  return from <= to ? `${from}..${to}` : `${to}..${from}`;
}

/** Reads the address; whatever it does not understand falls back to the default instead of breaking the page. */
export function parseViewSearch(raw: Record<string, unknown>): ViewSearch {
  const sort = SUPPLIER_SORTS.find((one) => one === raw['sort']);
  const q = typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']).slice(0, 100) : '';
  return {
    window: windowChoice(raw['window']),
    asOf: day(raw['asOf']),
    book: day(raw['book']),
    transfers: raw['transfers'] === true ? true : undefined,
    undated: raw['undated'] === true ? true : undefined,
    sort: sort === DEFAULT_SORT ? undefined : sort,
    q: q === '' ? undefined : q,
    view: raw['view'] === 'table' ? 'table' : undefined,
    origin: raw['origin'] === 'real' || raw['origin'] === 'simulated' ? raw['origin'] : undefined,
    kiosk: raw['kiosk'] === 1 || raw['kiosk'] === true ? 1 : undefined,
  };
}

/** The address turned into what the queries ask. */
export interface View {
  choice: WindowChoice;
  /** All data are shown because nothing reaches into the last 90 days, not because somebody chose it. */
  widened: boolean;
  /** Null while the range of data, which "all" needs, is not known. */
  window: WindowInput | null;
  /** The days the window covers, both inclusive; null as above. */
  span: { from: Day; to: Day } | null;
  windowLabel: string;
  asOfDay: Day | null;
  asOf: string | null;
  knownAt: string | null;
  scope: ScopeInput | null;
  /** Null: the platform decides, because nobody could say which sources there are. */
  origin: DataOrigin | null;
  /** Null while the range of data is not known. */
  bookDay: Day | null;
}

const PRESET_LABELS: Readonly<Record<WindowPreset, string>> = {
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '365d': 'Last 12 months',
  all: 'All data',
};

/** Name of a window for its button. */
export function windowLabel(choice: WindowChoice): string {
  const preset = WINDOW_PRESETS.find((one) => one === choice);
  if (preset) return PRESET_LABELS[preset];
  const [from, to] = choice.split('..');
  return `${formatDay(from)} – ${formatDay(to)}`;
}

function lastDays(choice: WindowChoice): number | null {
  return choice === '30d' ? 30 : choice === '90d' ? 90 : choice === '365d' ? 365 : null;
}

const DEFAULT_DAYS = 90;

/** Whether the data ended before the default window begins: a finished archive, which opens on all it holds. */
function endsBeforeDefault(range: DataRange | null | undefined, today: Day): boolean {
  return range ? range.to < addDays(today, 1 - DEFAULT_DAYS) : false;
}

/**
 * Resolves the address against the range of data. `range` is undefined while unknown, null when there is no data.
 * The order book's day, unless chosen, is the as-of day, today, or, in an archive, the last quarter end inside the
 * window before the last receipt: after it an archive has nothing open any more.
 */
export function resolveView(
  search: ViewSearch,
  range: DataRange | null | undefined,
  today: Day,
  origin: DataOrigin | null = null,
): View {
  const widened = search.window === undefined && endsBeforeDefault(range, today);
  const choice = search.window ?? (widened ? 'all' : DEFAULT_WINDOW);
  const end = search.asOf ?? today;
  const days = lastDays(choice);
  let window: WindowInput | null = null;
  let span: { from: Day; to: Day } | null = null;
  // Until the range of data is known, neither is the default window.
  const decided = search.window !== undefined || range !== undefined;
  if (decided && (days !== null || (choice === 'all' && range === null))) {
    const length = days ?? DEFAULT_DAYS;
    window = { lastDays: length };
    span = { from: addDays(end, 1 - length), to: end };
  } else if (decided && choice === 'all') {
    span = range ? wholeWindow(range) : null;
    window = span && { ...span };
  } else if (decided) {
    const [from = end, to = end] = choice.split('..');
    span = { from, to };
    window = { from, to };
  }
  return {
    choice,
    widened,
    window,
    span,
    windowLabel: windowLabel(choice),
    asOfDay: search.asOf ?? null,
    asOf: search.asOf ? endOfDay(search.asOf) : null,
    knownAt: search.asOf ? endOfDay(search.asOf) : null,
    scope: scopeOf(search, origin),
    origin,
    bookDay: bookDay(search, span, range, today),
  };
}

function scopeOf(search: ViewSearch, origin: DataOrigin | null): ScopeInput | null {
  if (!search.transfers && origin === null) return null;
  return {
    ...(search.transfers ? { sourcing: ['PURCHASED', 'TRANSFER'] as const } : {}),
    ...(origin === null ? {} : { origin }),
  } as ScopeInput;
}

function bookDay(
  search: ViewSearch,
  span: { from: Day; to: Day } | null,
  range: DataRange | null | undefined,
  today: Day,
): Day | null {
  if (search.book) return search.book;
  if (search.asOf) return search.asOf;
  if (range === undefined || span === null) return null;
  const end = range?.lastReceived ?? range?.to ?? span.to;
  const last = span.to < end ? span.to : end;
  if (daysBetween(last, today) <= 31) return today;
  const quarter = quarterEndOnOrBefore(addDays(last, -1));
  return quarter >= span.from ? quarter : last;
}
