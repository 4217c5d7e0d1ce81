import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  GraphQLError,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
} from 'graphql';
import { compileExecution } from './compile-execution';

const schema = buildSchema(`
  scalar Day
  enum Colour { RED GREEN }
  interface Thing { id: ID!  made: Day }
  type Part implements Thing { id: ID!  made: Day  weight: Float!  colour: Colour  parts(first: Int = 2): [Part!]  maker: Maker! }
  type Maker implements Thing { id: ID!  made: Day  name: String!  rating: Int  active: Boolean!  best: Part }
  union Found = Part | Maker
  input Range { from: Int = 1  to: Int! }
  type Query {
    part(id: ID): Part  parts: [Part]  sure: [Part!]!  grid: [[Int!]]!  found: [Found!]  thing: Thing  echo(range: Range, words: [String!]): String
  }
  type Mutation { first: Part!  second: Part  third(id: ID!): [Maker!] }
`);

const QUESTIONS: readonly [query: string, variables?: Record<string, unknown>, operationName?: string][] = [
  ['{ part(id: 1) { id made weight colour maker { name rating active best { id } } } }'],
  ['{ parts { id parts { id parts(first: 1) { weight maker { name } } } } sure { weight } grid }'],
  [
    '{ found { __typename ... on Part { weight maker { id } } ...M } thing { id ... on Part { colour } } } fragment M on Maker { name best { ...P } } fragment P on Part { id weight }',
  ],
  [
    'query($a: Boolean!, $b: Boolean = true) { part { id @include(if: $a) weight @skip(if: $a) maker @include(if: $b) { id name @skip(if: $b) } } }',
    { a: true },
  ],
  [
    'query($a: Boolean!, $b: Boolean = true) { part { id @include(if: $a) weight @skip(if: $a) maker @include(if: $b) { id name @skip(if: $b) } } }',
    { a: false, b: false },
  ],
  [
    'query($range: Range, $word: String!) { one: echo(range: $range, words: [$word, "x"]) two: echo(range: { to: 4 }) }',
    { range: { to: 7 }, word: 'w' },
  ],
  ['query($range: Range) { echo(range: $range) }', { range: { to: 'seven' } }],
  ['query($word: [String!]) { echo(words: $word) }'],
  ['query A { part { id } } query B { sure { id colour } }', {}, 'B'],
  ['{ part { id maker { id } } part { maker { name } ... on Thing { made } } }'],
  ['mutation { first { id weight } second { id } third(id: 3) { name best { weight } } }'],
  ['mutation { second { maker { name } } first { maker { active } } }'],
];

/** Values by place and seed: present or null, at once or later, right or wrong, or an error in their place. */
function resolverOf(seed: number, order: string[]): GraphQLFieldResolver<unknown, unknown> {
  return (_source, args, _context, info) => {
    const place: (string | number)[] = [];
    for (let one: typeof info.path | undefined = info.path; one !== undefined; one = one.prev) place.push(one.key);
    order.push(place.reverse().join('.'));
    const key = `${place.join('.')} ${JSON.stringify(args)}`;
    const draw = (salt: string, below: number): number =>
      createHash('sha1').update(`${seed} ${salt} ${key}`).digest().readUInt32BE(0) % below;
    const value = draw('fails', 100) < 6 ? new Error(`no ${key}`) : made(info.returnType, draw, key);
    if (draw('thrown', 2) === 0 && value instanceof Error)
      throw new GraphQLError(value.message, { extensions: { code: 'X' } });
    // Below a list, graphql-js leaves what is late unheard when another element fails at once, and Node ends the process.
    const isBelowList = place.some((key) => typeof key === 'number');
    return !isBelowList && draw('later', 3) === 0 ? Promise.resolve(value) : value;
  };
}

function made(
  type: GraphQLOutputType,
  draw: (salt: string, below: number) => number,
  key: string,
  depth = '',
): unknown {
  if (isNonNullType(type)) return draw(`missing ${depth}`, 100) < 3 ? null : present(type.ofType, draw, key, depth);
  return draw(`missing ${depth}`, 100) < 12 ? null : present(type, draw, key, depth);
}

function present(
  type: GraphQLOutputType,
  draw: (salt: string, below: number) => number,
  key: string,
  depth: string,
): unknown {
  if (isListType(type)) {
    // Promises as elements stand in a test of their own, for the same reason.
    const elements = Array.from({ length: draw(`length ${depth}`, 4) }, (_, index) =>
      made(type.ofType, draw, key, `${depth}/${index}`),
    );
    return draw(`iterable ${depth}`, 3) === 0 ? new Set(elements) : elements;
  }
  if (isObjectType(type)) return {};
  if (isEnumType(type)) return draw(`wrong ${depth}`, 12) === 0 ? 'BLUE' : 'RED';
  switch (String(type)) {
    case 'Found':
    case 'Thing':
      return { __typename: ['Part', 'Maker', 'Part', 'Maker', 'Nobody'][draw(`type ${depth}`, 5)] };
    case 'Int':
      return [7, '8', 2.5, true, Number.NaN][draw(`number ${depth}`, 5)];
    case 'Float':
      return [1.5, '2', Number.POSITIVE_INFINITY, 3][draw(`number ${depth}`, 4)];
    case 'Boolean':
      return [true, 1, 'yes'][draw(`boolean ${depth}`, 3)];
    default:
      return [`text ${key}`, 4, true][draw(`text ${depth}`, 3)];
  }
}

