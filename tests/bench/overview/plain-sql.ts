import { Client } from 'pg';

/**
 * The peer: the same figures as somebody would write them who needs no rows behind them, no past and no rights. One wide row
 * for each order line, receipt and lot with what is to be counted in columns, an index on each date, and plain SQL over it.
 */
const PLAIN_TABLES: readonly string[] = [
  `DROP SCHEMA IF EXISTS plain CASCADE`,
  `CREATE SCHEMA plain`,
  `CREATE TABLE plain.order_line AS
   SELECT subject_id AS id, dim_origin AS origin, dim_sourcing AS sourcing, dim_supplier_id AS supplier_id,
     max(dim_order_number) AS order_number, max(dim_shipment_number) AS shipment_number,
     max(due_on) FILTER (WHERE definition_id = 'volume.lines@1') AS due_on,
     bool_or(included) FILTER (WHERE definition_id = 'volume.lines@1') AS is_ordered,
     max(received_on) FILTER (WHERE definition_id LIKE 'leadTime%') AS received_on,
     max(value) FILTER (WHERE definition_id LIKE 'leadTime%' AND included) AS lead_days,
     max(due_on) FILTER (WHERE definition_id = 'onTime.lastCommit@1') AS on_time_due_on,
     max(counts_from) FILTER (WHERE definition_id = 'onTime.lastCommit@1') AS on_time_from,
     max(numerator) FILTER (WHERE definition_id = 'onTime.lastCommit@1' AND included) AS on_time,
     max(counts_from) FILTER (WHERE definition_id = 'otif.lastCommit@1') AS otif_from,
     max(numerator) FILTER (WHERE definition_id = 'otif.lastCommit@1' AND included) AS otif,
     max(numerator) FILTER (WHERE definition_id = 'volume.value@1' AND included) AS value
   FROM suppliers.contribution WHERE to_pos = 9223372036854775807 AND subject_type = 'PurchaseOrderLine'
   GROUP BY subject_id, dim_origin, dim_sourcing, dim_supplier_id`,
  `ALTER TABLE plain.order_line ADD COLUMN open_due_on date`,
  `UPDATE plain.order_line p SET open_due_on = l.open_due_on FROM suppliers.purchase_order_line l WHERE l.id = p.id`,
  `CREATE INDEX order_line_due ON plain.order_line (due_on)`,
  `CREATE INDEX order_line_received ON plain.order_line (received_on)`,
  `CREATE TABLE plain.receipt AS
   SELECT subject_id AS id, dim_origin AS origin, dim_sourcing AS sourcing, received_on, value AS lag_days
   FROM suppliers.contribution
   WHERE to_pos = 9223372036854775807 AND definition_id LIKE 'recordedLag%' AND included`,
  `CREATE INDEX receipt_received ON plain.receipt (received_on)`,
  `CREATE TABLE plain.lot AS
   SELECT subject_id AS id, dim_origin AS origin, dim_sourcing AS sourcing, definition_id, dim_supplier_id AS supplier_id,
     received_on, numerator, denominator
   FROM quality.contribution WHERE to_pos = 9223372036854775807 AND included
     AND definition_id IN ('defectRate.found@1', 'lotRejectionRate.decided@1')`,
  `CREATE INDEX lot_received ON plain.lot (received_on)`,
];

const LINES = `origin = 'SIMULATED' AND sourcing = 'PURCHASED'`;
const last90 = (column: string): string => `${column} BETWEEN current_date - 89 AND current_date`;
const PERCENTILES = (
  column: string,
): string => `count(${column})::int AS n, avg(${column}) AS mean, min(${column}), max(${column}),
  percentile_cont(array[0.1, 0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY ${column}) AS percentiles`;

