import {
  definitionById,
  leadTimeDefinitionId,
  VOLUME_LINES,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { ListCursors } from '@sightline/kit/graph/list-cursor';
import type { Group } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type { SupplierRow } from '../data/supplier.entity';
import { inOrder, type SupplierOrder } from './list-suppliers';
import type { PerformanceQuestion } from './performance-question';

/** The schema's LineDimension, and the dimension of contributions it stands for. */
const DIMENSIONS = {
  SUPPLIER: 'supplierId',
  MANUFACTURING_SITE: 'manufacturingSite',
  SUPPLIER_TIER: 'supplierTier',
  PLANT: 'plantId',
  DESTINATION_COUNTRY: 'destinationCountry',
  PRODUCT_GROUP: 'productGroup',
  SHIPMENT_MODE: 'shipmentMode',
  INCOTERM: 'incoterm',
  SOURCING: 'sourcing',
  SOURCE_SYSTEM: 'sourceSystemId',
} as const;
export type LineDimension = keyof typeof DIMENSIONS;

export interface PerformanceGroupNode {
  question: PerformanceQuestion;
  group: Group;
  label: string;
}

export interface PerformanceGroupConnection {
  edges: { cursor: string; node: PerformanceGroupNode }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/**
 * The groups of a question by a dimension: every value that a line due, or a line received, in the window has. Most lines
 * first, then by key; "says nothing" is a group like any other.
 */
export async function breakdown(
  context: Context,
  question: PerformanceQuestion,
  by: LineDimension,
  page: { first: number; after: string | null },
): Promise<PerformanceGroupConnection> {
  const dimension = DIMENSIONS[by];
  const volume = await groupsWithin(context, question, dimension);
  const lines = (key: string | null): number => volume.get(key) ?? 0;
  const keys = [...volume.keys()].sort((a, b) => lines(b) - lines(a) || compareKeys(a, b));
  const labels = await labelsOf(context, by, keys);
  const cursors = new ListCursors(context.services.cursorKey);
  const list = JSON.stringify(['breakdown', by, question.idFor('', await context.desk.originOf(question.scope))]);
  const after = page.after === null ? -1 : keys.indexOf(cursors.open(list, page.after)[0] as string | null);
  const shown = keys.slice(after + 1, after + 1 + page.first);
  const edges = shown.map((key) => ({
    cursor: cursors.seal(list, [key]),
    node: { question, group: { dimension, key }, label: labels.get(key) ?? key ?? 'Not stated' },
  }));
  return {
    edges,
    pageInfo: { hasNextPage: after + 1 + shown.length < keys.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: keys.length,
  };
}

/** Lines due in the window by each value of a dimension that a line due, or a line received, in the window has. */
async function groupsWithin(
  context: Context,
  question: PerformanceQuestion,
  dimension: string,
): Promise<ReadonlyMap<string | null, number>> {
  const due = await context.desk.grouped(question, definitionById(VOLUME_LINES)!, dimension);
  const delivered = definitionById(leadTimeDefinitionId('SENT_TO_RECEIVED'))!;
  const received = await context.desk.grouped(question, delivered, dimension);
  const groups = new Map((await received.keys()).map((key) => [key, 0]));
  for (const [key, { n }] of await due.all()) groups.set(key, n);
  return groups;
}

/** A supplier in the list of a question. */
export interface SupplierPerformanceRow {
  supplier: SupplierRow;
  question: PerformanceQuestion;
  group: Group;
}

/** The first suppliers, in an order, with a line due or a line received in the window of a question. */
export async function bySupplier(
  context: Context,
  question: PerformanceQuestion,
  order: SupplierOrder,
  first: number,
): Promise<SupplierPerformanceRow[]> {
  const dimension = DIMENSIONS.SUPPLIER;
  const suppliers = await suppliersOf(context, [...(await groupsWithin(context, question, dimension)).keys()]);
  const ordered = await inOrder(context, suppliers, order, question);
  return ordered.slice(0, first).map((supplier) => ({ supplier, question, group: { dimension, key: supplier.id } }));
}

/** The suppliers among the keys of groups that the caller may see. */
async function suppliersOf(context: Context, keys: readonly (string | null)[]): Promise<SupplierRow[]> {
  const ids = keys.flatMap((key) => key ?? []);
  const rows = await Promise.all(ids.map((id) => context.loaders.supplierById.load(id)));
  return rows.flatMap((row) => row ?? []);
}

const compareKeys = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

async function labelsOf(
  context: Context,
  by: LineDimension,
  keys: readonly (string | null)[],
): Promise<Map<string | null, string>> {
  if (by !== 'SUPPLIER') return new Map();
  const suppliers = await suppliersOf(context, keys);
  return new Map<string | null, string>([
    [null, 'No supplier'],
    ...suppliers.map((row) => [row.id, row.name] as const),
  ]);
}
