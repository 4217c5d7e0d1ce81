import { parse } from 'graphql';
import { structureRefusal } from './structure';

const isDoor = (name: string): boolean => name.startsWith('send');
const limitOf = (text: string): unknown => {
  const refusal = structureRefusal(parse(text), isDoor);
  return refusal && (refusal.errors[0]!.extensions?.['limit'] ?? refusal.errors[0]!.extensions?.['code']);
};
const times = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

describe('the structure of an operation', () => {
  it.each<[string, string, string | null]>([
    ['ten levels', `{ ${'a { '.repeat(9)} b ${'}'.repeat(9)} }`, null],
    ['eleven levels', `{ ${'a { '.repeat(10)} b ${'}'.repeat(10)} }`, 'depth'],
    [
      'eleven levels by fragments',
      `{ ...F0 } ${times(11, (n) => `fragment F${n} on T { a { ${n < 10 ? `...F${n + 1}` : 'b'} } }`)}`,
      'depth',
    ],
    ['what introspection nests', `{ __schema { ${'ofType { '.repeat(12)} name ${'}'.repeat(12)} } }`, null],
    ['fifteen aliases', `{ ${times(15, (n) => `a${n}: b`)} }`, null],
    ['sixteen aliases', `{ ${times(16, (n) => `a${n}: b`)} }`, 'aliases'],
    ['twenty directives', `{ ${times(20, (n) => `a${n} @skip(if: false)`)} }`, null],
    ['twenty-one directives', `{ ${times(21, (n) => `a${n} @skip(if: false)`)} }`, 'directives'],
    ['directives on one field', `{ a ${'@skip(if: false) '.repeat(21)} }`, 'directives'],
    ['directives of variables', `query (${times(21, (n) => `$v${n}: Int @d`)}) { a }`, 'directives'],
    ['one field again and again', `{ ${'a '.repeat(21)} }`, 'merged'],
    ['one field again and again, in inline fragments', `{ ${'... { a } '.repeat(21)} }`, 'merged'],
    ['one field again and again, one level down', `{ ${'... { a { b b b } } '.repeat(8)} }`, 'merged'],
    ['five doors', `mutation { ${times(5, (n) => `send${n}`)} }`, null],
    ['six doors', `mutation { ${times(6, (n) => `send${n}`)} }`, 'mutations'],
    ['one command beside a door', 'mutation { send drop __typename }', null],
    ['two commands', 'mutation { a: drop b: drop }', 'commands'],
    ['two commands, one in a fragment', 'mutation { drop ...F } fragment F on M { seal }', 'commands'],
    [
      'fields beyond two thousand',
      `{ ${times(40, (n) => `a${n} { ...F }`)} } fragment F on T { ${times(60, (n) => `f${n}`)} }`,
      'selections',
    ],
    ['a fragment that spreads itself', '{ ...A } fragment A on T { a { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments in a circle',
      '{ ...A } fragment A on T { ...B } fragment B on T { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a fragment that is missing', '{ ...A }', null],
    ['the second of two operations', `query A { a } query B { ${'a { '.repeat(10)} b ${'}'.repeat(10)} }`, 'depth'],
  ])('%s', (_, text, expected) => {
    expect(limitOf(text)).toBe(expected);
  });

  it.each([
    ['fields', 'id'],
    ['nothing but __typename', '__typename'],
  ])('of fragments that double thirty times, in the end %s, is found without writing them out', (_, leaf) => {
    const text = `{ ...F0 } ${times(30, (n) => `fragment F${n} on T { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on T { ${leaf} }`;
    expect(['selections', 'merged']).toContain(limitOf(text));
  });
});
