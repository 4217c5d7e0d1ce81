import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useLivePolling } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatDay, formatInstant } from '../../format/date';
import { formatDuration } from '../../format/duration';
import { formatDecimal } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import { useNow } from '../../ui/clock';
import { FreshnessMark } from '../../ui/freshness-mark';
import { NumberTable } from '../../ui/number-table';
import { Peek, PeekFacts, PeekPart } from '../../ui/peek';
import { RecordsWaiting, StateWord } from '../../ui/record-table';
import { TileFailure } from '../../ui/tile-failure';
import { standingOf, statusWords, toldState } from './production.model';
import { WORK_ORDER } from './production.query';

/** One work order beside the list: what MES says, what ERP says, and what lies between. */
export function WorkOrderPeek({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const result = useQuery(WORK_ORDER, { ...useLivePolling(), variables: { id } });
  const { value: order, failure } = useAnswer(result, result.data?.workOrder, id);
  const now = useNow(30);
  if (order === null) {
    return (
      <Peek title="Work order" onClose={onClose}>
        {failure ? (
          <TileFailure {...failure} />
        ) : result.data ? (
          <p>There is no such work order, or you may not see it.</p>
        ) : (
          <RecordsWaiting label="Loading the work order" />
        )}
      </Peek>
    );
  }
  const standing = standingOf(order, now);
  const unit = unitWord(order.unitOfMeasure);
  return (
    <Peek title={`Work order ${order.number}`} onClose={onClose}>
      <PeekFacts
        facts={[
          { name: 'How it stands', value: <StateWord shape={standing.shape}>{standing.words}</StateWord> },
          { name: 'Status', value: statusWords(order.status) },
          { name: 'Makes', value: order.itemName ?? order.item?.sku ?? '—' },
          { name: 'Plant', value: order.plant ? `${order.plant.code} ${order.plant.name}` : '—' },
          { name: 'To be made', value: `${formatDecimal(order.quantity)} ${unit}` },
          {
            name: 'Waits to be posted',
            value: order.unpostedSeconds === null ? '—' : formatDuration(order.unpostedSeconds),
          },
        ]}
      />
      <PeekPart
        title="MES and ERP side by side"
        note="What MES reported made and ERP has not posted is neither in the stock nor in the cost of the books."
      >
        <NumberTable
          label="MES and ERP side by side"
          columns={[
            { key: 'what', name: 'System', text: true },
            { key: 'state', name: 'State', text: true },
            { key: 'quantity', name: `Quantity (${unit})` },
          ]}
          rows={[
            {
              key: 'mes',
              cells: ['MES, complete', toldState(order.mesState) ?? '—', formatDecimal(order.completedQuantity)],
            },
            {
              key: 'erp',
              cells: ['ERP, posted', toldState(order.erpState) ?? '—', formatDecimal(order.postedQuantity)],
            },
            { key: 'gap', cells: ['Not posted', '', formatDecimal(order.unpostedQuantity)] },
            { key: 'rework', cells: ['Of it reworked', '', formatDecimal(order.reworkedQuantity)] },
            { key: 'scrap', cells: ['Scrapped', '', formatDecimal(order.scrappedQuantity)] },
          ]}
        />
      </PeekPart>
      <PeekPart title="Plan and what happened">
        <PeekFacts
          facts={[
            { name: 'Planned start', value: formatInstant(order.plannedStart) },
            { name: 'Started', value: formatInstant(order.startedAt) },
            { name: 'Planned finish now', value: formatInstant(order.plannedFinish) },
            { name: 'Finish frozen at release', value: formatInstant(order.frozenFinish) },
            {
              name: 'Complete in MES',
              value: order.completedAt ? formatInstant(order.completedAt) : formatDay(order.completedOn),
            },
            { name: 'Released', value: formatInstant(order.releasedAt) },
            { name: 'Somebody waits for it', value: order.dueAt ? formatInstant(order.dueAt) : '—' },
            { name: 'Bill of material', value: order.bomRevision ?? '—' },
          ]}
        />
      </PeekPart>
      <PeekPart title="Where it is known from">
        <PeekFacts
          facts={order.externalIds.map(({ sourceSystemId, type, value }) => ({
            name: `${type} in ${sourceSystemId}`,
            value,
          }))}
        />
        <p>{order.origin === 'SIMULATED' ? 'Simulated: no such order exists.' : ''}</p>
        <FreshnessMark freshness={order.freshness} failure={failure} named />
      </PeekPart>
    </Peek>
  );
}
