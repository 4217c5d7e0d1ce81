import { createContext, useContext } from 'react';

/** What the parts of the explorer know beyond what GraphiQL itself keeps. */
export interface ExplorerState {
  /** Whose examples stand first. */
  persona: string;
  /** e.g. http://127.0.0.1:4000 */
  origin: string;
}

export const ExplorerContext = createContext<ExplorerState | null>(null);

/** @throws outside the explorer */
export function useExplorer(): ExplorerState {
  const state = useContext(ExplorerContext);
  if (!state) throw new Error('ExplorerContext is missing');
  return state;
}
