import { Places, type Leave, type Room, type TurnedAway } from '../places';

/** Lets so many operations of one caller run at once, and the next ones in the order in which they came. */
export class Turnstile {
  private readonly places = new Map<string, Places>();

  /**
   * @param withinMs  how long the caller may wait for its turn
   * @returns how to leave; a promise of it only when there is a queue
   */
  enter(
    caller: string,
    room: Room,
    withinMs: number,
    gone: AbortSignal | null,
  ): Leave | TurnedAway | Promise<Leave | TurnedAway> {
    let places = this.places.get(caller);
    if (!places) this.places.set(caller, (places = new Places(() => this.places.delete(caller))));
    return places.enter(room, withinMs, gone);
  }
}
