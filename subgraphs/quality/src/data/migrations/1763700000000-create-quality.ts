import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contributionTableDropSql, contributionTableSql } from '@sightline/kit/figures/contribution-table';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { protectReferenceTable, protectTable } from '@sightline/kit/postgres/row-level-security';
import { INSPECTION_DIMENSIONS } from '../../domain/contribution-of-inspection';

export class CreateQuality1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...logTablesSql(),
      ...contributionTableSql({ dimensions: INSPECTION_DIMENSIONS, bases: ['RECEIVED'] }),
      // The command side of a lot: what the next fact about it is judged against.
      `CREATE TABLE lot_head (id text PRIMARY KEY, supplier_id text, import_id text, state json NOT NULL)`,
      `CREATE INDEX lot_head_import ON lot_head (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('lot_head', 'supplier_id'),
      // Names of lots, and of the receipts and receipt events that belong to them.
      `CREATE TABLE lot_name (
         "of" text NOT NULL, source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL,
         lot_id text NOT NULL, supplier_id text, import_id text, PRIMARY KEY ("of", source_system_id, type, value))`,
      `CREATE INDEX lot_name_import ON lot_name (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('lot_name', 'supplier_id'),
      // Order lines as suppliers tells them: whose the goods are, and what.
      `CREATE TABLE order_line (
         id text PRIMARY KEY, supplier_id text, item_id text, plant_id text, unit_of_measure text NOT NULL,
         sourcing text NOT NULL, import_id text)`,
      `CREATE INDEX order_line_import ON order_line (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('order_line', 'supplier_id'),
      `CREATE TABLE order_line_name (
         source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL, line_id text NOT NULL,
         PRIMARY KEY (source_system_id, type, value))`,
      `CREATE INDEX order_line_name_line ON order_line_name (line_id)`,
      ...protectTable('order_line_name', null),
      `CREATE TABLE parked_fact (
         seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, waits_for text[] NOT NULL, import_id text,
         fact json NOT NULL, parked_at timestamptz NOT NULL)`,
      `CREATE INDEX parked_fact_waits_for ON parked_fact USING gin (waits_for)`,
      `CREATE INDEX parked_fact_import ON parked_fact (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('parked_fact', null),
      `CREATE TABLE plant (id text PRIMARY KEY, code text NOT NULL, time_zone text)`,
      ...protectReferenceTable('plant'),
      `CREATE TABLE supplier_tier (id text PRIMARY KEY, tier text NOT NULL)`,
      ...protectTable('supplier_tier', 'id'),
      `CREATE TABLE inspection_lot (
         id text CONSTRAINT inspection_lot_pk PRIMARY KEY,
         supplier_id text,
         item_id text,
         plant_id text,
         purchase_order_line_id text,
         stock_lot_id text,
         is_lot boolean NOT NULL,
         status text NOT NULL,
         decision text,
         created_key text NOT NULL,
         created_on date NOT NULL,
         defects numeric,
         simulated boolean NOT NULL,
         state json NOT NULL)`,
      // A lot's state is one to three kilobytes, read with the lot: kept in the row.
      `ALTER TABLE inspection_lot SET (toast_tuple_target = 8160)`,
      `CREATE INDEX inspection_lot_created ON inspection_lot (created_key, id)`,
      `CREATE INDEX inspection_lot_defects ON inspection_lot (defects, id)`,
      `CREATE INDEX inspection_lot_supplier ON inspection_lot (supplier_id, created_key)`,
      `CREATE INDEX inspection_lot_item ON inspection_lot (item_id)`,
      `CREATE INDEX inspection_lot_line ON inspection_lot (purchase_order_line_id)`,
      `CREATE INDEX inspection_lot_stock_lot ON inspection_lot (stock_lot_id) WHERE stock_lot_id IS NOT NULL`,
      ...protectTable('inspection_lot', 'supplier_id'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      ...[
        'inspection_lot',
        'supplier_tier',
        'plant',
        'parked_fact',
        'order_line_name',
        'order_line',
        'lot_name',
        'lot_head',
      ].map((table) => `DROP TABLE ${table}`),
      ...contributionTableDropSql(),
      ...dropLogTablesSql(),
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
