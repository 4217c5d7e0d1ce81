import {
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  systemDefinition,
} from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { sum } from '@sightline/kit/decimal/decimal';
import type { JudgeContext } from './contribution-of-line';
import { lineAsKnown } from './facts-known';
import { foldLine } from './fold-line';
import { judgeLine, LINE_DEFINITIONS } from './judge-line';
import { judgeOnTime } from './on-time';
import { LineStory, PLAIN_CONTEXT } from './testing/line-story';
import { tenLines, TEN_LINES_AS_OF } from './testing/ten-lines';

const AS_OF_DAY = '2026-03-20';

function judged(story: LineStory, definition: MetricDefinition, context: JudgeContext = PLAIN_CONTEXT): Contribution {
  const line = foldLine(story.events);
  if (line === null) throw new Error(`${story.id} tells no line`);
  const row = judgeOnTime(line, definition, context);
  if (row === null) throw new Error(`${story.id} takes no part`);
  return row;
}

/** Counting as a figure does: rows that count on the day asked. */
function counted(rows: readonly Contribution[], asOfDay = AS_OF_DAY) {
  const present = rows.filter((row) => row.countsFrom === null || row.countsFrom <= asOfDay);
  const included = present.filter((row) => row.included);
  return {
    n: included.length,
    numerator: sum(included.map((row) => row.numerator ?? '0')),
    denominator: sum(included.map((row) => row.denominator ?? '0')),
    passing: included.filter((row) => row.numerator === row.denominator).map((row) => row.subjectId),
    excluded: present.filter((row) => !row.included).map((row) => `${row.subjectId} ${row.rule}`),
  };
}

const over = (stories: readonly LineStory[], definitionId: string) =>
  counted(stories.map((story) => judged(story, systemDefinition(definitionId))));

describe('ten lines under six definitions of on time in full (G1)', () => {
  const facts = tenLines();
  it.each([
    ['otif.supplier@1', 8, ['L1', 'L2', 'L3', 'L4', 'L5', 'L7', 'L8']],
    ['otif.lastCommit@1', 9, ['L1', 'L2', 'L4', 'L7', 'L8']],
    ['otif.originalCommit@1', 9, ['L1', 'L2', 'L7', 'L8']],
    ['otif.agreed@1', 9, ['L1', 'L2', 'L6', 'L8']],
    ['otif.buyer@1', 9, ['L1', 'L6', 'L8']],
    ['otif.accepted@1', 9, ['L6']],
  ])('%s judges %i lines and passes %j', (definitionId, n, passing) => {
    const figure = over(facts, definitionId);
    expect(figure).toMatchObject({ n, numerator: String(passing.length), denominator: String(n), passing });
  });

  it('leaves the line that the buyer cancelled out of every one, and counts it', () => {
    for (const definitionId of [
      'otif.lastCommit@1',
      'otif.originalCommit@1',
      'otif.agreed@1',
      'otif.buyer@1',
      'otif.accepted@1',
    ]) {
      expect(over(facts, definitionId).excluded).toEqual(['L10 CANCELLED_BY_BUYER']);
    }
    expect(over(facts, 'otif.supplier@1').excluded).toEqual(['L9 NOT_DELIVERED', 'L10 CANCELLED_BY_BUYER']);
  });

  it('says of each line what decided it', () => {
    const rules = Object.fromEntries(
      facts.map((story) => [story.id, judged(story, systemDefinition('otif.agreed@1')).rule]),
    );
    expect(rules).toEqual({
      L1: 'RECEIVED_IN_WINDOW',
      L2: 'RECEIVED_IN_WINDOW',
      L3: 'RECEIVED_LATE',
      L4: 'RECEIVED_LATE',
      L5: 'RECEIVED_LATE',
      L6: 'RECEIVED_IN_WINDOW',
      L7: 'TOO_EARLY',
      L8: 'RECEIVED_IN_WINDOW',
      L9: 'NOT_RECEIVED_WHEN_DUE',
      L10: 'CANCELLED_BY_BUYER',
    });
  });

  it('is the same line by line when told as of the day instead of now', () => {
    for (const story of facts) {
      const line = lineAsKnown(story.events, { asOf: TEN_LINES_AS_OF, knownAt: TEN_LINES_AS_OF, knownBy: 'SOURCE' });
      expect(line).toEqual(foldLine(story.events));
    }
  });
});

