import fc from 'fast-check';
import { add, equals } from '@sightline/kit/decimal/decimal';
import { splitByDecision, type StatedDecision } from './decide-lot';

const stated = (decision: StatedDecision['decision'], accepted: string | null = null, rejected: string | null = null) =>
  splitByDecision({ decision, acceptedQuantity: accepted, rejectedQuantity: rejected }, '100');

describe('a decision', () => {
  it('takes all of an accepted or skipped lot, and nothing of a rejected one', () => {
    expect(stated('ACCEPTED')).toEqual({ acceptedQuantity: '100', rejectedQuantity: '0' });
    expect(stated('SKIPPED')).toEqual({ acceptedQuantity: '100', rejectedQuantity: '0' });
    expect(stated('REJECTED', null, '100.0')).toEqual({ acceptedQuantity: '0', rejectedQuantity: '100' });
  });

  it('in part works out the other part', () => {
    expect(stated('PARTIALLY_ACCEPTED', '80')).toEqual({ acceptedQuantity: '80', rejectedQuantity: '20' });
    expect(stated('PARTIALLY_ACCEPTED', null, '20')).toEqual({ acceptedQuantity: '80', rejectedQuantity: '20' });
    expect(stated('PARTIALLY_ACCEPTED', '80', '20')).toEqual({ acceptedQuantity: '80', rejectedQuantity: '20' });
  });

  it.each([
    ['no part at all', stated('PARTIALLY_ACCEPTED')],
    ['parts that do not make up the lot', stated('PARTIALLY_ACCEPTED', '80', '10')],
    ['everything as a part', stated('PARTIALLY_ACCEPTED', '100')],
    ['nothing as a part', stated('PARTIALLY_ACCEPTED', '0')],
    ['more than there is', stated('PARTIALLY_ACCEPTED', '101')],
    ['a rejection that accepts something', stated('REJECTED', '20')],
    ['an acceptance of less than the lot', stated('ACCEPTED', '80')],
  ])('is refused with %s', (_, split) => {
    expect(split).toBeNull();
  });

  it('always makes up the lot', () => {
    const quantity = fc.option(fc.integer({ min: 0, max: 120 }).map(String), { nil: null });
    fc.assert(
      fc.property(
        fc.constantFrom('ACCEPTED', 'REJECTED', 'PARTIALLY_ACCEPTED', 'SKIPPED' as const),
        quantity,
        quantity,
        (decision, accepted, rejected) => {
          const split = stated(decision as StatedDecision['decision'], accepted, rejected);
          if (split !== null) expect(equals(add(split.acceptedQuantity, split.rejectedQuantity), '100')).toBe(true);
        },
      ),
    );
  });
});
