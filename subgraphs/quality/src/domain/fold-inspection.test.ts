import fc from 'fast-check';
import type { InspectionLotEvent } from '@sightline/contracts/events/inspection-lot.v1';
import { factsKnown } from '@sightline/kit/facts/facts-known';
import { foldInspection } from './fold-inspection';
import { receipt, said } from './testing/lot-story';

const WHOLE_LIFE: readonly InspectionLotEvent[] = [
  receipt({ id: 'r', on: '2026-03-01', version: 1 }),
  said('SAMPLED', { id: 's', on: '2026-03-02', sampleSize: 50, version: 2 }),
  said('STARTED', { id: 't', on: '2026-03-03', version: 3 }),
  said('RESULTS_RECORDED', { id: 'u', on: '2026-03-04', defectiveInSample: '3', version: 4 }),
  said('DECIDED', { id: 'v', on: '2026-03-05', decision: 'REJECTED', version: 5 }),
  said('DISPOSITIONED', { id: 'w', on: '2026-03-06', disposition: 'SORT', version: 6 }),
  said('CLOSED', { id: 'x', on: '2026-03-07', version: 7 }),
];
const RECEIPT_ALONE = WHOLE_LIFE.slice(0, 1);

describe('a lot', () => {
  it('goes through its stages as its facts tell', () => {
    const stages = WHOLE_LIFE.map((_, index) => foldInspection(WHOLE_LIFE.slice(0, index + 1))!.status);
    expect(stages).toEqual([
      'CREATED',
      'SAMPLED',
      'IN_PROGRESS',
      'RESULTS_COMPLETE',
      'DECIDED',
      'DISPOSITIONED',
      'CLOSED',
    ]);
  });

  it('is the same in whatever order and however often its facts come', () => {
    const known = foldInspection(WHOLE_LIFE);
    const repeated = [...WHOLE_LIFE, ...WHOLE_LIFE];
    fc.assert(
      fc.property(fc.shuffledSubarray(repeated, { minLength: repeated.length }), (facts) => {
        expect(foldInspection(facts)).toEqual(known);
      }),
    );
  });

  it('keeps its decision and disposition when its status moves on', () => {
    expect(foldInspection(WHOLE_LIFE)).toMatchObject({
      status: 'CLOSED',
      decision: { decision: 'REJECTED', acceptedQuantity: '0', rejectedQuantity: '500' },
      disposition: 'SORT',
      version: 7,
    });
  });

  it('does not go back when an earlier step is told late', () => {
    const late = said('SAMPLED', {
      id: 'late',
      on: '2026-03-02',
      recordedOn: '2026-03-20',
      sampleSize: 80,
      version: 8,
    });
    const [opened, , ...rest] = WHOLE_LIFE;
    expect(foldInspection([opened!, ...rest, late])).toMatchObject({ status: 'CLOSED', sampleSize: 80 });
  });

  it('is reopened only when it is closed, and decided anew', () => {
    const reopened = said('REOPENED', { id: 'y', on: '2026-03-08', reason: 'Gauge was wrong', version: 8 });
    expect(foldInspection([...WHOLE_LIFE.slice(0, 5), reopened])!.status).toBe('DECIDED');
    expect(foldInspection([...WHOLE_LIFE, reopened])).toMatchObject({
      status: 'REOPENED',
      // The old decision holds until there is another.
      decision: { decision: 'REJECTED' },
      reason: 'Gauge was wrong',
    });
    const accepted = said('DECIDED', { id: 'z', on: '2026-03-09', decision: 'ACCEPTED', version: 9 });
    expect(foldInspection([...WHOLE_LIFE, reopened, accepted])).toMatchObject({
      status: 'DECIDED',
      decision: { decision: 'ACCEPTED', acceptedQuantity: '500', rejectedQuantity: '0' },
    });
  });

  it('forgets what a correction takes back', () => {
    const corrected = said('RESULTS_RECORDED', {
      id: 'u2',
      corrects: 'u',
      on: '2026-03-04',
      recordedOn: '2026-03-10',
      defectiveInSample: '1',
      version: 8,
    });
    expect(foldInspection([...WHOLE_LIFE, corrected])!.defectiveInSample).toBe('1');
    const twice = said('RESULTS_RECORDED', {
      id: 'u3',
      corrects: 'u2',
      on: '2026-03-04',
      recordedOn: '2026-03-11',
      defectiveInSample: '2',
      version: 9,
    });
    expect(foldInspection([twice, corrected, ...WHOLE_LIFE])!.defectiveInSample).toBe('2');
  });

  it('is cancelled when its receipt is reversed before anybody decided, and not afterwards', () => {
    const reversal = receipt({
      id: 'r2',
      corrects: 'r',
      noted: true,
      quantity: '0',
      recordedOn: '2026-03-10',
      version: 8,
    });
    expect(foldInspection([...RECEIPT_ALONE, reversal])).toMatchObject({ isLot: true, status: 'CANCELLED' });
    expect(foldInspection([...WHOLE_LIFE, reversal])).toMatchObject({ isLot: true, status: 'CLOSED' });
  });

  it('has the quantity that was received until a quality system says another', () => {
    expect(foldInspection(RECEIPT_ALONE)).toMatchObject({ lotQuantity: '500', unitOfMeasure: 'C62' });
    const created = said('CREATED', { id: 'c', on: '2026-03-02', lotQuantity: '480', version: 2 });
    expect(foldInspection([...RECEIPT_ALONE, created])).toMatchObject({
      lotQuantity: '480',
      delivered: { quantity: '500' },
      number: 'Q1',
    });
  });

  it('is counted in pieces where it is known how many a pack has', () => {
    const packs = receipt({ id: 'p', quantity: '10', unitOfMeasure: 'BX', baseQuantity: '120', baseUnit: 'C62' });
    expect(foldInspection([packs])).toMatchObject({ lotQuantity: '120', unitOfMeasure: 'C62' });
  });

  it('is none while only its sampling is told, without any quantity', () => {
    expect(foldInspection([said('SAMPLED', { id: 's', sampleSize: 5 })])).toBeNull();
    expect(foldInspection([])).toBeNull();
  });
});

