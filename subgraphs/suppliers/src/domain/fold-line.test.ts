import * as fc from 'fast-check';
import { addDays } from '@sightline/kit/time/calendar-day';
import { factIdOf } from '@sightline/contracts/identities';
import { factsKnown, factsOccurred, lineAsKnown } from './facts-known';
import { foldLine } from './fold-line';
import { judgeLine, LINE_DEFINITIONS, subjectsOf } from './judge-line';
import { openQuantity, receivedQuantity } from './line-delivery';
import type { PurchaseOrderLineEvent } from './purchase-order-line';
import { LineStory, PLAIN_CONTEXT } from './testing/line-story';

const lineOf = (story: LineStory) => foldLine(story.events)!;
const NOW = '2026-12-31T00:00:00Z';

describe('a line without its own statement', () => {
  it('is not there: a receipt alone makes no order line', () => {
    expect(foldLine(new LineStory('early').receives('100', '2026-03-10').events)).toBeNull();
    expect(foldLine([])).toBeNull();
  });
});

describe('what was promised', () => {
  it('is kept for ever: the first date is the original, the last the current commit', () => {
    const line = lineOf(
      new LineStory('L').states('2026-02-20').commits('2026-03-10', '2026-02-21').commits('2026-03-17', '2026-03-01'),
    );
    expect(line.commits.map((commit) => commit.date)).toEqual(['2026-03-10', '2026-03-17']);
    expect(line).toMatchObject({ originalCommitDate: '2026-03-10', currentCommitDate: '2026-03-17' });
  });

  it('gains a date when the line is stated again with another one, and none when it says the same', () => {
    const story = new LineStory('L').states('2026-02-20', { committedDate: '2026-03-10' });
    story.states('2026-02-20', { quantity: '80' }, { recorded: '2026-02-25' });
    story.states('2026-02-20', { committedDate: '2026-03-17' }, { recorded: '2026-03-01' });
    const line = lineOf(story);
    expect(line.terms.quantity).toBe('80');
    expect(line.commits.map((commit) => commit.date)).toEqual(['2026-03-10', '2026-03-17']);
    expect(line.originalCommitDate).toBe('2026-03-10');
  });

  it('is what the source recorded last, even when it dates that statement earlier', () => {
    const story = new LineStory('L').states('2026-02-25', { quantity: '80' });
    story.states('2026-02-20', { quantity: '90' }, { recorded: '2026-03-01' });
    expect(lineOf(story).terms.quantity).toBe('90');
  });

  it('has no known original when the source overwrites its dates', () => {
    const line = lineOf(
      new LineStory('L').states('2026-02-20', { committedDate: '2026-03-10', commitIsOriginal: false }),
    );
    expect(line).toMatchObject({ originalCommitDate: null, currentCommitDate: '2026-03-10' });
  });

  it('counts from the acknowledgement that names a date', () => {
    const line = lineOf(
      new LineStory('L').states('2026-02-20').milestone('ACKNOWLEDGED', '2026-02-22', { date: '2026-03-10' }),
    );
    expect(line).toMatchObject({ originalCommitDate: '2026-03-10', acknowledged: { on: '2026-02-22' } });
  });
});

describe('where a line stands', () => {
  const told = () => new LineStory('L').states('2026-02-20');
  it.each([
    ['SENT', told()],
    ['ACKNOWLEDGED', told().milestone('ACKNOWLEDGED', '2026-02-22')],
    ['PARTIALLY_SHIPPED', told().milestone('SHIPPED', '2026-03-01', { quantity: '60' })],
    ['SHIPPED', told().milestone('SHIPPED', '2026-03-01')],
    ['PARTIALLY_RECEIVED', told().receives('60', '2026-03-02')],
    ['RECEIVED', told().receives('60', '2026-03-02').receives('40', '2026-03-03')],
    ['RECEIVED', told().receives('98', '2026-03-02', { finalDelivery: true })],
    [
      'PARTIALLY_RECEIVED',
      told().receives('100', '2026-03-02').milestone('RETURNED', '2026-03-05', { quantity: '20' }),
    ],
    ['CLOSED', told().receives('60', '2026-03-02').milestone('CLOSED', '2026-03-09')],
    ['CANCELLED', told().milestone('CANCELLED', '2026-03-01')],
    ['CANCELLED', told().states('2026-03-01', { quantity: '0' })],
  ])('is %s', (status, story) => {
    expect(lineOf(story).status).toBe(status);
  });

  it('is told with what is open of it', () => {
    expect(openQuantity(lineOf(told().receives('60', '2026-03-02')))).toBe('40');
    expect(openQuantity(lineOf(told().receives('98', '2026-03-02', { finalDelivery: true })))).toBe('0');
    expect(
      openQuantity(
        lineOf(told().receives('100', '2026-03-02').milestone('RETURNED', '2026-03-05', { quantity: '20' })),
      ),
    ).toBe('20');
    expect(receivedQuantity(lineOf(told().receives(null, '2026-03-02')))).toBeNull();
  });

  it('loses to a cancellation without a quantity only what had not come by then', () => {
    const line = lineOf(told().receives('60', '2026-03-02').milestone('CANCELLED', '2026-03-05', { by: 'BUYER' }));
    expect(line).toMatchObject({
      cancelledQuantity: '40',
      buyerCancelledQuantity: '40',
      cancelledBy: 'BUYER',
      status: 'RECEIVED',
    });
  });
});

