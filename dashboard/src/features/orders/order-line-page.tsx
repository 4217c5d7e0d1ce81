import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useLivePolling } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatDay, formatStamp, type Day } from '../../format/date';
import { formatDecimal, formatMoney } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import type { OrderLineQuery } from '../../gql/graphql';
import { FreshnessMark } from '../../ui/freshness-mark';
import { Glyph } from '../../ui/glyph';
import { NotRefreshed } from '../../ui/not-refreshed';
import { NumberTable } from '../../ui/number-table';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import { lineName } from './exceptions-table';
import { exceptionOf, exceptionWords } from './exceptions.model';
import { statusWords, stepsOf } from './line-history.model';
import { LineInspections } from './line-inspections';
import { ORDER_LINE, ORDER_LINE_RECEIPTS } from './orders.query';
import classes from './orders.module.css';

interface OrderLinePageProps {
  id: string;
  today: Day;
  supplierLink: (id: string, name: string) => ReactNode;
}

type FullLine = NonNullable<OrderLineQuery['purchaseOrderLine']>;

/** One order line: what was promised when, what came, what is open. */
export function OrderLinePage({ id, today, supplierLink }: OrderLinePageProps): ReactNode {
  const result = useQuery(ORDER_LINE, { ...useLivePolling(), variables: { id } });
  const { value: line, failure } = useAnswer(result, result.data?.purchaseOrderLine, id);
  if (line === null) {
    if (failure) return <TileFailure {...failure} />;
    return result.data ? (
      <p>There is no such order line, or you may not see it.</p>
    ) : (
      <div className={classes.waiting} role="status" aria-label="Loading the order line">
        <span className="sl-skeleton" />
      </div>
    );
  }
  const exception = exceptionOf(line, today);
  return (
    <>
      <Section
        card
        title={`Order line ${lineName(line)}`}
        description={line.itemName ?? undefined}
        actions={
          <span className={classes.state}>
            <Glyph shape={exception.kinds.includes('overdue') ? 'risk' : exception.kinds.length > 0 ? 'watch' : 'ok'} />
            {statusWords(line.status)}
            {exception.kinds.length > 0 ? `: ${exceptionWords(exception)}` : ''}
          </span>
        }
      >
        <LineFacts line={line} supplierLink={supplierLink} />
        <div className={classes.foot}>
          <FreshnessMark freshness={line.freshness} failure={failure} named />
          {failure ? <TileFailure {...failure} brief /> : null}
        </div>
      </Section>
      <div className={classes.columns}>
        <Section card title="What happened" description="Days stay days: what no source knew to the hour has none.">
          <ol className={classes.steps}>
            {stepsOf(line).map((step) => (
              <li key={step.key} data-done={step.when !== null}>
                <Glyph shape={step.when === null ? 'none' : 'counted'} />
                <span>{step.name}</span>
                <span>{step.when ?? '—'}</span>
              </li>
            ))}
          </ol>
        </Section>
        <Section card title="What was promised" description="Every date ever committed to, oldest first.">
          <Commits line={line} />
        </Section>
      </div>
      <Receipts id={id} />
      <LineInspections id={id} />
    </>
  );
}

function LineFacts({
  line,
  supplierLink,
}: {
  line: FullLine;
  supplierLink: OrderLinePageProps['supplierLink'];
}): ReactNode {
  const quantity = (decimal: string | null): string =>
    decimal === null ? '—' : `${formatDecimal(decimal)} ${unitWord(line.unitOfMeasure)}`;
  const facts: [name: string, value: ReactNode][] = [
    ['Supplier', line.supplier ? supplierLink(line.supplier.id, line.supplier.name) : 'Transfer between own sites'],
    ['Plant', line.plant?.code ?? '—'],
    ['Ordered', quantity(line.quantity)],
    ['Received', quantity(line.receivedQuantity)],
    ['Open', quantity(line.openQuantity)],
    ['Returned', quantity(line.returnedQuantity)],
    ['Cancelled', quantity(line.cancelledQuantity)],
    ['Value', line.value ? formatMoney(line.value.amount, line.value.currency) : '—'],
    ['Requested for', formatDay(line.requestedDate)],
    ['First promised for', formatDay(line.originalCommitDate)],
    ['Now promised for', formatDay(line.currentCommitDate)],
    ['Shipped by', line.shipmentMode ?? '—'],
    ['Incoterm', line.incoterm ?? '—'],
    ['Bound for', line.destinationCountry ?? '—'],
    ['Known as', line.externalIds.map(({ sourceSystemId, value }) => `${value} (${sourceSystemId})`).join(', ') || '—'],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Commits({ line }: { line: FullLine }): ReactNode {
  if (line.commits.length === 0) return <p className={classes.none}>No date was ever committed to.</p>;
  return (
    <NumberTable
      label="Every date ever committed to"
      columns={[
        { key: 'said', name: 'Said on', text: true },
        { key: 'date', name: 'Promised for' },
        { key: 'quantity', name: `Quantity (${unitWord(line.unitOfMeasure)})` },
        { key: 'by', name: 'By', text: true },
        { key: 'reason', name: 'Why', text: true },
      ]}
      rows={line.commits.map((commit, index) => ({
        key: String(index),
        cells: [
          commit.occurredAt ? formatStamp(commit.occurredAt) : formatDay(commit.occurredOn),
          formatDay(commit.date),
          formatDecimal(commit.quantity),
          statusWords(commit.by),
          commit.reason ?? '—',
        ],
      }))}
    />
  );
}

function Receipts({ id }: { id: string }): ReactNode {
  const result = useQuery(ORDER_LINE_RECEIPTS, { ...useLivePolling(), variables: { id } });
  const { value: receipts, failure } = useAnswer(result, result.data?.purchaseOrderLine?.receipts, id);
  return (
    <Section card title="What came" description="Goods receipts of this line, as the warehouse wrote them down.">
      {receipts ? (
        receipts.length === 0 ? (
          <p className={classes.none}>Nothing has come so far.</p>
        ) : (
          <NumberTable
            label="Goods receipts"
            columns={[
              { key: 'received', name: 'Received', text: true },
              { key: 'recorded', name: 'Recorded', text: true },
              { key: 'quantity', name: 'Quantity' },
              { key: 'shipment', name: 'Shipment', text: true },
              { key: 'lot', name: 'Lot', text: true },
            ]}
            rows={receipts.map((receipt) => ({
              key: receipt.id,
              cells: [
                receipt.occurredAt ? formatStamp(receipt.occurredAt) : formatDay(receipt.occurredOn),
                receipt.recordedAt ? formatStamp(receipt.recordedAt) : formatDay(receipt.recordedOn),
                receipt.quantity === null
                  ? '—'
                  : `${formatDecimal(receipt.quantity)} ${unitWord(receipt.unitOfMeasure)}`,
                receipt.shipmentNumber ?? '—',
                receipt.lotNumber ?? '—',
              ],
            }))}
          />
        )
      ) : failure ? (
        <TileFailure {...failure} />
      ) : (
        <div className={classes.waiting} role="status" aria-label="Loading the receipts">
          <span className="sl-skeleton" />
        </div>
      )}
      {receipts && failure ? <NotRefreshed failure={failure} /> : null}
    </Section>
  );
}
