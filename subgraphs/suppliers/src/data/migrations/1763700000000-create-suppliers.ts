import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ORDER_BOOK } from '@sightline/contracts/metric-definitions/system-definitions';
import { contributionTableDropSql, contributionTableSql, CURRENT_POS } from '@sightline/kit/figures/contribution-table';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { protectReferenceTable, protectTable } from '@sightline/kit/postgres/row-level-security';
import { LINE_DIMENSIONS } from '../../domain/contribution-of-line';
import { FACT_AHEAD } from '../fact-ahead.query';

export class CreateSuppliers1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...logTablesSql(),
      ...contributionTableSql({ dimensions: LINE_DIMENSIONS, bases: ['DUE', 'RECEIVED'] }),
      // One row for each line: the order book is about all of them, whatever their dates.
      `CREATE INDEX contribution_book ON contribution (dim_book_state, due_on)
         WHERE to_pos = ${CURRENT_POS} AND definition_id = '${ORDER_BOOK.ordered}'`,
      // Facts that a source dates ahead of the moment in which they came: of most sources there are none.
      `CREATE INDEX event_ahead ON event ((${FACT_AHEAD})) WHERE ${FACT_AHEAD} > ingested_at`,
      `CREATE TABLE supplier (
         id text CONSTRAINT supplier_pk PRIMARY KEY,
         code text NOT NULL,
         name text NOT NULL,
         tier text NOT NULL,
         country text,
         external_ids json NOT NULL,
         simulated boolean NOT NULL,
         version int NOT NULL)`,
      `CREATE UNIQUE INDEX supplier_code ON supplier (code)`,
      ...protectTable('supplier', 'id'),
      `CREATE TABLE supplier_external_id (
         source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL, supplier_id text NOT NULL,
         PRIMARY KEY (source_system_id, type, value))`,
      ...protectTable('supplier_external_id', 'supplier_id'),
      // The command side of a line: its version, locked by whoever changes it. A page keeps room for the next version of
      // its rows, which then needs no new entry in the index.
      `CREATE TABLE line_head (id text PRIMARY KEY, version int NOT NULL, supplier_id text) WITH (fillfactor = 45)`,
      ...protectTable('line_head', 'supplier_id'),
      `CREATE TABLE line_external_id (
         source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL, line_id text NOT NULL, supplier_id text,
         import_id text, PRIMARY KEY (source_system_id, type, value))`,
      // The import that alone gave the name; null once anything else gave it too.
      `CREATE INDEX line_external_id_import ON line_external_id (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('line_external_id', 'supplier_id'),
      `CREATE TABLE parked_fact (
         seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, waits_for text NOT NULL, import_id text, fact json NOT NULL,
         parked_at timestamptz NOT NULL)`,
      `CREATE INDEX parked_fact_waits_for ON parked_fact (waits_for)`,
      `CREATE INDEX parked_fact_import ON parked_fact (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('parked_fact', null),
      `CREATE TABLE plant (id text PRIMARY KEY, code text NOT NULL, time_zone text)`,
      ...protectReferenceTable('plant'),
      `CREATE TABLE purchase_order_line (
         id text CONSTRAINT purchase_order_line_pk PRIMARY KEY,
         supplier_id text,
         item_id text,
         plant_id text,
         status text NOT NULL,
         sourcing text NOT NULL,
         promised_on date,
         received_on date,
         lateness_days int,
         slipped_days int,
         standing_days int NOT NULL,
         at_stake numeric,
         currency text,
         order_number text NOT NULL,
         open_due_on date,
         shipment_mode text,
         incoterm text,
         destination_country text,
         product_group text,
         manufacturing_site_id text,
         manufacturing_site text,
         simulated boolean NOT NULL)`,
      `CREATE INDEX purchase_order_line_promised ON purchase_order_line (promised_on, id)`,
      `CREATE INDEX purchase_order_line_received ON purchase_order_line (received_on, id)`,
      // Whether there is a line of an origin at all, where there are only others, and how many there are.
      `CREATE INDEX purchase_order_line_simulated ON purchase_order_line (simulated)`,
      // Lines that are overdue are few among those that ever were, and every screen begins with them.
      `CREATE INDEX purchase_order_line_open_due ON purchase_order_line (open_due_on) WHERE open_due_on IS NOT NULL`,
      `CREATE INDEX purchase_order_line_supplier ON purchase_order_line (supplier_id, promised_on)`,
      `CREATE INDEX purchase_order_line_order ON purchase_order_line (lower(order_number) text_pattern_ops)`,
      `CREATE INDEX purchase_order_line_item ON purchase_order_line (item_id) WHERE item_id IS NOT NULL`,
      `CREATE INDEX purchase_order_line_site ON purchase_order_line (manufacturing_site_id) WHERE manufacturing_site_id IS NOT NULL`,
      ...protectTable('purchase_order_line', 'supplier_id'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      ...[
        'purchase_order_line',
        'plant',
        'parked_fact',
        'line_external_id',
        'line_head',
        'supplier_external_id',
        'supplier',
      ].map((table) => `DROP TABLE ${table}`),
      ...contributionTableDropSql(),
      ...dropLogTablesSql(),
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