describe('a correction', () => {
  const wrong = () =>
    new LineStory('L').states('2026-02-20').receives('100', '2026-03-10', {}, { key: 'gr-1', recorded: '2026-03-10' });
  const corrected = () =>
    wrong().receives(
      '90',
      '2026-03-15',
      {},
      { key: 'gr-1-fix', recorded: '2026-03-20', correctionOf: factIdOf('erp', 'gr-1') },
    );

  it('takes the place of what it corrects', () => {
    expect(lineOf(corrected()).received.map(({ quantity, when }) => [quantity, when.on])).toEqual([
      ['90', '2026-03-15'],
    ]);
  });

  it('is not known before it was recorded', () => {
    const before = lineAsKnown(corrected().events, { asOf: NOW, knownAt: '2026-03-12T00:00:00Z', knownBy: 'SOURCE' });
    expect(before?.received.map(({ quantity }) => quantity)).toEqual(['100']);
  });

  it('does not let the wrong fact come back on a day between the two', () => {
    const between = lineAsKnown(corrected().events, { asOf: '2026-03-12T00:00:00Z', knownAt: NOW, knownBy: 'SOURCE' });
    expect(between?.received).toEqual([]);
    expect(foldLine(factsOccurred(corrected().events, '2026-03-12T00:00:00Z'))?.received).toEqual([]);
  });

  it('of a correction holds, and of two corrections of one fact the later', () => {
    const chain = corrected().receives(
      '91',
      '2026-03-14',
      {},
      { key: 'fix-2', recorded: '2026-03-20', correctionOf: factIdOf('erp', 'gr-1-fix') },
    );
    expect(lineOf(chain).received.map(({ quantity }) => quantity)).toEqual(['91']);
    const skewed = corrected().receives(
      '93',
      '2026-03-14',
      {},
      { key: 'fix-4', recorded: '2026-03-19', correctionOf: factIdOf('erp', 'gr-1-fix') },
    );
    expect(lineOf(skewed).received.map(({ quantity }) => quantity)).toEqual(['93']);
    const twice = corrected().receives(
      '92',
      '2026-03-14',
      {},
      { key: 'fix-3', recorded: '2026-03-21', correctionOf: factIdOf('erp', 'gr-1') },
    );
    expect(lineOf(twice).received.map(({ quantity }) => quantity)).toEqual(['92']);
  });

  it('finds its original by the goods receipt too, and to nothing makes it undone', () => {
    const undone = new LineStory('L').states('2026-02-20').receives('100', '2026-03-10', { goodsReceiptId: 'GR-1' });
    undone.receives('0', '2026-03-10', { goodsReceiptId: 'GR-2' }, { correctionOf: 'GR-1', recorded: '2026-03-11' });
    expect(lineOf(undone)).toMatchObject({ received: [], status: 'SENT' });
    expect(subjectsOf('L', undone.events)).toEqual(['L', 'GR-1', 'GR-2']);
  });
});

