import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  contributionChangesDropSql,
  contributionChangesSql,
  deriveAnewSql,
} from '@sightline/kit/figures/contribution-table';
import { FACT_AHEAD } from '../fact-ahead.query';

/** What the figures of the present are followed by, and the order book among what is kept ready. */
export class FollowFigures1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE contribution ADD COLUMN IF NOT EXISTS dim_book_state text COLLATE "C"`,
      ...contributionChangesSql(),
      // One row for each line: the order book is about all of them, whatever their dates.
      `CREATE INDEX contribution_book ON contribution (dim_book_state, due_on)
         WHERE to_pos = 9223372036854775807 AND definition_id = 'orderBook.ordered@1'`,
      // Facts that a source dates ahead of the moment in which they came: of most sources there are none.
      `CREATE INDEX event_ahead ON event ((${FACT_AHEAD})) WHERE ${FACT_AHEAD} > ingested_at`,
      ...deriveAnewSql(),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      'DROP INDEX event_ahead',
      'DROP INDEX contribution_book',
      ...contributionChangesDropSql(),
      'ALTER TABLE contribution DROP COLUMN dim_book_state',
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