async function askBoth(question: (typeof QUESTIONS)[number], seed: number) {
  const [query, variables = {}, operationName] = question;
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const run = async (execute: () => ExecutionResult | Promise<ExecutionResult>) => {
    const order: string[] = [];
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields())) field.resolve = resolverOf(seed, order);
    return { result: JSON.parse(JSON.stringify(await execute())) as { data?: unknown; errors?: object[] }, order };
  };
  const theirs = await run(() => execute({ schema, document, variableValues: variables, operationName }));
  // Compiled while the resolvers are those of this seed.
  const ours = await run(() =>
    compileExecution(schema, document, operationName ?? null)!({ variables, contextValue: {} }),
  );
  return { theirs, ours };
}

const sorted = (errors: object[] = []): string[] => errors.map((error) => JSON.stringify(error)).sort();

describe('a compiled operation of a subgraph', () => {
  it('answers what graphql-js answers, whatever is missing, late, wrong or thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...QUESTIONS), fc.nat(), async (question, seed) => {
        const { theirs, ours } = await askBoth(question, seed);
        expect(JSON.stringify(ours.result.data)).toBe(JSON.stringify(theirs.result.data));
        // Below a place that becomes null, graphql-js answers before the others have failed as well; ours waits for them.
        const [theirErrors, ourErrors] = [sorted(theirs.result.errors), sorted(ours.result.errors)];
        expect(ourErrors.length).toBeGreaterThanOrEqual(theirErrors.length);
        expect(ourErrors.length > 0).toBe(theirErrors.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('tells the same errors with the same places, and resolves in the same order', async () => {
    for (let seed = 0; seed < 60; seed += 1)
      for (const question of QUESTIONS) {
        const { theirs, ours } = await askBoth(question, seed);
        const [theirErrors, ourErrors] = [sorted(theirs.result.errors), sorted(ours.result.errors)];
        if (theirErrors.length === 1 && ourErrors.length === 1) expect(ourErrors).toEqual(theirErrors);
        if (theirErrors.length === 0) expect(ours.order).toEqual(theirs.order);
      }
  });

  it('waits for the elements of a list that come later', async () => {
    const document = parse('{ sure { id } grid }');
    const { sure, grid } = schema.getQueryType()!.getFields();
    sure!.resolve = () => [Promise.resolve({ id: 1 }), { id: Promise.resolve(2) }];
    grid!.resolve = () => Promise.resolve([[Promise.resolve(1), 2], Promise.reject(new Error('no third'))]);
    const part = schema.getType('Part');
    if (isObjectType(part)) part.getFields()['id']!.resolve = ({ id }: { id: unknown }) => id;
    const ask = (run: () => unknown) =>
      Promise.resolve(run()).then((result) => JSON.parse(JSON.stringify(result)) as unknown);
    expect(await ask(() => compileExecution(schema, document, null)!({ variables: {}, contextValue: {} }))).toEqual(
      await ask(() => execute({ schema, document })),
    );
  });

  it.each([
    ['representations', { representations: [{ __typename: 'Part', id: '1' }, { __typename: 'Maker' }], first: 2 }],
    ['none of them', { representations: [] }],
    ['one that is null', { representations: [{ id: '1' }, null] }],
    ['one alone', { representations: { id: '1' } }],
    ['no list', {}],
    ['another variable that is wrong', { representations: [], first: 'two' }],
  ])('takes %s as graphql-js does', async (_, variables) => {
    const entities = buildSchema('scalar _Any type Query { all(representations: [_Any!]!, first: Int): String }');
    entities.getQueryType()!.getFields()['all']!.resolve = (_source, args) => JSON.stringify(args);
    const document = parse(
      'query($representations: [_Any!]!, $first: Int = 7) { all(representations: $representations, first: $first) }',
    );
    const theirs = await execute({ schema: entities, document, variableValues: variables });
    const ours = await compileExecution(entities, document, null)!({ variables, contextValue: {} });
    expect(JSON.parse(JSON.stringify(ours))).toEqual(JSON.parse(JSON.stringify(theirs)));
  });

  it('answers the events of a subscription as graphql-js does, each from what it brings', async () => {
    const streams = buildSchema(
      'type Query { a: Int } type Line { id: ID! open: Int } type Subscription { changed(min: Int = 1): Line! }',
    );
    streams.getSubscriptionType()!.getFields()['changed']!.resolve = (event: { line: unknown }, { min }) =>
      min > 3 ? null : event.line;
    const document = parse('subscription($min: Int) { changed(min: $min) { id more: open } }');
    const compiled = compileExecution(streams, document, null)!;
    for (const [min, line] of [
      [1, { id: 'a', open: 2 }],
      [2, { id: 'b' }],
      [3, null],
      [4, { id: 'c' }],
      ['x', { id: 'd' }],
    ]) {
      const [variables, rootValue] = [{ min }, { line }];
      const theirs = await execute({ schema: streams, document, variableValues: variables, rootValue });
      const ours = await compiled({ variables, contextValue: {}, rootValue });
      expect(JSON.parse(JSON.stringify(ours))).toEqual(JSON.parse(JSON.stringify(theirs)));
    }
  });

  it.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    ['introspection beside other things', '{ part { id } __type(name: "Part") { name } }'],
  ])('leaves %s to graphql-js', (_, query) => {
    expect(compileExecution(schema, parse(query), null)).toBeNull();
  });
});
