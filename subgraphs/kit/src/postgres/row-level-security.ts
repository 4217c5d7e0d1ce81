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

/**
 * Statements for a table that every signed-in caller may read and only the platform may write: positions, seals, plants.
 * Nothing in it belongs to one supplier. Without a tenant it is empty like every other table.
 */
export function protectReferenceTable(table: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY tenant ON ${table} FOR SELECT USING (nullif((select current_setting('app.tenant', true)), '') IS NOT NULL)`,
    `CREATE POLICY platform ON ${table} USING ((select current_setting('app.tenant', true)) = '*')
       WITH CHECK ((select current_setting('app.tenant', true)) = '*')`,
  ];
}
