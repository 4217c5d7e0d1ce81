import { useApolloClient, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatPercentExact, percentDigits } from '../../format/percent';
import { countOf, formatExact, formatTile } from '../../format/quantity';
import type { SupplierFiguresQueryVariables, SupplierPerformanceOfOneQuery, WindowInput } from '../../gql/graphql';
import { FigureTile, rowsLabel, type Reading } from '../../ui/figure-tile';
import type { FigureFacts } from '../../ui/figure';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { TileFailure, type FailureFacts } from '../../ui/tile-failure';
import { DefinitionComparison } from './definition-comparison';
import { LeadTimeSpread } from './lead-time-spread';
import { SupplierQuality } from './supplier-quality';
import type { SupplierFigure } from './supplier-rows';
import { SUPPLIER_HEAD, SUPPLIER_PERFORMANCE } from './supplier.query';
import { useLinePulse } from './use-line-pulse';
import classes from './supplier-page.module.css';

interface SupplierPageProps {
  id: string;
  /** The page's variables; this page narrows their scope to the supplier. */
  variables: SupplierFiguresQueryVariables & { window: WindowInput };
  span: { from: string; to: string };
  lineLink: (id: string, name: ReactNode) => ReactNode;
  /** More of the supplier that other parts of the platform know: quality, open lines. */
  children?: (name: string) => ReactNode;
}

type Performance = NonNullable<SupplierPerformanceOfOneQuery['supplierPerformance']>;

/** One supplier: its figures, their spread, and what the sides of a dispute see in the same lines. */
export function SupplierPage({ id, variables, span, lineLink, children }: SupplierPageProps): ReactNode {
  const scoped = { ...variables, scope: { ...variables.scope, supplierIds: [id] } };
  const head = useQuery(SUPPLIER_HEAD, { ...polled, variables: { id } });
  const { value: supplier, failure: headFailure } = useAnswer(head, head.data?.supplier, id);
  const result = useQuery(SUPPLIER_PERFORMANCE, { ...polled, variables: scoped });
  const { value: performance, failure, refetch } = useAnswer(result, result.data?.supplierPerformance, scoped);
  useLinePulse(variables.asOf ? null : { origin: variables.scope?.origin, supplierIds: [id] }, refetch);
  const name = supplier?.name ?? 'this supplier';

  // Only a finished answer says so: while it is asked for again after a failure, there is neither supplier nor error.
  if (supplier === null && head.data?.supplier === null && !head.loading && !headFailure) {
    return <p>There is no such supplier, or you may not see it.</p>;
  }
  return (
    <>
      <header className={classes.head}>
        <h2>{supplier?.name ?? 'Supplier'}</h2>
        {supplier ? (
          <p>
            {[
              supplier.code === supplier.name ? null : `Code ${supplier.code}`,
              tierWords(supplier.tier),
              supplier.country,
              supplier.externalIds.length > 0
                ? `known as ${supplier.externalIds.map(({ sourceSystemId, value }) => `${value} in ${sourceSystemId}`).join(', ')}`
                : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        ) : headFailure ? (
          <TileFailure {...headFailure} />
        ) : null}
      </header>
      <Tiles performance={performance} failure={failure} variables={scoped} name={name} />
      <LeadTimeSpread variables={scoped} span={span} spread={performance?.leadTime ?? null} />
      <DefinitionComparison variables={scoped} name={name} lineLink={lineLink} />
      {children?.(name)}
    </>
  );
}

function tierWords(tier: string): string | null {
  return tier === 'UNCLASSIFIED' ? null : `${tier.charAt(0)}${tier.slice(1).toLowerCase()}`;
}

interface TilesProps {
  performance: Performance | null;
  failure: FailureFacts | null;
  variables: SupplierFiguresQueryVariables;
  name: string;
}

function Tiles({ performance, failure, variables, name }: TilesProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const tile = (
    title: string,
    facts: FigureFacts | null,
    readings: readonly Reading[],
    context: string | null,
    figure: SupplierFigure,
  ): ReactNode => (
    <FigureTile
      title={title}
      facts={facts}
      failure={failure}
      readings={readings}
      context={context}
      rowsLabel={facts ? rowsLabel(facts) : undefined}
      onRows={() =>
        openRows({
          title: `${title} of ${name}: the rows`,
          subtitle: 'In the window of this page',
          load: whenAsked(async () => (await import('./supplier-rows')).supplierRows(client, variables, figure)),
        })
      }
    />
  );
  const { onTime = null, otif = null, leadTime = null, lateness = null } = performance ?? {};
  return (
    <div className={classes.tiles}>
      {tile('On time', onTime, share(onTime), onTime && `of ${countOf(onTime.n, 'line')} due`, 'onTime')}
      {tile('OTIF', otif, share(otif), otif && `on time in full, of ${countOf(otif.n, 'line')} due`, 'otif')}
      {tile(
        'Lead time',
        leadTime,
        spread(leadTime, '90th percentile'),
        leadTime && `order sent to received, ${countOf(leadTime.n, 'line')}`,
        'leadTime',
      )}
      {tile(
        'Lateness',
        lateness,
        spread(lateness, '90th percentile'),
        lateness && `received against last commit, ${countOf(lateness.n, 'line')}; below 0 is early`,
        'lateness',
      )}
      <SupplierQuality variables={variables} name={name} />
    </div>
  );
}

function share(figure: { value: number | null } | null): Reading[] {
  if (figure === null) return [];
  if (figure.value === null) return [{ text: '—', exact: '—' }];
  return [{ text: percentDigits(figure.value), unit: '%', exact: formatPercentExact(figure.value) }];
}

function spread(figure: { median: number | null; p90: number | null } | null, p90Label: string): Reading[] {
  if (figure === null) return [];
  const days = (label: string, value: number | null): Reading =>
    value === null
      ? { label, text: '—', exact: '—' }
      : { label, text: formatTile(value), unit: 'days', exact: `${formatExact(value)} days` };
  return [days('median', figure.median), days(p90Label, figure.p90)];
}
