import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo, type ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { percentDigitsExact } from '../../format/percent';
import { formatCount, formatExact } from '../../format/quantity';
import { graphql } from '../../gql/gql';
import type { ScopeInput, SupplierFiguresQuery, SupplierFiguresQueryVariables, WindowInput } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { DefinitionPopover } from '../../ui/definition-popover';
import { FreshnessMark } from '../../ui/freshness-mark';
import { Glyph } from '../../ui/glyph';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { HEAT_WORDS, heatOf, medianOf, type HeatColumn, type HeatRow } from './heat.model';
import type { SupplierFigure } from './supplier-rows';
import { SUPPLIER_FIGURES } from './suppliers.query';
import { useLinePulse } from './use-line-pulse';
import classes from './heat-table.module.css';

const SUPPLIER_DEFECTS = graphql(`
  query SupplierDefects($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      bySupplier(first: 200) {
        supplier {
          id
        }
        defectRate {
          value
          reason
          n
        }
      }
    }
  }
`);

const SHOWN = 20;
const COLUMNS: readonly { key: HeatColumn; name: string; rows: Exclude<SupplierFigure, 'lateness'> | 'defectRate' }[] =
  [
    { key: 'otif', name: 'OTIF (%)', rows: 'otif' },
    { key: 'onTime', name: 'On time (%)', rows: 'onTime' },
    { key: 'leadTimeP90', name: 'Lead time p90 (days)', rows: 'leadTime' },
    { key: 'defectPpm', name: 'Defects (ppm)', rows: 'defectRate' },
    { key: 'recordedLagP90', name: 'Recorded lag p90 (days)', rows: 'recordedLag' },
  ];

interface HeatTableProps {
  variables: SupplierFiguresQueryVariables & { window: WindowInput };
  nameOf: (id: string, name: string) => ReactNode;
  allLink: (words: string) => ReactNode;
}

/** The largest suppliers by lines due, each figure with its state in shape and word. */
export function HeatTable({ variables, nameOf, allLink }: HeatTableProps): ReactNode {
  const question = JSON.stringify(variables);
  const result = useQuery(SUPPLIER_FIGURES, { ...polled, variables });
  const { value: performance, failure, refetch } = useAnswer(result, result.data?.supplierPerformance, question);
  useLinePulse(variables.asOf ? null : { origin: variables.scope?.origin }, refetch);
  const origin = variables.scope?.origin ?? null;
  const scope: ScopeInput | null = origin === null ? null : { origin };
  const ofQuality = useQuery(SUPPLIER_DEFECTS, { ...polled, variables: { ...variables, scope } });
  const quality = useAnswer(ofQuality, ofQuality.data?.qualityPerformance, question);
  const defects = quality.value;

  const all = useMemo((): HeatRow[] => {
    const ppm = new Map(defects?.bySupplier.map((row) => [row.supplier?.id, row.defectRate.value]) ?? []);
    return (performance?.breakdown.edges ?? [])
      .flatMap(({ node }) =>
        node.supplier
          ? [
              {
                id: node.supplier.id,
                name: node.supplier.name,
                due: node.onTime.n,
                onTime: node.onTime.value,
                otif: node.otif.value,
                leadTimeP90: node.leadTime.p90,
                defectPpm: ppm.get(node.supplier.id) ?? null,
                recordedLagP90: node.recordedLag.p90,
              },
            ]
          : [],
      )
      .sort((a, b) => b.due - a.due || a.name.localeCompare(b.name));
  }, [performance, defects]);
  const { rows, moved, resort } = useStableOrder(all, question);
  const reference = medianOf(all.map((row) => row.leadTimeP90));

  return (
    <Section
      id="suppliers"
      card
      title="Suppliers"
      description={`The ${SHOWN} with the most lines due in this window. Press a number for its rows.`}
      actions={
        <>
          {moved ? (
            <Button size="xs" variant="default" onClick={resort}>
              Order has changed: sort again
            </Button>
          ) : null}
          {performance ? allLink(`All ${formatCount(all.length)} suppliers`) : null}
        </>
      }
    >
      {performance ? (
        <>
          <Table
            rows={rows.slice(0, SHOWN)}
            performance={performance}
            reference={reference}
            variables={variables}
            nameOf={nameOf}
          />
          <div className={classes.foot}>
            <FreshnessMark freshness={performance.otif.freshness} failure={failure} />
            {failure ? <TileFailure {...failure} brief /> : null}
            <span>
              {HEAT_WORDS.join('; ')}
              {reference === null ? '' : `. The median of all suppliers’ p90 is ${formatExact(reference)} days`}.
              {quality.failure
                ? ` Defects${quality.value ? ' are not refreshed' : ''}: ${quality.failure.message}`
                : ''}
            </span>
          </div>
        </>
      ) : failure ? (
        <TileFailure {...failure} />
      ) : (
        <div className={classes.waiting} role="status" aria-label="Loading suppliers">
          {Array.from({ length: 8 }, (_, index) => (
            <span key={index} className="sl-skeleton" />
          ))}
        </div>
      )}
    </Section>
  );
}

interface TableProps {
  rows: readonly HeatRow[];
  performance: NonNullable<SupplierFiguresQuery['supplierPerformance']>;
  reference: number | null;
  variables: HeatTableProps['variables'];
  nameOf: HeatTableProps['nameOf'];
}

function Table({ rows, performance, reference, variables, nameOf }: TableProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const open = (row: HeatRow, title: string, figure: SupplierFigure | 'defectRate'): void =>
    openRows({
      title: `${title} of ${row.name}: the rows`,
      subtitle: 'In the window of this page',
      load: whenAsked(async () => {
        if (figure === 'defectRate') {
          const { origin } = variables.scope ?? {};
          const scope = { supplierIds: [row.id], ...(origin ? { origin } : {}) };
          return (await import('./supplier-quality-rows')).supplierQualityRows(client, { ...variables, scope }, figure);
        }
        const scope = { ...variables.scope, supplierIds: [row.id] };
        return (await import('./supplier-rows')).supplierRows(client, { ...variables, scope }, figure);
      }),
    });
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Suppliers and the state of their figures">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Supplier</th>
            <th scope="col">Lines due</th>
            {COLUMNS.map(({ key, name, rows: figure }) => (
              <th key={key} scope="col">
                <span className={classes.head}>
                  {name}
                  {figure === 'defectRate' ? null : (
                    <DefinitionPopover title={titleOf(name)} facts={performance[figure]} />
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{nameOf(row.id, row.name)}</th>
              <td>{formatCount(row.due)}</td>
              {COLUMNS.map(({ key, name, rows: figure }) => {
                const heat = heatOf(key, row[key], reference);
                const text = numberWords(key, row[key]);
                return (
                  <td key={key} data-heat={heat.shape}>
                    <span className={classes.cell}>
                      <span className={classes.state}>
                        <Glyph shape={heat.shape} />
                        {heat.word}
                      </span>
                      {row[key] === null ? (
                        text
                      ) : (
                        <button
                          type="button"
                          className="sl-cell-link"
                          aria-label={`${row.name}, ${name}: ${text}, show the rows`}
                          onClick={() => open(row, titleOf(name), figure)}
                        >
                          {text}
                        </button>
                      )}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p className={classes.none}>No supplier had a line due or received in this window.</p>
      ) : null}
    </div>
  );
}

/** A column's name without its unit. */
const titleOf = (name: string): string => name.replace(/ \(.*/, '');

function numberWords(column: HeatColumn, value: number | null): string {
  if (value === null) return '—';
  return column === 'onTime' || column === 'otif' ? percentDigitsExact(value) : formatExact(value);
}
