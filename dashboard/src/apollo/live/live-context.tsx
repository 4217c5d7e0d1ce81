import { createContext, useContext, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { Connection, type ConnectionState } from './connection';
import { keyOf, type LiveHub, type StreamEvents, type StreamSpec } from './hub';

const Hub = createContext<LiveHub | null>(null);
/** Without a hub, as in a test of one component, nothing is live and nothing says otherwise. */
const NONE = new Connection();

/** Gives everything below it the streams. */
export function LiveProvider({ hub, children }: { hub: LiveHub; children: ReactNode }): ReactNode {
  return <Hub value={hub}>{children}</Hub>;
}

/** The streams that are wanted now, as the hub keeps them; none without a hub. */
export function useWantedStreams(): () => readonly StreamSpec[] {
  const hub = useContext(Hub);
  return () => [...(hub?.wanted.values() ?? [])].map(({ spec }) => spec);
}

/** How the page hears of changes now. */
export function useConnection(): ConnectionState {
  const connection = useContext(Hub)?.connection ?? NONE;
  return useSyncExternalStore(connection.subscribe, connection.read);
}

/** Keeps a stream open while the component is there; null: none. Equal wishes share one subscription. */
export function useStream(spec: StreamSpec | null, events: StreamEvents): void {
  const hub = useContext(Hub);
  const latest = useRef({ spec, events });
  latest.current = { spec, events };
  const key = spec === null ? null : keyOf(spec);
  useEffect(() => {
    const wish = latest.current.spec;
    if (hub === null || key === null || wish === null) return undefined;
    return hub.want(wish, {
      onChange: (message) => latest.current.events.onChange?.(message),
      onRefetch: () => latest.current.events.onRefetch?.(),
    });
  }, [hub, key]);
}
