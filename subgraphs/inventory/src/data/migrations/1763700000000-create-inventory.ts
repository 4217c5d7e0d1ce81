import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { protectReferenceTable, protectTable } from '@sightline/kit/postgres/row-level-security';

export class CreateInventory1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...logTablesSql(),
      `CREATE TABLE plant (
         id text CONSTRAINT plant_pk PRIMARY KEY,
         code text NOT NULL,
         name text NOT NULL,
         time_zone text,
         version int NOT NULL)`,
      `CREATE UNIQUE INDEX plant_code ON plant (code)`,
      ...protectReferenceTable('plant'),
      // The order lines that suppliers told of: what their receipts and items need of them.
      `CREATE TABLE order_line (
         id text PRIMARY KEY,
         supplier_id text,
         item_id text,
         sku text,
         item_name text,
         product_group text,
         unit_of_measure text NOT NULL,
         plant_id text,
         plant_code text,
         supplying_plant_id text,
         supplying_plant_code text,
         stated_at bigint NOT NULL,
         import_id text)`,
      `CREATE INDEX order_line_item ON order_line (item_id, supplier_id) WHERE item_id IS NOT NULL`,
      `CREATE INDEX order_line_import ON order_line (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('order_line', 'supplier_id'),
      `CREATE TABLE order_line_name (
         source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL, line_id text NOT NULL, supplier_id text,
         PRIMARY KEY (source_system_id, type, value))`,
      `CREATE INDEX order_line_name_line ON order_line_name (line_id)`,
      ...protectTable('order_line_name', 'supplier_id'),
      `CREATE TABLE item (
         id text CONSTRAINT item_pk PRIMARY KEY,
         sku text NOT NULL,
         name text NOT NULL,
         unit_of_measure text NOT NULL,
         product_group text,
         described_at bigint NOT NULL)`,
      `CREATE UNIQUE INDEX item_sku ON item (sku)`,
      `ALTER TABLE item ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE item FORCE ROW LEVEL SECURITY`,
      // Lines are themselves protected: the subquery finds only lines that the reader may see.
      `CREATE POLICY tenant ON item
         USING ((select current_setting('app.tenant', true)) = '*'
                OR EXISTS (SELECT 1 FROM order_line l WHERE l.item_id = item.id))
         WITH CHECK ((select current_setting('app.tenant', true)) = '*')`,
      `CREATE TABLE goods_receipt (
         id text CONSTRAINT goods_receipt_pk PRIMARY KEY,
         pos bigint NOT NULL,
         supplier_id text,
         purchase_order_line_id text,
         line_source_system_id text NOT NULL,
         line_type text NOT NULL,
         line_value text NOT NULL,
         item_id text,
         plant_id text,
         plant_code text,
         shipment_number text,
         lot_number text,
         supplier_lot_number text,
         quantity numeric,
         unit_of_measure text,
         occurred_at text,
         occurred_on date NOT NULL,
         recorded_at text,
         recorded_on date NOT NULL,
         corrects text,
         import_id text)`,
      `CREATE INDEX goods_receipt_line ON goods_receipt (purchase_order_line_id)`,
      `CREATE INDEX goods_receipt_line_name ON goods_receipt (line_value, line_type, line_source_system_id)`,
      `CREATE INDEX goods_receipt_corrects ON goods_receipt (corrects) WHERE corrects IS NOT NULL`,
      `CREATE INDEX goods_receipt_import ON goods_receipt (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('goods_receipt', 'supplier_id'),
      // The command side: which receipt has an outside name, and which source gave it that name.
      `CREATE TABLE goods_receipt_name (
         source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL,
         goods_receipt_id text NOT NULL, told_by text NOT NULL, import_id text,
         PRIMARY KEY (source_system_id, type, value))`,
      `CREATE INDEX goods_receipt_name_import ON goods_receipt_name (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('goods_receipt_name', null),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['goods_receipt_name', 'goods_receipt', 'item', 'order_line_name', 'order_line', 'plant'];
    for (const statement of [...tables.map((table) => `DROP TABLE ${table}`), ...dropLogTablesSql()])
      await runner.query(statement);
  }
}
