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
         conversions json NOT NULL DEFAULT '[]',
         external_ids json NOT NULL DEFAULT '[]',
         described_at bigint,
         registered_at bigint)`,
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
         root_id text NOT NULL,
         stock_status text NOT NULL,
         consignment boolean NOT NULL,
         source_system_id text NOT NULL,
         not_in_stock text,
         import_id text)`,
      `CREATE INDEX goods_receipt_line ON goods_receipt (purchase_order_line_id)`,
      `CREATE INDEX goods_receipt_line_name ON goods_receipt (line_value, line_type, line_source_system_id)`,
      `CREATE INDEX goods_receipt_root ON goods_receipt (root_id)`,
      `CREATE INDEX goods_receipt_item ON goods_receipt (item_id, lot_number) WHERE quantity IS NOT NULL`,
      `CREATE INDEX goods_receipt_not_in_stock ON goods_receipt (not_in_stock) WHERE not_in_stock IS NOT NULL`,
      `CREATE INDEX goods_receipt_import ON goods_receipt (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('goods_receipt', 'supplier_id'),
      // What quality decided, by inspection lot; it may be known before the receipt.
      `CREATE TABLE receipt_decision (
         inspection_lot_id text PRIMARY KEY,
         goods_receipt_id text NOT NULL,
         pos bigint NOT NULL,
         accepted_quantity numeric,
         rejected_quantity numeric,
         unit_of_measure text,
         disposition text,
         occurred_at text,
         occurred_on date NOT NULL)`,
      `CREATE INDEX receipt_decision_receipt ON receipt_decision (goods_receipt_id)`,
      ...protectTable('receipt_decision', null),
      // Movements that count, as their sources told them.
      `CREATE TABLE movement_fact (
         id text PRIMARY KEY,
         pos bigint NOT NULL,
         corrects text,
         root_id text NOT NULL,
         kind text NOT NULL,
         item_id text NOT NULL,
         plant_id text NOT NULL,
         to_plant_id text,
         lot_number text,
         lot_id text,
         quantity numeric NOT NULL,
         unit_of_measure text,
         from_status text,
         to_status text,
         owner text NOT NULL,
         occurred_at text,
         occurred_on date NOT NULL,
         source_system_id text NOT NULL,
         not_in_stock text)`,
      `CREATE INDEX movement_fact_root ON movement_fact (root_id)`,
      `CREATE INDEX movement_fact_item ON movement_fact (item_id)`,
      `CREATE INDEX movement_fact_not_in_stock ON movement_fact (not_in_stock) WHERE not_in_stock IS NOT NULL`,
      ...protectTable('movement_fact', null),
      `CREATE TABLE lot (
         id text CONSTRAINT lot_pk PRIMARY KEY,
         item_id text NOT NULL,
         lot_number text NOT NULL,
         supplier_id text,
         supplier_lot_number text)`,
      `CREATE INDEX lot_item ON lot (item_id)`,
      ...protectTable('lot', 'supplier_id'),
      // The ledger: entries are added, and never changed or taken away.
      `CREATE TABLE stock_movement (
         seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         fact_id text NOT NULL,
         cause text NOT NULL,
         correction boolean NOT NULL,
         position_id text NOT NULL,
         item_id text NOT NULL,
         plant_id text NOT NULL,
         lot_id text,
         status text NOT NULL,
         owner text NOT NULL,
         location_kind text NOT NULL,
         origin text NOT NULL,
         quantity numeric NOT NULL CHECK (quantity <> 0),
         unit_of_measure text NOT NULL,
         occurred_at text,
         occurred_on date NOT NULL,
         event_id uuid NOT NULL)`,
      `CREATE INDEX stock_movement_fact ON stock_movement (fact_id)`,
      `CREATE INDEX stock_movement_position ON stock_movement (position_id, seq)`,
      `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'the stock ledger is only added to'; END $$`,
      `CREATE TRIGGER stock_movement_append_only BEFORE UPDATE OR DELETE ON stock_movement
         FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      `CREATE TRIGGER stock_movement_never_emptied BEFORE TRUNCATE ON stock_movement
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      ...protectTable('stock_movement', null),
      // Its sums.
      `CREATE TABLE stock_position (
         id text CONSTRAINT stock_position_pk PRIMARY KEY,
         item_id text NOT NULL,
         plant_id text NOT NULL,
         lot_id text,
         status text NOT NULL,
         owner text NOT NULL,
         location_kind text NOT NULL,
         origin text NOT NULL,
         quantity numeric NOT NULL,
         inspected boolean NOT NULL)`,
      `CREATE INDEX stock_position_item ON stock_position (item_id)`,
      `CREATE INDEX stock_position_lot ON stock_position (lot_id) WHERE lot_id IS NOT NULL`,
      `ALTER TABLE stock_position ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE stock_position FORCE ROW LEVEL SECURITY`,
      // Of stock, a supplier sees its own consignment. Lots are themselves protected: the subquery finds only its own.
      `CREATE POLICY tenant ON stock_position
         USING ((select current_setting('app.tenant', true)) = '*'
                OR owner = 'SUPPLIER' AND EXISTS (SELECT 1 FROM lot l WHERE l.id = stock_position.lot_id))
         WITH CHECK ((select current_setting('app.tenant', true)) = '*')`,
      // The command side: which receipt or movement has an outside name, and which source gave it that name.
      `CREATE TABLE fact_name (
         source_system_id text NOT NULL, type text NOT NULL, value text NOT NULL,
         fact_id text NOT NULL, told_by text NOT NULL, import_id text,
         PRIMARY KEY (source_system_id, type, value))`,
      `CREATE INDEX fact_name_import ON fact_name (import_id) WHERE import_id IS NOT NULL`,
      ...protectTable('fact_name', null),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'fact_name',
      'stock_position',
      'stock_movement',
      'lot',
      'movement_fact',
      'receipt_decision',
      'goods_receipt',
      'item',
      'order_line_name',
      'order_line',
      'plant',
    ];
    for (const statement of [
      ...tables.map((table) => `DROP TABLE ${table}`),
      `DROP FUNCTION refuse_change()`,
      ...dropLogTablesSql(),
    ])
      await runner.query(statement);
  }
}
