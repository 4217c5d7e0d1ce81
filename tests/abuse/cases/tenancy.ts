import { randomUUID } from 'node:crypto';
import { plantIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { envelope, lineInput, supplierInput } from '../../testkit/facts';
import type { Abuse } from '../abuse';
import type { Answer } from '../world';

const ONE = 'query One($id: ID!) { supplier(id: $id) { id name code } }';
const COUNTS =
  'query Counts { suppliers(first: 50) { totalCount edges { node { code } } } supplierPerformance { bySupplier(first: 50) { supplier { code } } } }';
const GUARDED = 'query Guarded { productionPerformance { unpostedOrders } suppliers(first: 1) { totalCount } }';
const PATHS = `query Paths { ...Q ... on Query { alias: productionPerformance { unpostedOrders } } }
  fragment Q on Query { productionPerformance { ... on ProductionPerformance { unpostedOrders } } }`;
const OWN =
  'query Own { suppliers(first: 50) { edges { node { code purchaseOrderLines(first: 5) { edges { node { supplier { code } } } } } } } }';

/** What suppliers send here: their tokens take no others. */
export const SUPPLIERS_OPERATIONS = [ONE, COUNTS, GUARDED, PATHS, OWN];

const [ACME, RIVAL] = [supplierIdOf('ACME'), supplierIdOf('RIVAL')];
/** A field of the answer's data. */
function fieldOf<Value>({ data, text }: Answer, name: string): Value {
  const value = data?.[name];
  if (value === undefined || value === null) throw new Error(`no ${name} in ${text.slice(0, 300)}`);
  return value as Value;
}
const codes = (answer: Answer): unknown[] => answer.errors.map(({ extensions }) => extensions?.code);

/** Whoever is signed in and wants what belongs to others. */
export const tenancy: readonly Abuse[] = [
  {
    id: 'A19',
    attack: 'another supplier by its id; guessed ids',
    before: false,
    run: async (world) => {
      const own = await world.ask('supplier', ONE, { id: ACME }, ACME);
      world.is(fieldOf<{ code: string }>(own, 'supplier').code, 'ACME', 'its own');
      const answers = [];
      for (const id of [RIVAL, supplierIdOf('NOBODY'), randomUUID(), '1', '2'])
        answers.push(await world.ask('supplier', ONE, { id }, ACME));
      for (const { data, errors, status } of answers)
        world.is(
          { data, errors, status },
          { data: { supplier: null }, errors: [], status: 200 },
          'as if it did not exist',
        );
      return { happened: 'the same answer as for an id that nobody has', code: 'null' };
    },
  },
  {
    id: 'A21',
    attack: 'counts and rankings over everybody, as supplier A',
    before: false,
    run: async (world) => {
      const answer = await world.ask('supplier', COUNTS, {}, ACME);
      world.is(fieldOf<{ totalCount: number }>(answer, 'suppliers').totalCount, 1, 'totalCount');
      world.holds(!answer.text.includes('RIVAL'), 'no rival in the ranking');
      return { happened: 'counted after filtering: 1', code: '200' };
    },
  },
  {
    id: 'A23',
    attack: 'a figure of the buyer’s own, as supplier A',
    before: false,
    run: async (world) => {
      const answer = await world.ask('supplier', GUARDED, {}, ACME);
      world.is(answer.data?.['productionPerformance'], null, 'figure');
      world.holds(codes(answer).includes('FORBIDDEN'), 'FORBIDDEN');
      world.is(fieldOf<{ totalCount: number }>(answer, 'suppliers').totalCount, 1, 'the rest stands');
      return { happened: 'null, the rest of the answer stands', code: 'FORBIDDEN' };
    },
  },
  {
    id: 'A24',
    attack: 'the same through alias, fragment and inline fragment',
    before: false,
    run: async (world) => {
      const answer = await world.ask('supplier', PATHS, {}, ACME);
      world.is(answer.data, { productionPerformance: null, alias: null }, 'data');
      world.is(new Set(codes(answer)), new Set(['FORBIDDEN']), 'codes');
      return { happened: 'null on every path', code: 'FORBIDDEN' };
    },
  },
  {
    id: 'A25',
    attack: 'read-only fields in an input (`approvedBy`, `tenantId`, `createdAt`)',
    before: false,
    run: async (world) => {
      const now = new Date().toISOString();
      const query = 'mutation ($inputs: [SupplierInput!]!) { onboardSuppliers(inputs: $inputs) { applied } }';
      for (const field of ['approvedBy', 'tenantId', 'version', 'createdAt']) {
        for (const long of [1, 100]) {
          const inputs = Array.from({ length: long }, (_, n) => ({ ...supplierInput(`MASS${n}`, now), [field]: 'x' }));
          const answer = await world.ask('integrator', query, { inputs });
          world.is(codes(answer)[0], 'BAD_USER_INPUT', `${field} in a list of ${long}`);
        }
      }
      const { text } = await world.ask('executive', '{ suppliers(filter: { search: "MASS" }) { totalCount } }');
      world.holds(text.includes('"totalCount":0'), 'nothing was taken');
      return { happened: 'refused, nothing taken, in short lists and long ones', code: 'BAD_USER_INPUT' };
    },
  },
  {
    id: 'A27',
    attack: 'any mutation, as executive',
    before: false,
    run: async (world) => {
      const doors = await world.ask(
        'developer',
        '{ __type(name: "Mutation") { fields { name args { name type { kind ofType { kind ofType { ofType { name } } } } } } } }',
      );
      const { fields } = fieldOf<{ fields: { name: string; args: { name: string }[] }[] }>(doors, '__type');
      const lists = fields.filter(({ args }) => args.some(({ name }) => name === 'inputs'));
      world.holds(lists.length > 5, 'doors');
      for (const { name } of lists) {
        const answer = await world.ask('executive', `mutation { ${name}(inputs: []) { applied } }`);
        world.is(codes(answer), ['FORBIDDEN'], name);
      }
      const drop = await world.ask(
        'executive',
        'mutation { dropImport(id: "x", reason: "x") { userErrors { code } } }',
      );
      world.is(codes(drop), ['FORBIDDEN'], 'dropImport');
      return { happened: `refused at ${lists.length + 1} mutations`, code: 'FORBIDDEN' };
    },
  },
  {
    id: 'A29',
    attack: 'a source whose token is narrowed to one plant sends facts of another, and of none',
    before: false,
    run: async (world) => {
      const now = new Date().toISOString();
      const token = world.tokenWith({ persona: 'integrator', sub: 'erp of DE01', plant_ids: [plantIdOf('DE01')] });
      const query =
        'mutation ($inputs: [PurchaseOrderLineInput!]!) { sendPurchaseOrderLines(inputs: $inputs) { applied } }';
      const post = (...inputs: object[]): Promise<Answer> =>
        world.send(token, JSON.stringify({ query, variables: { inputs } }));
      const own = lineInput('PLANT-OWN', 'ACME', now);
      for (const plantCode of ['US01', undefined])
        world.is(
          codes(await post(own, lineInput('PLANT-OTHER', 'ACME', now, { plantCode }))),
          ['FORBIDDEN'],
          `${plantCode}`,
        );
      // Long lists take another way through the gateway.
      const many = Array.from({ length: 200 }, (_, n) => lineInput(`PLANT-${n}`, 'ACME', now, { plantCode: 'US01' }));
      world.is(codes(await post(...many)), ['FORBIDDEN'], 'a long list');
      world.is(fieldOf<{ applied: number }>(await post(own), 'sendPurchaseOrderLines').applied, 1, 'its own');
      return { happened: 'refused whole, nothing taken; facts of its own plant are', code: 'FORBIDDEN' };
    },
  },
  {
    id: 'A41',
    attack: '300 operations of two suppliers at once, interleaved',
    before: false,
    run: async (world) => {
      const answers = await Promise.all(
        Array.from({ length: 300 }, async (_, n) => ({
          who: n % 2,
          answer: await world.ask('supplier', OWN, {}, n % 2 === 0 ? ACME : RIVAL),
        })),
      );
      const codesIn = (text: string) => new Set([...text.matchAll(/"code":"([A-Z]+)"/g)].map(([, code]) => code));
      for (const { who, answer } of answers) {
        // Some may be told to come later; nobody may be told what is another's.
        world.holds(answer.status === 200 || answer.status === 429, `status ${answer.status}`);
        if (answer.status === 200)
          world.is(codesIn(answer.text), new Set([who === 0 ? 'ACME' : 'RIVAL']), 'whose rows');
      }
      const served = answers.filter(({ answer }) => answer.status === 200).length;
      return { happened: `${served} answered, 0 rows of the other`, code: '200' };
    },
  },
  {
    id: 'A46',
    attack: 'wildcards and SQL in a search: `%`, `_`, `\\`, quotes',
    before: false,
    run: async (world) => {
      const query = 'query ($s: String!) { suppliers(filter: { search: $s }) { totalCount } }';
      for (const s of [
        '%',
        '_',
        '%%',
        'A%E',
        '\\',
        "' OR '1'='1",
        '(a+)+$',
        "'; select set_config('app.tenant','B',true) --",
      ]) {
        const answer = await world.ask('executive', query, { s });
        world.is([answer.errors, answer.data], [[], { suppliers: { totalCount: 0 } }], s);
      }
      return { happened: 'taken as text: nothing found', code: '200' };
    },
  },
  {
    id: 'A47',
    attack: 'SQL that would change the tenant, in every text that a query takes',
    before: false,
    run: async (world) => {
      const sql = `x'; select set_config('app.tenant', '${RIVAL}', true); --`;
      const token = await world.platform.token('executive', ACME);
      const query = `query ($s: String!, $i: ID!) {
        a: suppliers(filter: { search: $s, ids: [$i] }) { edges { node { code } } }
        b: supplier(code: $s) { code } c: item(sku: $s) { id } d: plant(code: $s) { id } e: supplier(id: $i) { code }
        suppliers(first: 50) { edges { node { code } } } }`;
      const answer = await world.send(token, JSON.stringify({ query, variables: { s: sql, i: sql } }));
      world.is(answer.status, 200, 'status');
      world.holds(!answer.text.includes('RIVAL","') && !/"code":"RIVAL"/.test(answer.text), 'no row of the rival');
      return { happened: 'bound as values: no row of the other, no error', code: '200' };
    },
  },
  {
    id: 'A49',
    attack: 'line ends, escape sequences and 1 MB in a name',
    before: false,
    run: async (world) => {
      const now = new Date().toISOString();
      const query =
        'mutation ($inputs: [SupplierInput!]!) { onboardSuppliers(inputs: $inputs) { applied refused results { userErrors { code } } } }';
      const names = ['a\r\n{"level":"error","message":"forged"}', '\u001b[31mred\u001b[0m', 'x'.repeat(1024 * 1024)];
      const before = world.platform.output.length;
      const refused: number[] = [];
      for (const [n, name] of names.entries()) {
        const input = { ...supplierInput(`LOUD${n}`, now), name, source: envelope(`loud-${n}`, 'suppliers', now) };
        const answer = await world.ask('integrator', query, { inputs: [input] });
        refused.push(fieldOf<{ refused: number }>(answer, 'onboardSuppliers').refused);
      }
      world.is(refused[2], 1, 'a name of 1 MB');
      const { text } = await world.ask(
        'executive',
        '{ suppliers(filter: { search: "LOUD" }) { edges { node { name } } } }',
      );
      // As \u001b and \n: a reader of the answer, or of a log, meets none of them bare.
      world.holds(
        Buffer.from(text).every((byte) => byte >= 0x20),
        'no control character in the answer',
      );
      world.holds(
        !/^\{"level":"error","message":"forged"\}/m.test(world.platform.output.slice(before)),
        'no forged line',
      );
      return { happened: 'too long: refused; else kept, and escaped wherever it is written', code: 'TEXT_TOO_LONG' };
    },
  },
];
