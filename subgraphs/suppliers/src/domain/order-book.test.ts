import { ORDER_BOOK, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { judgeOrderBook, viewsOf } from './order-book';
import { LineStory, PLAIN_CONTEXT } from './testing/line-story';

const sent = { sent: { at: null, on: '2026-02-20' }, committedDate: '2026-03-10', value: '500.00', currency: 'EUR' };
const evening = (day: string): string => `${day}T23:59:59Z`;

/** The figures in which the line counts, as of a day and as known at another. */
function countsIn(story: LineStory, asOf: string, knownAt = asOf, includeUndatedOrders = false): readonly string[] {
  const views = viewsOf(story.events, { asOf: evening(asOf), knownAt: evening(knownAt), knownBy: 'SOURCE' });
  return Object.entries(ORDER_BOOK).flatMap(([name, id]) => {
    const row = judgeOrderBook(views, systemDefinition(id), { ...PLAIN_CONTEXT, includeUndatedOrders });
    if (row === null || (row.countsFrom !== null && row.countsFrom > asOf)) return [];
    return row.included ? [name] : [`${name}: ${row.rule}`];
  });
}

describe('a line in the order book', () => {
  const late = new LineStory('L')
    .states('2026-02-20', sent)
    .receives('100', '2026-03-09', {}, { recorded: '2026-03-20' });

  it('is not there before it was sent', () => {
    expect(countsIn(late, '2026-02-19')).toEqual([]);
  });

  it('is open until it is delivered, and not overdue on the day it is due', () => {
    const never = new LineStory('L').states('2026-02-20', sent);
    expect(countsIn(never, '2026-03-10')).toEqual(['ordered', 'open']);
    expect(countsIn(never, '2026-03-11')).toEqual(['ordered', 'open', 'overdue']);
  });

  it('is called overdue by the books although it was delivered, as long as nobody recorded it', () => {
    const falsely = ['ordered', 'open', 'overdue', 'deliveredUnrecorded', 'deliveredUnrecordedValue', 'falselyOverdue'];
    expect(countsIn(late, '2026-03-15')).toEqual(falsely);
    expect(countsIn(late, '2026-03-15', '2026-03-25')).toEqual(['ordered', 'delivered']);
  });

  it('is left out and counted when nobody knows when it was sent, unless asked for', () => {
    const undated = new LineStory('U').states('2026-01-01', { ...sent, sent: null });
    expect(countsIn(undated, '2026-03-11')).toEqual(
      ['ordered', 'open', 'overdue'].map((name) => `${name}: PO_DATE_NOT_CAPTURED`),
    );
    expect(countsIn(undated, '2026-03-11', '2026-03-11', true)).toEqual(['ordered', 'open', 'overdue']);
  });

  it('is never overdue when its date is a placeholder for never', () => {
    const never = new LineStory('N').states('2026-02-20', { ...sent, committedDate: '9999-12-31' });
    expect(countsIn(never, '2026-03-11')).toEqual(['ordered', 'open']);
  });

  it('is no order any more once it is cancelled, whoever did it', () => {
    const cancelled = new LineStory('C')
      .states('2026-02-20', sent)
      .milestone('CANCELLED', '2026-03-01', { by: 'SUPPLIER' });
    expect(countsIn(cancelled, '2026-03-11')).toEqual(['ordered: CANCELLED_BY_SUPPLIER']);
  });

  it('brings its value to what was delivered and not recorded', () => {
    const views = viewsOf(late.events, {
      asOf: evening('2026-03-15'),
      knownAt: evening('2026-03-15'),
      knownBy: 'SOURCE',
    });
    const row = judgeOrderBook(views, systemDefinition(ORDER_BOOK.deliveredUnrecordedValue), {
      ...PLAIN_CONTEXT,
      includeUndatedOrders: false,
    });
    expect(row).toMatchObject({ numerator: '500.00', unitCode: 'EUR' });
  });

  it('is in the books as they were visible here when that is asked', () => {
    const instant = { asOf: evening('2026-03-25'), knownAt: evening('2026-03-25'), knownBy: 'PLATFORM' } as const;
    const { truth, books } = viewsOf(late.events, instant, late.events.slice(0, 1));
    expect([truth?.received.length, books?.received.length]).toEqual([1, 0]);
  });
});
