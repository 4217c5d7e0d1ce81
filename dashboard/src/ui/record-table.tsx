import type { ReactNode } from 'react';
import { Glyph, type GlyphShape } from './glyph';
import classes from './record-table.module.css';

export interface RecordColumn {
  key: string;
  name: string;
  /** Aligned right under its head; words stand left. */
  number?: boolean;
  /** Codes and numbers of documents: never broken over two lines. */
  firm?: boolean;
}

export interface RecordRow {
  key: string;
  /** In the order of the columns; the first names its row. */
  cells: readonly ReactNode[];
  /** Shown beside the table at this moment. */
  chosen?: boolean;
}

interface RecordTableProps {
  label: string;
  columns: readonly RecordColumn[];
  rows: readonly RecordRow[];
  /** Height of the scrolled part in pixels; without it the table is as high as it needs. */
  height?: number;
  /** Instead of rows: why there are none, and what to do. */
  none?: ReactNode;
}

/** A table of things with names, states and links, reachable by keyboard; plain numbers have NumberTable. */
export function RecordTable({ label, columns, rows, height, none }: RecordTableProps): ReactNode {
  if (rows.length === 0) return <div className={classes.none}>{none}</div>;
  return (
    <div className={classes.scroll} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-kind={column.number ? 'number' : 'text'}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-chosen={row.chosen === true}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.key} scope="row" data-firm={columns[index]?.firm === true}>
                    {cell}
                  </th>
                ) : (
                  <td
                    key={columns[index]?.key}
                    data-kind={columns[index]?.number ? 'number' : 'text'}
                    data-firm={columns[index]?.firm === true}
                  >
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

/** A state: its shape, in its colour, beside its word. */
export function StateWord({ shape, children }: { shape: GlyphShape; children: ReactNode }): ReactNode {
  return (
    <span className={classes.state}>
      <Glyph shape={shape} />
      {children}
    </span>
  );
}

/** Room for rows that are on their way. */
export function RecordsWaiting({ label, rows = 6 }: { label: string; rows?: number }): ReactNode {
  return (
    <div className={classes.waiting} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="sl-skeleton" />
      ))}
    </div>
  );
}
