import { Kind, parse, print, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode } from 'graphql';
import { SuitePlatform } from './suite-platform';

/** The reference schema's fields, as the suite compares them: name, arguments and nullability. */
const REFERENCE: Readonly<Record<string, readonly string[]>> = {
  Product: [
    'id: ID!',
    'sku: String',
    'package: String',
    'variation: ProductVariation',
    'dimensions: ProductDimension',
    'createdBy: User',
    'notes: String',
    'research: [ProductResearch!]!',
  ],
  DeprecatedProduct: ['sku: String!', 'package: String!', 'reason: String', 'createdBy: User'],
  ProductVariation: ['id: ID!'],
  ProductResearch: ['study: CaseStudy!', 'outcome: String'],
  CaseStudy: ['caseNumber: ID!', 'description: String'],
  ProductDimension: ['size: String', 'weight: Float', 'unit: String'],
  User: [
    'averageProductsCreatedPerYear: Int',
    'email: ID!',
    'name: String',
    'totalProductsCreated: Int',
    'yearsOfEmployment: Int!',
  ],
  Query: ['product(id: ID!): Product', 'deprecatedProduct(sku: String!, package: String!): DeprecatedProduct'],
};

type Entities = { _entities: Record<string, unknown>[] };
const ENTITIES = (selection: string): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
const EMAIL = 'support@apollographql.com';

