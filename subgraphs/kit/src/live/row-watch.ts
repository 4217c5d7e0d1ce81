import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';

/** Which rows a stream is about, and how the log tells that one has changed. Declared once by a subgraph. */
export interface RowWatch<Row, Filter> {
  /** Subject types of the own log's events that change such a row. */
  subjectTypes: readonly string[];
  /** The rows that an event changes; left out: the event's subject. */
  rowIdsOf?(entry: LogEntry): readonly string[];
  /**
   * True: an event is about rows of several suppliers, so whoever may see a row hears of it. Left out: an event is heard by
   * its own supplier and by the buyer.
   */
  heardByRow?: boolean;
  /** The rows as the read model has them, by id; the caller's row-level security is in force. */
  rowsById: (manager: EntityManager, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>;
  /**
   * The rows as they were while the log was visible up to `pos`, by id; the caller's row-level security is in force.
   * Null: nothing that a filter asks of a row ever changes, so no row leaves an answer.
   */
  rowsAt: ((manager: EntityManager, ids: readonly string[], pos: number) => Promise<ReadonlyMap<string, Row>>) | null;
  /**
   * Is the row in the answer?
   *
   * @param today  YYYY-MM-DD of the delivery
   */
  matches(row: Row, filter: Filter, today: string): boolean;
}