/** Any story of a line, as far as a source can tell one. */
const anyStory: fc.Arbitrary<LineStory> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'STATE',
        'RECEIVE',
        'COMMITTED',
        'SHIPPED',
        'ACKNOWLEDGED',
        'RETURNED',
        'CANCELLED',
        'AVAILABLE',
        'CLOSED',
      ),
      on: fc.integer({ min: 0, max: 60 }),
      keyedLate: fc.integer({ min: -2, max: 20 }),
      quantity: fc.constantFrom('10', '40', '60', '100', null),
      byBuyer: fc.boolean(),
      corrects: fc.option(fc.nat({ max: 8 })),
      hour: fc.option(fc.integer({ min: 0, max: 23 })),
    }),
    { maxLength: 9 },
  )
  .map((facts) => {
    const story = new LineStory('any').states('2026-01-05', {
      sent: { at: null, on: '2026-01-05' },
      requestedDate: '2026-02-01',
    });
    for (const fact of facts) {
      const on = addDays('2026-01-05', fact.on);
      const occurred = fact.hour === null ? on : { at: `${on}T${String(fact.hour).padStart(2, '0')}:00:00Z`, on };
      const options = {
        recorded: addDays(on, fact.keyedLate),
        ...(fact.corrects === null ? {} : { correctionOf: factIdOf('erp', `any-${fact.corrects + 1}`) }),
      };
      const by = fact.byBuyer ? 'BUYER' : 'SUPPLIER';
      if (fact.kind === 'STATE')
        story.states(occurred, { committedDate: addDays(on, 30), quantity: fact.quantity ?? '0' }, options);
      else if (fact.kind === 'RECEIVE') story.receives(fact.quantity, occurred, {}, options);
      else if (fact.kind === 'COMMITTED')
        story.milestone('COMMITTED', occurred, { date: addDays(on, 20), by }, options);
      else story.milestone(fact.kind as 'SHIPPED', occurred, { quantity: fact.quantity, by }, options);
    }
    return story;
  });

const everyRow = (events: readonly PurchaseOrderLineEvent[]) => {
  const line = foldLine(events);
  return line === null ? [] : LINE_DEFINITIONS.flatMap((definition) => judgeLine(line, definition, PLAIN_CONTEXT));
};

describe('the facts of a line', () => {
  it('make the same line in whatever order they come, and however often', () => {
    fc.assert(
      fc.property(anyStory, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (story, chances) => {
        const shuffled = [...story.events, ...story.events]
          .map((event) => ({ event, chance: chances.next().value }))
          .sort((left, right) => left.chance - right.chance)
          .map(({ event }) => event);
        expect(foldLine(shuffled)).toEqual(foldLine(story.events));
      }),
      { numRuns: 300 },
    );
  });

  it('of after the day asked change no row as of that day', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 0, max: 60 }), (story, offset) => {
        const asOf = `${addDays('2026-01-05', offset)}T23:59:59Z`;
        const upTo = { asOf, knownAt: asOf, knownBy: 'SOURCE' } as const;
        const seenThen = story.events.filter((event) => event.recorded.on <= asOf.slice(0, 10));
        expect(everyRow(factsKnown(story.events, upTo))).toEqual(everyRow(factsKnown(seenThen, upTo)));
      }),
      { numRuns: 200 },
    );
  });

  it('give each metric rows that count a line at most once, whole or not at all', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const row of everyRow(story.events)) {
          if (row.denominator !== null) expect(Number(row.numerator)).toBeLessThanOrEqual(Number(row.denominator));
          if (!row.included) expect([row.numerator, row.value]).toEqual([null, null]);
        }
        const keys = everyRow(story.events).map((row) => `${row.definitionId} ${row.subjectType} ${row.subjectId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a receipt keyed a week late', () => {
  const story = new LineStory('late')
    .states('2026-02-20')
    .commits('2026-03-10', '2026-02-21')
    .receives('100', '2026-03-10', {}, { recorded: '2026-03-17' });
  const otifAs = (asOf: string, knownAt: string) => {
    const line = lineAsKnown(story.events, { asOf, knownAt, knownBy: 'SOURCE' })!;
    return LINE_DEFINITIONS.filter((one) => one.id === 'otif.lastCommit@1').flatMap((one) =>
      judgeLine(line, one, PLAIN_CONTEXT),
    )[0]!;
  };

  it('changes the figure as it is known now, and not as it was known then', () => {
    expect(otifAs('2026-03-12T00:00:00Z', '2026-03-12T00:00:00Z')).toMatchObject({
      numerator: '0',
      countsFrom: '2026-03-11',
    });
    expect(otifAs('2026-03-12T00:00:00Z', NOW)).toMatchObject({ numerator: '1' });
  });

  it('is a recorded lag of seven days', () => {
    const lag = LINE_DEFINITIONS.filter((one) => one.metric === 'recordedLag').flatMap((one) =>
      judgeLine(lineOf(story), one, PLAIN_CONTEXT),
    );
    expect(lag).toMatchObject([{ subjectType: 'GoodsReceipt', value: 7, included: true }]);
  });
});
