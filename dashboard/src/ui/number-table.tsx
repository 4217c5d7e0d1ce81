import type { ReactNode } from 'react';
import classes from './number-table.module.css';

interface Column {
  key: string;
  name: string;
  /** Left-aligned words instead of right-aligned numbers. */
  text?: boolean;
}

interface NumberTableProps {
  label: string;
  columns: readonly Column[];
  /** Cells in the order of the columns; the first names its row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Height of the scrolled part in pixels; without it the table is as high as it needs. */
  height?: number;
}

/** A plain table of numbers: the equal of a chart, reachable by keyboard. */
export function NumberTable({ label, columns, rows, height }: NumberTableProps): ReactNode {
  return (
    <div className={classes.scroll} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-text={column.text === true}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.key} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]?.key} data-text={columns[index]?.text === true}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
