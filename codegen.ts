import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

// `npm run codegen`: resolver types of every subgraph from its own SDL, by one recipe. A folder of `subgraphs/` with a
// `schema/` is a subgraph; nothing here names one.

const scalars = Object.fromEntries(
  // All of these travel as text: exact decimals, days and instants are never numbers or Date objects in this platform.
  ['ID', 'DateTime', 'Date', 'Decimal', 'Cursor', '_FieldSet'].map((scalar) => [scalar, 'string']),
);

const subgraphs = readdirSync('subgraphs').filter(
  (name) => name !== 'kit' && existsSync(path.join('subgraphs', name, 'schema')),
);

/**
 * What a resolver returns for a type and is handed as its parent, where that is not the schema's own shape. By
 * convention, not by a table: when `src/graph/models.ts` of a subgraph exports `SupplierModel`, whoever resolves a
 * `Supplier` returns that and `Supplier` resolvers start from it. A type without a model is returned whole.
 */
function modelsOf(subgraph: string): Record<string, string> {
  const file = path.join('subgraphs', subgraph, 'src/graph/models.ts');
  if (!existsSync(file)) return {};
  const exported = readFileSync(file, 'utf8').matchAll(/^export (?:interface|type) (\w+)Model\b/gm);
  return Object.fromEntries([...exported].map(([, type]) => [type, `../models#${type}Model`]));
}

const config: CodegenConfig = {
  generates: Object.fromEntries(
    subgraphs.map((name) => [
      `subgraphs/${name}/src/graph/__generated__/schema.ts`,
      {
        schema: ['subgraphs/kit/schema/shared.graphql', `subgraphs/${name}/schema/*.graphql`],
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          strictScalars: true,
          scalars,
          enumsAsTypes: true,
          useTypeImports: true,
          // graphql-js fills in what has a default, so a resolver always has it.
          avoidOptionals: { defaultValue: true },
          contextType: '../../context#Context',
          mappers: modelsOf(name),
        },
      },
    ]),
  ),
};

export default config;
