import fc from 'fast-check';
import { partKnown, spanOf } from '@sightline/kit/facts/facts-known';
import { lineAsKnown } from './facts-known';
import { foldLine } from './fold-line';
import { LineStory } from './testing/line-story';

const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
const days = fc.integer({ min: 0, max: 60 });
/** An instant in some offset: late on a day, or early. */
const instants = fc
  .tuple(days, fc.constantFrom('T23:59:59.999Z', 'T00:00:00.000Z', 'T23:00:00-12:00', 'T01:00:00+14:00'))
  .map(([on, time]) => `${day(on)}${time}`);
/** A line that is ordered and receives its goods in parts, each recorded some days after it came. */
const stories = fc
  .tuple(days, fc.array(fc.tuple(days, fc.integer({ min: 0, max: 9 })), { maxLength: 4 }))
  .map(([ordered, receipts]) => {
    const story = new LineStory('a', { committedDate: day(ordered + 20) }).states(day(ordered));
    for (const [on, late] of receipts) story.receives('25', day(on), {}, { recorded: day(on + late) });
    return story;
  });

it('a line of which all was known by an instant stands there as today, and one of which nothing had happened is not there', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(stories, instants, instants, (story, asOf, knownAt) => {
      const upTo = { asOf, knownAt, knownBy: 'SOURCE' } as const;
      const part = partKnown(spanOf(story.events), upTo);
      seen.add(part);
      if (part === 'ALL') expect(lineAsKnown(story.events, upTo)).toEqual(foldLine(story.events));
      if (part === 'NONE') expect(lineAsKnown(story.events, upTo)).toBeNull();
    }),
    { numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(['ALL', 'NONE', 'SOME']);
});

it('what was readable on this platform by an instant no day decides', () => {
  const story = new LineStory('a').states('2026-01-01');
  const upTo = { asOf: '2026-06-01T00:00:00Z', knownAt: '2026-06-01T00:00:00Z', knownBy: 'PLATFORM' } as const;
  expect(partKnown(spanOf(story.events), upTo)).toBe('SOME');
});
