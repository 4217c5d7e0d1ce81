import { useApolloClient, useQuery } from '@apollo/client/react';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { percentDigitsExact } from '../../format/percent';
import { countOf, formatCount, formatExact } from '../../format/quantity';
import type { SupplierFiguresQuery, SupplierFiguresQueryVariables, WindowInput } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { DefinitionPopover } from '../../ui/definition-popover';
import { TextField } from '../../ui/field';
import { FreshnessMark } from '../../ui/freshness-mark';
import { SearchIcon } from '../../ui/icons';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import {
  matchesSearch,
  nextSort,
  sortParts,
  sortSuppliers,
  type SupplierRow,
  type SupplierSort,
} from './supplier-table.model';
import { SUPPLIER_FIGURES } from './suppliers.query';
import { useLinePulse } from './use-line-pulse';
import classes from './supplier-table.module.css';

interface SupplierTableProps {
  variables: SupplierFiguresQueryVariables & { window: WindowInput };
  sort: SupplierSort;
  onSort: (sort: SupplierSort) => void;
  search: string;
  onSearch: (search: string) => void;
  /** The name of a supplier, leading to its page. */
  nameOf: (id: string, name: string) => ReactNode;
}

type Performance = NonNullable<SupplierFiguresQuery['supplierPerformance']>;

/** A supplier's figures; null for the lines of no supplier. */
function rowOf(group: Performance['breakdown']['edges'][number]['node']): SupplierRow | null {
  const { supplier, onTime, otif, leadTime, label } = group;
  if (group.key === null) return null;
  return {
    id: supplier?.id ?? group.key,
    name: supplier?.name ?? label,
    code: supplier?.code ?? '',
    due: onTime.n,
    otif: otif.value,
    onTime: onTime.value,
    median: leadTime.median,
    p90: leadTime.p90,
    received: leadTime.n,
  };
}

/** Every supplier of the window, each number leading to its rows. */
export function SupplierTable(props: SupplierTableProps): ReactNode {
  const { variables, sort, onSort, search, onSearch } = props;
  const result = useQuery(SUPPLIER_FIGURES, { ...polled, variables });
  const { value: performance, failure, refetch } = useAnswer(result, result.data?.supplierPerformance, variables);
  useLinePulse(variables.asOf ? null : { origin: variables.scope?.origin }, refetch);

  const all = useMemo(() => performance?.breakdown.edges.flatMap(({ node }) => rowOf(node) ?? []) ?? [], [performance]);
  const sorted = useMemo(() => sortSuppliers(all, sort), [all, sort]);
  const { rows, moved, resort } = useStableOrder(sorted, JSON.stringify([sort, variables]));
  const wanted = useDeferredValue(search);
  const shown = wanted.trim() === '' ? rows : rows.filter((row) => matchesSearch(row, wanted.trim()));

  return (
    <Section
      id="suppliers"
      card
      title="Suppliers"
      description={
        performance ? (
          <>
            {countOf(all.length, 'supplier')} in this window
            {shown.length === all.length ? '' : `, ${formatCount(shown.length)} shown`}. Press a number for its rows.
          </>
        ) : (
          'Lines due, on time and lead time of each supplier.'
        )
      }
      actions={
        <>
          {moved ? (
            <Button size="xs" variant="default" onClick={resort}>
              Order has changed: sort again
            </Button>
          ) : null}
          <TextField
            type="search"
            aria-label="Search suppliers"
            placeholder="Search suppliers"
            leftSection={<SearchIcon />}
            value={search}
            onChange={(event) => onSearch(event.currentTarget.value)}
          />
        </>
      }
    >
      {performance ? (
        <>
          <Rows
            rows={shown}
            performance={performance}
            variables={variables}
            sort={sort}
            onSort={onSort}
            nameOf={props.nameOf}
          />
          {shown.length === 0 ? (
            <p className={classes.none}>
              {all.length === 0
                ? 'No supplier had a line due or received in this window.'
                : `No supplier matches “${search}”.`}
            </p>
          ) : null}
          <div className={classes.foot}>
            <FreshnessMark freshness={performance.onTime.freshness} failure={failure} />
            {failure ? <TileFailure {...failure} brief /> : null}
          </div>
        </>
      ) : failure ? (
        <TileFailure {...failure} />
      ) : (
        <div className={classes.waiting} role="status" aria-label="Loading suppliers">
          {Array.from({ length: 10 }, (_, index) => (
            <span key={index} className="sl-skeleton" />
          ))}
        </div>
      )}
    </Section>
  );
}

