import { Places, type Leave, type TurnedAway } from './places';

const ROOM = { atOnce: 1, waiting: 2 };
const soon = 60_000;

const isIn = (outcome: Leave | TurnedAway | Promise<Leave | TurnedAway>): outcome is Leave =>
  typeof outcome === 'function';

describe('places', () => {
  it('are given in the order of coming, and from hand to hand', async () => {
    const places = new Places();
    const first = places.enter(ROOM, soon, null);
    if (!isIn(first)) throw new Error('the first has to wait');
    const order: string[] = [];
    const enter = async (name: string): Promise<Leave> => {
      const leave = await places.enter(ROOM, soon, null);
      if (!isIn(leave)) throw new Error(`${name} was turned away`);
      order.push(name);
      return leave;
    };
    const [second, third] = [enter('second'), enter('third')];
    expect(places.enter(ROOM, soon, null)).toBe('FULL');
    first();
    expect(places.taken).toBe(1);
    (await second)();
    (await third)();
    expect(order).toEqual(['second', 'third']);
    expect(places.taken).toBe(0);
  });

  it('are waited for no longer than there is time, or anybody who wants in', async () => {
    const places = new Places();
    const first = places.enter(ROOM, soon, null);
    const gone = new AbortController();
    const waiting = places.enter(ROOM, soon, gone.signal);
    gone.abort();
    expect(await waiting).toBe('GONE');
    expect(await places.enter(ROOM, soon, gone.signal)).toBe('GONE');
    expect(await places.enter(ROOM, 1, null)).toBe('TIME_UP');
    if (isIn(first)) first();
    // Who gave up holds no place.
    expect(isIn(places.enter(ROOM, soon, null))).toBe(true);
  });

  it('tell when the last one has left', () => {
    let emptied = 0;
    const places = new Places(() => (emptied += 1));
    const [one, two] = [
      places.enter({ atOnce: 2, waiting: 0 }, soon, null),
      places.enter({ atOnce: 2, waiting: 0 }, soon, null),
    ];
    if (isIn(one)) one();
    expect(emptied).toBe(0);
    if (isIn(two)) two();
    expect(emptied).toBe(1);
  });
});
