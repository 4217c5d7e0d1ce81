import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { StreamSpec } from './hub';

/**
 * A wish for a stream. The stream adds `after` itself, so it is left out of the variables.
 *
 * @param document a subscription with one root field, `field`
 */
export function streamOf<Data, Variables extends OperationVariables>(
  of: StreamSpec['of'],
  field: Extract<keyof Data, string>,
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
): StreamSpec {
  return {
    of,
    field,
    document: document as TypedDocumentNode<unknown, Record<string, unknown>>,
    variables: { ...variables },
  };
}
