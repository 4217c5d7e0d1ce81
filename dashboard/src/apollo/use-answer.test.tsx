import '../testing/browser';
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { keepFailures, LastFailures } from './last-failures';
import { useAnswer } from './use-answer';

const ON_TIME = gql`
  query OnTime {
    onTime
  }
`;
const BOTH = gql`
  query Both {
    onTime
    defects
  }
`;

const SILENT = {
  data: { onTime: null },
  errors: [{ message: 'gone', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'suppliers' } }],
};

/** A client whose platform answers as it is told to. */
function platform(): {
  say: (answer: ApolloLink.Result | Error) => void;
  client: ApolloClient;
  wrapper: typeof Wrapper;
} {
  let next: ApolloLink.Result | Error = new Error('nothing to say yet');
  const failures = new LastFailures();
  const answering = new ApolloLink(
    () =>
      new Observable((observer) => {
        if (next instanceof Error) observer.error(next);
        else {
          observer.next(next);
          observer.complete();
        }
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([failures.link(), answering]) });
  keepFailures(client, failures);
  function Wrapper({ children }: { children: ReactNode }): ReactNode {
    return <ApolloProvider client={client}>{children}</ApolloProvider>;
  }
  return { say: (answer) => (next = answer), client, wrapper: Wrapper };
}

function useOnTime() {
  const result = useQuery<{ onTime: number | null }>(ON_TIME, { errorPolicy: 'all' });
  return useAnswer(result, result.data?.onTime, 'on time');
}

describe('the answer of one part of the platform', () => {
  afterEach(cleanup);

  it('keeps the last value when the part falls silent, and names the part for as long as it is', async () => {
    const { say, client, wrapper } = platform();
    say({ data: { onTime: 94 } });
    const { result } = renderHook(useOnTime, { wrapper });
    await waitFor(() => expect(result.current).toMatchObject({ value: 94, failure: null }));

    say(SILENT);
    await act(async () => result.current.refetch());
    await waitFor(() => expect(result.current.failure).toMatchObject({ part: 'suppliers' }));
    // What answers another question takes the error away from this one in the client's own eyes.
    act(() => void client.writeQuery({ query: BOTH, data: { onTime: 0, defects: 0 } }));
    act(() => void client.writeQuery({ query: BOTH, data: { onTime: null, defects: 0 } }));
    await act(async () => result.current.refetch());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(result.current.failure).toMatchObject({ part: 'suppliers' });

    say({ data: { onTime: 95 } });
    await act(async () => result.current.refetch());
    await waitFor(() => expect(result.current).toMatchObject({ value: 95, failure: null }));
  });

  it('marks what is shown when the platform cannot be reached at all', async () => {
    const { say, wrapper } = platform();
    say({ data: { onTime: 94 } });
    const { result } = renderHook(useOnTime, { wrapper });
    await waitFor(() => expect(result.current.value).toBe(94));
    say(new TypeError('Failed to fetch'));
    await act(async () => result.current.refetch());
    await waitFor(() => expect(result.current.failure).toMatchObject({ answered: false, part: null }));
    expect(result.current.value).toBe(94);
  });
});
