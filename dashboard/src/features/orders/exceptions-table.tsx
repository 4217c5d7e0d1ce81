import type { ReactNode } from 'react';
import { formatDay } from '../../format/date';
import { formatCompact, formatCount, formatDecimal, formatMoney } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import type { OrderLineRowFragment } from '../../gql/graphql';
import { Glyph } from '../../ui/glyph';
import { exceptionWords, type Exception } from './exceptions.model';
import { statusWords } from './line-history.model';
import classes from './orders.module.css';

export type Line = Omit<OrderLineRowFragment, ' $fragmentName' | ' $fragmentRefs'>;

/** Links of the app, which alone knows the addresses. */
export interface LineLinks {
  lineLink: (id: string, name: ReactNode) => ReactNode;
  supplierLink: (id: string, name: string) => ReactNode;
}

interface ExceptionsTableProps extends LineLinks {
  rows: readonly Exception<Line>[];
  label: string;
  /** Fewer columns, for the overview. */
  brief?: boolean;
  height?: number;
}

/** "PO-7 / 10", with the schedule when there is more than one. */
export function lineName(line: Pick<Line, 'orderNumber' | 'lineNumber' | 'scheduleNumber'>): string {
  const number = line.lineNumber ? ` / ${line.lineNumber}` : '';
  return `${line.orderNumber}${number}${line.scheduleNumber > 1 ? ` / ${line.scheduleNumber}` : ''}`;
}

/** Order lines by what hangs on them. */
export function ExceptionsTable(props: ExceptionsTableProps): ReactNode {
  const { rows, label, brief = false, height, lineLink, supplierLink } = props;
  return (
    <div className={classes.scroll} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table} data-brief={brief}>
        <thead>
          <tr>
            <th scope="col">Order line</th>
            <th scope="col">What is wrong</th>
            {brief ? null : <th scope="col">Supplier</th>}
            {brief ? null : <th scope="col">Status</th>}
            {brief ? null : (
              <th scope="col" className={classes.number}>
                Promised
              </th>
            )}
            {brief ? null : (
              <th scope="col" className={classes.number}>
                Open quantity
              </th>
            )}
            <th scope="col" className={classes.number}>
              At stake
            </th>
            {brief ? null : (
              <th scope="col" className={classes.number}>
                Impact (value × days)
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line.id}>
              <th scope="row">
                {lineLink(row.line.id, lineName(row.line))}
                <small>{brief ? (row.line.supplier?.name ?? row.line.itemName) : row.line.itemName}</small>
              </th>
              <td>
                <span className={classes.state}>
                  <Glyph shape={row.kinds.includes('overdue') ? 'risk' : row.kinds.length > 0 ? 'watch' : 'ok'} />
                  {exceptionWords(row)}
                </span>
              </td>
              {brief ? null : (
                <td>{row.line.supplier ? supplierLink(row.line.supplier.id, row.line.supplier.name) : 'Transfer'}</td>
              )}
              {brief ? null : <td>{statusWords(row.line.status)}</td>}
              {brief ? null : <td className={classes.number}>{formatDay(row.line.currentCommitDate)}</td>}
              {brief ? null : (
                <td className={classes.number}>
                  {row.line.openQuantity === null
                    ? '—'
                    : `${formatDecimal(row.line.openQuantity)} ${unitWord(row.line.unitOfMeasure)}`}
                </td>
              )}
              <td
                className={classes.number}
                title={row.line.value ? `of ${formatMoney(row.line.value.amount, row.line.value.currency)}` : undefined}
              >
                {row.line.atStake === null
                  ? '—'
                  : `${row.line.atStake.currency} ${formatCompact(Number(row.line.atStake.amount))}`}
              </td>
              {brief ? null : (
                <td className={classes.number}>{row.impact === null ? '—' : formatCompact(row.impact)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={classes.none}>None: {formatCount(0)} lines.</p> : null}
    </div>
  );
}
