/** Tables of the sync lag, in the order in which they can be dropped. */
export const LAG_TABLES = ['lag_sketch', 'lag_event'] as const;

/**
 * One row for each live event with its four stamps, and one for each flow and hour, and for each flow and day (UTC), with
 * sketches of the five parts. The rows are what a figure counts; the sketches say it in time when there are very many.
 */
export const lagTablesSql = (): string[] => [
  `CREATE TABLE lag_event (
     event_id uuid PRIMARY KEY,
     flow_id uuid NOT NULL,
     pos bigint NOT NULL,
     -- Position of the log from which the event is readable: a fact of an import is when the import is sealed.
     visible_pos bigint NOT NULL,
     occurred_at timestamptz,
     recorded_at timestamptz,
     ingested_at timestamptz NOT NULL,
     visible_at timestamptz NOT NULL)`,
  `CREATE INDEX lag_event_visible ON lag_event (visible_at)`,
  // Bins are lists of small numbers, read whole and merged in memory.
  `CREATE TABLE lag_sketch (
     -- HOUR or DAY.
     span text NOT NULL,
     start timestamptz NOT NULL,
     flow_id uuid NOT NULL,
     events int NOT NULL,
     entry json NOT NULL,
     transport json NOT NULL,
     processing json NOT NULL,
     end_to_end json NOT NULL,
     pipeline json NOT NULL,
     -- How many events a stretch has is asked before, and far more often than, what they say.
     PRIMARY KEY (span, start, flow_id) INCLUDE (events))`,
];
