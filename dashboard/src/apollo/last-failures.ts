import { ApolloLink, type ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { canonicalStringify } from '@apollo/client/utilities';
import type { DocumentNode } from 'graphql';
import { tap } from 'rxjs';
import { describeFailure, type Failure } from './failure';

/** What was asked: an operation and its variables. */
export interface Question {
  query: DocumentNode;
  variables?: unknown;
}

/**
 * What each question failed with when it was last asked, until it is answered whole. The client itself forgets: any other
 * answer that touches the same fields is given to a query as new data without an error.
 */
export class LastFailures {
  private readonly failures = new Map<string, Failure>();

  /** Null: the last answer was whole, or there was none yet. */
  of(question: Question): Failure | null {
    return this.failures.get(keyOf(question)) ?? null;
  }

  /** Somebody else has signed in: what failed for one need not fail for the other. */
  forget(): void {
    this.failures.clear();
  }

  /** Listens to every answer on its way to the client. */
  link(): ApolloLink {
    return new ApolloLink((operation, forward) => {
      const note = (failure: Failure | null): void => {
        const key = keyOf(operation);
        if (failure === null) this.failures.delete(key);
        else this.failures.set(key, failure);
      };
      return forward(operation).pipe(
        tap({
          next: (answer) => note(answer.errors?.length ? describeFailure(new CombinedGraphQLErrors(answer)) : null),
          error: (thrown: unknown) =>
            note(describeFailure(thrown instanceof Error ? thrown : new Error(String(thrown)))),
        }),
      );
    });
  }
}

const byClient = new WeakMap<ApolloClient, LastFailures>();

/** Makes the failures of a client known to those who have the client. */
export function keepFailures(client: ApolloClient, failures: LastFailures): void {
  byClient.set(client, failures);
}

/** What the question failed with when this client last asked it. */
export function lastFailure(client: ApolloClient, question: Question): Failure | null {
  return byClient.get(client)?.of(question) ?? null;
}

/** Nothing that failed so far counts any more. */
export function forgetFailures(client: ApolloClient): void {
  byClient.get(client)?.forget();
}

function keyOf({ query, variables }: Question): string {
  const named = query.definitions.find((part) => part.kind === 'OperationDefinition');
  return `${named?.name?.value ?? ''} ${canonicalStringify(variables ?? {})}`;
}
