import type { ApolloClient, TypedDocumentNode } from '@apollo/client';
import { Kind } from 'graphql';
import { patiently } from '../../ui/patient-import';
import { Connection } from './connection';
import type { Envelope } from './sequence';

/** One subscription that a screen wants to be open. */
export interface StreamSpec {
  /** Field of Subscription that it reads; also its name in words of failure. */
  field: string;
  /** Facts may not be missed; of figures the latest is enough. */
  of: 'facts' | 'figures';
  document: TypedDocumentNode<unknown, Record<string, unknown>>;
  /** Without `after`, which the stream itself adds. */
  variables: Record<string, unknown>;
}

/** What a stream tells those who want it. */
export interface StreamEvents {
  /** A message that was applied, marks and heartbeats left out. Called at most once a frame for figures. */
  onChange?: (message: Envelope & Record<string, unknown>) => void;
  /** What the page shows may lack something: ask for all of it again. */
  onRefetch?: () => void;
}

export interface Wanted {
  spec: StreamSpec;
  listeners: Set<StreamEvents>;
}

/** What carries the streams; loaded after the first paint. */
export interface Engine {
  /** Opens what is wanted and not open, closes what is open and no longer wanted. */
  sync(): void;
  /** Closes everything and starts anew, e.g. as somebody else. */
  restart(): void;
}

/** Equal questions share one subscription: the same operation with the same variables. */
export function keyOf(spec: StreamSpec): string {
  const [operation] = spec.document.definitions;
  const name = operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
  return `${name ?? spec.field} ${JSON.stringify(spec.variables)}`;
}

/**
 * The streams that the screens want, kept apart from what carries them: the socket's code is loaded only when the first
 * stream is wanted, and the page is drawn by then.
 */
export class LiveHub {
  readonly connection = new Connection();
  readonly wanted = new Map<string, Wanted>();
  private engine: Promise<Engine> | null = null;

  constructor(private readonly load: (hub: LiveHub) => Promise<Engine>) {}

  /** Asks for a stream; the answer takes the wish back. */
  want(spec: StreamSpec, events: StreamEvents): () => void {
    const key = keyOf(spec);
    const entry = this.wanted.get(key) ?? { spec, listeners: new Set<StreamEvents>() };
    entry.listeners.add(events);
    this.wanted.set(key, entry);
    this.wake();
    return () => {
      entry.listeners.delete(events);
      if (entry.listeners.size === 0) this.wanted.delete(key);
      this.wake();
    };
  }

  /** Starts anew, e.g. as somebody else. */
  restart(): void {
    void this.engine?.then((engine) => engine.restart());
  }

  private wake(): void {
    if (this.engine === null && this.wanted.size === 0) return;
    if (this.engine === null) this.connection.become('connecting');
    this.engine ??= this.load(this);
    this.engine.then(
      (engine) => engine.sync(),
      () => {
        // The code itself could not be fetched: the page then asks for itself, and the next wish tries again.
        this.engine = null;
        this.connection.become('polling', 'the live connection could not be loaded');
      },
    );
  }
}

/** The hub of a client: its engine is fetched when first needed. */
export function createHub(client: ApolloClient, bearer: () => Promise<string>, forget: () => void): LiveHub {
  return new LiveHub(async (hub) =>
    (await patiently(() => import('./engine'))).startEngine(hub, client, { bearer, forget }),
  );
}
