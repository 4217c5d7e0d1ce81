import { serverNow } from '../server-clock';

/** How the page hears of changes. Every word of it is shown to the viewer. */
export type ConnectionKind =
  /** Nothing asked for yet. */
  | 'idle'
  | 'connecting'
  | 'live'
  /** The socket is there, and a ping has had no answer for a second. */
  | 'silent'
  /** The socket was lost and is being asked for again. */
  | 'reconnecting'
  /** The machine itself has no network. */
  | 'offline'
  /** No socket can be had: the page asks for itself instead. */
  | 'polling'
  /** Nobody looks: subscriptions are closed until the tab is shown. */
  | 'resting'
  /** The page looks at the past, which does not move. */
  | 'past';

/** What the client can prove of its own hearing. Counters run since the page was opened. */
export interface ConnectionState {
  kind: ConnectionKind;
  /** Milliseconds since 1970, on the server's clock, when this kind began. */
  since: number;
  /** Why, in words; null where the kind says it all. */
  reason: string | null;
  /** Changes and figures received, heartbeats left out. */
  messages: number;
  /** Facts that a stream says came before one received, and never came. Each was fetched anew. */
  gaps: number;
  /** Facts received a second time, and not applied again. */
  repeats: number;
  /** Streams continued after their last cursor. */
  resumed: number;
  /** Sockets lost. */
  lost: number;
  /** Streams open now. */
  streams: number;
  /** Milliseconds since 1970 of the last message of any kind; null before the first. */
  lastMessageAt: number | null;
}

const INITIAL: Omit<ConnectionState, 'since'> = {
  kind: 'idle',
  reason: null,
  messages: 0,
  gaps: 0,
  repeats: 0,
  resumed: 0,
  lost: 0,
  streams: 0,
  lastMessageAt: null,
};

/** The connection's state, for whoever draws it. */
export class Connection {
  private state: ConnectionState = { ...INITIAL, since: serverNow() };
  private readonly listeners = new Set<() => void>();

  readonly read = (): ConnectionState => this.state;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  };

  /** Goes over to another kind; the same kind with the same reason changes nothing. */
  become(kind: ConnectionKind, reason: string | null = null): void {
    if (this.state.kind === kind && this.state.reason === reason) return;
    const since = this.state.kind === kind ? this.state.since : serverNow();
    this.change({ kind, reason, since });
  }

  /** Counts up. */
  count(part: Partial<Record<'messages' | 'gaps' | 'repeats' | 'resumed' | 'lost', number>>): void {
    const counted = Object.entries(part).map(([name, more]) => [name, this.state[name as keyof typeof part] + more]);
    this.change(Object.fromEntries(counted) as Partial<ConnectionState>);
  }

  change(part: Partial<ConnectionState>): void {
    this.state = { ...this.state, ...part };
    this.listeners.forEach((tell) => tell());
  }
}
