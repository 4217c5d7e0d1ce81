/**
 * Chance that can be repeated. Each thing of the network draws from a stream of its own, named by what it is, so that a
 * change in one place (an incident, another order) leaves the fate of everything else as it was.
 */
export class Draws {
  private state: number;

  constructor(seed: number, ...names: readonly (string | number)[]) {
    let state = seed | 0;
    for (const name of names) state = typeof name === 'number' ? mixed(state, name) : mixedText(state, name);
    this.state = state;
  }

  /** The next number, at least 0 and below 1. */
  next(): number {
    // mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for streams of a few dozen numbers.
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number between the two, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in so many of one cases, 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of the list, which must not be empty. */
  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[Math.floor(this.next() * things.length)];
    if (thing === undefined) throw new RangeError('nothing to draw from');
    return thing;
  }

  /** A number of the normal distribution with mean 0 and standard deviation 1 (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** How many of so many independent cases came true; near enough for the hundreds of cases of a sample. */
  howMany(cases: number, share: number): number {
    if (cases > 400) {
      const mean = cases * share;
      const drawn = Math.round(mean + this.normal() * Math.sqrt(mean * (1 - share)));
      return Math.min(cases, Math.max(0, drawn));
    }
    let count = 0;
    for (let index = 0; index < cases; index += 1) if (this.next() < share) count += 1;
    return count;
  }

  /** A count around a mean: its whole part, and one more in as many cases as its fraction says, spread by a fifth. */
  around(mean: number): number {
    const drawn = mean * (1 + 0.2 * this.normal());
    const whole = Math.floor(Math.max(0, drawn));
    return whole + (this.chance(Math.max(0, drawn) - whole) ? 1 : 0);
  }
}

function mixed(state: number, value: number): number {
  let bits = Math.imul(state ^ (value | 0), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  bits = Math.imul((bits ^ (bits >>> 16)) + (Math.floor(value / 4_294_967_296) | 0), 0x27d4eb2f);
  return bits ^ (bits >>> 15);
}

function mixedText(state: number, text: string): number {
  let bits = mixed(state, text.length);
  for (let index = 0; index < text.length; index += 1) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  return mixed(bits, 0);
}
