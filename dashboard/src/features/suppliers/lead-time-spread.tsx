import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { daysBetween } from '../../format/date';
import { formatTile } from '../../format/quantity';
import type { Bucket, SupplierFiguresQueryVariables, WindowInput } from '../../gql/graphql';
import { Histogram } from '../../ui/histogram';
import { leadTimeCells, leadTimeColumns } from '../../ui/lead-time-periods';
import { NotRefreshed } from '../../ui/not-refreshed';
import { NumberTable } from '../../ui/number-table';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import { columnsOf, columnWords, edgesFor } from './spread.model';
import { LEAD_TIME_SPREAD, SUPPLIER_SERIES } from './supplier.query';
import classes from './supplier-page.module.css';

interface LeadTimeSpreadProps {
  variables: SupplierFiguresQueryVariables & { window: WindowInput };
  span: { from: string; to: string };
  /** The figure whose spread is drawn; null while it is not known. */
  spread: { n: number; min: number | null; median: number | null; p90: number | null; max: number | null } | null;
}

/** How lead times spread, and how they moved: never only an average. */
export function LeadTimeSpread({ variables, span, spread }: LeadTimeSpreadProps): ReactNode {
  return (
    <div className={classes.pair}>
      <Section
        card
        title="Lead time: how it spreads"
        description="Lines received in the window, by days from order to receipt."
      >
        <Columns variables={variables} spread={spread} />
      </Section>
      <Section
        card
        title="Lead time: how it moved"
        description="By the period in which lines were received; on time by the period in which they were due."
      >
        <Moved variables={variables} bucket={bucketOf(span)} />
      </Section>
    </div>
  );
}

/** At most about forty rows, and months wherever they fit. */
function bucketOf(span: { from: string; to: string }): Bucket {
  const days = daysBetween(span.from, span.to);
  return days <= 100 ? 'WEEK' : days <= 1300 ? 'MONTH' : 'QUARTER';
}

function Columns({ variables, spread }: Omit<LeadTimeSpreadProps, 'span'>): ReactNode {
  const known = spread !== null && spread.min !== null && spread.max !== null;
  const edges = known ? edgesFor(spread.min ?? 0, spread.p90, spread.max ?? 0) : [];
  const named = Object.fromEntries(edges.map((edge, index) => [`e${index}`, edge])) as Record<`e${number}`, number>;
  const asked = {
    ...variables,
    e0: named.e0 ?? 0,
    e1: named.e1 ?? 0,
    e2: named.e2 ?? 0,
    e3: named.e3 ?? 0,
    e4: named.e4 ?? 0,
    e5: named.e5 ?? 0,
    e6: named.e6 ?? 0,
    e7: named.e7 ?? 0,
    e8: named.e8 ?? 0,
    e9: named.e9 ?? 0,
    e10: named.e10 ?? 0,
    e11: named.e11 ?? 0,
  };
  const result = useQuery(LEAD_TIME_SPREAD, { ...polled, variables: asked, skip: !known });
  const { value, failure } = useAnswer(result, result.data?.supplierPerformance?.leadTime, asked);
  if (spread !== null && !known) return <p className={classes.none}>No line with a known lead time was received.</p>;
  if (value === null || spread === null) {
    return failure ? (
      <TileFailure {...failure} />
    ) : (
      <div className={`${classes.waiting} sl-skeleton`} role="status" aria-label="Loading" />
    );
  }
  const above = [
    value.above0,
    value.above1,
    value.above2,
    value.above3,
    value.above4,
    value.above5,
    value.above6,
    value.above7,
    value.above8,
    value.above9,
    value.above10,
    value.above11,
  ];
  const columns = columnsOf(value.n, edges, above);
  const step = (edges[1] ?? 1) - (edges[0] ?? 0);
  const place = (days: number | null): number => ((days ?? 0) - (edges[0] ?? 0)) / step;
  const marks = [
    ...(spread.median === null ? [] : [{ at: place(spread.median), name: `median ${formatTile(spread.median)} d` }]),
    ...(spread.p90 === null ? [] : [{ at: place(spread.p90), name: `90 % within ${formatTile(spread.p90)} d` }]),
  ];
  return (
    <>
      <Histogram
        label="Lines received, by lead time"
        columns={columns.map((column) => ({
          name: columnWords(column),
          short: column.to === null ? `> ${column.from}` : String(column.from),
          count: column.count,
        }))}
        marks={marks}
      />
      {failure ? <NotRefreshed failure={failure} /> : null}
    </>
  );
}

function Moved({ variables, bucket }: { variables: LeadTimeSpreadProps['variables']; bucket: Bucket }): ReactNode {
  const asked = { ...variables, bucket };
  const result = useQuery(SUPPLIER_SERIES, { ...polled, variables: asked });
  const { value, failure } = useAnswer(result, result.data?.supplierPerformance?.series, asked);
  if (value === null) {
    return failure ? (
      <TileFailure {...failure} />
    ) : (
      <div className={`${classes.waiting} sl-skeleton`} role="status" aria-label="Loading" />
    );
  }
  const points = value.filter((point) => point.leadTimeN > 0 || point.dueLines > 0);
  if (points.length === 0) return <p className={classes.none}>Nothing was received or due in this window.</p>;
  return (
    <>
      <NumberTable
        label="Lead time and on time by period"
        height={260}
        columns={leadTimeColumns(bucket)}
        rows={[...points].reverse().map((point) => ({ key: point.start, cells: leadTimeCells(point, bucket) }))}
      />
      {failure ? <NotRefreshed failure={failure} /> : null}
    </>
  );
}
