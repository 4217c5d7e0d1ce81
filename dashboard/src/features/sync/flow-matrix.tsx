import type { ReactNode } from 'react';
import { formatDuration } from '../../format/duration';
import { formatLag } from '../../format/lag';
import { countOf } from '../../format/quantity';
import type { FlowRowFragment } from '../../gql/graphql';
import { FreshnessMark } from '../../ui/freshness-mark';
import { matrixOf } from './sync.model';
import classes from './sync.module.css';

export type FlowRow = Omit<FlowRowFragment, ' $fragmentName' | ' $fragmentRefs'>;

interface FlowMatrixProps {
  flows: readonly FlowRow[];
  /** The flow shown beside. */
  peeked: string | null;
  onPeek: (id: string) => void;
}

/** What is wrong with a flow besides its age, in words; empty when nothing is. */
export function troublesOf(flow: FlowRow): string[] {
  return [
    flow.backlog > 0
      ? `${countOf(flow.backlog, 'fact')} waiting${flow.oldestBacklogSeconds === null ? '' : `, oldest ${formatDuration(flow.oldestBacklogSeconds)}`}`
      : null,
    flow.gaps > 0 ? `${countOf(flow.gaps, 'number')} missing` : null,
    flow.clockSkewSeconds === null ? null : `clock ${formatLag(flow.clockSkewSeconds)} ahead`,
  ].filter((part) => part !== null);
}

/** Sources by plants: each flow with its age against its promise, in shape, word and colour. */
export function FlowMatrix({ flows, peeked, onPeek }: FlowMatrixProps): ReactNode {
  const { plants, rows } = matrixOf(flows);
  return (
    <div className={classes.matrix} tabIndex={0} role="region" aria-label="Sources by plants">
      <table>
        <thead>
          <tr>
            <th scope="col">Source</th>
            {plants.map((code) => (
              <th key={code ?? 'none'} scope="col">
                {code ?? 'No plant'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((source) => (
            <tr key={source.id}>
              <th scope="row">{source.name}</th>
              {source.cells.map((cell, index) => (
                <td
                  key={plants[index] ?? 'none'}
                  data-plant={plants[index] ?? 'No plant'}
                  data-empty={cell.length === 0}
                >
                  {cell.length === 0 ? (
                    <span className="sl-unseen">no flow</span>
                  ) : (
                    <ul className={classes.cell}>
                      {cell.map((flow) => (
                        <li key={flow.id}>
                          <button
                            type="button"
                            className={classes.flow}
                            data-status={flow.freshness.status}
                            aria-expanded={flow.id === peeked}
                            onClick={() => onPeek(flow.id)}
                          >
                            <span className={classes.promise}>
                              {flow.flow}
                              <small>
                                {flow.freshness.budgetSeconds === null
                                  ? 'promises nothing'
                                  : `promise ${formatDuration(flow.freshness.budgetSeconds)}`}
                              </small>
                            </span>
                            <FreshnessMark freshness={flow.freshness} named={false} />
                            {troublesOf(flow).map((trouble) => (
                              <small key={trouble}>{trouble}</small>
                            ))}
                          </button>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
