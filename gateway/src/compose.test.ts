import { composeSubgraphs, joinSchemaFiles, type SubgraphSchema } from './compose';

const shared = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const subgraph = (name: string, ...texts: string[]): SubgraphSchema => ({
  name,
  shared,
  files: texts.map((text, index) => ({ name: `schema/${index}.graphql`, text })),
});

describe('composition', () => {
  it('puts the shared file at the head, byte for byte, and the rest by name', () => {
    const joined = joinSchemaFiles({
      name: 'x',
      shared,
      files: [
        { name: 'b', text: 'scalar B' },
        { name: 'a', text: 'scalar A' },
      ],
    });
    expect(joined).toBe(`${shared}\nscalar A\nscalar B`);
  });

  it('gives the same bytes whatever the order of subgraphs', () => {
    const suppliers = subgraph('suppliers', 'type Query { supplier: ID }');
    const inventory = subgraph('inventory', 'type Query { item: ID }');
    const composition = composeSubgraphs([suppliers, inventory]);
    expect(composition).toEqual(composeSubgraphs([inventory, suppliers]));
    expect(composition.kind === 'Composed' && composition.api).toContain('supplier: ID');
  });

  it('says why subgraphs do not fit together', () => {
    const composition = composeSubgraphs([
      subgraph('suppliers', 'type Query { name: String }'),
      subgraph('inventory', 'type Query { name: Int }'),
    ]);
    expect(composition.kind === 'Rejected' && composition.errors.join()).toContain('Query.name');
  });

  it('throws at text that is not GraphQL', () => {
    expect(() => composeSubgraphs([subgraph('suppliers', 'type {')])).toThrow('Syntax Error');
  });
});
