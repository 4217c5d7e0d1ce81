import fc from 'fast-check';
import { holdLongLists, withHeldLists } from './held-lists';

describe('a long list in the variables', () => {
  it('is set aside, and comes back whole when the fetch is sent', () => {
    const inputs = Array.from({ length: 51 }, (_, n) => n);
    const request = { query: 'q', variables: { inputs, first: 5, short: [1, 2] } };
    const { body, held } = holdLongLists(request);
    expect(body).toEqual({ query: 'q', variables: { inputs: [], first: 5, short: [1, 2] } });
    expect(request.variables.inputs).toHaveLength(51);
    expect(withHeldLists({ inputs: [] }, held)).toEqual({ inputs });
    expect(withHeldLists({ first: 5 }, held)).toEqual({ first: 5 });
  });

  it('does not replace the entities of a fetch, whatever the caller calls its variables', () => {
    const { held } = holdLongLists({ variables: { representations: Array(60).fill('forged') } });
    const fetch = { representations: [{ __typename: 'Supplier', id: 'a' }] };
    expect(withHeldLists(fetch, held)).toEqual(fetch);
  });

  it('leaves every other body as it is', () => {
    for (const body of [null, undefined, [], 'text', { query: 'q' }, { variables: [1] }, { variables: { a: [1] } }]) {
      expect(holdLongLists(body).body).toBe(body);
    }
  });

  it('always leads back to the variables that were sent', () => {
    const value = fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 120 }), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (variables) => {
        const { body, held } = holdLongLists({ variables });
        const kept = (body as { variables: Record<string, unknown> }).variables;
        expect(withHeldLists(kept, held)).toEqual({ ...variables });
      }),
    );
  });
});
