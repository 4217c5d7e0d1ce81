import { Kind, print, type DocumentNode } from 'graphql';
import { withoutClientDirectives } from '../apollo/sent-document';
import type { OpenedOperation } from '../features/explorer/deep-link';

interface Asked {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

export interface BehindOperation {
  /** The operation's own name in words: `ExecutiveOverview` is "Executive overview". */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  opened: OpenedOperation;
}

/** Operations as the explorer opens them: each once, the largest first, since that is what fills the screen. */
export function operationsBehind(asked: readonly Asked[]): readonly BehindOperation[] {
  const found = new Map<string, BehindOperation>();
  for (const { document, variables } of asked) {
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (!operation) continue;
    const query = print(withoutClientDirectives(document));
    const opened = { query, variables: JSON.stringify(variables, null, 2) };
    found.set(`${query} ${opened.variables}`, {
      name: inWords(operation.name?.value ?? 'Operation'),
      kind: operation.operation,
      opened,
    });
  }
  return [...found.values()].sort((left, right) => right.opened.query.length - left.opened.query.length);
}

function inWords(name: string): string {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
