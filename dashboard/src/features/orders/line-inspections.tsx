import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useLivePolling } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatDay, formatStamp } from '../../format/date';
import { formatCount, formatDecimal } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import { NotRefreshed } from '../../ui/not-refreshed';
import { NumberTable } from '../../ui/number-table';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import { statusWords } from './line-history.model';
import { ORDER_LINE_INSPECTIONS } from './orders.query';
import classes from './orders.module.css';

const words = (code: string | null): string => (code === null ? '—' : statusWords(code));

/** What quality found in what came on a line. */
export function LineInspections({ id }: { id: string }): ReactNode {
  const result = useQuery(ORDER_LINE_INSPECTIONS, { ...useLivePolling(), variables: { id } });
  const { value: lots, failure } = useAnswer(result, result.data?.purchaseOrderLine?.inspectionLots, id);
  return (
    <Section card title="What was found" description="Inspection lots of this line, and what was decided on each.">
      {lots === null ? (
        failure ? (
          <TileFailure {...failure} />
        ) : result.data ? (
          <p className={classes.none}>Quality does not say.</p>
        ) : (
          <div className={classes.waiting} role="status" aria-label="Loading the inspections">
            <span className="sl-skeleton" />
          </div>
        )
      ) : lots.length === 0 ? (
        <p className={classes.none}>Nothing of this line was inspected.</p>
      ) : (
        <NumberTable
          label="Inspection lots"
          columns={[
            { key: 'number', name: 'Lot', text: true },
            { key: 'status', name: 'Status', text: true },
            { key: 'decision', name: 'Decision', text: true },
            { key: 'quantity', name: 'Quantity' },
            { key: 'sample', name: 'Sample' },
            { key: 'defective', name: 'Defective in it' },
            { key: 'accepted', name: 'Accepted' },
            { key: 'rejected', name: 'Rejected' },
            { key: 'decided', name: 'Decided', text: true },
            { key: 'reason', name: 'Why', text: true },
          ]}
          rows={lots.map((lot) => ({
            key: lot.id,
            cells: [
              lot.number,
              words(lot.status),
              lot.disposition === null
                ? words(lot.decision)
                : `${words(lot.decision)}: ${words(lot.disposition).toLowerCase()}`,
              `${formatDecimal(lot.lotQuantity)} ${unitWord(lot.unitOfMeasure)}`,
              formatCount(lot.sampleSize),
              formatDecimal(lot.defectiveInSample),
              formatDecimal(lot.acceptedQuantity),
              formatDecimal(lot.rejectedQuantity),
              lot.decidedAt ? formatStamp(lot.decidedAt) : formatDay(lot.decidedOn),
              lot.reason ?? '—',
            ],
          }))}
        />
      )}
      {lots && failure ? <NotRefreshed failure={failure} /> : null}
    </Section>
  );
}
