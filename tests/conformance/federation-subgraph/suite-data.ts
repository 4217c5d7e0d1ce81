/** The data that the suite expects, and the resolvers over it: of nothing else is this shop made. */

interface ProductRow {
  id: string;
  sku: string;
  package: string;
  variation: { id: string };
}

const DEPRECATED = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
};
const PRODUCTS: readonly ProductRow[] = [
  { id: 'apollo-federation', sku: 'federation', package: '@apollo/federation', variation: { id: 'OSS' } },
  { id: 'apollo-studio', sku: 'studio', package: '', variation: { id: 'platform' } },
];
const RESEARCH = [
  { study: { caseNumber: '1234', description: 'Federation Study' }, outcome: null },
  { study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null },
];
const AUTHOR = { email: 'support@apollographql.com', name: 'Jane Smith', totalProductsCreated: 1337 };

interface ProductReference {
  id?: string;
  sku?: string;
  package?: string;
  variation?: { id: string };
}
interface UserReference {
  email: string;
  totalProductsCreated?: number;
  yearsOfEmployment?: number;
}

/** A product by any of its three keys. */
const productOf = ({ id, sku, package: owner, variation }: ProductReference): ProductRow | undefined =>
  PRODUCTS.find((one) =>
    id === undefined
      ? one.sku === sku && (owner === undefined ? one.variation.id === variation?.id : one.package === owner)
      : one.id === id,
  );
const deprecatedOf = (key: { sku: string; package: string }): typeof DEPRECATED | null =>
  key.sku === DEPRECATED.sku && key.package === DEPRECATED.package ? DEPRECATED : null;

export const productsResolvers = {
  Query: {
    product: (_: unknown, { id }: { id: string }) => productOf({ id }),
    deprecatedProduct: (_: unknown, key: { sku: string; package: string }) => deprecatedOf(key),
  },
  Product: {
    __resolveReference: (reference: ProductReference) => productOf(reference) ?? null,
    dimensions: () => ({ size: 'small', weight: 1, unit: 'kg' }),
    research: (product: ProductRow) => [RESEARCH[PRODUCTS.indexOf(product)]],
    createdBy: () => AUTHOR,
  },
  DeprecatedProduct: { __resolveReference: deprecatedOf, createdBy: () => AUTHOR },
  ProductResearch: {
    __resolveReference: ({ study }: { study: { caseNumber: string } }) =>
      RESEARCH.find((one) => one.study.caseNumber === study.caseNumber) ?? null,
  },
  User: {
    __resolveReference: (reference: UserReference) => ({ ...AUTHOR, ...reference }),
    averageProductsCreatedPerYear: ({ totalProductsCreated = 0, yearsOfEmployment }: UserReference) =>
      yearsOfEmployment === undefined ? null : Math.round(totalProductsCreated / yearsOfEmployment),
  },
  Inventory: {
    __resolveReference: ({ id }: { id: string }) =>
      id === 'apollo-oss' ? { id, deprecatedProducts: [DEPRECATED] } : null,
  },
};

export const usersResolvers = {
  User: {
    __resolveReference: ({ email }: { email: string }) =>
      email === AUTHOR.email
        ? { email, name: 'Apollo Studio Support', totalProductsCreated: 10, yearsOfEmployment: 10 }
        : null,
  },
};

export const inventoryResolvers = {
  Query: {
    inventory: (_: unknown, { id }: { id: string }) =>
      id === 'apollo-oss' ? { id, products: [{ id: 'apollo-federation' }] } : null,
  },
  Inventory: { __resolveType: () => 'OpenSourceInventory' },
  Product: {
    delivery: (product: { dimensions: { size: string; weight: number } }, { zip }: { zip: string }) =>
      product.dimensions.size === 'small' && product.dimensions.weight === 1 && zip === '94111'
        ? { estimatedDelivery: '5/1/2019', fastestDelivery: '5/1/2019' }
        : null,
  },
};
