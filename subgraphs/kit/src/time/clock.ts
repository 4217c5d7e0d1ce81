/** The only source of "now". A request reads it once, at the gateway; everything else is given an instant. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