describe('goods that need no inspection', () => {
  const released = receipt({ id: 'n', noted: true, dockToStock: true });

  it('open no lot, until somebody inspects them all the same', () => {
    expect(foldInspection([released])).toMatchObject({ isLot: false, status: 'CREATED' });
    const sampled = said('SAMPLED', { id: 's', on: '2026-03-02', sampleSize: 5, version: 2 });
    expect(foldInspection([released, sampled])).toMatchObject({
      isLot: true,
      status: 'SAMPLED',
      created: { on: '2026-03-02' },
    });
  });
});

describe('the past of a lot', () => {
  const known = (asOf: string, knownAt: string) =>
    foldInspection(
      factsKnown(WHOLE_LIFE, { asOf: `${asOf}T23:59:59Z`, knownAt: `${knownAt}T23:59:59Z`, knownBy: 'SOURCE' }),
    );

  it('shows what had happened, and what the books had', () => {
    expect(known('2026-03-04', '2026-03-20')!.status).toBe('RESULTS_COMPLETE');
    expect(known('2026-03-20', '2026-03-02')!.status).toBe('SAMPLED');
    expect(known('2026-02-01', '2026-03-20')).toBeNull();
  });

  it('has a correction only once it was recorded', () => {
    const corrected = said('SAMPLED', {
      id: 's2',
      corrects: 's',
      on: '2026-03-05',
      recordedOn: '2026-03-10',
      sampleSize: 80,
      version: 8,
    });
    const facts = [...WHOLE_LIFE.slice(0, 2), corrected];
    const on = (asOf: string, knownAt: string) =>
      foldInspection(
        factsKnown(facts, { asOf: `${asOf}T23:59:59Z`, knownAt: `${knownAt}T23:59:59Z`, knownBy: 'SOURCE' }),
      );
    expect(on('2026-03-03', '2026-03-09')!.sampleSize).toBe(50);
    // As it is known today, the sample was drawn on the fifth.
    expect(on('2026-03-03', '2026-03-20')!.sampleSize).toBeNull();
    expect(on('2026-03-05', '2026-03-20')!.sampleSize).toBe(80);
  });
});
