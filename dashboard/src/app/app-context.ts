import { createContext, useContext } from 'react';
import type { Identity } from '../apollo/session';

export interface AppState {
  identity: Identity;
  /** Signs in as somebody else: everything cached is dropped and asked for again. */
  become: (identity: Identity) => void;
  /** The token of whoever is signed in, for what does not ask through the client. */
  signIn: { bearer: () => Promise<string>; forget: () => void };
  /** The server's calendar day when the page was opened, in UTC. */
  today: string;
}

export const AppContext = createContext<AppState | null>(null);

/** Who is signed in, and what day it is. */
export function useApp(): AppState {
  const state = useContext(AppContext);
  if (!state) throw new Error('AppProviders is missing');
  return state;
}
