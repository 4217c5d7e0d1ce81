import { buildASTSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../fragments';
import { operationCost, type OperationCost } from './operation-cost';
import { readSchemaCosts } from './schema-costs';

const SDL = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    one: Thing
    dear: Thing @cost(weight: 20)
    untold: [Thing!]
    few: [Thing!] @listSize(assumedSize: 3)
    things(first: Int! = 50): Things @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    rows(first: Int! = 20): [Thing!] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
    searched(text: String @cost(weight: 7)): Thing
  }
  type Mutation { send: Thing }
  type Things { edges: [Edge!]! totalCount: Int }
  type Edge { node: Thing }
  type Thing { id: ID! heavy: Heavy things(first: Int! = 50): Things @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) }
  type Heavy @cost(weight: 5) { value: Int }
`;
const costs = readSchemaCosts(SDL);
buildASTSchema(parse(SDL));

function costOf(text: string): OperationCost {
  const document = parse(text);
  return operationCost(
    document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)!,
    fragmentsOf(document),
    costs,
  );
}

describe('the cost of an operation', () => {
  it.each<[string, string, Record<string, unknown>, number]>([
    ['an object is one point, its scalars nothing', '{ one { id __typename } }', {}, 1],
    ['a field may be dear', '{ dear { id } }', {}, 20],
    ['a type may be dear', '{ one { heavy { value } } }', {}, 6],
    ['an argument may be dear, when it is given', '{ searched(text: "a") { id } b: searched { id } }', {}, 9],
    ['a list of which nothing is said counts ten', '{ untold { id } }', {}, 10],
    ['a list counts what it is assumed to have', '{ few { heavy { value } } }', {}, 18],
    ['a page counts its rows', '{ things(first: 4) { edges { node { id } } } }', {}, 1 + 4 * 2],
    ['what stands beside the rows counts once', '{ things(first: 1000) { totalCount } }', {}, 1],
    ['a list with a size of its own', '{ rows(first: 4) { id } }', {}, 4],
    ['a size that is left out is the default', '{ rows { id } }', {}, 20],
    ['a size by variable', 'query ($n: Int!) { rows(first: $n) { id } }', { n: 7 }, 7],
    ['a variable that is left out: its default', 'query ($n: Int! = 9) { rows(first: $n) { id } }', {}, 9],
    ['a variable that is left out: the argument’s default', 'query ($n: Int) { rows(first: $n) { id } }', {}, 20],
    [
      'a negative size makes nothing cheaper',
      'query ($n: Int!) { dear { id } rows(first: $n) { id } }',
      { n: -500 },
      20,
    ],
    ['a size that is no number makes nothing cheaper', 'query ($n: Int!) { rows(first: $n) { id } }', { n: 'x' }, 20],
    [
      'pages in pages multiply',
      '{ things(first: 3) { edges { node { things(first: 5) { edges { node { id } } } } } } }',
      {},
      1 + 3 * (2 + 1 + 5 * 2),
    ],
    [
      'fragments count where they are spread',
      '{ things(first: 2) { ...F } } fragment F on Things { edges { ... on Edge { node { id } } } }',
      {},
      5,
    ],
    ['a mutation is ten', 'mutation { send { id } }', {}, 10],
    ['introspection has its price', '{ __schema { types { name } } }', {}, 500],
  ])('%s', (_, text, variables, points) => {
    expect(costOf(text).of(variables)).toBe(points);
  });

  it('that is too high is refused with the page size that would fit, the one that saves most first', () => {
    const text =
      'query ($n: Int!) { all: things(first: $n) { edges { node { things(first: 100) { edges { node { id } } } } } } few: rows(first: 9) { id } }';
    const refusal = costOf(text).refusal({ n: 200 })!;
    expect(refusal.status).toBe(400);
    const requested = 1 + 200 * (2 + 1 + 200) + 9;
    expect(refusal.errors).toEqual([
      {
        message: `The operation may cost ${requested} points; at most 5000 are spent on one. With first: 24 at "all" it would fit.`,
        extensions: {
          code: 'COST_EXCEEDED',
          cost: { requested, limit: 5_000 },
          suggestions: [
            { path: 'all', argument: 'first', value: 24 },
            { path: 'all.edges.node.things', argument: 'first', value: 10 },
          ],
        },
      },
    ]);
    expect(costOf(text).refusal({ n: 24 })).toBeNull();
    expect(costOf(text).refusal({ n: 25 })).not.toBeNull();
    expect(costOf(text.replace('first: 100', 'first: 10')).refusal({ n: 200 })).toBeNull();
  });

  it('of a page that no list gives is not asked: it is refused, also where its rows are not selected', () => {
    const refusal = costOf('query ($n: Int!) { things(first: $n) { totalCount } }').refusal({ n: 1_000_000 });
    expect(refusal?.errors[0]!.extensions).toMatchObject({ code: 'PAGE_SIZE_INVALID' });
  });
});
