import { LAG_TABLES, lagTablesSql } from '../freshness/lag-tables';
import { protectReferenceTable, protectTable } from '../postgres/row-level-security';

const eventColumns = `
  event_id uuid NOT NULL,
  type text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  subject_version int NOT NULL,
  tenant text,
  source json,
  import_id text,
  occurred_at timestamptz,
  occurred_text text,
  occurred_on date NOT NULL,
  recorded_at timestamptz,
  recorded_text text,
  recorded_on date NOT NULL,
  ingested_at timestamptz NOT NULL,
  payload json NOT NULL,
  content_hash bytea NOT NULL`;

const EVENT_COLUMNS = [...eventColumns.matchAll(/^ {2}(\w+) /gm)].map((found) => `e.${found[1]!}`).join(', ');

/**
 * The tables of the log and of everything that reads and feeds it. Payloads are `json`, not `jsonb`: the text stays as
 * written, so the hash of an event can be computed again from what is stored.
 */
export function logTablesSql(): string[] {
  return [
    `CREATE TABLE log_state (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), epoch int NOT NULL)`,
    `INSERT INTO log_state (epoch) VALUES (1)`,
    // An event is written once, by its command. Where it stands in the log is a narrow row of its own, so that giving
    // positions moves no payloads. A command says in the outbox which events it has written; the sequencer takes it out.
    `CREATE TABLE event (seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY, ${eventColumns})`,
    `CREATE TABLE outbox_command (
       seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
       event_seqs bigint[] NOT NULL,
       content_hashes bytea NOT NULL)`,
    `CREATE TABLE log_position (pos bigint PRIMARY KEY, event_seq bigint NOT NULL, epoch int NOT NULL, hash bytea NOT NULL)`,
    // An event is a row of half a kilobyte to three. Kept whole: compressing or splitting each costs more than it saves.
    `ALTER TABLE event SET (toast_tuple_target = 8160)`,
    `CREATE UNIQUE INDEX event_event ON event (event_id)`,
    // Of two commands that would change one subject from the same version, the second fails here.
    `CREATE UNIQUE INDEX event_subject_version ON event (subject_id, subject_version)`,
    `CREATE INDEX event_import ON event (import_id, seq) WHERE import_id IS NOT NULL`,
    `CREATE UNIQUE INDEX log_position_event ON log_position (event_seq)`,
    // The log as everyone reads it: row-level security of the tables beneath holds for the one who reads.
    `CREATE VIEW event_log WITH (security_invoker = true) AS
       SELECT p.pos, p.epoch, ${EVENT_COLUMNS},
         coalesce((SELECT b.hash FROM log_position b WHERE b.pos = p.pos - 1), '\\x${'00'.repeat(32)}'::bytea) AS prev_hash,
         p.hash
       FROM log_position p JOIN event e ON e.seq = p.event_seq`,
    // What has no place in the log yet.
    `CREATE VIEW outbox WITH (security_invoker = true) AS
       SELECT e.seq, ${EVENT_COLUMNS}
       FROM outbox_command c CROSS JOIN LATERAL unnest(c.event_seqs) AS written(seq) JOIN event e ON e.seq = written.seq`,
    `CREATE TABLE idempotency (
       source_system_id text NOT NULL,
       idempotency_key text NOT NULL,
       body_hash bytea NOT NULL,
       subject_id text,
       import_id text,
       flow_id uuid NOT NULL,
       at timestamptz NOT NULL,
       PRIMARY KEY (source_system_id, idempotency_key))`,
    `CREATE TABLE inbox (consumer text NOT NULL, event_id uuid NOT NULL, PRIMARY KEY (consumer, event_id))`,
    `CREATE TABLE reader_position (reader text PRIMARY KEY, epoch int NOT NULL, pos bigint NOT NULL)`,
    `INSERT INTO reader_position (reader, epoch, pos) VALUES ('projector', 1, 0), ('deriver', 1, 0)`,
    // One row a batch: the visible stamp of every position in it.
    `CREATE TABLE projection_batch (last_pos bigint PRIMARY KEY, first_pos bigint NOT NULL, visible_at timestamptz NOT NULL)`,
    `CREATE INDEX projection_batch_visible ON projection_batch (visible_at)`,
    `CREATE TABLE import_mark (import_id text NOT NULL, via text NOT NULL, PRIMARY KEY (import_id, via))`,
    `CREATE TABLE dropped_import (import_id text PRIMARY KEY)`,
    `CREATE TABLE sealed_import (import_id text PRIMARY KEY, pos bigint NOT NULL, visible_at timestamptz NOT NULL)`,
    `CREATE TABLE recorded_flow (
       id uuid PRIMARY KEY,
       source_system_id text NOT NULL,
       flow text NOT NULL,
       plant_id text,
       kind text NOT NULL,
       duplicates bigint NOT NULL DEFAULT 0)`,
    `CREATE TABLE flow_progress (
       id uuid PRIMARY KEY,
       source_system_id text NOT NULL,
       flow text NOT NULL,
       plant_id text,
       kind text NOT NULL,
       -- One flow may carry facts of several doors; kind is the first.
       kinds text[] NOT NULL,
       recorded_here boolean NOT NULL,
       budget_seconds int,
       skew_seconds double precision,
       watermark timestamptz,
       closed boolean NOT NULL DEFAULT false,
       facts bigint NOT NULL DEFAULT 0,
       backfilled bigint NOT NULL DEFAULT 0,
       first_sequence numeric,
       last_sequence numeric,
       declared_sequence numeric,
       sequenced bigint NOT NULL DEFAULT 0,
       last_event_at timestamptz,
       last_heartbeat_at timestamptz)`,
    // The names under which people know the sources that have registered.
    `CREATE TABLE source_name (source_system_id text PRIMARY KEY, name text NOT NULL)`,
    // Marks of flows of which no fact has come yet: the last of each type.
    `CREATE TABLE pending_flow_mark (flow_id uuid NOT NULL, type text NOT NULL, mark json NOT NULL, PRIMARY KEY (flow_id, type))`,
    ...lagTablesSql(),
    ...[
      'log_state',
      'outbox_command',
      'idempotency',
      'inbox',
      'import_mark',
      'dropped_import',
      'recorded_flow',
      'pending_flow_mark',
      ...LAG_TABLES,
    ].flatMap((table) => protectTable(table, null)),
    // What a supplier's own figures are pinned to and aged by.
    ...['log_position', 'reader_position', 'projection_batch', 'sealed_import', 'flow_progress', 'source_name'].flatMap(
      protectReferenceTable,
    ),
    ...protectTable('event', 'tenant'),
  ];
}

export function dropLogTablesSql(): string[] {
  const views = ['outbox', 'event_log'].map((view) => `DROP VIEW ${view}`);
  const tables = [
    ...LAG_TABLES,
    'pending_flow_mark',
    'source_name',
    'flow_progress',
    'recorded_flow',
    'sealed_import',
    'dropped_import',
    'import_mark',
    'projection_batch',
    'reader_position',
    'inbox',
    'idempotency',
    'log_position',
    'outbox_command',
    'event',
    'log_state',
  ].map((table) => `DROP TABLE ${table}`);
  return [...views, ...tables];
}
