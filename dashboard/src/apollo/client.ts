import { ApolloClient, ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { createCache } from './cache';
import { Folding, keepFolding } from './folding';
import { keepFailures, LastFailures } from './last-failures';
import { noteAnswer } from './server-clock';
import type { Session } from './session';
import { trustedDocuments } from './trusted-documents';

function signInEnded(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.some((one) => one.extensions?.['code'] === 'UNAUTHENTICATED');
  }
  return ServerError.is(error) && error.statusCode === 401;
}

/** The one client of the dashboard: same origin, signed in as whoever the session says. */
export function createClient(session: Session): ApolloClient {
  const authorise = new SetContextLink(async (previous) => ({
    headers: { ...previous.headers, authorization: `Bearer ${await session.bearer()}` },
  }));

  // A token that ran out (or that a restarted issuer no longer knows) is replaced once, unseen.
  const renew = new ErrorLink(({ error, operation, forward }) => {
    if (!signInEnded(error) || operation.getContext()['renewed'] === true) return undefined;
    session.forget();
    operation.setContext({ renewed: true });
    return forward(operation);
  });

  const http = new HttpLink({
    uri: '/graphql',
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      noteAnswer(response.headers.get('date'), Date.now());
      return response;
    },
  });

  const failures = new LastFailures();
  const folding = new Folding();
  const client = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([failures.link(), folding.link(), renew, authorise, trustedDocuments(), http]),
    dataMasking: true,
  });
  keepFailures(client, failures);
  keepFolding(client, folding);
  return client;
}
