import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';

declare module '@apollo/client' {
  // A page that reads a field of its row's fragment is a type error.
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
