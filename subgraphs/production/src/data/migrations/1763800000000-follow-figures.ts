import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contributionChangesDropSql, contributionChangesSql } from '@sightline/kit/figures/contribution-table';

/** What the figures of the present are followed by. */
export class FollowFigures1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of contributionChangesSql()) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of contributionChangesDropSql()) await runner.query(statement);
  }
}