interface RowsProps {
  rows: readonly SupplierRow[];
  performance: Performance;
  variables: SupplierTableProps['variables'];
  sort: SupplierSort;
  onSort: (sort: SupplierSort) => void;
  nameOf: SupplierTableProps['nameOf'];
}

function Rows({ rows, performance, variables, sort, onSort, nameOf }: RowsProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const open = (row: SupplierRow, figure: 'onTime' | 'otif' | 'leadTime'): void =>
    openRows({
      title: `${{ onTime: 'On time', otif: 'OTIF', leadTime: 'Lead time' }[figure]} of ${row.name}: the rows`,
      subtitle: 'In the window of this page',
      load: whenAsked(async () =>
        (await import('./supplier-rows')).supplierRows(
          client,
          { ...variables, scope: { ...variables.scope, supplierIds: [row.id] } },
          figure,
        ),
      ),
    });
  const head = { sort, onSort };
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Suppliers and their figures">
      <table className={classes.table}>
        <thead>
          <tr>
            <SortHead {...head} column="name" name="Supplier" />
            <SortHead {...head} column="due" name="Lines due" />
            <SortHead
              {...head}
              column="onTime"
              name="On time (%)"
              info={<DefinitionPopover title="On time" facts={performance.onTime} />}
            />
            <SortHead
              {...head}
              column="otif"
              name="OTIF (%)"
              info={<DefinitionPopover title="OTIF" facts={performance.otif} />}
            />
            <SortHead
              {...head}
              column="median"
              name="Lead time median (days)"
              info={<DefinitionPopover title="Lead time" facts={performance.leadTime} />}
            />
            <SortHead {...head} column="p90" name="90th percentile (days)" />
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{nameOf(row.id, row.name)}</th>
              <td>
                <Cell text={formatCount(row.due)} name={`${row.name}, lines due`} onOpen={() => open(row, 'onTime')} />
              </td>
              <td>
                <span className={classes.share}>
                  <ShareBar percent={row.onTime} />
                  <Cell
                    text={percentDigitsExact(row.onTime)}
                    name={`${row.name}, on time in percent`}
                    onOpen={() => open(row, 'onTime')}
                  />
                </span>
              </td>
              <td>
                <Cell
                  text={percentDigitsExact(row.otif)}
                  name={`${row.name}, OTIF in percent`}
                  onOpen={() => open(row, 'otif')}
                />
              </td>
              <td>
                <Cell
                  text={formatExact(row.median)}
                  name={`${row.name}, median lead time`}
                  onOpen={() => open(row, 'leadTime')}
                />
              </td>
              <td>
                <Cell
                  text={formatExact(row.p90)}
                  name={`${row.name}, 90th percentile of lead time`}
                  onOpen={() => open(row, 'leadTime')}
                  hint={row.p90 === null && row.received > 0 ? 'Not shown under 10 lines' : undefined}
                />
              </td>
              <td className={classes.dim}>{formatCount(row.received)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A share as a hairline bar: the number beside it is the text of it. */
function ShareBar({ percent }: { percent: number | null }): ReactNode {
  return (
    <span className={classes.bar} aria-hidden="true">
      {percent === null ? null : <span style={{ width: `${percent}%` }} />}
    </span>
  );
}

function Cell(props: { text: string; name: string; onOpen: () => void; hint?: string }): ReactNode {
  return (
    <button
      type="button"
      className="sl-cell-link"
      title={props.hint}
      aria-label={`${props.name}: ${props.text}, show the rows`}
      onClick={props.onOpen}
    >
      {props.text}
    </button>
  );
}

interface SortHeadProps {
  sort: SupplierSort;
  onSort: (sort: SupplierSort) => void;
  column: 'name' | 'due' | 'onTime' | 'otif' | 'median' | 'p90';
  name: string;
  info?: ReactNode;
}

function SortHead({ sort, onSort, column, name, info }: SortHeadProps): ReactNode {
  const { key, descending } = sortParts(sort);
  const active = key === column;
  return (
    <th scope="col" aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <span className={classes.headCell}>
        <button
          type="button"
          className={classes.sort}
          data-active={active}
          onClick={() => onSort(nextSort(sort, column))}
        >
          {name}
          <span aria-hidden="true">{active ? (descending ? '↓' : '↑') : ''}</span>
        </button>
        {info}
      </span>
    </th>
  );
}
