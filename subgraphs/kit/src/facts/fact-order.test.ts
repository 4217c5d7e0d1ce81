import * as fc from 'fast-check';
import type { LogEvent, When } from '@sightline/contracts/events/envelope';
import { factIdOf } from '@sightline/contracts/identities';
import { byOccurrence, byRecord, standingFacts, withoutCorrected } from './fact-order';

const DAY = '2026-03-10';
const MOMENT: When = { on: DAY, at: '2026-03-10T08:00:00Z' };

function fact(
  eventId: string,
  over: Partial<LogEvent> = {},
  source: Partial<NonNullable<LogEvent['source']>> = {},
): LogEvent {
  return {
    eventId,
    type: 'test.thing.said.v1',
    subjectType: 'thing',
    subjectId: 'thing-1',
    subjectVersion: 1,
    tenant: null,
    source: {
      sourceSystemId: 'mes-1',
      flow: 'reports',
      idempotencyKey: eventId,
      sequence: null,
      correctionOf: null,
      ...source,
    } as LogEvent['source'],
    occurred: MOMENT,
    recorded: MOMENT,
    ingestedAt: '2026-03-10T09:00:00Z',
    payload: {},
    ...over,
  };
}

const when = fc.constantFrom<When>({ on: DAY, at: null }, MOMENT, { on: DAY, at: '2026-03-10T09:00:00+01:00' });

const anyFact = fc
  .record({
    eventId: fc.uuid(),
    system: fc.constantFrom('erp-1', 'mes-1', 'wms-1', null),
    flow: fc.constantFrom('orders', 'reports'),
    sequence: fc.constantFrom('1', '2', '10', 'x', null),
    subjectVersion: fc.integer({ min: 1, max: 3 }),
    occurred: when,
    recorded: when,
  })
  .map(({ eventId, system, flow, sequence, ...rest }) =>
    fact(
      eventId,
      system === null ? { ...rest, source: null } : rest,
      system === null ? {} : { sourceSystemId: system, flow, sequence },
    ),
  );

describe('the order of facts', () => {
  it.each([
    ['by occurrence', byOccurrence],
    ['by record', byRecord],
  ])('%s, is the same however the facts arrived, also between sources that number their own', (_, order) => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anyFact, { selector: ({ eventId }) => eventId, maxLength: 12 })
          .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        ([facts, shuffled]) => {
          expect([...shuffled].sort(order)).toEqual([...facts].sort(order));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('puts a fact that knows only its day before those of the day that know their minute', () => {
    const day = fact('b', { occurred: { on: DAY, at: null } });
    expect([fact('a'), day].sort(byOccurrence)).toEqual([day, fact('a')]);
  });

  it("follows a source's own numbers before our order of arrival, as numbers and not as text", () => {
    const tenth = fact('a', { subjectVersion: 1 }, { sequence: '10' });
    const ninth = fact('b', { subjectVersion: 2 }, { sequence: '9' });
    expect([tenth, ninth].sort(byOccurrence)).toEqual([ninth, tenth]);
  });
});

describe('what stands', () => {
  const original = fact('original', { recorded: { on: '2026-03-09', at: null } });
  const corrected = fact('first', {}, { correctionOf: factIdOf('mes-1', 'original') });
  const again = fact('second', {}, { correctionOf: 'first' });

  it('is the last of a chain of corrections, committed when the original was', () => {
    for (const facts of [
      [original, corrected, again],
      [again, corrected, original],
    ])
      expect(standingFacts(facts)).toEqual([{ event: again, committed: original.recorded }]);
  });

  it('is a correction whose original has not come, and everything that nobody corrected', () => {
    const other = fact('other');
    expect(withoutCorrected([again, other])).toEqual([again, other]);
  });

  it('is one fact of a ring that a source made, rather than none', () => {
    const ring = [fact('a', {}, { correctionOf: 'b' }), fact('b', {}, { correctionOf: 'a' })];
    expect(withoutCorrected(ring).length).toBeGreaterThan(0);
  });

  it('may be called by a further name that its owner gives', () => {
    const receipt = fact('receipt');
    const reversal = fact('reversal', {}, { correctionOf: 'GR-1' });
    expect(
      withoutCorrected([receipt, reversal], ({ eventId }) => [eventId, ...(eventId === 'receipt' ? ['GR-1'] : [])]),
    ).toEqual([reversal]);
  });
});
