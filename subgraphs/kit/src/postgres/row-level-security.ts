/**
 * Statements that put a table under row-level security, also for its owner.
 *
 * @param tenantColumn  column with the supplier's id as text; null: the table is machinery and no supplier sees any row.
 *   A row whose tenant is null belongs to the buyer's side.
 */
export function protectTable(table: string, tenantColumn: string | null): string[] {
  // (select ...) makes PostgreSQL evaluate the setting once a statement instead of once a row. After a transaction the
  // setting is '' and not null, hence nullif: without a tenant nothing is visible.
  const everything = `(select current_setting('app.tenant', true)) = '*'`;
  const own = tenantColumn
    ? ` or ${tenantColumn} = any ((select string_to_array(nullif(current_setting('app.tenant', true), ''), ','))::text[])`
    : '';
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY tenant ON ${table} USING (${everything}${own}) WITH CHECK (${everything}${own})`,
  ];
}
