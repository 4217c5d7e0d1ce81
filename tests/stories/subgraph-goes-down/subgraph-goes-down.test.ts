import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isRequiredInputField,
  parse,
  parseType,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { supplierIdOf } from '@sightline/contracts/identities';
import { eventually, lineInput, receiptInput, sendFacts, supplierInput } from '../../testkit/facts';
import { StoryPlatform, type RunMode } from '../../testkit/platform';

const documents = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../dashboard/src/gql/persisted-documents.json'), 'utf8'),
) as Record<string, string>;

const apiSchema = buildSchema(readFileSync(path.resolve(__dirname, '../../../gateway/schema/api.graphql'), 'utf8'));

/** A value that a variable may have, whatever it is for. */
function someValue(type: TypeNode): unknown {
  if (type.kind === 'ListType') return [someValue(type.type)];
  if (type.kind === 'NonNullType') return someValue(type.type);
  const named = apiSchema.getType(type.name.value);
  if (isEnumType(named)) return named.getValues()[0]!.value;
  if (isInputObjectType(named))
    return Object.fromEntries(
      Object.values(named.getFields())
        .filter((field) => isRequiredInputField(field))
        .map((field) => [field.name, someValue(parseType(field.type.toString()))]),
    );
  switch (type.name.value) {
    case 'Boolean':
      return true;
    case 'Int':
    case 'Float':
      return 10;
    case 'ID':
      return supplierIdOf('ACME');
    case 'Date':
      return new Date().toISOString().slice(0, 10);
    case 'DateTime':
      return new Date().toISOString();
    default:
      return 'ACME';
  }
}

/** The dashboard's own operations, with variables as it sends them. */
const OPERATIONS = Object.values(documents).flatMap((document) => {
  // A directive of the client alone: it never leaves the browser.
  const query = document.replaceAll(' @unmask', '');
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  )!;
  if (operation.operation !== 'query') return [];
  const wanted = new Set(operation.variableDefinitions?.map((definition) => definition.variable.name.value));
  const known: Record<string, unknown> = {
    window: { lastDays: 90 },
    asOf: new Date().toISOString(),
    dayEnd: new Date().toISOString(),
    id: supplierIdOf('ACME'),
    bucket: 'MONTH',
    undated: false,
    definitionIds: ['otif.originalCommit@1', 'otif.agreed@1'],
    first: 10,
  };
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    if (definition.type.kind === 'NonNullType' && known[name] === undefined && definition.defaultValue === undefined)
      known[name] = someValue(definition.type.type);
  }
  const variables = Object.fromEntries(Object.entries(known).filter(([name]) => wanted.has(name)));
  // What a key of the answer asks for: operations give their root fields other names.
  const fieldOf = new Map(
    operation.selectionSet.selections.flatMap((selection) =>
      selection.kind === 'Field'
        ? [[selection.alias?.value ?? selection.name.value, selection.name.value] as const]
        : [],
    ),
  );
  return [{ name: operation.name!.value, query, variables, ownerOfKey: (key: string) => ownerOf(fieldOf.get(key)!) }];
});

/** Which subgraph answers a root field, from the composed graph. */
const supergraph = readFileSync(path.resolve(__dirname, '../../../gateway/schema/supergraph.graphql'), 'utf8');
function ownerOf(field: string): string {
  const queries = supergraph.slice(supergraph.indexOf('\ntype Query'));
  const found = new RegExp(`\\n  ${field}[(:][\\s\\S]*?@join__field\\(graph: (\\w+)\\)`).exec(queries);
  return found![1]!.toLowerCase();
}

describe.each<RunMode>(['together', 'apart'])('when a subgraph is down (%s)', (mode) => {
  let platform: StoryPlatform;
  const now = new Date().toISOString();

  beforeAll(async () => {
    platform = await StoryPlatform.start(mode);
    await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [supplierInput('ACME', now)]);
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [lineInput('A', 'ACME', now)]);
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receiptInput('A', now)]);
    await eventually(
      () =>
        platform.query<{ supplierPerformance: { leadTime: { n: number } } }>(
          `{ supplierPerformance { leadTime { n } } }`,
        ),
      (answer) => answer.supplierPerformance.leadTime.n === 1,
    );
  }, 180_000);
  afterAll(() => platform.stop());

  it('has something to lose', () => {
    expect(OPERATIONS.length).toBeGreaterThan(3);
    expect(ownerOf('supplierPerformance')).toBe('suppliers');
    expect(ownerOf('syncHealth')).toBe('operations');
  });

  it.each(SUBGRAPH_NAMES)(
    'keeps everything of the others on the dashboard while %s is stopped, and recovers',
    async (name) => {
      const whole = new Map<string, Record<string, unknown>>();
      for (const { name: operation, query, variables } of OPERATIONS)
        whole.set(operation, await platform.query<Record<string, unknown>>(query, variables));
      const stopped = await platform.command('infra/subgraph.mjs', 'stop', name).done;
      expect(stopped).toMatchObject({ code: 0 });
      try {
        for (const { name: operation, query, variables, ownerOfKey } of OPERATIONS) {
          const before = whole.get(operation)!;
          const answer = await platform.ask<Record<string, unknown>>('executive', query, variables);
          for (const field of Object.keys(before)) {
            const mine = ownerOfKey(field) === name;
            const there = before[field] !== null && !mine;
            expect({ operation, field, there: answer.data?.[field] != null }).toEqual({ operation, field, there });
          }
          const lost = Object.keys(before).some((field) => ownerOfKey(field) === name);
          if (lost) expect(answer.errors.map((error) => error.extensions?.['service'])).toContain(name);
        }
        const ready = await fetch(`${platform.url}/readyz`);
        expect(ready.status).toBe(503);
        expect(await ready.text()).toContain(name);
      } finally {
        await platform.command('infra/subgraph.mjs', 'start', name).done;
      }
      await eventually(
        async () => (await fetch(`${platform.url}/readyz`)).status,
        (status) => status === 200,
      );
      for (const { name: operation, query, variables } of OPERATIONS)
        expect(Object.keys(await platform.query<Record<string, unknown>>(query, variables))).toEqual(
          Object.keys(whole.get(operation)!),
        );
    },
  );
});
