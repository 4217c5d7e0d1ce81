import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types and persisted documents of the dashboard, from the API schema alone.
 * Run from the root: `npx graphql-codegen --config dashboard/codegen.ts`. Paths are relative to the root.
 */
const config: CodegenConfig = {
  schema: 'gateway/schema/api.graphql',
  documents: ['dashboard/src/**/*.{ts,tsx}', '!dashboard/src/gql/**', '!dashboard/src/**/*.test.{ts,tsx}'],
  ignoreNoDocuments: false,
  generates: {
    'dashboard/src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: {
        inlineFragmentTypes: 'mask',
        customDirectives: { apolloUnmask: true },
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: 'string', Cursor: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' },
      },
    },
  },
};

export default config;
