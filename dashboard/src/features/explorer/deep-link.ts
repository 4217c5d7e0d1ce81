/** What an address of the explorer opens: an operation and its variables, as they stand in the editors. */
export interface OpenedOperation {
  query: string;
  /** JSON; empty: none. */
  variables: string;
}

/** The part of the address behind `#`, without it; an operation is never sent to the server just by opening a link. */
export function hashOf({ query, variables }: OpenedOperation): string {
  const parts = new URLSearchParams({ op: query, ...(isEmptyJson(variables) ? {} : { vars: variables }) });
  // Blanks as %20: a plus is read as a plus by most other readers of a hash.
  return parts.toString().replaceAll('+', '%20');
}

/** @param hash  with or without its `#` @returns null when it names no operation */
export function operationIn(hash: string): OpenedOperation | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const query = parts.get('op');
  return query === null || query.trim() === '' ? null : { query, variables: parts.get('vars') ?? '' };
}

const isEmptyJson = (text: string): boolean => /^\s*(\{\s*\})?\s*$/.test(text);
