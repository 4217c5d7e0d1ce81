import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contributionTableDropSql, contributionTableSql } from '@sightline/kit/figures/contribution-table';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { protectReferenceTable, protectTable } from '@sightline/kit/postgres/row-level-security';
import { WORK_ORDER_DIMENSIONS } from '../../domain/contribution-of-order';

/** Nothing of production is a supplier's: every table but the plants is hidden from them by row-level security. */
export class CreateProduction1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...logTablesSql(),
      ...contributionTableSql({ dimensions: WORK_ORDER_DIMENSIONS, bases: ['DUE', 'DECIDED', 'RECORDED'] }),
      // The command side of an order: its version, locked by whoever changes it.
      `CREATE TABLE work_order_head (id text PRIMARY KEY, version int NOT NULL)`,
      ...protectTable('work_order_head', null),
      // given_by: a source system, or the plant, whose numbers every source may use.
      `CREATE TABLE work_order_name (
         given_by text NOT NULL, type text NOT NULL, value text NOT NULL, work_order_id text NOT NULL, import_id text,
         PRIMARY KEY (given_by, type, value))`,
      // The import that alone gave the name; null once anything else gave it too.
      `CREATE INDEX work_order_name_import ON work_order_name (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('work_order_name', null),
      `CREATE TABLE parked_fact (
         seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, waits_for text NOT NULL, import_id text, fact json NOT NULL,
         parked_at timestamptz NOT NULL)`,
      `CREATE INDEX parked_fact_waits_for ON parked_fact (waits_for)`,
      `CREATE INDEX parked_fact_import ON parked_fact (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('parked_fact', null),
      `CREATE TABLE plant (id text PRIMARY KEY, code text NOT NULL, time_zone text)`,
      ...protectReferenceTable('plant'),
      `CREATE TABLE work_order (
         id text CONSTRAINT work_order_pk PRIMARY KEY,
         number text NOT NULL,
         plant_id text NOT NULL,
         item_id text NOT NULL,
         status text NOT NULL,
         planned_start timestamptz NOT NULL,
         due_at timestamptz,
         unposted boolean NOT NULL,
         simulated boolean NOT NULL,
         state json NOT NULL)`,
      `ALTER TABLE work_order SET (toast_tuple_target = 8160)`,
      `CREATE INDEX work_order_start ON work_order (planned_start, id)`,
      `CREATE INDEX work_order_due ON work_order (due_at, id)`,
      `CREATE INDEX work_order_plant ON work_order (plant_id, planned_start, id)`,
      `CREATE INDEX work_order_number ON work_order (number)`,
      `CREATE INDEX work_order_unposted ON work_order (planned_start, id) WHERE unposted`,
      ...protectTable('work_order', null),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      ...['work_order', 'plant', 'parked_fact', 'work_order_name', 'work_order_head'].map(
        (table) => `DROP TABLE ${table}`,
      ),
      ...contributionTableDropSql(),
      ...dropLogTablesSql(),
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
