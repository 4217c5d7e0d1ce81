import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import type { DocumentNode } from 'graphql';

/** The extension by which a request names a trusted document, in the form that Apollo's clients have given it. */
export interface TrustedName {
  persistedQuery: { version: 1; sha256Hash: string };
}

/** The gateway has another build's documents: this page is older, or younger. */
export const UNKNOWN_DOCUMENT = 'PERSISTED_QUERY_NOT_FOUND';

/**
 * How the platform knows an operation of ours. Null while developing: documents have no hash then, and go out as text, which
 * needs a token with the scope for it.
 */
export function trustedNameOf(document: DocumentNode): TrustedName | null {
  const hash = (document as { __meta__?: { trusted?: string } }).__meta__?.trusted;
  return hash === undefined ? null : { persistedQuery: { version: 1, sha256Hash: hash } };
}

/**
 * Sends the hash of an operation instead of its text. Where the platform does not know the hash the text follows, once; the
 * token decides whether that is answered.
 */
export function trustedDocuments(): ApolloLink {
  const inFull = new ErrorLink(({ error, operation, forward }) => {
    const isUnknown =
      CombinedGraphQLErrors.is(error) && error.errors.some((one) => one.extensions?.['code'] === UNKNOWN_DOCUMENT);
    if (!isUnknown || operation.getContext()['inFull'] === true) return undefined;
    operation.setContext({ inFull: true });
    return forward(operation);
  });
  const byName = new ApolloLink((operation, forward) => {
    const name = operation.getContext()['inFull'] === true ? null : trustedNameOf(operation.query);
    if (name !== null) Object.assign(operation.extensions, name);
    else delete operation.extensions['persistedQuery'];
    operation.setContext({ http: { includeQuery: name === null, includeExtensions: name !== null } });
    return forward(operation);
  });
  return ApolloLink.from([inFull, byName]);
}
