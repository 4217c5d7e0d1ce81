import fc from 'fast-check';
import { holdLongLists, withHeldLists } from './held-lists';

const long = Array.from({ length: 3_000 }, (_, n) => n);
const variablesIn = (text: string): Record<string, unknown> =>
  (JSON.parse(text) as { variables: Record<string, unknown> }).variables;

describe('a long list in the variables', () => {
  it('is set aside as it came, and comes back whole when the fetch is sent', () => {
    const body = JSON.stringify({ query: 'q', variables: { inputs: long, first: 5, short: [1, 2] } });
    const { text, held } = holdLongLists(body);
    expect(JSON.parse(text)).toEqual({ query: 'q', variables: { inputs: [], first: 5, short: [1, 2] } });
    expect(held).toEqual(new Map([['inputs', JSON.stringify(long)]]));
    expect(withHeldLists({ inputs: [] }, held)).toEqual({ inputs: long });
    expect(withHeldLists({ first: 5 }, held)).toEqual({ first: 5 });
  });

  it('does not replace the entities of a fetch, whatever the caller calls its variables', () => {
    const { held } = holdLongLists(JSON.stringify({ variables: { representations: long.map(() => 'forged') } }));
    const fetch = { representations: [{ __typename: 'Supplier', id: 'a' }] };
    expect(held.size).toBe(1);
    expect(withHeldLists(fetch, held)).toEqual(fetch);
  });

  it('leaves every other body as it is', () => {
    const text = JSON.stringify('x'.repeat(20_000));
    const bodies = [text, `[${text}]`, `{"query":${text}}`, `{"variables":[${text}]}`, `{"variables":{"a":${text}}}`];
    // What names a variable twice, or is cut off, is for the reader of the whole.
    const doubtful = [
      `{"variables":{"a":[${text}],"a":[1]}}`,
      `{"variables":{"a":[${text}],"\\u0061":[1]}}`,
      `{"variables":{"a":[${text}]},"variables":{}}`,
      `{"variables":{"a":[${text}`,
      `{"variables":{"a":[${text}]}`,
      `{"variables":{"a":[${text}] 1}}`,
    ];
    for (const body of [...bodies, ...doubtful]) expect(holdLongLists(body)).toEqual({ text: body, held: new Map() });
  });

  it('ends where its bracket closes, whatever stands in its texts', () => {
    const odd = ['"', '\\', '\\"', ']', '[', '}', '{"', '\u0000', '\u2028', '\\\\', ...long.map(String)];
    const { text, held } = holdLongLists(JSON.stringify({ variables: { before: ']', inputs: [odd], after: '[' } }));
    expect(variablesIn(text)).toEqual({ before: ']', inputs: [], after: '[' });
    expect(JSON.parse(held.get('inputs')!)).toEqual([odd]);
  });

  it('that is no JSON is found out by who reads it', () => {
    const { text, held } = holdLongLists(`{"variables":{"inputs":[${long.join(' ')}]}}`);
    expect(variablesIn(text)).toEqual({ inputs: [] });
    expect(() => withHeldLists({ inputs: [] }, held)).toThrow(SyntaxError);
  });

  it('always leads back to the variables that were sent', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(long), fc.array(fc.jsonValue()));
    const spaces = fc.constantFrom(undefined, 1, '\t');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.jsonValue(), spaces, (variables, other, space) => {
        const body = JSON.stringify({ other, variables, query: 'q' }, null, space);
        const { text, held } = holdLongLists(body);
        expect(withHeldLists(variablesIn(text), held)).toEqual((JSON.parse(body) as { variables: object }).variables);
      }),
    );
  });
});
