import type { DocumentNode } from 'graphql';

/** The document without the directives that Apollo Client keeps to itself: nobody else knows `@unmask`. */
export function withoutClientDirectives(document: DocumentNode): DocumentNode {
  return JSON.parse(JSON.stringify(document), (key: string, value: unknown) =>
    key === 'directives' && Array.isArray(value)
      ? value.filter((one: { name?: { value?: string } }) => one.name?.value !== 'unmask')
      : value,
  ) as DocumentNode;
}
