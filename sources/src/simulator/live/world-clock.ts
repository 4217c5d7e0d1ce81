import { duringShifts, PLANTS } from '../network/plants';
import { HOUR_MS, type Ms } from '../network/site-time';

/** A time in which the simulator ran live. Business went so many times as fast as the clock on the wall. */
export interface Session {
  from: Ms;
  /** Up to here facts may have been sent; Infinity while it runs. */
  until: Ms;
  speed: number;
}

/** A stretch in which business time runs evenly; both ends of the wall's time belong to it. */
interface Stretch {
  wallFrom: Ms;
  worldFrom: Ms;
  wallTo: Ms;
  speed: number;
}

/**
 * Business time and the clock on the wall. Both run alike, except while the simulator is live: then business goes faster,
 * and passes over the hours in which no plant works, so that a visitor always sees something move. Facts bear wall time;
 * only their order and their distance come of business time.
 */
export class WorldClock {
  private readonly stretches: Stretch[] = [];
  private readonly left: Session[];
  private wall = -Infinity;
  private ahead = 0;
  private worldReached: Ms | null = null;

  /** @param sessions one after the other; only the last may be open */
  constructor(sessions: readonly Session[]) {
    this.left = [...sessions];
  }

  /** The business time that an instant on the wall stands for. */
  toWorld(wall: Ms): Ms {
    this.growTo((stretch) => stretch.wallTo >= wall);
    const stretch = this.stretches.find(({ wallTo }) => wallTo >= wall)!;
    return Math.floor(stretch.worldFrom + (wall - stretch.wallFrom) * stretch.speed);
  }

  /** When business time is reached on the wall; of hours that were passed over, the moment at which they were. */
  toWall(world: Ms): Ms {
    const endOf = ({ worldFrom, wallFrom, wallTo, speed }: Stretch): Ms => worldFrom + (wallTo - wallFrom) * speed;
    this.growTo((stretch) => endOf(stretch) >= world);
    const stretch = this.stretches.find((one) => endOf(one) >= world)!;
    return Math.ceil(stretch.wallFrom + Math.max(0, world - stretch.worldFrom) / stretch.speed);
  }

  private growTo(reached: (stretch: Stretch) => boolean): void {
    let last = this.stretches.at(-1);
    while (last === undefined || !reached(last)) this.stretches.push((last = this.nextStretch()));
  }

  private nextStretch(): Stretch {
    const session = this.left[0];
    const wallFrom = this.wall;
    if (session === undefined || wallFrom < session.from) {
      // Outside of sessions business keeps the pace of the wall.
      this.wall = session?.from ?? Infinity;
      // An offset from zero, because minus infinity plus anything tells no time.
      return { wallFrom: 0, worldFrom: this.ahead, wallTo: this.wall, speed: 1 };
    }
    // The end of the stretch before, where there is one: worked out again it might miss it by a hair, and never get on.
    const begin = this.worldReached ?? wallFrom + this.ahead;
    const worldFrom = Math.min(...PLANTS.map((plant) => duringShifts(plant, begin)));
    // To the next full hour in which nobody works; hours suffice, for shifts begin and end on them.
    let worldTo = Math.floor(worldFrom / HOUR_MS + 1) * HOUR_MS;
    while (PLANTS.some((plant) => duringShifts(plant, worldTo) === worldTo)) worldTo += HOUR_MS;
    const wholly = wallFrom + (worldTo - worldFrom) / session.speed;
    const wallTo = Math.min(session.until, wholly);
    this.wall = wallTo;
    this.worldReached = wallTo === wholly ? worldTo : worldFrom + (wallTo - wallFrom) * session.speed;
    this.ahead = this.worldReached - wallTo;
    if (wallTo >= session.until) {
      this.left.shift();
      this.worldReached = null;
    }
    return { wallFrom, worldFrom, wallTo, speed: session.speed };
  }
}
