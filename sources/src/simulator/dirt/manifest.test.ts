import { keyOf } from '../history/business-facts';
import { smallWorld } from '../testing/small-world';

/** Counts once more, from the facts alone, what the rooms of the business counted as they did it. */
describe('the manifest', () => {
  const { history } = smallWorld(0.2);
  const counted = new Map(history.truth.dirt.map(({ kind, count }) => [kind, count]));
  // What was done wrong just before the end and keyed only after it belongs to what is told later.
  const facts = [...history.facts, ...history.later].map(({ fact }) => fact);
  const number = (test: (fact: (typeof facts)[number]) => boolean): number => facts.filter(test).length;

  it('counts what was moved, cancelled and sent back', () => {
    expect(counted.get('BUYER_CANCELLATIONS')).toBe(
      number((fact) => fact.kind === 'MILESTONE' && fact.milestone === 'CANCELLED' && fact.by === 'BUYER'),
    );
    expect(counted.get('REDATES_BY_SUPPLIER')).toBe(
      number((fact) => fact.kind === 'MILESTONE' && fact.milestone === 'COMMITTED' && fact.by === 'SUPPLIER'),
    );
    expect(counted.get('REDATES_BY_BUYER')).toBe(
      number((fact) => fact.kind === 'MILESTONE' && fact.milestone === 'COMMITTED' && fact.by === 'BUYER'),
    );
    expect(counted.get('RETURNS')).toBe(number((fact) => fact.kind === 'MILESTONE' && fact.milestone === 'RETURNED'));
    expect(counted.get('TRANSFERS')).toBe(number((fact) => fact.kind === 'MOVEMENT' && fact.movement === 'TRANSFER'));
  });

  it('counts the receipts that are not as they should be', () => {
    const receipts = facts.filter((fact) => fact.kind === 'RECEIPT');
    const right = receipts.filter(({ key, system }) => system === 'WMS' && !/\/(error|reversal)$/.test(key));
    expect(counted.get('REVERSED_RECEIPTS')).toBe(receipts.filter(({ reverses }) => reverses !== null).length);
    expect(counted.get('RECEIPTS_TOLD_TWICE')).toBe(receipts.filter(({ system }) => system === 'ERP').length);
    expect(counted.get('CONSIGNMENT_RECEIPTS')).toBe(right.filter(({ consignment }) => consignment).length);
    expect(counted.get('PACK_CONVERSIONS')).toBe(right.filter(({ line }) => line.perUnit > 1).length);
    const finished = new Map<string, { ordered: number; received: number; final: boolean }>();
    for (const { line, quantity, final } of right) {
      const one = finished.get(keyOf(line)) ?? { ordered: line.ordered, received: 0, final: false };
      finished.set(keyOf(line), { ...one, received: one.received + quantity, final: one.final || final });
    }
    const ended = [...finished.values()].filter(({ final }) => final);
    expect(counted.get('OVER_DELIVERIES')).toBe(ended.filter(({ received, ordered }) => received > ordered).length);
    expect(counted.get('SHORT_DELIVERIES')).toBe(ended.filter(({ received, ordered }) => received < ordered).length);
  });

  it('counts the gaps in the sequence of the source that numbers its facts', () => {
    const numbers = [...history.facts, ...history.later]
      .flatMap(({ sequence }) => sequence ?? [])
      .sort((a, b) => a - b);
    expect(numbers.length).toBeGreaterThan(100);
    expect(counted.get('SEQUENCE_GAPS')).toBe(numbers.at(-1)! - numbers[0]! + 1 - numbers.length);
  });
});
