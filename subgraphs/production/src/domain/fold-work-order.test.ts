import * as fc from 'fast-check';
import { factsKnown } from '@sightline/kit/facts/facts-known';
import { foldWorkOrder } from './fold-work-order';
import { judgeOrder } from './judge-order';
import { OrderStory } from './testing/order-story';
import type { WorkOrderStatus } from './work-order';

const released = (): OrderStory => new OrderStory('4711').releases('2026-03-01T08:00:00Z');

describe('a work order', () => {
  it('is not made by reports alone', () => {
    expect(foldWorkOrder(new OrderStory('1').reports('STARTED', '2026-03-02T08:00:00Z').events)).toBeNull();
  });

  it('goes from release over MES to ERP', () => {
    const story = new OrderStory('4711');
    const seen: WorkOrderStatus[] = [];
    const then = (next: OrderStory): void => void seen.push(next.told().status);
    then(story.releases('2026-03-01T08:00:00Z'));
    then(story.reports('DISPATCHED', '2026-03-01T09:00:00Z'));
    then(story.reports('STARTED', '2026-03-02T06:00:00Z'));
    then(story.reports('PAUSED', '2026-03-02T12:00:00Z'));
    then(story.reports('RESUMED', '2026-03-02T13:00:00Z'));
    then(story.reports('REPORTED', '2026-03-03T12:00:00Z', { quantity: '40' }));
    then(story.reports('COMPLETED', '2026-03-04T12:00:00Z', { quantity: '58', scrappedQuantity: '2' }));
    then(story.reports('POSTED', '2026-03-04T13:00:00Z', { quantity: '40' }));
    then(story.reports('POSTED', '2026-03-04T14:00:00Z', { quantity: '58' }));
    then(story.reports('CLOSED', '2026-03-05T08:00:00Z'));
    expect(seen).toEqual([
      'RELEASED',
      'DISPATCHED',
      'STARTED',
      'PAUSED',
      'STARTED',
      'STARTED',
      'COMPLETED_MES',
      'COMPLETED_MES',
      'POSTED_ERP',
      'CLOSED',
    ]);
    expect(story.told()).toMatchObject({
      completedQuantity: '98',
      scrappedQuantity: '2',
      postedQuantity: '98',
      unpostedSince: null,
      version: 10,
    });
  });

  it('is called off before work begins, and ends short after', () => {
    const at = '2026-03-05T08:00:00Z';
    expect(released().reports('CANCELLED', at).told().status).toBe('CANCELLED');
    expect(released().reports('STARTED', '2026-03-02T06:00:00Z').reports('CANCELLED', at).told().status).toBe(
      'SHORT_CLOSED',
    );
    expect(released().reports('SHORT_CLOSED', at).told().status).toBe('SHORT_CLOSED');
  });

  it('keeps the finish of its first release, whatever is planned later', () => {
    const order = released()
      .reports('RESCHEDULED', '2026-03-03T08:00:00Z', { plannedFinish: '2026-03-12T14:00:00Z' })
      .releases('2026-03-04T08:00:00Z', { plannedFinish: '2026-03-14T14:00:00Z', quantity: '120' })
      .reports('RESCHEDULED', '2026-03-05T08:00:00Z', { plannedStart: '2026-03-06T06:00:00Z' })
      .told();
    expect(order).toMatchObject({
      frozenFinish: '2026-03-10T14:00:00Z',
      plannedStart: '2026-03-06T06:00:00Z',
      plannedFinish: '2026-03-14T14:00:00Z',
      terms: { quantity: '120' },
    });
  });

  it('cannot have its frozen finish moved by a release that is recorded later and dated earlier', () => {
    const order = released()
      .releases('2026-02-01T08:00:00Z', { plannedFinish: '2026-05-01T14:00:00Z' }, { recorded: '2026-03-20T08:00:00Z' })
      .told();
    expect(order.frozenFinish).toBe('2026-03-10T14:00:00Z');
  });

  it('takes a correction in the place of what it corrects', () => {
    const order = new OrderStory('4711')
      .releases('2026-03-01T08:00:00Z', {}, { key: 'release' })
      .releases('2026-03-02T08:00:00Z', { plannedFinish: '2026-03-20T14:00:00Z', quantity: '90' })
      .reports('REPORTED', '2026-03-03T08:00:00Z', { quantity: '400' }, { key: 'report' })
      .told();
    const corrected = new OrderStory('4711')
      .releases('2026-03-01T08:00:00Z', {}, { key: 'release' })
      .releases('2026-03-02T08:00:00Z', { plannedFinish: '2026-03-20T14:00:00Z', quantity: '90' })
      .reports('REPORTED', '2026-03-03T08:00:00Z', { quantity: '400' }, { key: 'report' });
    corrected.reports(
      'REPORTED',
      '2026-03-03T08:00:00Z',
      { quantity: '40' },
      {
        correctionOf: corrected.events[2]!.eventId,
        recorded: '2026-03-06T08:00:00Z',
      },
    );
    corrected.releases(
      '2026-03-01T08:00:00Z',
      { plannedFinish: '2026-03-11T14:00:00Z' },
      { correctionOf: corrected.events[0]!.eventId, recorded: '2026-03-07T08:00:00Z' },
    );
    expect(order).toMatchObject({ completedQuantity: '400', frozenFinish: '2026-03-10T14:00:00Z' });
    // The frozen finish is that of the corrected first release; the terms are still those of the second one.
    expect(corrected.told()).toMatchObject({
      completedQuantity: '40',
      frozenFinish: '2026-03-11T14:00:00Z',
      terms: { plannedFinish: '2026-03-20T14:00:00Z', quantity: '90' },
    });
  });

  it('has not begun when its only report is corrected to nothing', () => {
    const story = released().reports('REPORTED', '2026-03-03T08:00:00Z', { quantity: '40' });
    const wrong = story.events.at(-1)!.eventId;
    story.reports('REPORTED', '2026-03-03T08:00:00Z', { quantity: '0' }, { correctionOf: wrong });
    expect(story.told()).toMatchObject({ status: 'RELEASED', started: null, completedQuantity: '0' });
  });

  it('says of MES and ERP what each said last, in business order', () => {
    const order = released()
      .reports('STARTED', '2026-03-03T08:00:00Z', { mesState: 'RUN' })
      .reports('DISPATCHED', '2026-03-02T08:00:00Z', { mesState: 'QUEUED', erpState: 'REL' })
      .told();
    expect(order).toMatchObject({ mesState: 'RUN', erpState: 'REL', status: 'STARTED' });
  });
});

