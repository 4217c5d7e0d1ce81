import { HOUR_MS } from '../network/site-time';
import { openWorld } from '../load/world';
import { ANCHOR, smallWorld } from '../testing/small-world';
import { type BusinessFact, keyOf } from './business-facts';

const factsOf = (seed: number, steps = [ANCHOR]): BusinessFact[] => {
  const { business } = openWorld({ seed, scale: 0.03, anchor: ANCHOR });
  return steps.flatMap((until) => [...business.until(until)]);
};

describe('what happens in the simulated business', () => {
  const facts = factsOf(42);

  it('is the same for the same seed, and another for another', () => {
    expect(factsOf(42)).toEqual(facts);
    expect(factsOf(43)).not.toEqual(facts);
  });

  it('is the same in however many steps it is run', () => {
    expect(factsOf(42, [ANCHOR - 100 * 24 * HOUR_MS, ANCHOR - 3 * HOUR_MS, ANCHOR])).toEqual(facts);
  });

  it('happens in order, and each fact has a name of its own', () => {
    expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
    const backwards = facts.filter(({ at }, index) => index > 0 && at < facts[index - 1]!.at - 10 * 60_000);
    expect(backwards).toEqual([]);
  });

  it('delivers only what was ordered, and inspects only what came', () => {
    const ordered = new Set<string>();
    const came = new Set<string>();
    const wrong = facts.filter((fact) => {
      if (fact.kind === 'LINE') ordered.add(keyOf(fact.line));
      if (fact.kind === 'RECEIPT') came.add(fact.key);
      if (fact.kind === 'MILESTONE' || fact.kind === 'RECEIPT') return !ordered.has(keyOf(fact.line));
      if (fact.kind !== 'INSPECTION') return false;
      const adds = fact.decision === null || fact.accepted! + fact.rejected! === fact.lotQuantity;
      return !came.has(fact.receipt) || !adds || (fact.defectiveInSample ?? 0) > (fact.sampleSize ?? 0);
    });
    expect(wrong).toEqual([]);
    expect(came.size).toBeGreaterThan(500);
  });

  it('ships before it receives, since suppliers tell what they ship', () => {
    const shipped = new Set<string>();
    const unshipped = facts.filter((fact) => {
      if (fact.kind === 'MILESTONE' && fact.milestone === 'SHIPPED') shipped.add(fact.shipment!);
      return fact.kind === 'RECEIPT' && fact.at > ANCHOR - 100 * 24 * HOUR_MS && !shipped.has(fact.shipment);
    });
    expect(unshipped).toEqual([]);
    expect(shipped.size).toBeGreaterThan(500);
  });

  it('takes nothing out of stock that has not come in', () => {
    const { history } = smallWorld();
    const negative: string[] = [];
    const stock = new Map<string, number>();
    const put = (position: string, quantity: number): void => {
      const left = (stock.get(position) ?? 0) + quantity;
      stock.set(position, left);
      if (left < 0) negative.push(`${position}: ${left}`);
    };
    for (const { fact } of history.facts) {
      if (fact.kind === 'RECEIPT' && fact.dockToStock && fact.system === 'WMS' && !/\/(error|reversal)$/.test(fact.key))
        put(`${fact.line.item}|${fact.plant}|${fact.lot}|${fact.consignment}`, fact.quantity * fact.line.perUnit);
      if (fact.kind === 'INSPECTION' && fact.decision !== null)
        put(`${fact.line.item}|${fact.plant}|${fact.lot}|false`, fact.accepted!);
      if (fact.kind !== 'MOVEMENT' || fact.fromStatus !== null) continue;
      const own = `${fact.item}|${fact.plant}|${fact.lot}|false`;
      switch (fact.movement) {
        case 'OPENING':
        case 'PRODUCTION_RECEIPT':
        case 'ADJUSTMENT':
          put(own, fact.quantity);
          break;
        case 'CONSIGNMENT_WITHDRAWAL':
          put(`${fact.item}|${fact.plant}|${fact.lot}|true`, -fact.quantity);
          put(own, fact.quantity);
          break;
        case 'TRANSFER':
          put(own, -fact.quantity);
          put(`${fact.item}|${fact.toPlant}|${fact.lot}|false`, fact.quantity);
          break;
        default:
          put(own, -fact.quantity);
      }
    }
    expect(negative).toEqual([]);
    expect(stock.size).toBeGreaterThan(100);
  });

  it('makes only what was released and begun, and posts no more than was made', () => {
    const state = new Map<string, { begun: boolean; good: number; posted: number }>();
    const wrong = facts.filter((fact) => {
      if (fact.kind === 'WORK_ORDER') state.set(fact.order.number, { begun: false, good: 0, posted: 0 });
      if (fact.kind !== 'WORK_ORDER_EVENT') return false;
      const order = state.get(fact.order.number);
      if (order === undefined) return true;
      if (fact.event === 'STARTED') order.begun = true;
      if (fact.event === 'POSTED') order.posted += fact.quantity!;
      const reports = fact.event === 'REPORTED' || fact.event === 'COMPLETED';
      if (reports) order.good += fact.quantity!;
      // Of what was finished long ago only the completion is told.
      const begins = fact.at > ANCHOR - 24 * HOUR_MS && reports;
      return (begins && !order.begun) || order.posted > order.good;
    });
    expect(wrong).toEqual([]);
    expect([...state.values()].some(({ posted }) => posted > 0)).toBe(true);
  });

  it('lets a late line slip the work orders that wait for it, and a rejected lot go back', () => {
    const slipped = facts.filter((fact) => fact.kind === 'WORK_ORDER_EVENT' && fact.event === 'RESCHEDULED');
    expect(slipped.length).toBeGreaterThan(0);
    const rejected = facts.filter((fact) => fact.kind === 'INSPECTION' && fact.disposition === 'RETURN');
    const returned = new Set(facts.filter(({ key }) => key.startsWith('return/')).map(({ key }) => key.slice(7)));
    const old = rejected.filter(({ at }) => at < ANCHOR - 100 * HOUR_MS);
    expect(old.length).toBeGreaterThan(0);
    for (const fact of old) if (fact.kind === 'INSPECTION') expect(returned.has(fact.receipt)).toBe(true);
  });
});

