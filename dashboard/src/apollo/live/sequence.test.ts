import fc from 'fast-check';
import { followFacts, followFigures, type Envelope, type Place } from './sequence';

const message = (cursor: string, previousCursor: string | null, kind: Envelope['kind'] = 'UPDATED'): Envelope => ({
  cursor,
  previousCursor,
  kind,
});

/** Verdicts over a whole stream. */
function followed(messages: readonly Envelope[], from: Place = null): { verdicts: string[]; place: Place } {
  let place = from;
  const verdicts = messages.map((one) => {
    const next = followFacts(place, one);
    place = next.place;
    return next.verdict;
  });
  return { verdicts, place };
}

const chain = (length: number): Envelope[] =>
  Array.from({ length }, (_, index) => message(`c${index + 1}`, index === 0 ? 'c0' : `c${index}`));

it('applies every change that names the one before it', () => {
  const { verdicts, place } = followed([message('c0', null, 'SNAPSHOT'), ...chain(3)]);
  expect(verdicts).toEqual(['mark', 'apply', 'apply', 'apply']);
  expect(place).toBe('c3');
});

it('takes a heartbeat as a place to go on from', () => {
  const { verdicts, place } = followed([
    message('c0', null, 'SNAPSHOT'),
    message('c5', 'c0', 'HEARTBEAT'),
    message('c6', 'c5'),
  ]);
  expect(verdicts).toEqual(['mark', 'mark', 'apply']);
  expect(place).toBe('c6');
});

it('goes on after the cursor it resumed from, and notices when the platform did not', () => {
  expect(followed([message('c8', 'c7')], 'c7').verdicts).toEqual(['apply']);
  expect(followed([message('c9', 'c8')], 'c7').verdicts).toEqual(['gap']);
});

it('applies nothing twice', () => {
  expect(followed([message('c7', 'c6')], 'c7').verdicts).toEqual(['repeat']);
});

it('tells a change apart from one whose figure did not move the log', () => {
  // A change may come at the place of the one before it; it is no repeat when it names it.
  expect(followed([message('c7', 'c7')], 'c7').verdicts).toEqual(['apply']);
});

it('notices each hole in a stream once, whatever is missing, and none in a whole one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(39), { maxLength: 10 }), (length, dropped) => {
      const missing = new Set(dropped.filter((index) => index < length));
      const left = chain(length).filter((_, index) => !missing.has(index));
      const { verdicts } = followed([message('c0', null, 'SNAPSHOT'), ...left]);
      // A hole is a run of missing messages that something follows.
      const holes = [...missing].filter((index) => index + 1 < length && !missing.has(index + 1)).length;
      expect(verdicts.filter((verdict) => verdict === 'gap')).toHaveLength(holes);
    }),
  );
});

it('asks of figures only the latest', () => {
  expect(followFigures('c1', message('c9', 'c4'))).toEqual({ verdict: 'apply', place: 'c9' });
  expect(followFigures('c1', message('c9', 'c1', 'HEARTBEAT'))).toEqual({ verdict: 'mark', place: 'c9' });
});
