import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import fc from 'fast-check';
import { executeSync, Kind, parse, validate, type GraphQLError } from 'graphql';
import { fragmentsOf } from '../fragments';
import { CompileContext, compileOperation, type Executed } from './compile-operation';
import { askShop, composeShop, type Faults } from './testing/made-up-shop';
import { madeUpOperation } from './testing/made-up-operation';

const supergraph = Supergraph.build(composeShop());
const apiSchema = supergraph.apiSchema();
const api = apiSchema.toGraphQLJSSchema();
const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
const planner = new QueryPlanner(supergraph);
const context = new CompileContext({ api, supergraph: supergraphSchema });

interface Question {
  query: string;
  variables: Record<string, unknown>;
}

const planOf = (query: string) => planner.buildQueryPlan(operationFromDocument(apiSchema, parse(query)));

async function askApollo({ query, variables }: Question, faults: Faults) {
  const document = parse(query);
  const services = Object.fromEntries(
    ['catalog', 'stock', 'quality'].map((name) => [
      name,
      {
        process: ({ request }: { request: { query?: string; variables?: Record<string, unknown> } }) =>
          askShop(name, { query: request.query!, variables: request.variables }, faults),
      },
    ]),
  );
  const requestContext = { request: { query, variables }, document, metrics: {}, logger: console, context: {} };
  const answer = await executeQueryPlan(
    planOf(query),
    services as never,
    requestContext as never,
    buildOperationContext({ schema: api, operationDocument: document }),
    supergraphSchema,
    apiSchema,
  );
  return JSON.parse(JSON.stringify(answer)) as { data?: unknown; errors?: GraphQLError[]; extensions?: object };
}

async function askOurs({ query, variables }: Question, faults: Faults): Promise<Executed> {
  const document = parse(query);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const compiled = compileOperation({ operation, fragments: fragmentsOf(document), plan: planOf(query) }, context);
  return compiled({
    variables,
    send: ({ serviceName, body }) => askShop(serviceName, JSON.parse(body) as Question, faults),
  });
}

function inSpecifiedOrder({ query, variables }: Question, data: object): string {
  const { data: again } = executeSync({
    schema: api,
    document: parse(query),
    variableValues: variables,
    rootValue: data,
    fieldResolver: (source: Record<string, unknown>, _args, _context, info) => source[info.path.key],
    typeResolver: (value: Record<string, unknown>) => String(value['__typename'] ?? value['__type']),
  });
  return JSON.stringify(again);
}

const told = (errors: readonly { message: string }[] | undefined): string[] =>
  [...new Set((errors ?? []).map(({ message }) => message))].sort();

/** Numbers drawn from a list that fast-check makes up, and shortens when a case fails. */
const drawFrom = (numbers: readonly number[]) => {
  let next = 0;
  return (below: number): number => numbers[next++ % numbers.length]! % below;
};

const anyOperation = (kind: 'query' | 'mutation') =>
  fc
    .array(fc.nat(9_999), { minLength: 40, maxLength: 160 })
    .map((numbers) => madeUpOperation(api, kind, drawFrom(numbers)))
    .filter(({ query }) => validate(api, parse(query)).length === 0);

async function expectTheSame(question: Question, faults: Faults): Promise<void> {
  const [theirs, ours] = await Promise.all([askApollo(question, faults), askOurs(question, faults)]);
  expect(JSON.parse(JSON.stringify(ours.data))).toEqual(theirs.data ?? null);
  // The order of keys is the specification's: graphql-js, asked the same of the answer, writes the same text. (The stock
  // executor moves conditional parts and fragments to the end.)
  if (ours.data !== null) expect(JSON.stringify(ours.data)).toBe(inSpecifiedOrder(question, ours.data));
  expect(told(ours.errors)).toEqual(told(theirs.errors));
  const completion = (theirs.extensions as { valueCompletion?: GraphQLError[] } | undefined)?.valueCompletion;
  expect(ours.broken.length > 0).toBe((completion?.length ?? 0) > 0);
}

describe('the compiled executor against the one of the gateway it stands in for', () => {
  const runs = { numRuns: Number(process.env['SIGHTLINE_DIFFERENTIAL_RUNS'] ?? 60) };

  it('answers alike where every subgraph is well', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperation('query'), fc.nat(1_000), (question, seed) =>
        expectTheSame(question, { seed, failing: 0, missing: 15, down: new Set() }),
      ),
      runs,
    );
  });

  it('answers alike where fields fail', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperation('query'), fc.nat(1_000), fc.nat(30), (question, seed, failing) =>
        expectTheSame(question, { seed, failing, missing: 10, down: new Set() }),
      ),
      runs,
    );
  });

  it('answers alike where a subgraph is down', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOperation('query'),
        fc.nat(1_000),
        fc.constantFrom('catalog', 'stock', 'quality'),
        (question, seed, name) => expectTheSame(question, { seed, failing: 0, missing: 10, down: new Set([name]) }),
      ),
      runs,
    );
  });

  it('runs mutations alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperation('mutation'), fc.nat(1_000), (question, seed) =>
        expectTheSame(question, { seed, failing: 5, missing: 10, down: new Set() }),
      ),
      runs,
    );
  });
});
