import '../testing/browser';
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Folding, keepFolding, useFolding } from './folding';

const ON_TIME = gql`
  query OnTime($asOf: String) {
    onTime(asOf: $asOf)
  }
`;
const FOLDING: ApolloLink.Result = {
  data: { onTime: null },
  errors: [{ message: 'ask again', extensions: { code: 'STILL_FOLDING', service: 'suppliers' } }],
};

/** A client whose platform gives these answers, one after the other, and then the last one for ever. */
function platform(...answers: ApolloLink.Result[]) {
  const folding = new Folding();
  let asked = 0;
  const answering = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next(answers[Math.min(asked, answers.length - 1)]!);
        asked += 1;
        observer.complete();
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([folding.link(), answering]) });
  keepFolding(client, folding);
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  return { client, wrapper, asked: () => asked };
}

const PAST = '2026-04-10T23:59:59.999Z';
const ask = (client: ApolloClient, asOf: string | null = PAST) =>
  client.query({ query: ON_TIME, variables: { asOf }, errorPolicy: 'all' });

/** Asks, and lets some time go by; the answer may still be on its way. */
async function whileAsking<Answer>(question: () => Promise<Answer>, ms: number): Promise<{ asked: Promise<Answer> }> {
  let asked!: Promise<Answer>;
  await act(async () => {
    asked = question();
    await jest.advanceTimersByTimeAsync(ms);
  });
  return { asked };
}

describe('a question about the past', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  it('is asked again until the platform has folded it, says so meanwhile, and shows no error', async () => {
    const { client, wrapper, asked } = platform(FOLDING, FOLDING, { data: { onTime: 97 } });
    const { result } = renderHook(() => useFolding(), { wrapper });
    const answer = await whileAsking(() => ask(client), 100);
    expect([asked(), result.current]).toEqual([1, true]);
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    expect(await answer.asked).toMatchObject({ data: { onTime: 97 } });
    expect((await answer.asked).error).toBeUndefined();
    expect([asked(), result.current]).toEqual([3, false]);
  });

  it('that is never folded ends with what the platform says', async () => {
    const { client, wrapper, asked } = platform(FOLDING);
    const { result } = renderHook(() => useFolding(), { wrapper });
    const answer = await whileAsking(() => ask(client), 90_000);
    expect((await answer.asked).error?.message).toContain('ask again');
    expect([asked(), result.current]).toEqual([30, false]);
  });

  it('with another error is not asked again', async () => {
    const { client, asked } = platform({
      data: { onTime: null },
      errors: [{ message: 'gone', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });
    await ask(client);
    expect(asked()).toBe(1);
  });

  it('waits for a part that was too busy folding to say so; about the present nothing is waited for', async () => {
    const silent = { data: { onTime: null }, errors: [{ message: 'late', extensions: { code: 'SUBGRAPH_TIMEOUT' } }] };
    const back = platform(silent, { data: { onTime: 97 } });
    const answer = ask(back.client);
    await act(async () => jest.advanceTimersByTimeAsync(1_000));
    expect(await answer).toMatchObject({ data: { onTime: 97 } });
    const now = platform(silent);
    expect((await ask(now.client, null)).error?.message).toContain('late');
    expect(now.asked()).toBe(1);
  });
});