// The checks of github.com/apollographql/apollo-federation-subgraph-compatibility, under its names.
describe('a subgraph made with the kit, held against what Apollo asks of a subgraph', () => {
  let platform: SuitePlatform;
  let sdl: string;
  const flat = (): string => sdl.replace(/\s+/g, ' ');
  const objects = (): (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] =>
    parse(sdl).definitions.filter(
      (one) => one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.OBJECT_TYPE_EXTENSION,
    );
  const typeText = (name: string): string =>
    objects()
      .filter((one) => one.name.value === name)
      .map((one) => print(one).split('{\n')[0]!)
      .join(' ');
  const entity = async (selection: string, ...representations: object[]): Promise<unknown[]> => {
    const { data, errors } = await platform.askProducts(ENTITIES(selection), { representations });
    expect(errors).toBeUndefined();
    return (data as Entities)._entities;
  };
  const product = async (selection: string): Promise<unknown> => {
    const answer = await platform.askGateway(`query ($id: ID!) { product(id: $id) { ${selection} } }`, {
      id: 'apollo-federation',
    });
    expect(answer.errors).toBeUndefined();
    return answer.data?.['product'];
  };

  beforeAll(async () => {
    platform = await SuitePlatform.start();
    const { data } = await platform.askProducts('{ _service { sdl } }');
    ({ sdl } = data!['_service'] as { sdl: string });
  }, 60_000);
  afterAll(() => platform.stop());

  it.each(Object.entries(REFERENCE))('introspection: _service gives the schema asked for, type %s', (name, fields) => {
    const given = objects()
      .filter((one) => one.name.value === name)
      .flatMap((one) => one.fields ?? [])
      .map(({ name: field, arguments: args = [], type }) => {
        const list = args.map((argument) => `${argument.name.value}: ${print(argument.type)}`).join(', ');
        return `${field.value}${list === '' ? '' : `(${list})`}: ${print(type)}`;
      });
    expect(given).toEqual(expect.arrayContaining([...fields]));
  });

  it('@link: the schema links one version of federation, which this gateway composes', () => {
    expect(flat().match(/https:\/\/specs\.apollo\.dev\/federation\/v[\d.]+/g)).toEqual([
      'https://specs.apollo.dev/federation/v2.9',
    ]);
  });

  it.each([
    ['@key single', 'User', '@key(fields: "email")'],
    ['@key multiple', 'DeprecatedProduct', '@key(fields: "sku package")'],
    ['@key composite', 'ProductResearch', '@key(fields: "study { caseNumber }")'],
    ['repeatable @key, first', 'Product', '@key(fields: "id")'],
    ['repeatable @key, second', 'Product', '@key(fields: "sku package")'],
    ['repeatable @key, third', 'Product', '@key(fields: "sku variation { id }")'],
    ['@shareable', 'ProductDimension', '@shareable'],
    ['@interfaceObject', 'Inventory', '@federation__interfaceObject'],
    ['@composeDirective', 'Product', '@custom'],
  ])('%s: stands on the type %s', (_check, type, directive) => {
    expect(typeText(type)).toContain(directive);
  });

  it.each([
    ['@provides', 'createdBy: User @federation__provides(fields: "totalProductsCreated")'],
    [
      '@requires',
      'averageProductsCreatedPerYear: Int @federation__requires(fields: "totalProductsCreated yearsOfEmployment")',
    ],
    ['@override', 'name: String @federation__override(from: "suppliers")'],
    ['@inaccessible', 'unit: String @federation__inaccessible'],
    ['@tag', 'notes: String @federation__tag(name: "internal")'],
    ['@composeDirective, on the schema', '@federation__composeDirective(name: "@custom")'],
    ['@composeDirective, its definition', 'directive @custom on OBJECT'],
  ])('%s: stands in the schema', (_check, text) => {
    expect(flat()).toContain(text);
  });

  it('@key single: resolves a user by its e-mail address', async () => {
    expect(await entity('...on User { email name }', { __typename: 'User', email: EMAIL })).toEqual([
      { email: EMAIL, name: 'Jane Smith' },
    ]);
  });

  it('@key multiple: resolves a product that is gone by sku and package', async () => {
    const key = { sku: 'apollo-federation-v1', package: '@apollo/federation-v1' };
    expect(
      await entity('...on DeprecatedProduct { sku package reason }', { __typename: 'DeprecatedProduct', ...key }),
    ).toEqual([{ ...key, reason: 'Migrate to Federation V2' }]);
  });

  it('@key composite: resolves research by the number inside its study', async () => {
    expect(
      await entity('...on ProductResearch { study { caseNumber description } }', {
        __typename: 'ProductResearch',
        study: { caseNumber: '1234' },
      }),
    ).toEqual([{ study: { caseNumber: '1234', description: 'Federation Study' } }]);
  });

  it('repeatable @key: resolves products by any of their keys, in the order in which they were asked for', async () => {
    expect(
      await entity(
        '...on Product { id sku }',
        { __typename: 'Product', id: 'apollo-federation' },
        { __typename: 'Product', sku: 'federation', package: '@apollo/federation' },
        { __typename: 'Product', sku: 'studio', variation: { id: 'platform' } },
      ),
    ).toEqual([
      { id: 'apollo-federation', sku: 'federation' },
      { id: 'apollo-federation', sku: 'federation' },
      { id: 'apollo-studio', sku: 'studio' },
    ]);
  });

  it('@inaccessible: the subgraph answers the field, and clients do not find it', async () => {
    const asked = '{ product(id: "apollo-federation") { dimensions { unit } } }';
    expect((await platform.askProducts(asked)).data).toEqual({ product: { dimensions: { unit: 'kg' } } });
    expect((await platform.askGateway(asked)).errors?.[0]?.extensions).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  it('@provides: the author comes with the number that the product itself knows', async () => {
    const { data } = await platform.askProducts(
      '{ product(id: "apollo-federation") { createdBy { email totalProductsCreated } } }',
    );
    expect(data).toEqual({ product: { createdBy: { email: EMAIL, totalProductsCreated: 1337 } } });
  });

  it('@requires: a figure is worked out from what another subgraph knows', async () => {
    // 1337 from the product itself, ten years from users.
    expect(await product('createdBy { averageProductsCreatedPerYear email }')).toEqual({
      createdBy: { averageProductsCreatedPerYear: 134, email: EMAIL },
    });
  });

  it('@requires: another subgraph is given what it needs of a value', async () => {
    expect(await product('delivery(zip: "94111") { estimatedDelivery fastestDelivery }')).toEqual({
      delivery: { estimatedDelivery: '5/1/2019', fastestDelivery: '5/1/2019' },
    });
  });

  it('@override: a name comes from where it was moved to', async () => {
    expect(await product('createdBy { name }')).toEqual({ createdBy: { name: 'Jane Smith' } });
  });

  it('@shareable: a value that two subgraphs share is answered', async () => {
    expect(await product('dimensions { size weight }')).toEqual({ dimensions: { size: 'small', weight: 1 } });
  });

  it('@interfaceObject: fields are added to an entity whose kinds the subgraph does not know', async () => {
    const answer = await platform.askGateway(
      'query ($id: ID!) { inventory(id: $id) { __typename deprecatedProducts { sku reason } } }',
      { id: 'apollo-oss' },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      inventory: {
        __typename: 'OpenSourceInventory',
        deprecatedProducts: [{ sku: 'apollo-federation-v1', reason: 'Migrate to Federation V2' }],
      },
    });
  });
});