const day = (offset: number, hour: number): string =>
  `2026-03-${String(1 + offset).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const quantity = fc.integer({ min: 0, max: 60 }).map(String);
const anyReport = fc.record({
  event: fc.constantFrom(
    'DISPATCHED',
    'STARTED',
    'PAUSED',
    'RESUMED',
    'REPORTED',
    'COMPLETED',
    'POSTED',
    'RESCHEDULED',
    'CLOSED',
    'SHORT_CLOSED',
    'CANCELLED',
  ),
  at: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 23 })).map(([d, h]) => day(d, h)),
  lateDays: fc.integer({ min: 0, max: 8 }),
  good: quantity,
  scrap: quantity,
  rework: quantity,
  corrects: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
});
const anyStory = fc.array(anyReport, { maxLength: 8 }).map((reports) => {
  const story = new OrderStory('9').releases('2026-03-01T00:00:00Z');
  for (const { event, at, lateDays, good, scrap, rework, corrects } of reports) {
    const makes = event === 'REPORTED' || event === 'COMPLETED';
    const recorded = `2026-03-${String(Math.min(31, Number(at.slice(8, 10)) + lateDays)).padStart(2, '0')}${at.slice(10)}`;
    const original = corrects === null || corrects === 0 ? undefined : story.events[corrects]?.eventId;
    story.reports(
      event,
      at,
      {
        ...(makes || event === 'POSTED' ? { quantity: good } : {}),
        ...(makes ? { scrappedQuantity: scrap, reworkedQuantity: rework } : {}),
        ...(event === 'RESCHEDULED' ? { plannedFinish: '2026-04-01T00:00:00Z' } : {}),
      },
      { recorded, ...(original === undefined ? {} : { correctionOf: original }) },
    );
  }
  return story;
});

describe('the facts of any order', () => {
  it('make the same order in whatever order and however often they come', () => {
    fc.assert(
      fc.property(
        anyStory.chain((story) =>
          fc.tuple(
            fc.constant(story),
            fc.shuffledSubarray(story.events, { minLength: story.events.length }),
            fc.subarray(story.events),
          ),
        ),
        ([story, shuffled, again]) => {
          expect(foldWorkOrder([...shuffled, ...again])).toEqual(story.told());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('that were recorded or happened later change nothing of the past', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 0, max: 27 }), (story, offset) => {
        const asOf = day(offset, 23);
        const upTo = { asOf, knownAt: asOf, knownBy: 'SOURCE' } as const;
        const seenThen = story.events.filter((event) => event.recorded.at! <= asOf);
        expect(foldWorkOrder(factsKnown(story.events, upTo))).toEqual(foldWorkOrder(factsKnown(seenThen, upTo)));
      }),
      { numRuns: 300 },
    );
  });

  it('give rows whose share is at most the whole, and no numbers for what is left out', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const order = story.told();
        for (const row of judgeOrder(order, { timeZone: 'Europe/Berlin' })) {
          if (row.denominator !== null) expect(Number(row.numerator)).toBeLessThanOrEqual(Number(row.denominator));
          if (!row.included) expect([row.numerator, row.denominator]).toEqual([null, null]);
        }
        const gap = Number(order.completedQuantity) - Number(order.postedQuantity);
        expect(order.unpostedSince === null).toBe(gap <= 0);
      }),
      { numRuns: 300 },
    );
  });
});
