import fc from 'fast-check';
import { buildSchema, coerceInputValue, type GraphQLInputType } from 'graphql';
import { compileCoercer, NOT_TAKEN } from './coerce-input';

const schema = buildSchema(`
  enum Colour { RED BLUE }
  input Inner { id: ID! n: Int = 3 tags: [String!] self: Inner }
  input Outer { inner: Inner! colour: Colour! = RED ratio: Float flag: Boolean! = false list: [Inner!]! }
  type Query { ask(outer: Outer): Int }
`);
const type = schema.getType('Outer') as GraphQLInputType;
const coerce = compileCoercer(type);

function standard(value: unknown): unknown {
  let refused = false;
  const coerced = coerceInputValue(value, type, () => {
    refused = true;
  });
  return refused ? NOT_TAKEN : coerced;
}

/** Mostly what the type wants, now and then something else. */
const mostly = <T>(right: fc.Arbitrary<T>, ...wrong: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(null, 7.5, 'x', [], ...wrong) });

const anyInner = fc.record(
  {
    id: mostly(fc.oneof(fc.string(), fc.integer())),
    n: mostly(fc.integer({ min: -9, max: 9 }), '3'),
    tags: mostly(fc.array(fc.string()), [null]),
    self: fc.constant(null),
  },
  { requiredKeys: ['id'] },
);
const anyOuter = fc.record(
  {
    inner: mostly(anyInner, { id: '1', stray: 1 }),
    colour: mostly(fc.constantFrom('RED', 'BLUE'), 'GREEN'),
    ratio: mostly(fc.double({ noNaN: true, noDefaultInfinity: true })),
    flag: mostly(fc.boolean(), 'true'),
    list: mostly(fc.array(anyInner, { maxLength: 3 })),
  },
  { requiredKeys: ['inner', 'list'] },
);

it('coerces to the same value as the standard coercion, and takes nothing that it refuses', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyOuter, (value) => {
      const expected = standard(value);
      const actual = coerce(value);
      if (actual === NOT_TAKEN) return;
      taken += 1;
      expect(actual).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
  // The property says something of both kinds.
  expect(taken).toBeGreaterThan(200);
  expect(taken).toBeLessThan(1_800);
});

it('leaves a single value given for a list to the standard coercion', () => {
  expect(coerce({ inner: { id: '1' }, list: { id: '2' } })).toBe(NOT_TAKEN);
});