/** What the overview shows, statement by statement, in the order of its operations. */
const STATEMENTS: readonly string[] = [
  `SELECT sum(on_time) AS passed, count(on_time)::int AS n FROM plain.order_line
   WHERE ${LINES} AND ${last90('on_time_due_on')} AND on_time_from <= current_date`,
  `SELECT sum(otif), count(otif) FROM plain.order_line
   WHERE ${LINES} AND ${last90('on_time_due_on')} AND otif_from <= current_date`,
  `SELECT ${PERCENTILES('lead_days')} FROM plain.order_line WHERE ${LINES} AND ${last90('received_on')}`,
  `SELECT ${PERCENTILES('lag_days')} FROM plain.receipt WHERE ${LINES} AND ${last90('received_on')}`,
  `SELECT count(*)::int AS lines, count(DISTINCT order_number)::int AS orders,
     count(DISTINCT shipment_number)::int AS shipments, sum(value) AS value
   FROM plain.order_line WHERE ${LINES} AND ${last90('due_on')} AND is_ordered`,
  `SELECT count(*), count(*) FILTER (WHERE open_due_on < current_date) FROM plain.order_line WHERE ${LINES}`,
  `SELECT definition_id, sum(numerator), sum(denominator), count(*) FROM plain.lot
   WHERE ${LINES} AND ${last90('received_on')} GROUP BY 1`,
  `SELECT date_trunc('week', received_on), percentile_cont(array[0.5, 0.9]) WITHIN GROUP (ORDER BY lead_days), count(lead_days)
   FROM plain.order_line WHERE ${LINES} AND ${last90('received_on')} GROUP BY 1`,
  `SELECT date_trunc('week', on_time_due_on), sum(on_time), count(on_time)
   FROM plain.order_line WHERE ${LINES} AND ${last90('on_time_due_on')} AND on_time_from <= current_date GROUP BY 1`,
  `SELECT date_trunc('week', received_on), sum(numerator), sum(denominator) FROM plain.lot
   WHERE ${LINES} AND ${last90('received_on')} AND definition_id = 'defectRate.found@1' GROUP BY 1`,
  `SELECT supplier_id, percentile_cont(array[0.5, 0.9]) WITHIN GROUP (ORDER BY lead_days)
   FROM plain.order_line WHERE ${LINES} AND ${last90('received_on')} GROUP BY 1`,
  `SELECT supplier_id, sum(on_time), sum(otif), count(*) FROM plain.order_line
   WHERE ${LINES} AND ${last90('on_time_due_on')} AND on_time_from <= current_date GROUP BY 1`,
  `SELECT supplier_id, sum(numerator), sum(denominator) FROM plain.lot
   WHERE ${LINES} AND ${last90('received_on')} AND definition_id = 'defectRate.found@1' GROUP BY 1`,
];

/** The figures that both sides are held against each other by. */
export interface PlainFigures {
  onTimeN: number;
  leadTimeN: number;
  leadTimeMedian: number;
  orders: number;
}

/** The peer over one database, on one connection. */
export class PlainOverview {
  private constructor(private readonly client: Client) {}

  /** @param url  of a database whose platform stands still: its tables are made of what the platform holds now */
  static async open(url: string): Promise<PlainOverview> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`SET maintenance_work_mem = '1GB'`);
    await client.query(`SET work_mem = '512MB'`);
    for (const statement of PLAIN_TABLES) await client.query(statement);
    await client.query('ANALYZE plain.order_line, plain.receipt, plain.lot');
    for (const setting of ['work_mem', 'maintenance_work_mem']) await client.query(`RESET ${setting}`);
    return new PlainOverview(client);
  }

  /** Computes everything the overview shows, one statement after the other. */
  async answer(): Promise<PlainFigures> {
    const answers: Record<string, unknown>[] = [];
    for (const statement of STATEMENTS) answers.push((await this.client.query(statement)).rows[0] as never);
    const [onTime, , leadTime, , volume] = answers;
    return {
      onTimeN: onTime!['n'] as number,
      leadTimeN: leadTime!['n'] as number,
      leadTimeMedian: (leadTime!['percentiles'] as number[])[1]!,
      orders: volume!['orders'] as number,
    };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
