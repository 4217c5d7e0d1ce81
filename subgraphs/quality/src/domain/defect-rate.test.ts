import type { InspectionLotEvent } from '@sightline/contracts/events/inspection-lot.v1';
import {
  DEFECT_RATE,
  LOT_REJECTION_RATE,
  systemDefinition,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { isCountable } from './countable-units';
import { foldInspection } from './fold-inspection';
import { judgeInspection } from './judge-inspection';
import { receipt, said } from './testing/lot-story';

const context = { supplierTier: null, timeZone: null };
const judged = (id: string, ...events: InspectionLotEvent[]) =>
  judgeInspection(foldInspection(events)!, systemDefinition(id), context).map(
    ({ included, rule, numerator, denominator }) => ({ included, rule, numerator, denominator }),
  )[0];
const out = (rule: string) => ({ included: false, rule, numerator: null, denominator: null });
const counts = (rule: string, numerator: string | null, denominator: string) => ({
  included: true,
  rule,
  numerator,
  denominator,
});

const opened = receipt({ id: 'r' });
const sampled = said('SAMPLED', { id: 's', on: '2026-03-02', sampleSize: 50 });
const found = (defectiveInSample: string) => said('RESULTS_RECORDED', { id: 'f', on: '2026-03-03', defectiveInSample });
const sorted = said('RESULTS_RECORDED', { id: 'o', on: '2026-03-04', defectiveAfterSort: '17' });
const rejected = said('DECIDED', { id: 'd', on: '2026-03-05', decision: 'REJECTED' });
const accepted = said('DECIDED', { id: 'd', on: '2026-03-05', decision: 'ACCEPTED' });
const skipped = said('DECIDED', { id: 'd', on: '2026-03-05', decision: 'SKIPPED' });

describe('goods that nobody inspected', () => {
  it('were delivered, and are neither good nor bad', () => {
    const row = counts('DELIVERED_NOT_INSPECTED', null, '500');
    for (const id of [DEFECT_RATE.found, DEFECT_RATE.sorted, DEFECT_RATE.lot]) {
      expect(judged(id, opened)).toEqual(row);
      expect(judged(id, opened, skipped)).toEqual(row);
      expect(judged(id, receipt({ id: 'n', noted: true, dockToStock: true }))).toEqual(row);
    }
  });

  it('take no part in a rate of what was inspected', () => {
    expect(judged(DEFECT_RATE.inspected, opened)).toEqual(out('NOT_INSPECTED'));
    expect(judged(DEFECT_RATE.inspected, opened, skipped)).toEqual(out('NOT_INSPECTED'));
  });
});

describe('a lot with defects', () => {
  it('counts those of the sample, those of the sorting, or all of itself', () => {
    const facts = [opened, sampled, found('3'), sorted, rejected];
    expect(judged(DEFECT_RATE.found, ...facts)).toEqual(counts('FOUND_IN_SAMPLE', '3', '500'));
    expect(judged(DEFECT_RATE.sorted, ...facts)).toEqual(counts('FOUND_BY_SORTING', '17', '500'));
    expect(judged(DEFECT_RATE.lot, ...facts)).toEqual(counts('LOT_NOT_ACCEPTED', '500', '500'));
    expect(judged(DEFECT_RATE.inspected, ...facts)).toEqual(counts('FOUND_IN_SAMPLE', '3', '50'));
  });

  it('is left out of the sorted rate while nobody has sorted it', () => {
    expect(judged(DEFECT_RATE.sorted, opened, sampled, found('3'))).toEqual(out('NOT_SORTED'));
    expect(judged(DEFECT_RATE.sorted, opened, sampled, found('0'), rejected)).toEqual(out('NOT_SORTED'));
  });

  it('counts as a whole until it is decided on, and not once it is accepted', () => {
    expect(judged(DEFECT_RATE.lot, opened, sampled, found('3'))).toEqual(counts('LOT_WITH_DEFECTS', '500', '500'));
    expect(judged(DEFECT_RATE.lot, opened, sampled, found('3'), accepted)).toEqual(counts('LOT_ACCEPTED', '0', '500'));
  });
});

describe('a lot without defects', () => {
  it('has nothing to sort', () => {
    expect(judged(DEFECT_RATE.sorted, opened, sampled, found('0'), accepted)).toEqual(
      counts('NOTHING_TO_SORT', '0', '500'),
    );
    expect(judged(DEFECT_RATE.lot, opened, sampled, found('0'))).toEqual(counts('NO_DEFECT_SEEN', '0', '500'));
  });

  it('is left out where the source says nothing of what it found', () => {
    expect(judged(DEFECT_RATE.found, opened, accepted)).toEqual(out('DEFECTS_NOT_REPORTED'));
    expect(judged(DEFECT_RATE.inspected, opened, found('0'))).toEqual(out('SAMPLE_SIZE_NOT_REPORTED'));
  });
});

describe('what takes no part in parts per million', () => {
  it('is a bulk unit', () => {
    const bulk = receipt({ id: 'r', unitOfMeasure: 'KGM' });
    expect(judged(DEFECT_RATE.found, bulk)).toEqual(out('NON_COUNTABLE_UNIT'));
    expect(['kg', 'KGM', ' l ', 'LTR', 'MTR'].map(isCountable)).toEqual([false, false, false, false, false]);
    expect(['C62', 'EA', 'H87', 'BX', 'ST'].map(isCountable)).toEqual([true, true, true, true, true]);
  });

  it('is a receipt that was reversed', () => {
    const reversal = receipt({ id: 'r2', corrects: 'r', noted: true, quantity: '0', recordedOn: '2026-03-09' });
    expect(judged(DEFECT_RATE.found, opened, reversal)).toEqual(out('RECEIPT_REVERSED'));
    expect(judged(LOT_REJECTION_RATE, opened, reversal)).toEqual(out('RECEIPT_REVERSED'));
  });

  it('is an inspection before anything came', () => {
    const before = said('CREATED', { id: 'c', lotQuantity: '500', stage: 'PRE_SHIPMENT' });
    expect(judged(DEFECT_RATE.found, before, sampled, found('3'))).toEqual(out('NOT_A_DELIVERY'));
    expect(judged(DEFECT_RATE.inspected, before, sampled, found('3'))).toEqual(counts('FOUND_IN_SAMPLE', '3', '50'));
  });
});

describe('packs', () => {
  it('are counted in pieces above and below the line', () => {
    const packs = receipt({ id: 'r', quantity: '10', unitOfMeasure: 'BX', baseQuantity: '120', baseUnit: 'C62' });
    expect(judged(DEFECT_RATE.found, packs, sampled, found('3'))).toEqual(counts('FOUND_IN_SAMPLE', '3', '120'));
  });

  it('of an unknown number of pieces are left out when pieces were inspected', () => {
    const packs = receipt({ id: 'r', quantity: '10', unitOfMeasure: 'BX' });
    const created = said('CREATED', { id: 'c', lotQuantity: '120', unitOfMeasure: 'C62' });
    expect(judged(DEFECT_RATE.found, packs, created, found('3'))).toEqual(out('QUANTITY_IN_OTHER_UNIT'));
  });
});

describe('the share of lots rejected', () => {
  it('is over lots decided on after an inspection; in part is rejected', () => {
    const partly = said('DECIDED', { id: 'd', decision: 'PARTIALLY_ACCEPTED', rejectedQuantity: '1' });
    expect(judged(LOT_REJECTION_RATE, opened, rejected)).toEqual(counts('REJECTED', '1', '1'));
    expect(judged(LOT_REJECTION_RATE, opened, partly)).toEqual(counts('PARTIALLY_ACCEPTED', '1', '1'));
    expect(judged(LOT_REJECTION_RATE, opened, accepted)).toEqual(counts('ACCEPTED', '0', '1'));
    expect(judged(LOT_REJECTION_RATE, opened, sampled)).toEqual(out('NOT_DECIDED'));
    expect(judged(LOT_REJECTION_RATE, opened, skipped)).toEqual(out('NOT_INSPECTED'));
    expect(judged(LOT_REJECTION_RATE, receipt({ id: 'n', noted: true }))).toBeUndefined();
  });
});
