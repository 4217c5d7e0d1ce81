import { readFileSync } from 'node:fs';
import path from 'node:path';
import { badDocument, type Abuse } from '../abuse';
import type { World } from '../world';

const times = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

const TOO_LARGE = { status: 400, code: 'OPERATION_TOO_LARGE' };

/** Fragments that spread the next one four times each: 4^6 fields in a short document. */
const NESTED = `{ suppliers { edges { node { ...F0 } } } } ${times(
  6,
  (n) =>
    `fragment F${n} on Supplier { ${times(4, () => `purchaseOrderLines { edges { node { supplier { ...F${n + 1} } } } }`)} }`,
)} fragment F6 on Supplier { id }`;

/** Different cheap operations, as someone sends them who wants to push the dashboard's plans out. */
const STRANGERS = 10_000;
const STRANGERS_WITH_SCOPE = 1_200;

export const documents: readonly Abuse[] = [
  badDocument(
    'A1',
    'depth bomb: `supplier { purchaseOrderLines … }` thirty times',
    {
      query: `{ suppliers { edges { node { ${'purchaseOrderLines { edges { node { supplier { '.repeat(30)} id ${'} } } } '.repeat(30)} } } } }`,
    },
    { ...TOO_LARGE, limit: 'depth' },
  ),
  badDocument(
    'A2',
    '100 aliases of one list',
    { query: `{ ${times(100, (n) => `a${n}: plants { id }`)} }` },
    { ...TOO_LARGE, limit: 'aliases' },
  ),
  badDocument(
    'A3',
    '50 commands in one mutation',
    { query: `mutation { ${times(50, () => 'dropImport(id: "x", reason: "x") { userErrors { code } }')} }` },
    { ...TOO_LARGE, limit: 'merged' },
  ),
  badDocument(
    'A3',
    'two commands in one mutation',
    {
      query:
        'mutation { dropImport(id: "x", reason: "x") { userErrors { code } } sealImport(input: { importId: "x", facts: 1 }) { userErrors { code } } }',
    },
    { ...TOO_LARGE, limit: 'commands' },
  ),
  badDocument('A4', 'JSON array of operations', [{ query: '{ me { id } }' }, { query: '{ me { id } }' }], {
    status: 400,
    code: 'BAD_REQUEST',
  }),
  badDocument(
    'A5',
    '20,000 duplicate fields',
    { query: `{ me { ${'id '.repeat(20_000)} } }` },
    { ...TOO_LARGE, limit: 'characters' },
  ),
  badDocument('A5', '1,001 tokens', { query: `{ me { ${'id '.repeat(997)} } }` }, { ...TOO_LARGE, limit: 'tokens' }),
  badDocument(
    'A5',
    '990 times one field, to be compared with each other',
    { query: `{ me { ${'id '.repeat(990)} } }` },
    { ...TOO_LARGE, limit: 'merged' },
  ),
  badDocument(
    'A6',
    '130 directives',
    { query: `{ me { id ${'@skip(if:false)'.repeat(130)} } }` },
    { ...TOO_LARGE, limit: 'directives' },
  ),
  badDocument('A7', '4^6 nested named fragments', { query: NESTED }, TOO_LARGE),
  badDocument(
    'A7',
    'thirty fragments that double each other, with nothing in them',
    {
      query: `{ me { ...F0 } } ${times(30, (n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Viewer { __typename }`,
    },
    TOO_LARGE,
  ),
  badDocument(
    'A8',
    'fragments in a circle',
    { query: '{ ...A } fragment A on Query { me { id } ...B } fragment B on Query { ...A }' },
    { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  ),
  badDocument(
    'A9',
    '`first: 1000000`',
    { query: '{ suppliers(first: 1000000) { totalCount } }' },
    { status: 400, code: 'PAGE_SIZE_INVALID' },
  ),
  badDocument(
    'A9',
    '`first` by variable, pages in pages',
    {
      query:
        'query ($n: Int!) { suppliers(first: $n) { edges { node { purchaseOrderLines(first: $n) { edges { node { id item { id } } } } } } } }',
      variables: { n: 200 },
    },
    { status: 400, code: 'COST_EXCEEDED' },
  ),
  badDocument(
    'A9',
    'pages in pages, `first` left out',
    {
      query:
        '{ suppliers { edges { node { purchaseOrderLines { edges { node { item { id } receipts { id } } } } } } } }',
    },
    { status: 400, code: 'COST_EXCEEDED' },
  ),
  {
    id: 'A10',
    attack: `${STRANGERS.toLocaleString('en')} different cheap operations, to push plans out`,
    before: false,
    run: async (world) => {
      const [own] = Object.keys(manifest());
      const ask = () => world.post('executive', { extensions: { persistedQuery: { version: 1, sha256Hash: own } } });
      await ask();
      const [planned, calls] = [await plans(world, 'true'), await world.calls()];
      await flood(world, 'supplier', STRANGERS, 'world', (answer) => answer.status === 403);
      world.is(await world.calls(), calls, 'calls for operations that are not trusted');
      await flood(world, 'developer', STRANGERS_WITH_SCOPE, undefined, (answer) => answer.status === 200);
      for (let time = 0; time < 20; time += 1) await ask();
      world.is(await plans(world, 'true'), planned, 'plans made anew for the dashboard');
      return {
        happened: `403 without the scope; with it they ran, and none of the dashboard's plans was made anew (hit ratio 100 %)`,
        code: 'DOCUMENT_NOT_TRUSTED',
      };
    },
  },
  {
    id: 'A11',
    attack: '`__schema`, `__type`, circular introspection',
    before: true,
    anonymous: async (world) => {
      await world.post(null, { query: '{ __schema { types { name } } }' });
    },
    run: async (world) => {
      const circular = `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`;
      for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', circular]) {
        const answer = await world.ask('supplier', query, {}, 'world');
        world.is([answer.status, answer.errors[0]?.extensions?.code], [403, 'DOCUMENT_NOT_TRUSTED'], query);
      }
      const answer = await world.ask('developer', circular);
      world.is(answer.errors[0]?.extensions?.code, 'GRAPHQL_VALIDATION_FAILED', 'circular, with the scope');
      return { happened: '403; with `graphql:adhoc` the schema is told, a circle 400', code: 'DOCUMENT_NOT_TRUSTED' };
    },
  },
  {
    id: 'A12',
    attack: 'misspelt fields, to harvest "Did you mean"',
    before: true,
    run: async (world) => {
      const answer = await world.ask('supplier', '{ supplierz { id } }', {}, 'world');
      world.is(answer.status, 403, 'status');
      world.holds(!answer.text.includes('Did you mean'), `no suggestion in ${answer.text}`);
      return { happened: '403, and nothing said about the field', code: 'DOCUMENT_NOT_TRUSTED' };
    },
  },
  badDocument(
    'A13',
    '`_service { sdl }` at the gateway',
    { query: '{ _service { sdl } }' },
    { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  ),
  badDocument(
    'A13',
    '`_entities` at the gateway',
    { query: '{ _entities(representations: [{ __typename: "Supplier", id: "B" }]) { __typename } }' },
    { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  ),
];

/** The dashboard's own operations that need no variables, by hash. */
function manifest(): Record<string, string> {
  const file = path.resolve(__dirname, '../../../dashboard/dist/.vite/trusted-documents.json');
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).filter(([, text]) => /^query \w+\{/.test(text)));
}

const plans = (world: World, trusted: 'true' | 'false'): Promise<number> =>
  world.metric(`sightline_gateway_plans_total{trusted="${trusted}"}`);

async function flood(
  world: World,
  persona: string,
  count: number,
  supplierId: string | undefined,
  isWanted: (answer: { status: number }) => boolean,
): Promise<void> {
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent < count) {
      const n = sent++;
      const answer = await world.ask(persona, `query Q${n} { me { id name } }`, {}, supplierId);
      world.holds(isWanted(answer), `operation ${n}: ${answer.status} ${answer.text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
