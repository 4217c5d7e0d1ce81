import { acceptedBreakingChanges, breakingChanges } from './schema-changes';

const earlier =
  'type Query { supplier: Supplier } type Supplier { id: ID! name: String tier: String @deprecated(reason: "use class") }';

describe('breaking changes of the API schema', () => {
  it('are none when the schema only grows', () => {
    expect(breakingChanges(earlier, earlier.replace('id: ID!', 'id: ID! country: String'))).toEqual([]);
  });

  it('name a field that clients knew and would miss', () => {
    expect(breakingChanges(earlier, earlier.replace('name: String', ''))).toEqual(['Supplier.name was removed.']);
  });

  it('leave out what was deprecated before it was removed', () => {
    expect(
      breakingChanges(earlier, 'type Query { supplier: Supplier } type Supplier { id: ID! name: String }'),
    ).toEqual([]);
  });

  it('may be answered for in a decision record, each by its own sentence', () => {
    const record = '# 7. Names go\n\nBreaking change: Supplier.name was removed.\n';
    expect(acceptedBreakingChanges([record, '# 8. Nothing breaks'])).toEqual(new Set(['Supplier.name was removed.']));
  });
});