describe('an incident', () => {
  it('changes nothing of what happened before it, nor of lines that it does not touch', () => {
    const anchor = ANCHOR;
    const plain = openWorld({ seed: 42, scale: 0.05, anchor });
    const struck = openWorld({ seed: 42, scale: 0.05, anchor });
    const before = [...plain.business.until(anchor)];
    expect([...struck.business.until(anchor)]).toEqual(before);
    expect(struck.deliveries.slip(0, 10, 'fire', 'test')).toBeGreaterThan(0);
    const until = anchor + 20 * 24 * HOUR_MS;
    const receiptsOf = (facts: readonly BusinessFact[]): string[] =>
      facts.filter((fact) => fact.kind === 'RECEIPT' && fact.line.supplier !== 0).map(({ key, at }) => `${key} ${at}`);
    expect(receiptsOf([...struck.business.until(until)])).toEqual(receiptsOf([...plain.business.until(until)]));
  });

  it('brings a bad lot that is inspected and goes back', () => {
    const world = openWorld({ seed: 42, scale: 0.2, anchor: ANCHOR });
    for (const _fact of world.business.until(ANCHOR));
    world.receiving.spoiled.set(1, 0.12);
    const line = world.deliveries.hurry(1)!;
    expect(line).not.toBeNull();
    const after = [...world.business.until(ANCHOR + 5 * 24 * HOUR_MS)].filter(
      (fact) => 'line' in fact && fact.line !== null && keyOf(fact.line) === keyOf(line),
    );
    expect(after.find((fact) => fact.kind === 'INSPECTION' && fact.event === 'DECIDED')).toMatchObject({
      decision: 'REJECTED',
      disposition: 'RETURN',
    });
    expect(after.some((fact) => fact.kind === 'MOVEMENT' && fact.movement === 'RETURN_TO_SUPPLIER')).toBe(true);
  });
});
