import type { ReactNode } from 'react';
import { formatCount } from '../format/quantity';
import classes from './histogram.module.css';

interface HistogramProps {
  /** What is counted, in words: "lines by lead time". */
  label: string;
  columns: readonly { name: string; short: string; count: number }[];
  /** Marks drawn across, e.g. the median: place in columns, 0 at the left edge of the first. */
  marks?: readonly { at: number; name: string }[];
}

/** Counts as columns over a zero base. The same numbers stand in a table that only a reader hears. */
export function Histogram({ label, columns, marks = [] }: HistogramProps): ReactNode {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return (
    <div className={classes.histogram}>
      <div className={classes.plot} aria-hidden="true">
        {columns.map(({ name, count }) => (
          <div key={name} className={classes.column} title={`${name}: ${formatCount(count)}`}>
            <span className={classes.count}>{count === 0 ? '' : formatCount(count)}</span>
            <span className={classes.bar} style={{ height: `${(count / most) * 100}%` }} />
          </div>
        ))}
        {marks.map(({ at, name }) => (
          <span
            key={name}
            className={classes.mark}
            style={{ left: `${(Math.min(Math.max(at, 0), columns.length) / columns.length) * 100}%` }}
          >
            <span>{name}</span>
          </span>
        ))}
      </div>
      <div className={classes.axis} aria-hidden="true">
        {columns.map(({ name, short }) => (
          <span key={name}>{short}</span>
        ))}
      </div>
      <table className="sl-unseen">
        <caption>{label}</caption>
        <tbody>
          {columns.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
