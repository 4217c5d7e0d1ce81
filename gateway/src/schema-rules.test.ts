import { findBrokenSchemaRules, type SchemaFinding } from './schema-rules';

const shared = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requires", "@external"])
"Who may read."
directive @access(any: [String!]!) on FIELD_DEFINITION | OBJECT
`;
const guard = '@access(any: ["orders:read"])';

/** Findings over a supplier-owning subgraph with the given SDL, and optionally a second one. */
function findingsIn(suppliers: string, inventory?: string): SchemaFinding[] {
  const schemas = [{ name: 'suppliers', shared, files: [{ name: 'schema/supplier.graphql', text: suppliers }] }];
  if (inventory !== undefined)
    schemas.push({ name: 'inventory', shared, files: [{ name: 'schema/item.graphql', text: inventory }] });
  return findBrokenSchemaRules(schemas);
}
const rulesAt = (findings: readonly SchemaFinding[]) => findings.map(({ rule, at }) => `${rule} ${at}`);

const supplier = `
type Query {
  "One supplier."
  supplier(id: ID!): Supplier ${guard}
}
"Who sells."
type Supplier @key(fields: "id") ${guard} {
  id: ID!
  name: String!
}`;

describe('schema rules', () => {
  it('have nothing to say about a guarded, described and nullable schema', () => {
    expect(findingsIn(supplier)).toEqual([]);
  });

  it('refuse a field that neither it nor its type guards', () => {
    const findings = findingsIn(
      supplier.replace(`type Supplier @key(fields: "id") ${guard}`, 'type Supplier @key(fields: "id")'),
    );
    expect(rulesAt(findings)).toEqual(['unguarded-field Supplier.id', 'unguarded-field Supplier.name']);
  });

  it('refuse a root field without a guard of its own', () => {
    expect(rulesAt(findingsIn(supplier.replace(`Supplier ${guard}`, 'Supplier')))).toEqual([
      'unguarded-field Query.supplier',
    ]);
  });

  it('take a guard that nobody can satisfy for none', () => {
    const findings = findingsIn(supplier.replace(`Supplier ${guard}`, 'Supplier @access(any: [])'));
    expect(rulesAt(findings)).toContain('unguarded-field Query.supplier');
  });

  it('refuse a guard on an interface', () => {
    const findings = findingsIn(`${supplier}\n"Has a name."\ninterface Named ${guard} { name: String! ${guard} }`);
    expect(rulesAt(findings)).toEqual(['guard-on-interface Named', 'guard-on-interface Named.name']);
  });

  it('ask for words on types, fields, arguments, input fields and enum values', () => {
    const findings = findingsIn(`
      type Query { suppliers(country: String, kind: Kind, by: By, first: Int): [Supplier!] ${guard} }
      type Supplier ${guard} { id: ID! country: String }
      enum Kind { LARGE }
      input By { tier: String }
    `);
    expect(rulesAt(findings).sort()).toEqual(
      [
        'page-without-size Query.suppliers',
        'undescribed By',
        'undescribed By.tier',
        'undescribed Kind',
        'undescribed Kind.LARGE',
        'undescribed Query.suppliers',
        'undescribed Query.suppliers(by:)',
        'undescribed Query.suppliers(country:)',
        'undescribed Query.suppliers(kind:)',
        'undescribed Supplier',
        'undescribed Supplier.country',
      ].sort(),
    );
  });

  it('refuse a root field that may not be null', () => {
    expect(rulesAt(findingsIn(supplier.replace(': Supplier @', ': Supplier! @')))).toEqual([
      'nulls-what-is-not-ours Query.supplier',
    ]);
  });

  it('refuse a guest that insists on a value inside the type of another subgraph', () => {
    const guest = `type Supplier @key(fields: "id") ${guard} { id: ID! "Received from it, oldest first." receipts: [ID!]! }`;
    expect(rulesAt(findingsIn(supplier, guest))).toEqual(['nulls-what-is-not-ours Supplier.receipts']);
  });

  it.each(['Supplier!', '[Supplier!]'])('refuse %s where another subgraph fills the supplier', (type) => {
    const stub = `
      type Supplier @key(fields: "id", resolvable: false) ${guard} { id: ID! }
      "What is bought."
      type Item ${guard} { id: ID! "Who sells it." supplier: ${type} }`;
    expect(rulesAt(findingsIn(supplier, stub))).toEqual(['nulls-what-is-not-ours Item.supplier']);
  });

  it('ask who owns a type that two subgraphs describe', () => {
    const rival = `"Who sells, again." type Supplier @key(fields: "id") ${guard} { id: ID! }`;
    expect(rulesAt(findingsIn(supplier, rival))).toContain('owner-unclear Supplier');
  });

  it('refuse a field that gives pages and does not say how long they are', () => {
    const list = (size: string) => `
      type Query { "All of them." suppliers(first: Int! = 50): [Supplier!] ${size} ${guard} }
      "Who sells." type Supplier @key(fields: "id") ${guard} { id: ID! }`;
    expect(rulesAt(findingsIn(list('@listSize(assumedSize: 50)')))).toEqual(['page-without-size Query.suppliers']);
    expect(findingsIn(list('@listSize(slicingArguments: ["first"])'))).toEqual([]);
  });

  it('refuse arguments in @requires', () => {
    const guest = `type Supplier @key(fields: "id") ${guard} {
      id: ID!
      name: String @external
      "Its name in capitals."
      loudName: String @requires(fields: "name(style: LOUD)")
    }`;
    expect(rulesAt(findingsIn(supplier, guest))).toContain('required-with-arguments Supplier.loudName');
  });

  it('refuse a field that more callers may read than what it requires', () => {
    const guest = `type Supplier @key(fields: "id") @access(any: ["authenticated"]) {
      id: ID!
      name: String @external
      "Its name in capitals."
      loudName: String @requires(fields: "name")
    }`;
    expect(rulesAt(findingsIn(supplier, guest))).toContain('requires-more-than-it-guards Supplier.loudName');
  });
});
