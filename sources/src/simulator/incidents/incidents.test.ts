import { openWorld } from '../load/world';
import { HOUR_MS } from '../network/site-time';
import { ANCHOR } from '../testing/small-world';
import { cause } from './incidents';

it('has MES complete what a plant works on while its ERP hears nothing of it for a day', () => {
  const world = openWorld({ seed: 42, scale: 0.05, anchor: ANCHOR });
  // A Monday morning in Germany, when the plants have something in hand.
  const now = ANCHOR + 31 * HOUR_MS;
  for (const fact of world.business.until(now)) expect(fact.at).toBeLessThanOrEqual(now);
  const words = cause('mes-not-posted', world, 0);
  const [, plant, orders] = /^ERP of (\S+) hears nothing from MES, which completes (\d+) of its work orders$/.exec(
    words,
  )!;
  expect(Number(orders)).toBeGreaterThan(0);

  const index = Number(plant!.at(-1)) - 1;
  const told = [...world.business.until(now + 19 * HOUR_MS)].filter((fact) => fact.plant === index);
  const events = (kind: string): string[] =>
    told.flatMap((fact) => (fact.kind === 'WORK_ORDER_EVENT' && fact.event === kind ? [fact.order.number] : []));
  const completed = events('COMPLETED');
  expect(completed.length).toBeGreaterThanOrEqual(Number(orders));
  // Each once, and of none of them a word after it.
  expect(new Set(completed).size).toBe(completed.length);
  const done = new Set(completed.slice(0, Number(orders)));
  expect(events('REPORTED').filter((number) => done.has(number))).toEqual([]);
  expect(events('POSTED').filter((number) => done.has(number))).toEqual([]);
});
