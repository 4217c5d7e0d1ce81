import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useLivePolling } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatDay, formatInstant, type Day } from '../../format/date';
import { formatCount, formatDecimal, UNKNOWN } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import { FreshnessMark } from '../../ui/freshness-mark';
import { NumberTable } from '../../ui/number-table';
import { Peek, PeekFacts, PeekPart } from '../../ui/peek';
import { RecordsWaiting, StateWord } from '../../ui/record-table';
import { TileFailure } from '../../ui/tile-failure';
import { lineName, type LotLinks } from './lot-list';
import { decisionWords, dispositionWords, LOT_STEPS, stageWords, standingOf, statusWords } from './quality.model';
import { INSPECTION_LOT } from './quality.query';
import classes from './lot-peek.module.css';

interface LotPeekProps extends LotLinks {
  id: string;
  today: Day;
  onClose: () => void;
}

/** One inspection lot beside the list: how far it is, what was found, what was decided. */
export function LotPeek({ id, today, onClose, supplierLink, lineLink }: LotPeekProps): ReactNode {
  const result = useQuery(INSPECTION_LOT, { ...useLivePolling(), variables: { id } });
  const { value: lot, failure } = useAnswer(result, result.data?.inspectionLot, id);
  if (lot === null) {
    return (
      <Peek title="Inspection lot" onClose={onClose}>
        {failure ? (
          <TileFailure {...failure} />
        ) : result.data ? (
          <p>There is no such inspection lot, or you may not see it.</p>
        ) : (
          <RecordsWaiting label="Loading the inspection lot" />
        )}
      </Peek>
    );
  }
  const standing = standingOf(lot, today);
  const unit = unitWord(lot.unitOfMeasure);
  const at = LOT_STEPS.indexOf(lot.status);
  const of = (quantity: string | null): string => (quantity === null ? UNKNOWN : formatDecimal(quantity));
  return (
    <Peek title={`Inspection lot ${lot.number}`} onClose={onClose}>
      <PeekFacts
        facts={[
          { name: 'How it stands', value: <StateWord shape={standing.shape}>{standing.words}</StateWord> },
          { name: 'Decision', value: decisionWords(lot.decision) },
          { name: 'Supplier', value: lot.supplier ? supplierLink(lot.supplier.id, lot.supplier.name) : 'Own goods' },
          {
            name: 'Order line',
            value: lot.purchaseOrderLine
              ? lineLink(lot.purchaseOrderLine.id, lineName(lot.purchaseOrderLine))
              : UNKNOWN,
          },
          { name: 'Item', value: lot.item ? `${lot.item.sku} ${lot.item.name}` : UNKNOWN },
          { name: 'Plant', value: lot.plant?.code ?? UNKNOWN },
          { name: 'Inspected', value: stageWords(lot.stage) },
          { name: 'Disposition', value: dispositionWords(lot.disposition) },
          { name: 'Our lot', value: lot.lot?.lotNumber ?? UNKNOWN },
          { name: "The supplier's lot", value: lot.supplierLotNumber ?? UNKNOWN },
        ]}
      />
      {lot.reason === null ? null : (
        <PeekPart title="Why">
          <p>{lot.reason}</p>
        </PeekPart>
      )}
      <PeekPart title="Steps" note={at < 0 ? `${statusWords(lot.status)}: outside the usual steps.` : undefined}>
        <ol className={classes.steps}>
          {LOT_STEPS.map((step, index) => (
            <li
              key={step}
              data-passed={index < at}
              data-now={index === at}
              aria-current={index === at ? 'step' : undefined}
            >
              {statusWords(step)}
              {step === 'CREATED' ? `, ${formatDay(lot.createdOn)}` : ''}
              {step === 'DECIDED' && lot.decidedOn !== null
                ? `, ${lot.decidedAt ? formatInstant(lot.decidedAt) : formatDay(lot.decidedOn)}: ${decisionWords(lot.decision).toLowerCase()}`
                : ''}
            </li>
          ))}
        </ol>
      </PeekPart>
      <PeekPart
        title="What was found"
        note={lot.countable ? undefined : 'A bulk unit: the lot takes no part in defects per million.'}
      >
        <NumberTable
          label="What was found"
          columns={[
            { key: 'what', name: 'Quantity', text: true },
            { key: 'number', name: unit },
          ]}
          rows={[
            { key: 'delivered', cells: ['Delivered', of(lot.deliveredQuantity)] },
            { key: 'lot', cells: ['In the lot', of(lot.lotQuantity)] },
            { key: 'sample', cells: ['In the sample', formatCount(lot.sampleSize)] },
            { key: 'found', cells: ['Defective in the sample', of(lot.defectiveInSample)] },
            { key: 'sorted', cells: ['Defective after sorting the whole lot', of(lot.defectiveAfterSort)] },
            { key: 'accepted', cells: ['Accepted', of(lot.acceptedQuantity)] },
            { key: 'rejected', cells: ['Not accepted', of(lot.rejectedQuantity)] },
          ]}
        />
      </PeekPart>
      <PeekPart title="Where it is known from">
        <PeekFacts
          facts={lot.externalIds.map(({ sourceSystemId, type, value }) => ({
            name: `${type} in ${sourceSystemId}`,
            value,
          }))}
        />
        {lot.simulated ? <p>Simulated: no such goods exist.</p> : null}
        <FreshnessMark freshness={lot.freshness} failure={failure} named />
      </PeekPart>
    </Peek>
  );
}
