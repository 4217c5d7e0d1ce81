import {
  LEAD_TIME_STAGES,
  leadTimeDefinitionId,
  systemDefinition,
  type LeadTimeStage,
} from '@sightline/contracts/metric-definitions/system-definitions';
import * as fc from 'fast-check';
import { addDays } from '@sightline/kit/time/calendar-day';
import { foldLine } from './fold-line';
import { judgeLeadTime } from './lead-time';
import { LineStory, PLAIN_CONTEXT } from './testing/line-story';

const rowOf = (story: LineStory, stage: LeadTimeStage) =>
  judgeLeadTime(foldLine(story.events)!, systemDefinition(leadTimeDefinitionId(stage)), PLAIN_CONTEXT);

const day = (date: number): string => `2026-01-${String(date).padStart(2, '0')}`;

/** One order, many "lead times": created 1, sent 4, acknowledged 6, shipped 20, received 27, available 29 January (G7). */
const anchored = (): LineStory =>
  new LineStory('anchors')
    .states(day(4), { createdOn: day(1), sent: { at: null, on: day(4) } })
    .milestone('ACKNOWLEDGED', day(6))
    .milestone('SHIPPED', day(20))
    .milestone('HANDED_OVER', day(21))
    .milestone('ARRIVED', day(26))
    .receives('100', day(27))
    .milestone('AVAILABLE', day(29));

describe('one order has as many lead times as pairs of anchors (G7)', () => {
  const expected: Record<LeadTimeStage, number> = {
    CREATED_TO_RECEIVED: 26,
    SENT_TO_RECEIVED: 23,
    ACKNOWLEDGED_TO_RECEIVED: 21,
    SENT_TO_SHIPPED: 16,
    SENT_TO_AVAILABLE: 25,
    SENT_TO_ACKNOWLEDGED: 2,
    ACKNOWLEDGED_TO_SHIPPED: 14,
    SHIPPED_TO_RECEIVED: 7,
    RECEIVED_TO_AVAILABLE: 2,
    HANDED_OVER_TO_ARRIVED: 5,
    ARRIVED_TO_AVAILABLE: 3,
    CREATED_TO_AVAILABLE: 28,
  };
  it.each(LEAD_TIME_STAGES)('%s', (stage) => {
    expect(rowOf(anchored(), stage)).toMatchObject({ included: true, value: expected[stage], rule: stage });
  });

  it('belongs to the window of the day on which the stage ended', () => {
    expect(rowOf(anchored(), 'SENT_TO_ACKNOWLEDGED')?.dates.RECEIVED).toBe(day(6));
    expect(rowOf(anchored(), 'SENT_TO_RECEIVED')?.dates.RECEIVED).toBe(day(27));
  });
});

describe('a stage', () => {
  const sent = (): LineStory => new LineStory('line').states(day(4), { sent: { at: null, on: day(4) } });

  it('takes no part before it has ended', () => {
    expect(rowOf(sent(), 'SENT_TO_RECEIVED')).toBeNull();
    expect(rowOf(sent().receives('60', day(9)), 'SENT_TO_RECEIVED')).toBeNull();
  });

  it('of no days is a stage: sent and received on one day counts as 0', () => {
    expect(rowOf(sent().receives('100', day(4)), 'SENT_TO_RECEIVED')).toMatchObject({ included: true, value: 0 });
  });

  it('ends with the receipt that completes the line, not with the first', () => {
    expect(rowOf(sent().receives('60', day(9)).receives('40', day(12)), 'SENT_TO_RECEIVED')?.value).toBe(8);
  });

  it('ends with the final receipt of a line delivered short, and its shipment then is the whole', () => {
    const short = sent()
      .milestone('SHIPPED', day(7), { quantity: '98' })
      .receives('98', day(9), { finalDelivery: true });
    expect(rowOf(short, 'SENT_TO_RECEIVED')?.value).toBe(5);
    expect(rowOf(short, 'SHIPPED_TO_RECEIVED')?.value).toBe(2);
  });

  it('that ends before it began is an error of the data and left out', () => {
    expect(rowOf(sent().receives('100', day(2)), 'SENT_TO_RECEIVED')).toMatchObject({
      included: false,
      rule: 'DELIVERED_BEFORE_PO_SENT',
      value: null,
    });
    expect(rowOf(sent().milestone('ACKNOWLEDGED', day(2)), 'SENT_TO_ACKNOWLEDGED')).toMatchObject({
      rule: 'ACKNOWLEDGED_BEFORE_SENT',
    });
  });

  it('never starts at the creation of the order when the day of sending is unknown', () => {
    const undated = new LineStory('undated').states(day(1), { createdOn: day(1) }).receives('100', day(9));
    expect(rowOf(undated, 'SENT_TO_RECEIVED')).toMatchObject({ included: false, rule: 'PO_DATE_NOT_CAPTURED' });
    expect(rowOf(undated, 'SHIPPED_TO_RECEIVED')).toMatchObject({ included: false, rule: 'SHIPPED_DATE_NOT_CAPTURED' });
  });

  it('of a transfer between own sites has no order that was sent', () => {
    const transfer = new LineStory('transfer', { sourcing: 'TRANSFER', supplierId: null, supplierCode: null })
      .states(day(1))
      .receives(null, day(9));
    expect(rowOf(transfer, 'SENT_TO_RECEIVED')).toMatchObject({ included: false, rule: 'TRANSFER_WITHOUT_PO_DATE' });
  });
});

it('adds up stage by stage, however deliveries were split', () => {
  const gap = fc.integer({ min: 0, max: 400 });
  const parts = fc.constantFrom(['100'], ['60', '40'], ['10', '20', '70']);
  fc.assert(
    fc.property(gap, gap, gap, gap, parts, parts, (toSent, toAck, toShip, toReceive, shipped, received) => {
      const sentOn = addDays('2026-01-01', toSent);
      const ackOn = addDays(sentOn, toAck);
      const shipOn = addDays(ackOn, toShip);
      const story = new LineStory('sum')
        .states(sentOn, { createdOn: '2026-01-01', sent: { at: null, on: sentOn } })
        .milestone('ACKNOWLEDGED', ackOn);
      shipped.forEach((quantity, index) => story.milestone('SHIPPED', addDays(shipOn, index), { quantity }));
      received.forEach((quantity, index) => story.receives(quantity, addDays(shipOn, 5 + toReceive + index)));
      const value = (stage: LeadTimeStage): number => rowOf(story, stage)!.value!;
      expect(value('SENT_TO_ACKNOWLEDGED') + value('ACKNOWLEDGED_TO_SHIPPED')).toBe(value('SENT_TO_SHIPPED'));
      expect(value('SENT_TO_SHIPPED') + value('SHIPPED_TO_RECEIVED')).toBe(value('SENT_TO_RECEIVED'));
      expect(value('CREATED_TO_RECEIVED') - value('SENT_TO_RECEIVED')).toBe(toSent);
    }),
    { numRuns: 100 },
  );
});