describe('partial deliveries', () => {
  it('add up on one day: 6 and 4 of 10 are on time in full', () => {
    const story = new LineStory('split', { quantity: '10' }).states('2026-02-20').commits('2026-03-10', '2026-02-21');
    story.receives('6', '2026-03-10').receives('4', '2026-03-10');
    expect(judged(story, systemDefinition(DEFAULT_OTIF))).toMatchObject({
      included: true,
      numerator: '1',
      rule: 'RECEIVED_BY_DUE',
    });
    expect(judged(story, systemDefinition(DEFAULT_ON_TIME))).toMatchObject({ numerator: '1' });
  });

  it('never make more than the whole: twice the quantity is over, and pro rata exactly all of it', () => {
    const story = new LineStory('double', { quantity: '10' }).states('2026-02-20').commits('2026-03-10', '2026-02-21');
    story.receives('20', '2026-03-09');
    expect(judged(story, systemDefinition(DEFAULT_OTIF))).toMatchObject({
      numerator: '0',
      denominator: '1',
      rule: 'OVER',
    });
    const proRata: MetricDefinition = {
      ...systemDefinition(DEFAULT_OTIF),
      id: 'otif.test@1',
      partialRule: 'PRO_RATA',
      quantityHighPercent: null,
    };
    expect(judged(story, proRata)).toMatchObject({ numerator: '10', denominator: '10', unitCode: 'C62' });
  });

  it('count pro rata by what came in time', () => {
    const proRata: MetricDefinition = { ...systemDefinition(DEFAULT_OTIF), id: 'otif.test@1', partialRule: 'PRO_RATA' };
    const late = tenLines().find((story) => story.id === 'L5')!;
    expect(judged(late, proRata)).toMatchObject({ numerator: '60', denominator: '100' });
  });

  it('must come in one piece when the definition wants all or nothing, and in the first when it wants that', () => {
    const story = new LineStory('pieces').states('2026-02-20').commits('2026-03-10', '2026-02-21');
    story.receives('60', '2026-03-08').receives('40', '2026-03-09');
    const allOrNothing: MetricDefinition = { ...systemDefinition(DEFAULT_OTIF), partialRule: 'ALL_OR_NOTHING' };
    const first: MetricDefinition = { ...systemDefinition(DEFAULT_OTIF), partialRule: 'FIRST_RECEIPT' };
    expect(judged(story, systemDefinition(DEFAULT_OTIF)).numerator).toBe('1');
    expect(judged(story, allOrNothing).numerator).toBe('0');
    expect(judged(story, first).numerator).toBe('0');
  });

  it('of one shipment make one row, whatever the number of receipts', () => {
    const story = new LineStory('twice', { quantity: '10' }).states('2026-02-20').commits('2026-03-10', '2026-02-21');
    story
      .receives('6', '2026-03-09', { shipmentNumber: 'ASN-1' })
      .receives('4', '2026-03-10', { shipmentNumber: 'ASN-1' });
    const other = new LineStory('other').states('2026-02-20').commits('2026-03-10', '2026-02-21');
    other.receives('100', '2026-03-12', { shipmentNumber: 'ASN-1' });
    const rows = [story, other].map((one) => judged(one, systemDefinition('onTime.shipment@1')));
    expect(new Set(rows.map((row) => row.unitKey)).size).toBe(1);
    expect(rows.map((row) => row.numerator)).toEqual(['1', '0']);
  });
});

