import { PLANTS } from '../network/plants';
import { dayAt, instantText, weekdayOf } from '../network/site-time';
import { ANCHOR, smallWorld } from '../testing/small-world';
import { Books } from '../truth/books';
import { type OtifRule, passes } from '../truth/delivery-figures';
import { simulatedStamps } from '../load/door-inputs';
import type { History, World } from '../load/world';

/** The whole demo, as `npm start` loads it: what its issue asks for, counted. */
describe('the history of the demo', () => {
  let world: World;
  let history: History;
  let books: Books;
  const count = (kind: string): number => history.facts.filter(({ fact }) => fact.kind === kind).length;
  const linesBySupplier = (): number[] => {
    const lines = new Map<number, number>(world.network.suppliers.map(({ index }) => [index, 0]));
    for (const { fact } of history.facts)
      if (fact.kind === 'LINE') lines.set(fact.line.supplier, lines.get(fact.line.supplier)! + 1);
    return [...lines.values()].sort((one, other) => other - one);
  };

  beforeAll(() => {
    ({ world, history } = smallWorld(1));
    books = new Books();
    for (const told of history.facts) books.enter(told, simulatedStamps(42, told, ANCHOR));
  }, 120_000);

  it('is as large as the demo must be', () => {
    expect(count('LINE')).toBeGreaterThanOrEqual(30_000);
    expect(books.receipts.size).toBeGreaterThanOrEqual(35_000);
    expect(count('WORK_ORDER')).toBeGreaterThanOrEqual(10_000);
    const lots = [...books.receipts.values()].filter(({ fact }) => !fact.dockToStock);
    expect(lots.length).toBeGreaterThanOrEqual(25_000);
    expect(linesBySupplier()).toHaveLength(40);
    expect(linesBySupplier().every((lines) => lines > 0)).toBe(true);
    expect(world.network.items).toHaveLength(1_000);
    expect(new Set(PLANTS.map(({ timeZone }) => timeZone)).size).toBe(3);
  });

  it('spreads its lines over the suppliers as the real rows do', () => {
    const lines = linesBySupplier();
    const largest = lines.slice(0, 5).reduce((sum, one) => sum + one, 0);
    expect(largest / count('LINE')).toBeGreaterThan(0.53);
    expect(largest / count('LINE')).toBeLessThan(0.57);
    expect(lines.filter((few) => few < 10)).toHaveLength(20);
  });

  it('has lead times skewed to the right, with a coefficient of variation of about 0.7', () => {
    const days = [...books.lines.values()].flatMap(({ received, sentDay }) =>
      received.filter(({ final }) => final).map(({ day }) => day - sentDay),
    );
    const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
    const deviation = Math.sqrt(days.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (days.length - 1));
    const median = [...days].sort((one, other) => one - other)[Math.floor(days.length / 2)]!;
    expect(deviation / mean).toBeGreaterThan(0.6);
    expect(deviation / mean).toBeLessThan(0.8);
    expect(median).toBeLessThan(mean);
  });

  it('delivers some 60 percent of its lines exactly on the date promised last', () => {
    const finished = [...books.lines.values()].filter(({ received }) => received.some(({ final }) => final));
    const exact = finished.filter(
      ({ received, promises, terms }) => received.at(-1)!.day === (promises.at(-1)?.day ?? terms.committedDay),
    );
    expect(exact.length / finished.length).toBeGreaterThan(0.54);
    expect(exact.length / finished.length).toBeLessThan(0.64);
    expect(exact.some(({ promises }) => promises.length > 0)).toBe(true);
  });

  it('lets buyer, supplier and agreement differ by 5 to 40 points', () => {
    const { otif } = history.truth.overall.delivery;
    const [buyer, agreed, supplier] = (['otif.buyer@1', 'otif.agreed@1', 'otif.supplier@1'] as const).map(
      (rule) => otif[rule].value!,
    ) as [number, number, number];
    for (const difference of [agreed - buyer, supplier - agreed, supplier - buyer]) {
      expect(difference).toBeGreaterThan(5);
      expect(difference).toBeLessThan(40);
    }
  });

  it('has a supplier with equal rates under two definitions, over different lines', () => {
    const { code, exact, agreed } = history.truth.equalRates;
    expect(exact.value).toBe(agreed.value);
    expect(exact.whole).toBeGreaterThan(20);
    const supplier = world.network.suppliers.find((one) => one.code === code)!;
    const today = Math.floor(ANCHOR / 86_400_000);
    const question = { from: today - 89, to: today, today };
    const passing = (rule: OtifRule): string[] =>
      [...books.lines]
        .filter(([, line]) => line.terms.supplier === supplier.index && passes(line, rule, question) === true)
        .map(([key]) => key);
    expect(passing('otif.originalCommit@1')).not.toEqual(passing('otif.agreed@1'));
  });

  it('has one supplier with nothing due and one under two codes', () => {
    const dirt = new Map(history.truth.dirt.map(({ kind, count: times }) => [kind, times]));
    expect(dirt.get('NOTHING_DUE')).toBe(1);
    expect(dirt.get('TWO_CODES')).toBe(1);
    expect([...dirt].filter(([, times]) => times === 0)).toEqual([]);
  });

  it('rests on Sundays, and keys receipts in batches where the warehouse keys late', () => {
    const receipts = [...books.receipts.values()].map(({ fact }) => fact);
    expect(receipts.filter(({ at, plant }) => weekdayOf(dayAt(PLANTS[plant]!.timeZone, at)) === 0)).toEqual([]);
    const keyed = history.facts
      .filter(
        ({ fact }) => fact.kind === 'RECEIPT' && fact.plant === 1 && fact.system === 'WMS' && fact.reverses === null,
      )
      .map(({ recordedAt }) => instantText('America/Chicago', recordedAt).slice(11, 15));
    // Ten-minute slots of the day in which anything is keyed.
    expect(new Set(keyed).size).toBeLessThanOrEqual(5);
  });

  it('holds a change of clocks', () => {
    const offsets = new Set(history.facts.map(({ happenedAt }) => instantText('Europe/Berlin', happenedAt).slice(-6)));
    expect([...offsets].sort()).toEqual(['+01:00', '+02:00']);
  });
});
