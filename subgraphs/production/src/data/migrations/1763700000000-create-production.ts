import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';

/** The log, from the first day: whatever production will record, its facts keep their four stamps and their place. */
export class CreateProduction1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of logTablesSql()) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of dropLogTablesSql()) await runner.query(statement);
  }
}
