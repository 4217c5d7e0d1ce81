import { ApolloLink, type ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';
import { finalize, mergeMap, of, timer, type Observable } from 'rxjs';

/** The platform folds what was asked about, and wants to be asked again; or it was too busy with it to say so. */
const AGAIN = new Set<unknown>(['STILL_FOLDING', 'SUBGRAPH_TIMEOUT']);
/** A part that was too busy several times is asked nothing for some seconds. One that is stopped says so from the first. */
const AGAIN_ONCE_TOLD = new Set<unknown>([...AGAIN, 'SUBGRAPH_UNAVAILABLE']);
/** The variables by which operations ask about an instant. */
const INSTANTS = ['asOf', 'knownAt', 'dayEnd'];
const PAUSE_MS = 500;
/** One attempt takes some five seconds: after two and a half minutes it is said that it takes too long. */
const MOST_TRIES = 30;

/**
 * Waits for the past. What is not kept ready is folded out of all facts when somebody asks, and the first question about a
 * day may take longer than a request; the link asks again until it is there, so that a screen sees one long question.
 */
export class Folding {
  private waiting = 0;
  private readonly listeners = new Set<() => void>();

  /** Questions that were told to ask again, and have no answer yet. */
  readonly count = (): number => this.waiting;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  link(): ApolloLink {
    return new ApolloLink((operation, forward) => {
      if (!looksBack(operation.variables)) return forward(operation);
      let told = false;
      const ask = (tries: number): Observable<ApolloLink.Result> =>
        forward(operation).pipe(
          mergeMap((answer) => {
            if (tries >= MOST_TRIES || !isFolding(answer, told ? AGAIN_ONCE_TOLD : AGAIN)) return of(answer);
            if (!told) this.change(1);
            told = true;
            return timer(PAUSE_MS).pipe(mergeMap(() => ask(tries + 1)));
          }),
        );
      return ask(1).pipe(
        finalize(() => {
          if (told) this.change(-1);
        }),
      );
    });
  }

  private change(by: number): void {
    this.waiting += by;
    for (const listener of this.listeners) listener();
  }
}

const isFolding = ({ errors }: ApolloLink.Result, codes: ReadonlySet<unknown>): boolean =>
  errors?.some(({ extensions }) => codes.has(extensions?.['code'])) ?? false;

const looksBack = (variables: Readonly<Record<string, unknown>>): boolean =>
  INSTANTS.some((name) => {
    const instant = variables[name];
    return typeof instant === 'string' && Date.parse(instant) < Date.now();
  });

const byClient = new WeakMap<ApolloClient, Folding>();

/** Makes what a client waits for known to those who have the client. */
export function keepFolding(client: ApolloClient, folding: Folding): void {
  byClient.set(client, folding);
}

const nothing = (): (() => void) => () => undefined;

/** True while a question about the past waits for the platform to fold it. */
export function useFolding(): boolean {
  const folding = byClient.get(useApolloClient());
  return useSyncExternalStore(folding?.subscribe ?? nothing, () => (folding?.count() ?? 0) > 0);
}