describe('the day of a receipt', () => {
  const dueOnTheTenth = (): LineStory => new LineStory('zone').states('2026-02-20').commits('2026-03-10', '2026-02-21');

  it('is on time at four in the afternoon of the due date', () => {
    const story = dueOnTheTenth().receives('100', { at: '2026-03-10T16:00:00+01:00', on: '2026-03-10' });
    expect(judged(story, systemDefinition(DEFAULT_ON_TIME)).numerator).toBe('1');
  });

  it('is the one at the receiving site, not at the clock that wrote it', () => {
    // A second after midnight in Berlin is still the day before in New York.
    const story = dueOnTheTenth().receives('100', { at: '2026-03-11T00:00:01+01:00', on: '2026-03-11' });
    const definition = systemDefinition(DEFAULT_ON_TIME);
    expect(judged(story, definition, { ...PLAIN_CONTEXT, timeZone: 'Europe/Berlin' })).toMatchObject({
      numerator: '0',
      rule: 'RECEIVED_LATE',
    });
    expect(judged(story, definition, { ...PLAIN_CONTEXT, timeZone: 'America/New_York' })).toMatchObject({
      numerator: '1',
    });
  });
});

describe('a line that did not come', () => {
  const never = new LineStory('never').states('2026-02-20').commits('2026-03-10', '2026-02-21');

  it('is a failure from the day after it was due, and nothing before', () => {
    const row = judged(never, systemDefinition(DEFAULT_ON_TIME));
    expect(row).toMatchObject({
      included: true,
      numerator: '0',
      denominator: '1',
      rule: 'NOT_RECEIVED_WHEN_DUE',
      countsFrom: '2026-03-11',
    });
    expect(counted([row], '2026-03-10').n).toBe(0);
    expect(counted([row], '2026-03-11').n).toBe(1);
  });

  it('fails only after the days of grace where there are any', () => {
    expect(judged(never, systemDefinition('onTime.window14_7@1')).countsFrom).toBe('2026-03-18');
  });

  it('and came in part only, is a failure from the same day', () => {
    const part = new LineStory('part')
      .states('2026-02-20')
      .commits('2026-03-10', '2026-02-21')
      .receives('60', '2026-03-09');
    for (const id of [DEFAULT_ON_TIME, DEFAULT_OTIF]) {
      expect(judged(part, systemDefinition(id))).toMatchObject({
        numerator: '0',
        rule: 'PARTLY_RECEIVED_WHEN_DUE',
        countsFrom: '2026-03-11',
      });
    }
  });
});

describe('a line that is not asked for any more', () => {
  it('is left out when the buyer set it to zero, and divides nothing by zero', () => {
    const story = new LineStory('zero')
      .states('2026-02-20')
      .commits('2026-03-10', '2026-02-21')
      .states('2026-03-01', { quantity: '0' });
    const rows = [judged(story, systemDefinition(DEFAULT_OTIF))];
    expect(counted(rows)).toMatchObject({
      n: 0,
      numerator: '0',
      denominator: '0',
      excluded: ['zero CANCELLED_BY_BUYER'],
    });
  });

  it('owes only the rest when the buyer cancelled a part', () => {
    const story = new LineStory('rest').states('2026-02-20').commits('2026-03-10', '2026-02-21');
    story.milestone('CANCELLED', '2026-03-01', { quantity: '40', by: 'BUYER' }).receives('60', '2026-03-10');
    expect(judged(story, systemDefinition(DEFAULT_OTIF))).toMatchObject({ numerator: '1' });
  });

  it('stays a failure when it was the supplier who cancelled', () => {
    const story = new LineStory('dropped').states('2026-02-20').commits('2026-03-10', '2026-02-21');
    story.milestone('CANCELLED', '2026-03-01', { by: 'SUPPLIER' });
    expect(judged(story, systemDefinition(DEFAULT_OTIF))).toMatchObject({ included: true, numerator: '0' });
  });
});

