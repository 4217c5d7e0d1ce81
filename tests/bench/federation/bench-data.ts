import type { SubgraphName } from '@sightline/contracts/subgraph-names';

type Row = Readonly<Record<string, unknown>>;

/** Suppliers from which a request takes a page; each request begins at another one, so that no two ask the same. */
export const SUPPLIERS = 200;
export const PAGE = 18;
const LINES_EACH = 5;
/** Two suppliers share their items, so that a page has each of its items twice. */
const ITEMS = (SUPPLIERS / 2) * LINES_EACH;

const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + (number % 300))).toISOString().slice(0, 10);
const range = <Made>(length: number, make: (index: number) => Made): Made[] =>
  Array.from({ length }, (_, i) => make(i));

const itemOf = (supplier: number, line: number): number => Math.floor(supplier / 2) * LINES_EACH + line;

const suppliers: readonly Row[] = range(SUPPLIERS, (index) => ({
  id: `S${index}`,
  name: `Supplier ${index} of precision parts`,
  country: ['DE', 'FR', 'PL', 'IT', 'ES'][index % 5],
  tier: 1 + (index % 3),
  lines: range(LINES_EACH, (line) => ({
    id: `L${index}-${line}`,
    number: line + 1,
    dueOn: day(index * 3 + line),
    quantity: 10.5 * (line + 1),
    unit: 'PCE',
    item: { __typename: 'Item', id: `I${itemOf(index, line)}` },
  })),
}));

/** What each subgraph knows of the entities that it resolves, by type and key. */
const entities: Readonly<Partial<Record<SubgraphName, Readonly<Record<string, readonly Row[]>>>>> = {
  inventory: {
    Item: range(ITEMS, (index) => ({
      id: `I${index}`,
      name: `Bearing ${index}, deep groove`,
      onHand: 17.25 * index,
      reserved: index,
      lots: range(2, (lot) => ({ number: `LOT-${index}-${lot}`, amount: 8.5 * lot, expiresOn: day(index + lot) })),
    })),
  },
  production: {
    Item: range(ITEMS, (index) => ({ id: `I${index}`, nextOrder: { __typename: 'WorkOrder', number: `W${index}` } })),
    WorkOrder: range(ITEMS, workOrder),
  },
  quality: {
    Item: range(ITEMS, (index) => ({
      id: `I${index}`,
      defectRate: (index % 17) / 100,
      inspected: index * 3,
      lastDecision: index % 4 === 0 ? null : 'RELEASED',
    })),
  },
  operations: {
    WorkOrder: range(ITEMS, (index) => ({
      number: `W${index}`,
      delayMinutes: (index * 7) % 120,
      alerts: range(index % 2, () => ({ code: 'MATERIAL_SHORT', severity: 'HIGH', since: day(index) })),
    })),
  },
};

function workOrder(index: number): Row {
  return { number: `W${index}`, startsOn: day(index), planned: 4.5 * (1 + (index % 40)), status: 'RELEASED' };
}

const page = (_parent: unknown, { first, offset }: { first: number; offset: number }): readonly Row[] =>
  suppliers.slice(offset, offset + first);

/** Resolvers of one subgraph. Production tells of an item's order with the order's own data. */
export function resolversOf(name: SubgraphName): Record<string, Record<string, unknown>> {
  const resolvers: Record<string, Record<string, unknown>> = {};
  if (name === 'suppliers') resolvers['Query'] = { suppliers: page };
  for (const [type, rows] of Object.entries(entities[name] ?? {})) {
    const byKey = new Map(rows.map((row) => [row['id'] ?? row['number'], row]));
    resolvers[type] = { __resolveReference: (key: Row) => byKey.get(key['id'] ?? key['number']) ?? null };
  }
  if (name === 'production') {
    const orders = new Map(entities.production!['WorkOrder']!.map((row) => [row['number'], row]));
    resolvers['Item'] = {
      ...resolvers['Item'],
      nextOrder: ({ nextOrder }: { nextOrder: Row }) => orders.get(nextOrder['number']),
    };
  }
  return resolvers;
}

/** The rows behind the resolvers of one subgraph, by type; under `Query` those of its root field. */
export function rowsOf(name: SubgraphName): Readonly<Record<string, readonly Row[]>> {
  const rows = { ...entities[name] };
  if (name === 'suppliers') return { ...rows, Query: suppliers };
  if (name === 'production')
    rows['Item'] = rows['Item']!.map((item, index) => ({ ...item, nextOrder: rows['WorkOrder']![index] }));
  return rows;
}

/** All suppliers with everything below them, as a server without federation holds them. */
export function wholeData(): readonly Row[] {
  const orders = range(ITEMS, (index) => ({ ...workOrder(index), ...entities.operations!['WorkOrder']![index] }));
  const items = range(ITEMS, (index) => ({
    ...entities.inventory!['Item']![index],
    ...entities.quality!['Item']![index],
    nextOrder: orders[index],
  }));
  return suppliers.map((supplier, index) => ({
    ...supplier,
    lines: (supplier['lines'] as readonly Row[]).map((line, number) => ({
      ...line,
      item: items[itemOf(index, number)],
    })),
  }));
}
