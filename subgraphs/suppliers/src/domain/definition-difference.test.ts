import { systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { agreementOf, compareLine, isComparable, type LineComparison } from './definition-difference';
import { foldLine } from './fold-line';
import { LineStory, PLAIN_CONTEXT } from './testing/line-story';
import { tenLines } from './testing/ten-lines';

const MARCH = { from: '2026-03-01', to: '2026-03-31', asOfDay: '2026-03-20' };

function compared(ids: readonly string[], window: typeof MARCH | null = MARCH): readonly LineComparison[] {
  const definitions = ids.map(systemDefinition);
  return tenLines().map((story) => compareLine(foldLine(story.events)!, definitions, PLAIN_CONTEXT, window));
}

const agreement = (comparisons: readonly LineComparison[]): number | null =>
  agreementOf(comparisons.map(({ verdicts }) => ({ verdicts: verdicts.map(({ passed }) => passed), count: 1 })));

const causes = (comparisons: readonly LineComparison[]): Record<string, string | null> =>
  Object.fromEntries(comparisons.filter((one) => one.differs).map((one) => [one.lineId, one.cause]));

describe('the same lines under two definitions', () => {
  it('differ step by step from the supplier’s view to the agreed one', () => {
    expect(causes(compared(['otif.supplier@1', 'otif.agreed@1']))).toEqual({
      L3: 'CLOCK_EVENT',
      L4: 'DUE_BASIS',
      L5: 'CLOCK_EVENT',
      L6: 'TOLERANCE',
      L7: 'WINDOW',
      L9: 'POPULATION',
    });
  });

  it('can differ although the percentages are equal', () => {
    const comparisons = compared(['otif.originalCommit@1', 'otif.agreed@1']);
    expect(causes(comparisons)).toEqual({ L6: 'TOLERANCE', L7: 'WINDOW' });
    expect(agreement(comparisons)).toBeCloseTo(7 / 9, 12);
  });

  it('show each verdict in words', () => {
    const l3 = compared(['otif.supplier@1', 'otif.agreed@1']).find((one) => one.lineId === 'L3')!;
    expect(l3.verdicts.map(({ passed, label }) => [passed, label])).toEqual([
      [true, 'Shipped by the due date'],
      [false, 'Received after the due date'],
    ]);
  });

  it('judge no line that takes part in neither', () => {
    const l10 = compared(['otif.supplier@1', 'otif.agreed@1']).find((one) => one.lineId === 'L10')!;
    expect(l10).toMatchObject({ judged: false, differs: false, cause: null });
  });

  it('agree fully when they are the same definition', () => {
    const comparisons = compared(['otif.agreed@1', 'otif.agreed@1']);
    expect(causes(comparisons)).toEqual({});
    expect(agreement(comparisons)).toBe(1);
  });
});

describe('several definitions', () => {
  it('are compared pair by pair, and the first pair that disagrees gives the cause', () => {
    const comparisons = compared(['otif.lastCommit@1', 'otif.originalCommit@1', 'otif.supplier@1']);
    const l4 = comparisons.find((one) => one.lineId === 'L4')!;
    expect(l4.cause).toBe('DUE_BASIS');
    expect(agreement([l4])).toBeCloseTo(1 / 3, 12);
  });

  it('agree on nothing when there is nothing to agree on', () => {
    expect(agreementOf([])).toBeNull();
  });
});

describe('a line due in the window by one definition only', () => {
  it('differs by its due basis', () => {
    const story = new LineStory('moved')
      .states('2026-02-20')
      .commits('2026-03-10', '2026-02-21')
      .commits('2026-04-10', '2026-03-01');
    const line = foldLine(story.receives('100', '2026-03-09').events)!;
    const comparison = compareLine(
      line,
      ['otif.originalCommit@1', 'otif.lastCommit@1'].map(systemDefinition),
      PLAIN_CONTEXT,
      MARCH,
    );
    expect(comparison).toMatchObject({ differs: true, cause: 'DUE_BASIS' });
    expect(comparison.verdicts.map(({ passed, rule }) => [passed, rule])).toEqual([
      [true, 'RECEIVED_BY_DUE'],
      [null, 'NOT_IN_WINDOW'],
    ]);
  });
});

it('compares only what passes or fails a line', () => {
  expect(isComparable(systemDefinition('otif.agreed@1'))).toBe(true);
  expect(isComparable(systemDefinition('leadTime.sentToReceived@1'))).toBe(false);
});
