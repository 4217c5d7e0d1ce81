import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { OpenedOperation } from './deep-link';

/** Puts an operation into the editors: where it is open already, there; otherwise in a tab of its own. */
export function useOpenOperation(): (operation: OpenedOperation) => void {
  const { queryEditor, variableEditor, tabs } = useGraphiQL(pick('queryEditor', 'variableEditor', 'tabs'));
  const actions = useGraphiQLActions();
  return ({ query, variables }) => {
    if (!queryEditor) return;
    const open = tabs.findIndex((tab) => tab.query?.trim() === query.trim());
    if (open >= 0) return actions.changeTab(open);
    // What somebody has written stays in its own tab.
    if (queryEditor.getValue().trim() !== '') actions.addTab();
    queryEditor.setValue(query);
    variableEditor?.setValue(variables);
  };
}
