import type { DataSource, EntityManager } from 'typeorm';
import type { Call } from '@sightline/contracts/signed-call';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { LogTail } from '../live/log-tail';
import type { Consumer } from '../outbox/inbox';
import type { Derivation, Projection } from '../outbox/projector';
import type { FlowOfEvent } from '../freshness/progress';
import type { EntityClass, MigrationClass } from '../postgres/open-database';
import type { Tenancy } from '../postgres/transaction';
import type { Clock } from '../time/clock';

/** What a running subgraph has at hand, beyond a single request. */
export interface SubgraphServices {
  name: SubgraphName;
  database: DataSource;
  clock: Clock;
  /** Signs cursors. */
  cursorKey: string;
  log: (line: string) => void;
  /** Asks another subgraph, signed, as the platform itself. Throws when it cannot be reached or refuses. */
  ask<Answer>(name: SubgraphName, path: 'feed' | 'progress', body: unknown, waitMs: number): Promise<Answer>;
  /** Tells the sequencer that a command has committed. */
  wake(): void;
  /** The end of the visible log, for streams. */
  tail: LogTail;
  /** A log of this length is folded for a figure while its stored contributions follow; of a longer one it is not. */
  foldedEvents: number;
}

/** What every resolver may reach; a subgraph adds its loaders and actions. */
export interface RequestContext {
  call: Call;
  scopes: ReadonlySet<string>;
  /** Which suppliers' rows the caller may see. */
  tenancy: Tenancy;
  services: SubgraphServices;
  /** Aborted when the subgraph stops and, for a stream, when its subscriber has left. */
  gone: AbortSignal;
  /** Milliseconds that a read may still take. */
  msLeft(): number;
  /** Reads what the caller may see, in one snapshot. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Runs a command as the platform (the caller's right to give it was checked by @access) and wakes the sequencer. */
  command<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/**
 * Everything that makes a subgraph. The same manifest is mounted in one process with the others or served alone; nothing
 * else differs.
 */
export interface SubgraphManifest {
  name: SubgraphName;
  /** Folder of the subgraph's SDL files; joined behind the kit's shared.graphql in order of name. */
  schemaDir: string;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  /** By type, then field; `__resolveReference` resolves an entity. */
  resolvers: Readonly<Record<string, object>>;
  /** Makes a request's context out of what every request has. */
  makeContext(base: RequestContext): RequestContext;
  consumers: readonly Consumer<SubgraphServices>[];
  /** Read models: what has to be there for an entry to be visible. */
  project: Projection;
  /** What is kept ready beside them and could be computed when asked: stored contributions. */
  derive?: Derivation;
  /** See SubgraphServices; left out: what is folded in a tenth of a second. */
  foldedEvents?: number;
  flowOf: FlowOfEvent;
}
