import type { Ms } from '../network/site-time';

interface Entry {
  at: Ms;
  /** Place in the order of entering, so that equal times keep it. */
  entered: number;
  happen: () => void;
}

/** What is still to happen, earliest first; a binary heap. */
export class EventQueue {
  private readonly heap: Entry[] = [];
  private entered = 0;

  get size(): number {
    return this.heap.length;
  }

  /** When the next event is due; null when nothing is to come. */
  get nextAt(): Ms | null {
    return this.heap[0]?.at ?? null;
  }

  add(at: Ms, happen: () => void): void {
    const entry = { at, entered: (this.entered += 1), happen };
    const { heap } = this;
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = entry;
  }

  /** Takes the next event out. @throws when the queue is empty */
  take(): { at: Ms; happen: () => void } {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) throw new RangeError('nothing is to come');
    if (heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
      if (!isBefore(heap[child]!, last)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = last;
    return first;
  }
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.entered < other.entered);