describe('a promise that moves', () => {
  const received = (by: 'SUPPLIER' | 'BUYER'): LineStory =>
    new LineStory('moved')
      .states('2026-02-20')
      .commits('2026-03-10', '2026-02-21')
      .commits('2026-03-17', '2026-03-01', by)
      .receives('100', '2026-03-17');

  it('changes nothing against the original commit when the supplier moved it', () => {
    expect(judged(received('SUPPLIER'), systemDefinition('otif.originalCommit@1'))).toMatchObject({
      numerator: '0',
      dates: { DUE: '2026-03-10' },
    });
    expect(judged(received('SUPPLIER'), systemDefinition(DEFAULT_OTIF))).toMatchObject({
      numerator: '1',
      dates: { DUE: '2026-03-17' },
    });
  });

  it('starts anew when the buyer moved it', () => {
    expect(judged(received('BUYER'), systemDefinition('otif.originalCommit@1'))).toMatchObject({ numerator: '1' });
  });
});

describe('a source that says little', () => {
  it('without quantities is judged by the day of the receipt, and never in full', () => {
    const story = new LineStory('bare')
      .states('2026-02-20', { committedDate: '2026-03-10', commitIsOriginal: false })
      .receives(null, '2026-03-10');
    expect(judged(story, systemDefinition(DEFAULT_ON_TIME))).toMatchObject({ numerator: '1' });
    expect(judged(story, systemDefinition(DEFAULT_OTIF))).toMatchObject({
      included: false,
      rule: 'QUANTITY_NOT_REPORTED',
    });
  });

  it('that overwrites its dates leaves the original commit unknown, and the line is left out but still found', () => {
    const story = new LineStory('bare')
      .states('2026-02-20', { committedDate: '2026-03-10', commitIsOriginal: false })
      .receives(null, '2026-03-10');
    expect(judged(story, systemDefinition('onTime.originalCommit@1'))).toMatchObject({
      included: false,
      rule: 'DUE_DATE_UNKNOWN',
      dates: { DUE: '2026-03-10' },
    });
  });

  it('that reports in another unit is not taken for the order unit', () => {
    const story = new LineStory('boxes')
      .states('2026-02-20')
      .commits('2026-03-10', '2026-02-21')
      .receives('100', '2026-03-10', { unitOfMeasure: 'BX' });
    expect(judged(story, systemDefinition(DEFAULT_OTIF))).toMatchObject({
      included: false,
      rule: 'QUANTITY_IN_OTHER_UNIT',
    });
  });
});

describe('a placeholder for a date that a source sent before such were refused', () => {
  const rowsOf = (committedDate: string, at: string): readonly Contribution[] => {
    const story = new LineStory('P').states('2026-01-01', { committedDate, requestedDate: committedDate });
    const received = new LineStory('R')
      .states('2026-01-01', { committedDate, requestedDate: committedDate, sent: { at, on: at.slice(0, 10) } })
      .receives('100', { at, on: at.slice(0, 10) });
    return [story, received].flatMap(({ events }) => {
      const line = foldLine(events);
      if (line === null) throw new Error('no line');
      return LINE_DEFINITIONS.flatMap((definition) =>
        judgeLine(line, definition, { ...PLAIN_CONTEXT, timeZone: 'UTC' }),
      );
    });
  };

  it('stands for never, or for ever ago, and spoils no figure', () => {
    expect(rowsOf('9999-12-31', '9999-12-31T23:00:00-05:00').length).toBeGreaterThan(0);
    expect(rowsOf('0001-01-01', '0001-01-01T00:00:00+05:00').length).toBeGreaterThan(0);
    const never = new LineStory('P').states('2026-01-01', { committedDate: '9999-12-31' });
    expect(counted([judged(never, systemDefinition(DEFAULT_ON_TIME))], '9000-01-01').n).toBe(0);
  });
});
